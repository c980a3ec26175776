class A:
    __slots__ = ("b", "__weakref__", "a")


class B:
    __slots__ = ("__weakref__", "z", "__dict__", "c")


class C(A):
    x = 1
    __slots__ = ["__dict__", "y"]


class D:
    pass


def names(cls):
    return [name for name in vars(cls) if name not in ("__module__", "__slots__", "__doc__")]


print(names(A))    # expect: ['a', 'b', '__weakref__']
print(names(B))    # expect: ['c', 'z', '__dict__', '__weakref__']
print(names(C))    # expect: ['x', 'y', '__dict__']
print(names(D))    # expect: ['__dict__', '__weakref__']
