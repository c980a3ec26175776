"""Nobody touches what it has of native modules before the program ends."""
from _bisect import bisect_right
from _weakref import ref


def use(o):
    return ref(o)() is o


def find(items, o):
    return bisect_right(items, o)
