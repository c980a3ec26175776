"""Generators, yield from and exceptions."""


def numbers(n):
    for i in range(n):
        yield i


def chained(n):
    yield from numbers(n)
    yield from (i * 2 for i in numbers(n))


def checked(i):
    if i % 7 == 0:
        raise ValueError(i)
    return i


def run():
    total = sum(chained(15000))
    for i in range(7000):
        try:
            total += checked(i)
        except ValueError as e:
            total -= e.args[0]
    return total


RESULT = 354981000
