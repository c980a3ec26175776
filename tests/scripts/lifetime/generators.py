# Generators: their finally clauses run when the last reference goes.
import gc
import sys
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


def guarded(*items):
    try:
        for item in items:
            yield item
    finally:
        print('finally')


@case
def dropped_in_the_middle():
    g = guarded(1, 2)
    print(next(g))
    del g
    print('end')
# expect: dropped_in_the_middle
# expect: 1
# expect: finally
# expect: end


@case
def never_started():
    g = guarded(1, 2)
    del g
    print('end')
# expect: never_started
# expect: end


@case
def run_to_its_end():
    g = guarded(1)
    print(list(g))
    del g
    print('end')
# expect: run_to_its_end
# expect: finally
# expect: [1]
# expect: end


@case
def break_drops_the_iterator():
    for x in guarded('a', 'b'):
        print(x)
        break
    print('end')
# expect: break_drops_the_iterator
# expect: a
# expect: finally
# expect: end


@case
def arguments_of_one_that_never_started():
    def g(a):
        local = Noisy('local')
        yield
    it = g(Noisy('argument'))
    print('made')
    del it
    print('end')
# expect: arguments_of_one_that_never_started
# expect: made
# expect: del argument
# expect: end


@case
def locals_die_in_order():
    def g(a):
        b = Noisy('b')
        c = Noisy('c')
        yield
    it = g(Noisy('a'))
    next(it)
    del it
    print('end')
# expect: locals_die_in_order
# expect: del a
# expect: del b
# expect: del c
# expect: end


@case
def with_inside():
    class Manager:
        def __enter__(self):
            print('enter')

        def __exit__(self, kind, value, traceback):
            print('exit', kind.__name__)

        def __del__(self):
            print('del manager')

    def g():
        with Manager():
            yield
    it = g()
    next(it)
    del it
    print('end')
# expect: with_inside
# expect: enter
# expect: exit GeneratorExit
# expect: del manager
# expect: end


@case
def yield_from_a_chain():
    def outer():
        try:
            yield from guarded(1, 2)
        finally:
            print('outer finally')
    g = outer()
    next(g)
    del g
    print('end')
# expect: yield_from_a_chain
# expect: finally
# expect: outer finally
# expect: end


@case
def close_that_yields_is_reported():
    def g():
        try:
            yield 1
        finally:
            yield 2
    old = sys.unraisablehook
    sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, u.object.__name__)
    it = g()
    next(it)
    del it
    sys.unraisablehook = old
# expect: close_that_yields_is_reported
# expect: RuntimeError generator ignored GeneratorExit g


@case
def exception_in_finally_is_reported():
    def g():
        try:
            yield 1
        finally:
            raise KeyError('in finally')
    old = sys.unraisablehook
    sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, u.object.__name__)
    it = g()
    next(it)
    del it
    sys.unraisablehook = old
# expect: exception_in_finally_is_reported
# expect: KeyError 'in finally' g


@case
def generator_exit_is_seen_once():
    def g():
        try:
            yield
        except GeneratorExit as e:
            print('exit', type(e).__name__, e.args)
            raise
    it = g()
    next(it)
    it.close()
    it.close()
    del it
# expect: generator_exit_is_seen_once
# expect: exit GeneratorExit ()


@case
def a_generator_saves_itself():
    saved = []

    def g():
        me = yield
        try:
            yield 1
        finally:
            print('weak reference', ref())
            saved.append(sys._getframe().f_locals['me'])
            print('saved')
    it = g()
    ref = weakref.ref(it, lambda r: print('callback'))
    next(it)
    it.send(it)
    del it
    gc.collect()
    print(type(saved[0]).__name__, list(saved.pop()))
# expect: a_generator_saves_itself
# expect: callback
# expect: weak reference None
# expect: saved
# expect: generator []


@case
def weak_references_are_cleared_first():
    def g():
        try:
            yield
        finally:
            print('finally', ref())
    it = g()
    ref = weakref.ref(it, lambda r: print('callback'))
    next(it)
    del it
    print('end')
# expect: weak_references_are_cleared_first
# expect: callback
# expect: finally None
# expect: end


@case
def a_generator_that_holds_itself():
    def g():
        me = yield
        try:
            yield
        finally:
            print('finally', me.__name__)
    it = g()
    next(it)
    it.send(it)
    del it
    print('dropped')
    print(gc.collect() > 0)
# expect: a_generator_that_holds_itself
# expect: dropped
# expect: finally g
# expect: False


@case
def the_exception_leaves_and_the_frame_goes():
    def g():
        local = Noisy('local')
        yield 1
        raise ValueError('out')
    it = g()
    next(it)
    try:
        next(it)
    except ValueError as e:
        print('caught', e)
    print('handled', it.gi_frame)
# expect: the_exception_leaves_and_the_frame_goes
# expect: caught out
# expect: del local
# expect: handled None


@case
def expression_with_a_dying_source():
    e = (n.name for n in [Noisy('x'), Noisy('y')])
    print(next(e))
    del e
    print('end')
# expect: expression_with_a_dying_source
# expect: x
# expect: del y
# expect: del x
# expect: end


@case
def sent_values():
    def g():
        while True:
            got = yield
            print('got', got.name)
    it = g()
    next(it)
    it.send(Noisy(1))
    it.send(Noisy(2))
    it.close()
    print('end')
# expect: sent_values
# expect: got 1
# expect: del 1
# expect: got 2
# expect: del 2
# expect: end


@case
def throw_into_one_that_was_not_started():
    def g(a):
        yield
    it = g(Noisy('a'))
    try:
        it.throw(ValueError('thrown'))
    except ValueError:
        print('handling')
    print('end')
# expect: throw_into_one_that_was_not_started
# expect: handling
# expect: del a
# expect: end
