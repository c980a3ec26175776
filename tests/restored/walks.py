"""Iterators and generators that a module has left somewhere in the middle."""
import functools
import itertools

closed = []


def begun(iterator, count=1):
    for _ in range(count):
        next(iterator)
    return iterator


class Sequence:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index


class Base:
    def name(self):
        return 'base'


class Derived(Base):
    def name(self):
        return 'derived'


def counting(limit):
    try:
        for i in range(limit):
            got = yield i
            if got:
                yield 'got', got
    except KeyError as e:
        yield 'key', e.args
    finally:
        closed.append(limit)


def delegating(to):
    return (yield from to)


def handling():
    try:
        raise ValueError('handled')
    except ValueError:
        yield 'in'
        try:
            raise
        except ValueError as e:
            yield str(e)


def finished():
    it = counting(1)
    return it, list(it)


items = [1, 2, 3]
table = {'a': 1, 'b': 2, 'c': 3}
removed = {n: n for n in range(6)}
keys_left = begun(iter(removed), 3)
# What is gone before the iterator must not be counted.
shrunk = {n: n for n in range(6)}
del shrunk[0]
shrunk_keys = begun(iter(shrunk.items()), 2)
forward = {
    'list': begun(iter(items)),
    'exhausted': begun(iter([1])),
    'reversed': begun(reversed(items)),
    'tuple': begun(iter((1, 2, 3)), 2),
    'str': begun(iter('aé€😀'), 2),
    'ascii': begun(iter('abc')),
    'bytes': begun(iter(b'abc')),
    'bytearray': begun(iter(bytearray(b'abc'))),
    'range': begun(iter(range(5, 50, 10)), 2),
    'long range': begun(iter(range(10 ** 30, 10 ** 30 + 3))),
    'sequence': begun(iter(Sequence())),
    'keys': begun(iter(table)),
    'values': begun(iter(table.values()), 2),
    'pairs': begun(reversed(table.items())),
    'set': iter({7}),
    'enumerate': begun(enumerate(items, 3)),
    'zip': begun(zip(items, 'abc')),
    'map': begun(map(str, items)),
    'filter': begun(filter(None, items)),
    'chain': begun(itertools.chain(items, 'ab'), 4),
    'islice': begun(itertools.islice(items, 3)),
    'groups': itertools.groupby('aab', str.upper),
    'not begun': counting(3),
    'begun': begun(counting(3)),
    'delegating': begun(delegating(begun(counting(4))), 2),
    'handling': begun(handling()),
    'expression': begun(n * len(items) for n in items),
    'finished': finished()[0],
}
next(forward['exhausted'], None)
again = forward['list']
suspended = begun(counting(99))
key = functools.cmp_to_key(lambda a, b: b - a)
keyed = key(3)
bound = super(Derived, Derived())
