"""Stands in for CPython's extension module of the same name when CPython's tests run in Krait, which has no C API.

Each function does by means of the language what its C namesake does through the C API; what has no meaning in Krait
(allocators, vectorcall slots, subinterpreters) is absent, and tests of it fail or are skipped.
"""

import gc as _gc
import signal as _signal
import sys as _sys
import types as _types

from _tracemalloc import (
    _get_block_traceback as tracemalloc_get_traceback, _track as tracemalloc_track, _untrack as tracemalloc_untrack,
)

LIMITED_API_AVAILABLE = False

CHAR_MAX, CHAR_MIN, UCHAR_MAX = 2**7 - 1, -2**7, 2**8 - 1
SHRT_MAX, SHRT_MIN, USHRT_MAX = 2**15 - 1, -2**15, 2**16 - 1
INT_MAX, INT_MIN, UINT_MAX = 2**31 - 1, -2**31, 2**32 - 1
LONG_MAX, LONG_MIN, ULONG_MAX = 2**63 - 1, -2**63, 2**64 - 1
LLONG_MAX, LLONG_MIN, ULLONG_MAX = LONG_MAX, LONG_MIN, ULONG_MAX
PY_SSIZE_T_MAX, PY_SSIZE_T_MIN, SIZE_MAX = LONG_MAX, LONG_MIN, ULONG_MAX
FLT_MAX, FLT_MIN = (2 - 2**-23) * 2.0**127, 2.0**-126
DBL_MAX, DBL_MIN = _sys.float_info.max, _sys.float_info.min


class error(Exception):
    pass


# Calling conventions: each function answers with its receiver and its arguments.

def _convention(kind, receiver, args, kwargs):
    name = "meth_" + kind
    takes_keywords = kind.endswith("keywords")
    if kwargs and not takes_keywords:
        raise TypeError(f"_testcapi.{name}() takes no keyword arguments")
    if kind == "noargs":
        if args:
            raise TypeError(f"_testcapi.{name}() takes no arguments ({len(args)} given)")
        return receiver
    if kind == "o":
        if len(args) != 1:
            raise TypeError(f"_testcapi.{name}() takes exactly one argument ({len(args)} given)")
        return receiver, args[0]
    return (receiver, args, kwargs or None) if takes_keywords else (receiver, args)


class _Function:
    """A builtin function bound to its receiver."""

    def __init__(self, kind, receiver):
        self.kind = kind
        self.receiver = receiver

    def __call__(self, *args, **kwargs):
        return _convention(self.kind, self.receiver, args, kwargs)


class _Method:
    """A method descriptor; `bind` makes the receiver from the instance and the class."""

    def __init__(self, kind, bind):
        self.kind = kind
        self.bind = bind

    def __get__(self, instance, owner):
        return _Function(self.kind, self.bind(instance, owner))


_KINDS = ["varargs", "varargs_keywords", "o", "noargs", "fastcall", "fastcall_keywords"]


def _class(name, bind):
    return type(name, (), {"meth_" + kind: _Method(kind, bind) for kind in _KINDS})


MethInstance = _class("MethInstance", lambda instance, owner: instance)
MethClass = _class("MethClass", lambda instance, owner: owner)
MethStatic = _class("MethStatic", lambda instance, owner: None)
for _kind in _KINDS:
    globals()["meth_" + _kind] = _Function(_kind, _sys.modules[__name__])


# Calls from C.

def pyobject_fastcall(func, args):
    return func(*(args or ()))


def pyobject_fastcalldict(func, args, kwargs):
    return func(*(args or ()), **(kwargs or {}))


def pyobject_vectorcall(func, args, kwnames):
    args, kwnames = args or (), kwnames or ()
    positional = len(args) - len(kwnames)
    return func(*args[:positional], **dict(zip(kwnames, args[positional:])))


def pyvectorcall_call(func, args, kwargs=None):
    return func(*args, **(kwargs or {}))


def bad_get(descriptor, instance, owner):
    """A __get__ that makes an instance of the owner first."""
    owner()
    return repr(descriptor)


