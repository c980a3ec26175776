import types

FIELDS = ("argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name "
          "qualname firstlineno linetable exceptiontable freevars cellvars").split()


def again(code):
    """As pickling by value does it."""
    return types.CodeType(*[getattr(code, "co_" + field) for field in FIELDS])


def work(a, /, b, *args, c=3, **kwargs):
    try:
        for i in range(b):
            a += i
        with open("/nonexistent/file"):
            pass
    except OSError as e:
        args += (type(e).__name__,)
    finally:
        c += 1
    return a, [lambda: a][0](), args, c, sorted(kwargs)


code = again(work.__code__)
print(code == work.__code__, code is work.__code__)  # expect: True False
print(list(code.co_positions()) == list(work.__code__.co_positions()))  # expect: True
copy = types.FunctionType(code, globals(), "copy", work.__defaults__)
copy.__kwdefaults__ = work.__kwdefaults__
print(copy(1, 4, 5, d=6))  # expect: (7, 7, (5, 'FileNotFoundError'), 4, ['d'])
print(work(1, 4, 5, d=6))  # expect: (7, 7, (5, 'FileNotFoundError'), 4, ['d'])


def outer(x):
    def inner():
        return x + y

    y = 2
    return inner


inner = outer(1)
print(types.FunctionType(again(inner.__code__), {}, "f", None, inner.__closure__)())  # expect: 3
print(list(work.__code__.replace(co_linetable=b"").co_lines()))  # expect: []
unknown = work.__code__.replace(co_linetable=b"\xf8\xf8")
print([line for _, _, line in unknown.co_lines() if line is not None])  # expect: []
try:
    work.__code__.replace(co_nlocals=1)
except ValueError as e:
    print(e)  # expect: code: co_nlocals != len(co_varnames)
try:
    work.__code__.replace(co_argcount=-1)
except ValueError as e:
    print(e)  # expect: co_argcount must be a positive integer
work.__code__.replace(co_names=1)  # expect error: TypeError: replace() argument 'co_names' must be tuple, not int
