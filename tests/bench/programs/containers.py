"""Lists, dicts, sets and comprehensions."""


def run():
    counts = {}
    for i in range(160000):
        key = i % 97
        counts[key] = counts.get(key, 0) + 1
    squares = [i * i for i in range(80000) if i % 3]
    seen = {value % 1009 for value in squares}
    squares.sort(key=lambda value: -value)
    return len(counts), sum(squares[:100]), len(seen), sum(counts.values())


RESULT = (97, 638792757550, 505, 160000)
