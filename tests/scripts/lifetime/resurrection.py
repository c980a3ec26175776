# Objects that __del__ saves: they live on, and their finalizer has run once for all (PEP 442).
import gc
import weakref


class Phoenix:
    saved = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)
        Phoenix.saved.append(self)


def case(function):
    print(function.__name__)
    gc.collect()
    function()
    Phoenix.saved.clear()


@case
def once():
    p = Phoenix('p')
    del p
    p = Phoenix.saved.pop()
    print(p.name, gc.is_finalized(p))
    del p
    print('end')
# expect: once
# expect: del p
# expect: p True
# expect: end


@case
def contents_live_with_it():
    p = Phoenix('outer')
    p.inner = Phoenix('inner')
    del p
    print(len(Phoenix.saved), Phoenix.saved[0].inner.name)
    Phoenix.saved.clear()
    print(len(Phoenix.saved), Phoenix.saved[0].name)
# expect: contents_live_with_it
# expect: del outer
# expect: 1 inner
# expect: del inner
# expect: 1 inner


@case
def weak_references_are_cleared_before():
    p = Phoenix('p')
    ref = weakref.ref(p, lambda r: print('callback'))
    del p
    print(ref() is None, weakref.getweakrefcount(Phoenix.saved[0]))
    again = weakref.ref(Phoenix.saved[0], lambda r: print('callback of the new one'))
    Phoenix.saved.clear()
    print(again() is None)
# expect: weak_references_are_cleared_before
# expect: del p
# expect: False 1
# expect: callback of the new one
# expect: callback
# expect: True


@case
def del_sees_the_weak_reference():
    class C:
        def __del__(self):
            print('in del', C.ref() is self)
    c = C()
    C.ref = weakref.ref(c)
    del c
    print(C.ref())
# expect: del_sees_the_weak_reference
# expect: in del True
# expect: None


@case
def a_cycle_is_saved_whole():
    a, b = Phoenix('a'), Phoenix('b')
    a.other, b.other = b, a
    del a, b
    print(gc.collect(), len(Phoenix.saved), Phoenix.saved[0].other.other is Phoenix.saved[0])
    Phoenix.saved.clear()
    print(gc.collect() > 0)
# expect: a_cycle_is_saved_whole
# expect: del a
# expect: del b
# expect: 0 2 True
# expect: True


@case
def a_cycle_of_which_one_is_saved():
    class Saver:
        def __del__(self):
            print('saver', self.other.name)
            Phoenix.saved.append(self)

    class Other:
        name = 'other'

        def __del__(self):
            print('other')
    s, o = Saver(), Other()
    s.other, o.other = o, s
    del s, o
    print(gc.collect(), Phoenix.saved[0].other.name)
    Phoenix.saved.clear()
    print(gc.collect())
# expect: a_cycle_of_which_one_is_saved
# expect: saver other
# expect: other
# expect: 0 other
# expect: 2


@case
def del_called_by_hand_does_not_count():
    p = Phoenix('p')
    p.__del__()
    print(gc.is_finalized(p))
    Phoenix.saved.clear()
    del p
    print(len(Phoenix.saved))
# expect: del_called_by_hand_does_not_count
# expect: del p
# expect: False
# expect: del p
# expect: 1


@case
def saved_into_a_frame_that_runs():
    def f():
        class C:
            def __del__(self):
                nonlocal kept
                kept = self
                print('saved')
        kept = None
        c = C()
        del c
        print(type(kept).__name__)
        kept = None
        print('gone')
    f()
# expect: saved_into_a_frame_that_runs
# expect: saved
# expect: C
# expect: gone


@case
def saved_as_an_exception():
    class Error(Exception):
        def __del__(self):
            print('del', self)
            Phoenix.saved.append(self)
    try:
        raise Error('e')
    except Error:
        print('handled')
    print(repr(Phoenix.saved[0]))
# expect: saved_as_an_exception
# expect: handled
# expect: del e
# expect: Error('e')


@case
def the_class_gets_del_later():
    class C:
        pass
    c, d = C(), C()
    del c
    C.__del__ = lambda self: print('del added')
    del d
    e = C()
    del C.__del__
    del e
    print('end')
# expect: the_class_gets_del_later
# expect: del added
# expect: end


@case
def del_on_an_instance_is_not_looked_at():
    class C:
        pass
    c = C()
    c.__del__ = lambda: print('never')
    del c
    print('end')
# expect: del_on_an_instance_is_not_looked_at
# expect: end


@case
def inherited_and_super():
    class Base:
        def __del__(self):
            print('base')

    class Derived(Base):
        def __del__(self):
            print('derived')
            super().__del__()

    class Third(Derived):
        pass
    Third()
    print('end')
# expect: inherited_and_super
# expect: derived
# expect: base
# expect: end


@case
def finalizers_of_garbage_run_in_the_order_of_creation():
    class Ordered:
        def __init__(self, name):
            self.name = name

        def __del__(self):
            print('del', self.name)
    first, second, third = Ordered('first'), Ordered('second'), Ordered('third')
    third.next, second.next, first.next = second, first, third
    del first, second, third
    print(gc.collect() > 0)
# expect: finalizers_of_garbage_run_in_the_order_of_creation
# expect: del first
# expect: del second
# expect: del third
# expect: True
