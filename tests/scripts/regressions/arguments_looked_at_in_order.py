# Found by fuzzing: which argument is looked at first, and what the errors of special methods become.
import io


def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class NotIterating:
    def __iter__(self):
        raise TypeError("mine")


class Positions:
    def __getitem__(self, index):
        return index


class Sized(Positions):
    def __len__(self):
        return self


class LongText(str):
    def __len__(self):
        print("asked")
        return []


class Mumbling(bytes):
    def __repr__(self):
        return 5


class Silent:
    def __abs__(self):
        return NotImplemented

    def __lt__(self, other):
        print("asked")
        return NotImplemented


class File:
    def __index__(self):
        print("asked")
        return b""


error(lambda: enumerate(1, "x"))    # expect: TypeError 'str' object cannot be interpreted as an integer
error(lambda: enumerate())          # expect: TypeError enumerate() missing required argument 'iterable'
error(lambda: reversed())           # expect: TypeError reversed expected 1 argument, got 0
error(lambda: reversed(Positions()))    # expect: TypeError object of type 'Positions' has no len()
error(lambda: reversed(Sized()))    # expect: TypeError 'Sized' object cannot be interpreted as an integer
error(lambda: sum(1, "x"))          # expect: TypeError 'int' object is not iterable
error(lambda: sum([], "x"))         # expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
error(lambda: b"ab".replace(1, b"x", "x"))      # expect: TypeError a bytes-like object is required, not 'int'
error(lambda: bytes(NotIterating()))        # expect: TypeError cannot convert 'NotIterating' object to bytes
error(lambda: bytearray(NotIterating()))    # expect: TypeError cannot convert 'NotIterating' object to bytearray
error(lambda: bytearray().extend(NotIterating()))   # expect: TypeError can't extend bytearray with NotIterating
error(lambda: "".join(NotIterating()))      # expect: TypeError can only join an iterable
error(lambda: int(Mumbling(b"q")))  # expect: ValueError invalid literal for int() with base 10: b'q'
error(lambda: abs(Silent()))        # expect: NotImplemented
error(lambda: sorted([Silent(), Silent()]))
# expect: asked
# expect: asked
# expect: TypeError '<' not supported between instances of 'Silent' and 'Silent'
error(lambda: print(*LongText("ab")))
# expect: asked
# expect: a b
# expect: None
error(lambda: io.open(File()))
# expect: asked
# expect: TypeError expected str, bytes or os.PathLike object, not File
error(lambda: io.FileIO(2**70))     # expect: TypeError expected str, bytes or os.PathLike object, not int

every_second = memoryview(b"abcd")[::2]
error(lambda: bytearray() < every_second)
# expect: TypeError '<' not supported between instances of 'bytearray' and 'memoryview'
error(lambda: bytearray(b"ac") == every_second)     # expect: True
error(lambda: every_second.cast("\u4e2d"))
# expect: TypeError memoryview: casts are restricted to C-contiguous views
error(lambda: every_second.tobytes("\0"))   # expect: ValueError embedded null character
error(lambda: bytes((1,), "\ud800"))
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
error(lambda: bytes.fromhex("zé"))
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1

error(lambda: b"%i" % "x")          # expect: TypeError %d format: a real number is required, not str
error(lambda: "%i" % "x")           # expect: TypeError %i format: a real number is required, not str
error(lambda: "%*d" % (2**62,))     # expect: TypeError not enough arguments for format string
error(lambda: "%*d" % (2**63, 1))   # expect: OverflowError Python int too large to convert to C ssize_t
error(lambda: "%.*d" % (2**31, 1))  # expect: OverflowError Python int too large to convert to C int


class Floating(bytes):
    def __float__(self):
        return 1.5


class Hinting:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return 2**70


error(lambda: "%d" % Floating(b"12"))   # expect: 12
error(lambda: "%d" % b"12")         # expect: TypeError %d format: a real number is required, not bytes
error(lambda: tuple(Hinting()))     # expect: OverflowError Python int too large to convert to C ssize_t
