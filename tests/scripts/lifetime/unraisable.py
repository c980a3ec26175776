# Exceptions that have nobody to go to: in __del__, in callbacks, in finally clauses of dropped generators.
import gc
import io
import sys
import threading
import weakref


def case(function):
    print(function.__name__)
    old, sys.unraisablehook = sys.unraisablehook, hook
    try:
        function()
    finally:
        sys.unraisablehook = old


def hook(u):
    print(u.exc_type.__name__, u.exc_value, u.err_msg, type(u.object).__name__, u.exc_traceback is not None)


def reported(function):
    """What the standard hook writes, without addresses and lines."""
    old_err, old_hook = sys.stderr, sys.unraisablehook
    sys.stderr, sys.unraisablehook = io.StringIO(), sys.__unraisablehook__
    try:
        function()
        return [line.split(' at 0x')[0] for line in sys.stderr.getvalue().splitlines()
                if not line.startswith('  ')]
    finally:
        sys.stderr, sys.unraisablehook = old_err, old_hook


class Fails:
    def __del__(self):
        raise ValueError('in del')


@case
def in_del():
    Fails()
    print('goes on')
# expect: in_del
# expect: ValueError in del None function True
# expect: goes on


@case
def text_of_the_standard_hook():
    print(reported(Fails))
# expect: text_of_the_standard_hook
# expect: ['Exception ignored in: <function Fails.__del__', 'Traceback (most recent call last):', 'ValueError: in del']


@case
def text_for_a_callback():
    def f():
        c = threading.Event()
        ref = weakref.ref(c, lambda r: 1 / 0)
        del c
    print(reported(f))
# expect: text_for_a_callback
# expect: ['Exception ignored in: <function text_for_a_callback.<locals>.f.<locals>.<lambda>', 'Traceback (most recent call last):', 'ZeroDivisionError: division by zero']


@case
def text_for_an_exception_without_message():
    class C:
        def __del__(self):
            raise KeyError
    print(reported(C))
# expect: text_for_an_exception_without_message
# expect: ['Exception ignored in: <function text_for_an_exception_without_message.<locals>.C.__del__', 'Traceback (most recent call last):', 'KeyError: ']


@case
def text_when_str_fails():
    class Error(Exception):
        def __str__(self):
            raise TypeError

    class C:
        def __del__(self):
            raise Error
    print(reported(C))
# expect: text_when_str_fails
# expect: ['Exception ignored in: <function text_when_str_fails.<locals>.C.__del__', 'Traceback (most recent call last):', 'text_when_str_fails.<locals>.Error: <exception str() failed>']


@case
def text_when_the_hook_fails():
    def f():
        sys.unraisablehook = lambda u: 1 / 0
        Fails()
    print(reported(f))
# expect: text_when_the_hook_fails
# expect: ['Exception ignored in sys.unraisablehook: <function text_when_the_hook_fails.<locals>.f.<locals>.<lambda>', 'Traceback (most recent call last):', 'ZeroDivisionError: division by zero']


@case
def the_exception_under_way_is_kept():
    try:
        try:
            raise KeyError('first')
        finally:
            Fails()
    except KeyError as e:
        print(repr(e), e.__context__)
# expect: the_exception_under_way_is_kept
# expect: ValueError in del None function True
# expect: KeyError('first') None


@case
def context_of_the_error_in_del():
    sys.unraisablehook = lambda u: print(repr(u.exc_value), repr(u.exc_value.__context__))
    try:
        raise KeyError('handled')
    except KeyError:
        Fails()
    print(sys.exc_info())
# expect: context_of_the_error_in_del
# expect: ValueError('in del') KeyError('handled')
# expect: (None, None, None)


@case
def sys_exit_in_del():
    class C:
        def __del__(self):
            sys.exit(3)
    C()
    print('goes on')
# expect: sys_exit_in_del
# expect: SystemExit 3 None function True
# expect: goes on


@case
def del_that_cannot_be_called():
    class C:
        __del__ = None
    C()

    class D:
        def __del__(self, argument):
            pass
    D()
# expect: del_that_cannot_be_called
# expect: TypeError 'NoneType' object is not callable None NoneType True
# expect: TypeError del_that_cannot_be_called.<locals>.D.__del__() missing 1 required positional argument: 'argument' None function True


@case
def del_found_by_a_descriptor():
    class Descriptor:
        def __get__(self, instance, owner):
            print('get', type(instance).__name__)
            return lambda: print('called')

    class C:
        __del__ = Descriptor()
    C()
# expect: del_found_by_a_descriptor
# expect: get C
# expect: called


@case
def hook_none_or_missing():
    sys.unraisablehook = None
    old, sys.stderr = sys.stderr, io.StringIO()
    Fails()
    text, sys.stderr = sys.stderr.getvalue(), old
    print(text.splitlines()[-1])
# expect: hook_none_or_missing
# expect: ValueError: in del


@case
def the_hook_sees_the_object_alive():
    seen = []
    sys.unraisablehook = lambda u: seen.append(u.object)
    Fails()
    print(seen[0].__qualname__)
    sys.unraisablehook = hook
    seen.clear()
    print('end')
# expect: the_hook_sees_the_object_alive
# expect: Fails.__del__
# expect: end


@case
def in_garbage():
    f, g = Fails(), Fails()
    f.other, g.other = g, f
    del f, g
    gc.collect()
# expect: in_garbage
# expect: ValueError in del None function True
# expect: ValueError in del None function True


@case
def deletion_in_a_comparison():
    class C:
        def __eq__(self, other):
            return True

        def __del__(self):
            raise ValueError('temporary')
    print(C() == 1, [C()].count(2))
# expect: deletion_in_a_comparison
# expect: ValueError temporary None function True
# expect: ValueError temporary None function True
# expect: True 1
