# Weak references: when they clear, and in which order their callbacks run.
import gc
import weakref


class Thing:
    def __init__(self, name='thing'):
        self.name = name

    def __repr__(self):
        return f'<{self.name}>'


def case(function):
    print(function.__name__)
    function()


@case
def callbacks_run_youngest_first():
    t = Thing()
    refs = [weakref.ref(t, lambda r, i=i: print('callback', i)) for i in range(4)]
    del t
    print([r() for r in refs])
# expect: callbacks_run_youngest_first
# expect: callback 3
# expect: callback 2
# expect: callback 1
# expect: callback 0
# expect: [None, None, None, None]


@case
def all_are_cleared_before_any_callback():
    t = Thing()
    refs = []

    def callback(ref):
        print(refs.index(ref), [r() for r in refs])
    refs += [weakref.ref(t, callback), weakref.proxy(t, lambda p: print('proxy')), weakref.ref(t, callback)]
    refs[1] = weakref.ref(t)
    del t
# expect: all_are_cleared_before_any_callback
# expect: 2 [None, None, None]
# expect: 0 [None, None, None]


@case
def callback_of_a_dead_reference_does_not_run():
    t = Thing()
    ref = weakref.ref(t, lambda r: print('never'))
    del ref
    del t
    print('end')
# expect: callback_of_a_dead_reference_does_not_run
# expect: end


@case
def plain_references_are_shared():
    t = Thing()
    a, b = weakref.ref(t), weakref.ref(t)
    c = weakref.ref(t, lambda r: print('callback'))
    print(a is b, a is c, a == c, weakref.getweakrefcount(t), weakref.proxy(t) is weakref.proxy(t))
# expect: plain_references_are_shared
# expect: True False True 2 True
# expect: callback


@case
def hash_outlives_the_object():
    class Hashed:
        def __hash__(self):
            return 17
    t, u = Hashed(), Hashed()
    known, unknown = weakref.ref(t), weakref.ref(u)
    print(hash(known))
    del t, u
    print(hash(known))
    try:
        hash(unknown)
    except TypeError as e:
        print(e)
    print(known == unknown, known == known)
# expect: hash_outlives_the_object
# expect: 17
# expect: 17
# expect: weak object has gone away
# expect: False True


@case
def exception_in_a_callback():
    import sys
    old, sys.unraisablehook = sys.unraisablehook, lambda u: print(u.exc_type.__name__, u.exc_value, u.err_msg)
    t = Thing()
    ref = weakref.ref(t, lambda r: 1 / 0)
    other = weakref.ref(t, lambda r: print('the other runs'))
    del t
    sys.unraisablehook = old
# expect: exception_in_a_callback
# expect: the other runs
# expect: ZeroDivisionError division by zero None


@case
def callback_may_make_new_references():
    def callback(ref):
        print(ref())
        new = weakref.ref(u)
        print(new() is u)
    t, u = Thing(), Thing()
    ref = weakref.ref(t, callback)
    del t
    print('end')
# expect: callback_may_make_new_references
# expect: None
# expect: True
# expect: end


@case
def dead_references_repr():
    t = Thing()
    ref = weakref.ref(t)
    print(repr(ref).startswith('<weakref at 0x'), "to 'Thing'" in repr(ref))
    del t
    print(repr(ref).endswith('; dead>'))
# expect: dead_references_repr
# expect: True True
# expect: True


@case
def proxies():
    t = Thing()
    p = weakref.proxy(t)
    print(p, p.name, isinstance(p, Thing), type(p).__name__, bool(p))
    p.name = 'renamed'
    print(t.name)
    del t
    for use in (lambda: p.name, lambda: str(p), lambda: bool(p), lambda: setattr(p, 'x', 1)):
        try:
            use()
        except ReferenceError as e:
            print(e)
# expect: proxies
# expect: <thing> thing True ProxyType True
# expect: renamed
# expect: weakly-referenced object no longer exists
# expect: weakly-referenced object no longer exists
# expect: weakly-referenced object no longer exists
# expect: weakly-referenced object no longer exists


@case
def weak_method():
    class C:
        def method(self):
            return 'called'
    c = C()
    ref = weakref.WeakMethod(c.method, lambda r: print('method gone'))
    print(ref()())
    print(weakref.ref(c.method)())
    del c
    print(ref())
# expect: weak_method
# expect: called
# expect: None
# expect: method gone
# expect: None


@case
def subclass_with_attributes():
    class Ref(weakref.ref):
        __slots__ = ('key',)

        def __new__(cls, o, callback, key):
            return super().__new__(cls, o, callback)

        def __init__(self, o, callback, key):
            super().__init__(o, callback)
            self.key = key
    t = Thing()
    ref = Ref(t, lambda r: print('gone', r.key), 'k')
    print(ref is Ref(t, None, 'other'), weakref.getweakrefcount(t))
    del t
# expect: subclass_with_attributes
# expect: False 1
# expect: gone k


@case
def a_reference_within_garbage_gives_no_callback():
    a, b = Thing('a'), Thing('b')
    a.other, b.other = b, a
    a.ref = weakref.ref(b, lambda r: print('never'))
    outside = weakref.ref(a, lambda r: print('outside', r()))
    del a, b
    print(gc.collect() > 0, outside())
# expect: a_reference_within_garbage_gives_no_callback
# expect: outside None
# expect: True None


@case
def builtin_types_that_have_them():
    def f():
        yield
    objects = [set(), frozenset([1]), f, f(), type('T', (), {}), Thing().__repr__, gc]
    for o in objects:
        print(type(o).__name__, weakref.ref(o)() is o)
    for o in (1, 'a', (), [], {}, None, object()):
        try:
            weakref.ref(o)
        except TypeError as e:
            print(e)
# expect: builtin_types_that_have_them
# expect: set True
# expect: frozenset True
# expect: function True
# expect: generator True
# expect: type True
# expect: method True
# expect: module True
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'object' object


@case
def del_runs_before_callbacks():
    class C:
        def __del__(self):
            print('del', ref() is self)
    c = C()
    ref = weakref.ref(c, lambda r: print('callback', r()))
    del c
# expect: del_runs_before_callbacks
# expect: del True
# expect: callback None


@case
def callback_sees_attributes_still_alive():
    class C:
        pass
    c = C()
    c.inner = inner = Thing('inner')
    outer = weakref.ref(c, lambda r: print('outer gone, inner', innermost()))
    innermost = weakref.ref(inner, lambda r: print('inner gone'))
    del inner
    del c
# expect: callback_sees_attributes_still_alive
# expect: outer gone, inner <inner>
# expect: inner gone
