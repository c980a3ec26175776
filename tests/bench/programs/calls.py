"""Calls with positional, keyword and default arguments, closures and varargs."""


def add(a, b=1, *, scale=1):
    return (a + b) * scale


def many(*args, **named):
    return len(args) + len(named)


def counter():
    n = 0

    def step(by):
        nonlocal n
        n += by
        return n
    return step


def run():
    step = counter()
    total = 0
    for i in range(12000):
        total += add(i) + add(i, 2) + add(i, b=3, scale=2) + many(i, i, x=i) + step(1)
    return total


RESULT = 360126000
