# Weak dictionaries, weak sets and weakref.finalize.
import gc
import weakref


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


@case
def values():
    d = weakref.WeakValueDictionary()
    a, b = Key('a'), Key('b')
    d['a'], d['b'], d['c'] = a, b, Key('c')
    print(sorted(d), len(d))
    del a
    print(list(d.items()), 'a' in d, d.get('a'))
# expect: values
# expect: del c
# expect: ['a', 'b'] 2
# expect: del a
# expect: [('b', b)] False None
# expect: del b


@case
def keys():
    d = weakref.WeakKeyDictionary()
    a, b = Key('a'), Key('b')
    d[a], d[b] = Key('value of a'), 2
    print(len(d))
    del a
    print(list(d.keys()), d[b])
# expect: keys
# expect: 2
# expect: del a
# expect: del value of a
# expect: [b] 2
# expect: del b


@case
def values_die_during_iteration():
    d = weakref.WeakValueDictionary()
    held = [Key('0')]
    d['0'] = held[0]
    for v in d.values():
        print('at', v)
        held.clear()
        v = None
    print(len(d))
# expect: values_die_during_iteration
# expect: at 0
# expect: del 0
# expect: 0


@case
def keys_that_refer_to_their_values():
    d = weakref.WeakKeyDictionary()
    k = Key('k')
    d[k] = [k]
    del k
    print(gc.collect(), len(d))
    d.clear()
    print('cleared')
# expect: keys_that_refer_to_their_values
# expect: 0 1
# expect: del k
# expect: cleared


@case
def sets():
    s = weakref.WeakSet()
    a, b = Key('a'), Key('b')
    s.add(a)
    s.add(b)
    s.add(Key('temporary'))
    print(len(s), a in s)
    t = s | {a}
    del a
    print(len(s), len(t))
# expect: sets
# expect: del temporary
# expect: 2 True
# expect: del a
# expect: 1 1
# expect: del b


@case
def set_during_iteration():
    s = weakref.WeakSet()
    held = [Key(str(i)) for i in range(3)]
    s.update(held)
    n = 0
    for k in s:
        n += 1
        held = None
        k = None
    print(n, len(s))
# expect: set_during_iteration
# expect: del 2
# expect: del 1
# expect: del 0
# expect: 1 0


@case
def finalizers():
    a = Key('a')
    f = weakref.finalize(a, print, 'finalize', 1, sep='-')
    print(f.alive, f.peek()[2], f.atexit)
    del a
    print(f.alive, f(), f.peek())
# expect: finalizers
# expect: True ('finalize', 1) True
# expect: del a
# expect: finalize-1
# expect: False None None


@case
def finalizers_run_youngest_first():
    a = Key('a')
    for i in range(3):
        weakref.finalize(a, print, 'finalize', i)
    del a
# expect: finalizers_run_youngest_first
# expect: del a
# expect: finalize 2
# expect: finalize 1
# expect: finalize 0


@case
def finalizer_called_or_detached():
    a = Key('a')
    f = weakref.finalize(a, lambda: 'result')
    print(f(), f())
    g = weakref.finalize(a, print, 'never')
    print(g.detach()[0] is a, g.detach(), g.alive)
    del a
# expect: finalizer_called_or_detached
# expect: result None
# expect: True None False
# expect: del a


@case
def finalizer_of_garbage():
    a = Key('a')
    a.me = a
    weakref.finalize(a, print, 'finalize')
    del a
    print(gc.collect() > 0)
# expect: finalizer_of_garbage
# expect: finalize
# expect: del a
# expect: True


@case
def a_value_dies_in_the_loop_over_the_values():
    d = weakref.WeakValueDictionary()
    for name in 'xy':
        d[name] = Key(name)
    print(len(d), list(d.values()))
# expect: a_value_dies_in_the_loop_over_the_values
# expect: del x
# expect: del y
# expect: 0 []


@case
def mapping_kept_by_a_closure():
    cache = weakref.WeakValueDictionary()

    def get(name):
        try:
            return cache[name]
        except KeyError:
            k = cache[name] = Key(name)
            return k
    a = get('a')
    print(get('a') is a, get('b'))
    print(len(cache))
# expect: mapping_kept_by_a_closure
# expect: True b
# expect: del b
# expect: 1
# expect: del a