class MethodDescriptorBase:
    """Answers whether it was called as the method of an instance."""

    def __call__(self, *args, **kwargs):
        return True

    def __get__(self, instance, owner):
        return self if instance is None else _types.MethodType(self, instance)


class MethodDescriptorDerived(MethodDescriptorBase):
    pass


class MethodDescriptorNopGet(MethodDescriptorBase):
    def __call__(self, *args, **kwargs):
        return args

    def __get__(self, instance, owner):
        return self


class MethodDescriptor2(MethodDescriptorBase):
    def __call__(self, *args, **kwargs):
        return False


def function_setvectorcall(function):
    """Makes a function answer "overridden", whatever was known of it before."""
    function.__code__ = (lambda *args, **kwargs: "overridden").__code__


def _vectorcall(self):
    return "vectorcall"


_vectorcall.native = True


def make_vectorcall_class(base=object):
    """A class with a call of its own, "tp_call", that can be changed for "vectorcall"."""

    class VectorCallClass(base):
        def __call__(self):
            return "tp_call"

        def set_vectorcall(self, cls):
            cls.__call__ = _vectorcall

    VectorCallClass.__call__.native = True
    return VectorCallClass


def has_vectorcall_flag(cls):
    """True while no program has set another __call__."""
    return getattr(cls.__call__, "native", False)


# Classes.

class GenericAlias:
    """What a generic class of C gives for an item: the item takes its place among bases."""

    def __init__(self, item):
        self.item = item

    def __mro_entries__(self, bases):
        return (self.item,)


class Generic:
    def __class_getitem__(cls, item):
        return GenericAlias(item)


# Sequences, attributes, buffers.

def _position(sequence, index):
    """What PySequence_* makes of an index before the sequence sees it: a negative one gets the length added."""
    if index < 0:
        index += len(sequence)
    if index < 0:
        raise IndexError("index out of range")
    return index


def sequence_getitem(sequence, index):
    return sequence[_position(sequence, index)]


def sequence_setitem(sequence, index, value):
    sequence[_position(sequence, index)] = value


def sequence_delitem(sequence, index):
    del sequence[_position(sequence, index)]


def object_hasattrstring(o, name):
    try:
        getattr(o, name.decode())
    except Exception:
        return 0
    return 1


def object_getattrstring(o, name):
    return getattr(o, name.decode())


def dict_getitem_knownhash(mapping, key, hash):
    if not isinstance(mapping, dict):
        raise SystemError("bad argument to internal function")
    return mapping[key]


# Exceptions.

def raise_exception(cls, count):
    """Raises a class with a tuple of so many ints, which the class is then called with."""
    made = cls(*range(count)) if count != 1 else cls(0)
    if not isinstance(made, BaseException):
        raise TypeError(f"calling {cls!r} should have returned an instance of BaseException, not "
                        f"{type(made).__name__}")
    raise made


def raise_memoryerror():
    raise MemoryError


def make_exception_with_doc(name, doc=None, base=None, dict=None):
    module, dot, short = name.rpartition(".")
    if not dot:
        raise SystemError("PyErr_NewException: name must be module.class")
    namespace = {} if dict is None else dict
    namespace.setdefault("__module__", module)
    if doc is not None:
        namespace["__doc__"] = doc
    bases = base if isinstance(base, tuple) else (base or Exception,)
    return type(short, bases, namespace)


class RecursingInfinitelyError(Exception):
    """Its normalization never ends."""

    def __init__(self, *args):
        raise RecursingInfinitelyError


def raise_SIGINT_then_send_None(generator):
    _signal.raise_signal(_signal.SIGINT)
    return generator.send(None)


def _unraisable(exception, traceback, message, object):
    return _types.SimpleNamespace(exc_type=type(exception), exc_value=exception, exc_traceback=traceback,
                                  err_msg=message, object=object)


