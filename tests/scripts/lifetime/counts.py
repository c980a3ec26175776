# The values of sys.getrefcount, and what is immortal.
import sys
import weakref

count = sys.getrefcount
IMMORTAL = 4294967295


def case(function):
    print(function.__name__)
    function()


@case
def locals_and_containers():
    o = object()
    print(count(o))
    p = o
    print(count(o))
    items = [o, o, (o,)]
    print(count(o))
    items.clear()
    print(count(o))
    del p
    print(count(o))
# expect: locals_and_containers
# expect: 2
# expect: 3
# expect: 6
# expect: 3
# expect: 2


@case
def temporaries():
    print(count(object()), count([]))
# expect: temporaries
# expect: 1 1


@case
def attributes_and_cells():
    class C:
        pass
    o = object()
    c = C()
    c.x = o
    C.y = o
    print(count(o))
    del c, C.y
    print(count(o))
# expect: attributes_and_cells
# expect: 4
# expect: 2


@case
def dict_keys_and_values():
    class Key:
        pass
    k = Key()
    d = {k: k, 1: k}
    print(count(k))
    d.pop(1)
    print(count(k))
    d2 = dict(d)
    print(count(k))
    d.clear(), d2.clear()
    print(count(k))
# expect: dict_keys_and_values
# expect: 5
# expect: 4
# expect: 6
# expect: 2


@case
def sets_and_frozensets():
    class Key:
        pass
    k = Key()
    s = {k}
    f = frozenset(s)
    print(count(k))
    s |= f
    print(count(k))
# expect: sets_and_frozensets
# expect: 4
# expect: 4


@case
def instances_count_their_class():
    class C:
        pass
    before = count(C)
    instances = [C() for _ in range(5)]
    print(count(C) - before)
    del instances
    print(count(C) - before)
# expect: instances_count_their_class
# expect: 5
# expect: 0


@case
def bound_methods():
    class C:
        def m(self):
            pass
    c = C()
    m = c.m
    print(count(c), count(C.m) > 1)
    del m
    print(count(c))
# expect: bound_methods
# expect: 3 True
# expect: 2


@case
def closures():
    o = object()
    f = lambda: o
    print(count(f))
    g = f
    print(count(f))
# expect: closures
# expect: 2
# expect: 3


@case
def weak_references_do_not_count():
    class C:
        pass
    c = C()
    refs = [weakref.ref(c), weakref.proxy(c)]
    print(count(c))
# expect: weak_references_do_not_count
# expect: 2


@case
def iterators_count_their_source():
    items = [object()]
    it = iter(items)
    print(count(items), count(items[0]))
    x = next(it)
    print(count(x))
    next(it, None)
    print(count(items))
# expect: iterators_count_their_source
# expect: 3 2
# expect: 3
# expect: 2


@case
def exceptions():
    e = ValueError()
    print(count(e))
    try:
        raise e
    except ValueError as caught:
        print(count(e) > 2)
    e.__traceback__ = None
    print(count(e))
# expect: exceptions
# expect: 2
# expect: True
# expect: 2


@case
def immortal_objects():
    for o in (None, True, False, ..., NotImplemented, 0, 256, -5, '', 'a', b'', b'x', ()):
        print(repr(o), count(o) == IMMORTAL)
# expect: immortal_objects
# expect: None True
# expect: True True
# expect: False True
# expect: Ellipsis True
# expect: NotImplemented True
# expect: 0 True
# expect: 256 True
# expect: -5 True
# expect: '' True
# expect: 'a' True
# expect: b'' True
# expect: b'x' True
# expect: () True


@case
def builtin_types_and_interned_names():
    print(count(int) == IMMORTAL, count(type) == IMMORTAL, count(ValueError) == IMMORTAL)
# expect: builtin_types_and_interned_names
# expect: True True True


@case
def immortals_are_never_written():
    before = count(None)
    many = [None] * 100000
    print(count(None) == before)
# expect: immortals_are_never_written
# expect: True


@case
def list_multiplication_and_slices():
    o = object()
    items = [o] * 10
    print(count(o))
    items[2:5] = []
    print(count(o))
    part = items[1:3]
    print(count(o))
    items += part
    print(count(o))
    items.reverse()
    items.sort(key=id)
    print(count(o))
# expect: list_multiplication_and_slices
# expect: 12
# expect: 9
# expect: 11
# expect: 13
# expect: 13


@case
def tuple_operations():
    o = object()
    t = (o, o)
    t = t + t
    print(count(o))
    t = t[1:]
    print(count(o))
    a, *rest = t
    print(count(o))
# expect: tuple_operations
# expect: 6
# expect: 5
# expect: 8


@case
def generator_locals():
    def g(o):
        p = o
        yield
    o = object()
    it = g(o)
    print(count(o))
    next(it)
    print(count(o))
    it.close()
    print(count(o))
# expect: generator_locals
# expect: 3
# expect: 4
# expect: 2


@case
def arguments_of_python_functions():
    def f(a):
        return count(a)

    def g(*args):
        return count(args[0])
    o = object()
    print(f(o) - count(o), g(o) - count(o))
# expect: arguments_of_python_functions
# expect: 1 1


@case
def calls_that_fail():
    def f(a):
        raise ValueError
    o = object()
    for _ in range(10):
        try:
            f(o)
        except ValueError:
            pass
    print(count(o))
# expect: calls_that_fail
# expect: 2


@case
def partials_and_descriptors():
    import functools
    o = object()
    p = functools.partial(print, o, k=o)
    print(count(o))
    s = staticmethod(o)
    r = property(o, o)
    print(count(o))
    del p, s, r
    print(count(o))
# expect: partials_and_descriptors
# expect: 4
# expect: 7
# expect: 2


@case
def saturation_keeps_an_object():
    print(count(sys.intern('lifetime_' + 'interned')) > 0)
# expect: saturation_keeps_an_object
# expect: True
