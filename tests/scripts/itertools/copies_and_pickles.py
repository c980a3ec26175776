import copy
import itertools
import operator
import pickle
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


def again(make, taken):
    """The rest that each way of copying an iterator gives after some items were taken."""
    rests = set()
    for copied in [copy.copy, copy.deepcopy, *(lambda o, p=p: pickle.loads(pickle.dumps(o, p)) for p in range(6))]:
        iterator = make()
        for _ in range(taken):
            next(iterator)
        rests.add(str(list(itertools.islice(copied(iterator), 6))))
    return rests


def even(n):
    return n % 2 == 0


make = {
    "accumulate": lambda: itertools.accumulate([1, 2, 3, 4], operator.mul),
    "accumulate initial": lambda: itertools.accumulate([1, 2, 3], initial=10),
    "chain": lambda: itertools.chain("ab", "cd"),
    "combinations": lambda: itertools.combinations("abcd", 2),
    "with replacement": lambda: itertools.combinations_with_replacement("abc", 2),
    "compress": lambda: itertools.compress("abcdef", [1, 0, 1, 1, 0, 1]),
    "count": lambda: itertools.count(3, 2),
    "cycle": lambda: itertools.cycle("abc"),
    "dropwhile": lambda: itertools.dropwhile(even, [2, 4, 5, 6, 7]),
    "filterfalse": lambda: itertools.filterfalse(even, range(10)),
    "islice": lambda: itertools.islice(range(100), 1, 12, 3),
    "permutations": lambda: itertools.permutations("abcd", 2),
    "product": lambda: itertools.product("ab", "cd", repeat=2),
    "repeat": lambda: itertools.repeat("x", 4),
    "starmap": lambda: itertools.starmap(pow, [(2, 3), (3, 2), (4, 1)]),
    "takewhile": lambda: itertools.takewhile(even, [2, 4, 6, 7, 8]),
    "zip_longest": lambda: itertools.zip_longest("abc", "d", fillvalue="-"),
}
for name, factory in make.items():
    print(name, *(" ".join(sorted(again(factory, taken))) for taken in (0, 2)), sep=" | ")
# expect: accumulate | [1, 2, 6, 24] | [6, 24]
# expect: accumulate initial | [10, 11, 13, 16] | [13, 16]
# expect: chain | ['a', 'b', 'c', 'd'] | ['c', 'd']
# expect: combinations | [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] | [('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: with replacement | [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] | [('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
# expect: compress | ['a', 'c', 'd', 'f'] | ['d', 'f']
# expect: count | [3, 5, 7, 9, 11, 13] | [7, 9, 11, 13, 15, 17]
# expect: cycle | ['a', 'b', 'c', 'a', 'b', 'c'] | ['c', 'a', 'b', 'c', 'a', 'b']
# expect: dropwhile | [5, 6, 7] | [7]
# expect: filterfalse | [1, 3, 5, 7, 9] | [5, 7, 9]
# expect: islice | [1, 4, 7, 10] | [7, 10]
# expect: permutations | [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'a'), ('b', 'c'), ('b', 'd')] | [('a', 'd'), ('b', 'a'), ('b', 'c'), ('b', 'd'), ('c', 'a'), ('c', 'b')]
# expect: product | [('a', 'c', 'a', 'c'), ('a', 'c', 'a', 'd'), ('a', 'c', 'b', 'c'), ('a', 'c', 'b', 'd'), ('a', 'd', 'a', 'c'), ('a', 'd', 'a', 'd')] | [('a', 'c', 'b', 'c'), ('a', 'c', 'b', 'd'), ('a', 'd', 'a', 'c'), ('a', 'd', 'a', 'd'), ('a', 'd', 'b', 'c'), ('a', 'd', 'b', 'd')]
# expect: repeat | ['x', 'x', 'x', 'x'] | ['x', 'x']
# expect: starmap | [8, 9, 4] | [4]
# expect: takewhile | [2, 4, 6] | [6]
# expect: zip_longest | [('a', 'd'), ('b', '-'), ('c', '-')] | [('c', '-')]

groups = itertools.groupby("aabbb")
next(groups)
print([(key, len(list(group))) for key, group in copy.deepcopy(groups)])    # expect: [('b', 3)]

chain = itertools.chain()
chain.__setstate__((iter(["xy", "z"]), iter("w")))
print(list(chain))    # expect: ['w', 'x', 'y', 'z']
try:
    itertools.chain().__setstate__(([], []))
except TypeError as e:
    print(e)    # expect: Arguments must be iterators.
try:
    itertools.product("ab", "cd").__setstate__((0,))
except (TypeError, ValueError) as e:
    print(type(e).__name__)    # expect: ValueError
product = itertools.product((1, 2), (3,))
product.__setstate__((0, 0x1000))
print(next(product))    # expect: (2, 3)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    itertools.count().__reduce__()
print(caught[0].message)
# expect: Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.