def write_unraisable_exc(exception, message, object):
    caller = _sys._getframe(1)
    exception.__traceback__ = _types.TracebackType(None, caller, caller.f_lasti, caller.f_lineno)
    message = None if message is None else f"Exception ignored {message}"
    hook = _sys.unraisablehook
    try:
        hook(_unraisable(exception, exception.__traceback__, message, object))
    except BaseException as e:
        _sys.__unraisablehook__(_unraisable(e, e.__traceback__, "Exception ignored in sys.unraisablehook", hook))


def exception_print(exception, legacy=False):
    """PyErr_DisplayException, or PyErr_Display with `legacy`: both are what sys.excepthook calls at first."""
    _sys.__excepthook__(type(exception), exception, getattr(exception, "__traceback__", None))


def traceback_print(traceback, file):
    import traceback as _traceback
    file.write("Traceback (most recent call last):\n")
    _traceback.print_tb(traceback, file=file)


# Frames and code.

def frame_getlocals(frame):
    return frame.f_locals


def frame_getglobals(frame):
    return frame.f_globals


def frame_getbuiltins(frame):
    return frame.f_builtins


def frame_getlasti(frame):
    return frame.f_lasti


def frame_getvar(frame, name):
    if not isinstance(name, str):
        raise TypeError(f"name must be str, not {type(name).__name__}")
    try:
        return frame.f_locals[name]
    except KeyError:
        raise NameError(f"variable {name!r} does not exist") from None


def frame_getvarstring(frame, name):
    return frame_getvar(frame, name.decode())


def frame_getgenerator(frame):
    """The generator, coroutine or asynchronous generator that the frame is of, or None."""
    kinds = {_types.GeneratorType: "gi_frame", _types.CoroutineType: "cr_frame", _types.AsyncGeneratorType: "ag_frame"}
    for o in _gc.get_objects():
        attribute = kinds.get(type(o))
        if attribute is not None and getattr(o, attribute) is frame:
            return o
    return None


def frame_new(code, globals, locals):
    """A frame that does not run."""
    generator_flag = 0x20
    return _types.FunctionType(code.replace(co_flags=code.co_flags | generator_flag), globals)().gi_frame


def code_newempty(filename, name, line):
    """A code object that holds nothing but raises AssertionError when it is run."""
    code = compile("raise AssertionError", filename, "exec")
    return code.replace(co_name=name, co_qualname=name, co_firstlineno=line, co_flags=3)


def test_with_docstring(*args):
    """This is a pretty normal docstring."""


class instancemethod:
    """A method descriptor around any callable, which it makes a method of instances and leaves as it is on classes."""

    def __init__(self, function):
        self.__dict__.update(getattr(function, "__dict__", {}))
        self.__func__ = function

    def __call__(self, *args, **kwargs):
        return self.__func__(*args, **kwargs)

    def __get__(self, instance, owner):
        return self.__func__ if instance is None else _types.MethodType(self.__func__, instance)


class awaitType:
    """Awaits as a C type would: __await__ returns the iterator it was made of."""

    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


with_tp_del = _gc._use_tp_del
without_gc = _gc._without_gc


@without_gc
class ContainerNoGC:
    """Refers to a value that the cycle collector does not see."""

    __slots__ = ("_value", "__weakref__")

    def __init__(self, value):
        self._value = value

    @property
    def value(self):
        return self._value


def _settrace(function):
    """As a C tracer, which needs no local trace function: frames that run already are traced from now on too."""
    frame = _sys._getframe(2)
    while frame is not None:
        frame.f_trace = function
        frame = frame.f_back
    _sys.settrace(function)


def settrace_to_record(list):
    """Sets a trace function that appends (event, line, argument) of every event."""

    def trace(frame, event, argument):
        list.append((_EVENTS[event], frame.f_lineno, argument))
        return trace

    _settrace(trace)


def settrace_to_error(list):
    """Sets a trace function that raises."""

    def trace(frame, event, argument):
        raise Exception

    _settrace(trace)


_EVENTS = {"call": 0, "exception": 1, "line": 2, "return": 3, "c_call": 4, "c_exception": 5, "c_return": 6, "opcode": 7}


# Memory.

def pymem_getallocatorsname():
    """The name of the allocator: Java's."""
    return "java"
