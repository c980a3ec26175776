# Cycles of every kind go, with their finalizers and weak references.
import gc
import weakref
gc.disable()
gc.collect()


class Node:
    pass


def check(name, make):
    ref = make()
    print(name, ref() is not None, gc.collect() > 0, ref())


def instance():
    a = Node()
    a.me = a
    return weakref.ref(a)


def containers():
    a = Node()
    a.list = [{1: (a,)}, {a}]
    return weakref.ref(a)


def closure():
    def f():
        return f
    return weakref.ref(f)


def class_():
    class C:
        pass
    return weakref.ref(C)


def generator():
    def g():
        me = yield
        yield me
    it = g()
    next(it)
    it.send(it)
    return weakref.ref(it)


def exception():
    a = Node()
    try:
        raise ValueError(a)
    except ValueError as e:
        a.error = e
    return weakref.ref(a)


def subclass_of_int():
    class I(int):
        pass
    i = I(3)
    i.me = i
    i.node = Node()
    return weakref.ref(i.node)


check('instance', instance)  # expect: instance True True None
check('containers', containers)  # expect: containers True True None
check('closure', closure)  # expect: closure True True None
check('class', class_)  # expect: class True True None
check('generator', generator)  # expect: generator True False None
check('exception', exception)  # expect: exception True True None
check('int', subclass_of_int)  # expect: int True True None


# What is referred to from outside stays.
a = Node()
a.me = a
ref = weakref.ref(a)
print(gc.collect(), ref() is a)  # expect: 0 True

# The class of a living instance stays, though only the instance refers to it.
def make():
    class Hidden:
        def name(self):
            return __class__.__name__
    return Hidden()


h = make()
gc.collect()
print(h.name())  # expect: Hidden
