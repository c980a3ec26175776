# A special method that is None is there, and calling it fails; only iteration, containment and hashing know None.
import itertools
import operator
import os


def outcome(function, *args):
    try:
        return type(function(*args)).__name__
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def instance(name):
    return type("X", (), {name: None})()


index = instance("__index__")
print(outcome(operator.mul, [1], index))        # expect: TypeError: 'NoneType' object is not callable
print(outcome("ab".__getitem__, index))         # expect: TypeError: 'NoneType' object is not callable
print(outcome(float, index))                    # expect: TypeError: 'NoneType' object is not callable
print(outcome(operator.mod, "%c", index))       # expect: TypeError: %c requires int or char
print(outcome(operator.mod, b"%c", index))      # expect: TypeError: %c requires an integer in range(256) or a single byte
print(outcome(operator.contains, b"a", index))  # expect: TypeError: a bytes-like object is required, not 'X'
print(outcome(itertools.islice, [], index))
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
print(outcome(float, instance("__float__")))    # expect: TypeError: 'NoneType' object is not callable
print(outcome(operator.mod, b"%f", instance("__float__")))     # expect: TypeError: float argument required, not X
print(outcome(itertools.count, instance("__int__")))           # expect: count
print(outcome(itertools.count, instance("__complex__")))       # expect: TypeError: a number is required
print(outcome(next, instance("__next__")))      # expect: TypeError: 'NoneType' object is not callable
print(outcome(iter, instance("__iter__")))      # expect: TypeError: 'X' object is not iterable
print(outcome(operator.indexOf, instance("__iter__"), 1))      # expect: TypeError: argument of type 'X' is not iterable
print(outcome(operator.contains, instance("__contains__"), 1)) # expect: TypeError: 'X' object is not a container
print(outcome(hash, instance("__hash__")))      # expect: TypeError: unhashable type: 'X'
print(outcome(os.fspath, instance("__fspath__")))              # expect: TypeError: 'NoneType' object is not callable
print(outcome(eval, "1", instance("__getitem__")))
# expect: TypeError: globals must be a real dict; try eval(expr, {}, mapping)
print(outcome(int, instance("__buffer__")))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'X'
print(outcome(operator.concat, instance("__getitem__"), [])) # expect: TypeError: 'X' object can't be concatenated
print(outcome(compile, 1, "a", "exec"))         # expect: TypeError: compile() arg 1 must be a string, bytes or AST object
