# What exceptions, tracebacks and frames keep alive, and when they let it go.
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


@case
def locals_live_while_it_is_handled():
    def f():
        local = Noisy('local')
        raise ValueError
    try:
        f()
    except ValueError:
        print('handling')
    print('end')
# expect: locals_live_while_it_is_handled
# expect: handling
# expect: del local
# expect: end


@case
def the_name_keeps_it_to_the_end_of_the_clause():
    def f():
        local = Noisy('local')
        raise ValueError
    try:
        f()
    except ValueError as e:
        print('handling', e.__traceback__.tb_next.tb_frame.f_locals['local'].name)
    print('end')
# expect: the_name_keeps_it_to_the_end_of_the_clause
# expect: handling local
# expect: del local
# expect: end


@case
def kept_traceback():
    def f():
        local = Noisy('local')
        raise ValueError
    try:
        f()
    except ValueError as e:
        kept = e
    print('kept')
    kept.__traceback__ = None
    print('traceback gone')
# expect: kept_traceback
# expect: kept
# expect: del local
# expect: traceback gone


@case
def with_traceback_none():
    def f():
        local = Noisy('local')
        raise ValueError('v')
    try:
        f()
    except ValueError as e:
        kept = e.with_traceback(None)
        print('cut')
    print(repr(kept))
# expect: with_traceback_none
# expect: del local
# expect: cut
# expect: ValueError('v')


@case
def frame_clear():
    def f():
        a, b = Noisy('a'), Noisy('b')
        raise ValueError
    try:
        f()
    except ValueError as e:
        frame = e.__traceback__.tb_next.tb_frame
    print('kept by the frame')
    frame.clear()
    print('cleared', frame.f_locals)
# expect: frame_clear
# expect: kept by the frame
# expect: del a
# expect: del b
# expect: cleared {}


@case
def deep_stack_unwinds_from_the_outside():
    def f(n):
        local = Noisy(n)
        if n == 0:
            raise ValueError
        f(n - 1)
    try:
        f(3)
    except ValueError:
        print('handling')
    print('end')
# expect: deep_stack_unwinds_from_the_outside
# expect: handling
# expect: del 0
# expect: del 1
# expect: del 2
# expect: del 3
# expect: end


@case
def context_and_cause():
    class Error(Exception):
        def __init__(self, name):
            self.noisy = Noisy(name)
    try:
        try:
            raise Error('first')
        except Error:
            raise Error('second')
    except Error as e:
        print(e.__context__.noisy.name)
        e.__context__ = None
        print('context gone')
    print('end')
    try:
        raise Error('third') from Error('cause')
    except Error as e:
        print('handling')
    print('end')
# expect: context_and_cause
# expect: first
# expect: del first
# expect: context gone
# expect: del second
# expect: end
# expect: handling
# expect: del third
# expect: del cause
# expect: end


@case
def exception_in_a_cycle_with_its_frame():
    def f():
        local = Noisy('local')
        try:
            raise ValueError
        except ValueError as e:
            kept = e
    f()
    print('cycle')
    gc.collect()
    print('collected')
# expect: exception_in_a_cycle_with_its_frame
# expect: cycle
# expect: del local
# expect: collected


@case
def exc_info_of_the_handler():
    def f():
        local = Noisy('local')
        raise ValueError
    try:
        f()
    except ValueError:
        info = sys.exc_info()
        print(info[0].__name__)
    print('kept')
    del info
    print('end')
# expect: exc_info_of_the_handler
# expect: ValueError
# expect: kept
# expect: del local
# expect: end


@case
def finally_and_return():
    def f():
        local = Noisy('local of f')
        try:
            raise ValueError
        finally:
            return 'returned'
    print(f())
# expect: finally_and_return
# expect: del local of f
# expect: returned


@case
def reraised_from_a_handler():
    def f():
        a = Noisy('a')
        try:
            b = Noisy('b')
            raise ValueError
        except ValueError:
            c = Noisy('c')
            raise
    try:
        f()
    except ValueError:
        print('handling')
    print('end')
# expect: reraised_from_a_handler
# expect: handling
# expect: del a
# expect: del b
# expect: del c
# expect: end


@case
def the_argument_of_the_exception():
    try:
        raise KeyError(Noisy('argument'))
    except KeyError:
        print('handling')
    print('end')
# expect: the_argument_of_the_exception
# expect: handling
# expect: del argument
# expect: end


@case
def exception_group_is_split():
    def make(name):
        e = ValueError(name)
        e.noisy = Noisy(name)
        return e
    try:
        raise ExceptionGroup('g', [make('value'), TypeError('type')])
    except* ValueError as g:
        print('value', len(g.exceptions))
    except* TypeError:
        print('type')
    print('end')
# expect: exception_group_is_split
# expect: value 1
# expect: type
# expect: del value
# expect: end


@case
def stop_iteration_value():
    def g():
        yield
        return Noisy('value')
    it = g()
    next(it)
    try:
        next(it)
    except StopIteration as s:
        print(s.value.name)
    print('end')
# expect: stop_iteration_value
# expect: value
# expect: del value
# expect: end


@case
def frames_kept_by_name():
    def f():
        local = Noisy('local')
        return sys._getframe()
    frame = f()
    print('returned', sorted(frame.f_locals))
    del frame
    print('end')
# expect: frames_kept_by_name
# expect: returned ['local']
# expect: del local
# expect: end


@case
def the_caller_through_f_back():
    def inner():
        return sys._getframe(1)

    def outer():
        local = Noisy('local of outer')
        return inner()
    frame = outer()
    print('returned')
    frame = None
    print('end')
# expect: the_caller_through_f_back
# expect: returned
# expect: del local of outer
# expect: end


@case
def temporaries_of_an_expression_that_fails():
    def fail():
        raise ValueError

    def f(*a):
        pass
    try:
        f(Noisy('first'), [Noisy('second')], fail())
    except ValueError:
        print('handling')
    print('end')
# expect: temporaries_of_an_expression_that_fails
# expect: del second
# expect: del first
# expect: handling
# expect: end


@case
def suppressed_by_a_manager():
    class Suppress:
        def __enter__(self):
            pass

        def __exit__(self, *info):
            print('exit')
            return True

    def f():
        local = Noisy('local')
        raise ValueError
    with Suppress():
        f()
    print('end')
# expect: suppressed_by_a_manager
# expect: exit
# expect: del local
# expect: end
