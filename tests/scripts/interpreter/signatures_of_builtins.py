import inspect
import io
import itertools
import sys


def signature(o):
    try:
        return str(inspect.signature(o))
    except ValueError:
        return None


print(signature(list))                    # expect: (iterable=(), /)
print(signature(complex))                 # expect: (real=0, imag=0)
print(signature(float))                   # expect: (x=0, /)
print(signature(object))                  # expect: ()
print(signature(property))                # expect: (fget=None, fset=None, fdel=None, doc=None)
print(signature(itertools.accumulate))    # expect: (iterable, func=None, *, initial=None)
print(signature(io.StringIO))             # expect: (initial_value='', newline='\n')
print(signature(io.RawIOBase))            # expect: ()

# The constructors that take too many forms have none.
print([c for c in (int, str, bytes, dict, range, slice, type, Exception) if signature(c)])    # expect: []


class Plain:
    pass


class Derived(list):
    pass


print(signature(Plain), signature(Derived))    # expect: () (iterable=(), /)

# So it is with functions.
print([f for f in (min, max, dict.update, __build_class__) if signature(f)])    # expect: []

# A receiver is positional-only.
print(list.append.__text_signature__)             # expect: ($self, object, /)
print(list.sort.__text_signature__)               # expect: ($self, /, *, key=None, reverse=False)
print(bytes.hex.__text_signature__)               # expect: ($self, /, sep=<unrepresentable>, bytes_per_sep=1)
print(dict.fromkeys.__text_signature__)           # expect: ($type, iterable, value=None, /)
print(round.__text_signature__)                   # expect: ($module, /, number, ndigits=None)
print(globals.__text_signature__)                 # expect: ($module, /)
print(list.__new__.__text_signature__)            # expect: ($type, *args, **kwargs)
print(list.__init__.__text_signature__)           # expect: ($self, /, *args, **kwargs)

print(sys.monitoring.get_tool.__self__ is sys.monitoring)    # expect: True
print(signature(sys.monitoring.get_tool))                    # expect: (tool_id, /)

print([e for e in vars(__import__("builtins")).values()
       if isinstance(e, type) and issubclass(e, BaseException) and not e.__doc__])    # expect: [<class 'ExceptionGroup'>]
print(tuple.__new__.__doc__)    # expect: Create and return a new object.  See help(type) for accurate signature.
