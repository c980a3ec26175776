# Found by fuzzing: which special methods an operation asks, and whose error it is.


def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Lengthless:
    def __iter__(self):
        return iter([1])

    def __len__(self):
        return -1


class Hinting:
    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        return "x"


error(lambda: [*Lengthless()])      # expect: ValueError __len__() should return >= 0
error(lambda: [0, *Hinting()])      # expect: TypeError __length_hint__ must be an integer, not str


class OnlyReflected:
    def __rpow__(self, other, modulus=None):
        return "reflected"


error(lambda: pow(OnlyReflected(), 2, 3))   # expect: AttributeError __pow__
error(lambda: pow(1, ..., 1.5))     # expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
error(lambda: pow("a", 2, 3))       # expect: TypeError unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'


class Iterless:
    def __iter__(self):
        raise TypeError("mine")


error(lambda: 1 in Iterless())      # expect: TypeError argument of type 'Iterless' is not iterable


class Reprless:
    def __repr__(self):
        return b"x"


error(lambda: repr(Reprless()))     # expect: TypeError __repr__ returned non-string (type bytes)
error(lambda: str(Reprless()))      # expect: TypeError __str__ returned non-string (type bytes)
error(lambda: f"{Reprless()}")      # expect: TypeError __str__ returned non-string (type bytes)

# An empty dict does not hash the key.
error(lambda: {}.pop([]))           # expect: KeyError []
error(lambda: {}.pop([], "none"))   # expect: none
# The elements are those of the smaller operand.
error(lambda: {1.0: 2}.keys() & {1, "a"})   # expect: {1.0}


def delegating():
    result = yield from iter([1, 2])
    print("result", result)


generator = delegating()
next(generator)
try:
    generator.throw(StopIteration(4))   # expect: result 4
except StopIteration as e:
    print(e.value)                      # expect: None

error(lambda: complex("1__0"))      # expect: ValueError could not convert string to complex: '1__0'
error(lambda: b"ab" * (2**63 - 1))  # expect: OverflowError repeated bytes are too long
error(lambda: "ab" * (2**63 - 1))   # expect: OverflowError repeated string is too long
error(lambda: type.__annotations__)     # expect: AttributeError type object 'type' has no attribute '__annotations__'
error(lambda: type(type.__type_params__).__name__)      # expect: getset_descriptor
error(lambda: ExceptionGroup("g", [ValueError()]).__module__)   # expect: builtins
