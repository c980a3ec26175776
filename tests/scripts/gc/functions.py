# The functions of gc: counts, thresholds, callbacks, referrers, freezing, debug flags.
import gc
import io
import sys


def case(function):
    print(function.__name__)
    gc.collect()
    function()


class Node:
    pass


def cycle(n=1):
    for _ in range(n):
        a = Node()
        a.me = a


@case
def enable_and_disable():
    print(gc.isenabled())
    gc.disable()
    print(gc.isenabled())
    gc.enable()
    print(gc.isenabled())
# expect: enable_and_disable
# expect: True
# expect: False
# expect: True


@case
def thresholds():
    old = gc.get_threshold()
    print(old)
    gc.set_threshold(5)
    print(gc.get_threshold())
    gc.set_threshold(7, 8, 9)
    print(gc.get_threshold())
    gc.set_threshold(*old)
    try:
        gc.set_threshold()
    except TypeError as e:
        print(e)
# expect: thresholds
# expect: (700, 10, 10)
# expect: (5, 10, 10)
# expect: (7, 8, 9)
# expect: set_threshold() takes at least 1 argument (0 given)


@case
def collect_returns_what_it_found():
    gc.disable()
    cycle()
    print(gc.collect())
    a = []
    a.append(a)
    b = {}
    b['b'] = b
    del a, b
    print(gc.collect(), gc.collect())
    gc.enable()
# expect: collect_returns_what_it_found
# expect: 1
# expect: 2 0


@case
def generations():
    gc.disable()
    cycle()
    print(gc.collect(0))
    a = Node()
    a.me = a
    gc.collect(0)
    gc.collect(1)
    del a
    print(gc.collect(0), gc.collect(1), gc.collect(2))
    for g in -1, 3:
        try:
            gc.collect(g)
        except ValueError as e:
            print(e)
    gc.enable()
# expect: generations
# expect: 1
# expect: 0 0 1
# expect: invalid generation
# expect: invalid generation


@case
def callbacks():
    def callback(phase, info):
        print(phase, info['generation'], info['collected'] if phase == 'stop' else '-', info['uncollectable'])
    gc.disable()
    cycle(2)
    gc.callbacks.append(callback)
    gc.collect()
    gc.collect(0)
    gc.callbacks.remove(callback)
    gc.enable()
# expect: callbacks
# expect: start 2 - 0
# expect: stop 2 2 0
# expect: start 0 - 0
# expect: stop 0 0 0


@case
def a_callback_that_fails():
    old, sys.unraisablehook = sys.unraisablehook, lambda u: print(u.exc_type.__name__, type(u.object).__name__)
    gc.callbacks.append(lambda phase, info: 1 / 0)
    gc.collect()
    gc.callbacks.pop()
    sys.unraisablehook = old
# expect: a_callback_that_fails
# expect: ZeroDivisionError function
# expect: ZeroDivisionError function


@case
def statistics():
    before = gc.get_stats()
    cycle(3)
    gc.collect()
    after = gc.get_stats()
    print(len(after), sorted(after[2]), after[2]['collections'] - before[2]['collections'],
          after[2]['collected'] - before[2]['collected'] >= 3)
# expect: statistics
# expect: 3 ['collected', 'collections', 'uncollectable'] 1 True


@case
def referents():
    a, b = Node(), Node()
    print(gc.get_referents([a, b]) == [a, b], sorted(gc.get_referents({'k': 1}), key=str),
          gc.get_referents((1, 'x')), gc.get_referents(1, 'a', None))
    a.x = b
    print(b in gc.get_referents(a) or b in gc.get_referents(vars(a)))
    c = lambda: a
    print(any(r is c.__closure__ for r in gc.get_referents(c)))
# expect: referents
# expect: False [1] ['x', 1] []
# expect: True
# expect: True


@case
def referrers():
    a = Node()
    items, names = [a], {'k': a}
    found = gc.get_referrers(a)
    print(any(r is items for r in found), any(r is names for r in found), gc.get_referrers(Node()))
# expect: referrers
# expect: True True []


@case
def tracked():
    class Slotted:
        __slots__ = ()
    print([gc.is_tracked(o) for o in (1, 'a', None, 1.5, b'', object())])
    print([gc.is_tracked(o) for o in ([], [1], {1: []}, set(), Node(), print, Node, lambda: 0, Slotted())])
# expect: tracked
# expect: [False, False, False, False, False, False]
# expect: [True, True, True, True, True, True, True, True, True]


@case
def all_objects():
    a = Node()
    items = [a]
    print(any(o is a for o in gc.get_objects()), any(o is items for o in gc.get_objects()))
    gc.collect()
    print(any(o is items for o in gc.get_objects(generation=2)), any(o is items for o in gc.get_objects(generation=0)))
    try:
        gc.get_objects(generation=3)
    except ValueError as e:
        print(e)
# expect: all_objects
# expect: True True
# expect: True False
# expect: generation parameter must be less than the number of available generations (3)


@case
def freezing():
    before = gc.get_freeze_count()
    a = Node()
    a.me = a
    gc.freeze()
    print(gc.get_freeze_count() > before)
    del a
    print(gc.collect())
    gc.unfreeze()
    print(gc.get_freeze_count(), gc.collect() > 0)
# expect: freezing
# expect: True
# expect: 0
# expect: 0 True


@case
def save_all():
    gc.set_debug(gc.DEBUG_SAVEALL)
    cycle()
    gc.collect()
    gc.set_debug(0)
    print(any(isinstance(o, Node) for o in gc.garbage))
    gc.garbage.clear()
    print(gc.collect() > 0)
# expect: save_all
# expect: True
# expect: True


@case
def debug_flags():
    print(gc.get_debug(), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL,
          gc.DEBUG_LEAK)
# expect: debug_flags
# expect: 0 1 2 4 32 38


@case
def finalized():
    class D:
        def __del__(self):
            kept.append(self)
    kept = []
    d = D()
    print(gc.is_finalized(d))
    del d
    print(gc.is_finalized(kept[0]), gc.is_finalized(1))
# expect: finalized
# expect: False
# expect: True False


@case
def nested_collections_do_nothing():
    class D:
        def __del__(self):
            print('in del', gc.collect())
    d = D()
    d.me = d
    del d
    print(gc.collect() > 0)
# expect: nested_collections_do_nothing
# expect: in del 0
# expect: True
