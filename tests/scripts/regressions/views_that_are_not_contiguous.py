# Found by fuzzing: who takes a view whose bytes don't lie in a row, and what is said of one that is not taken.
view = memoryview(b"abcdef")[::2]


def error(f, *args):
    try:
        print(f(*args))
    except (TypeError, BufferError, ValueError) as e:
        print(type(e).__name__, e)


error(bytes, view)                          # expect: b'ace'
error(b"%s".__mod__, view)                  # expect: b'ace'
error(int.from_bytes, view)                 # expect: 6382437
error(b"abc".find, view)                    # expect: BufferError memoryview: underlying buffer is not C-contiguous
error(b"abc".replace, view, b"")            # expect: BufferError memoryview: underlying buffer is not C-contiguous
error(b"abc".__contains__, view)            # expect: BufferError memoryview: underlying buffer is not C-contiguous
error(b"abc".__add__, view)                 # expect: TypeError can't concat memoryview to bytes
error(bytearray().__iadd__, view)           # expect: TypeError can't concat memoryview to bytearray
error(bytearray().extend, view)             # expect: TypeError can't set bytearray slice from memoryview
error(b"".join, [view])                     # expect: TypeError sequence item 0: expected a bytes-like object, memoryview found
error(str, view, "ascii")                   # expect: TypeError decoding to str: need a bytes-like object, memoryview found
error(eval, view)                           # expect: TypeError eval() arg 1 must be a string, bytes or code object
error(float, view)                          # expect: TypeError float() argument must be a string or a real number, not 'memoryview'
error(int, view)                            # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'memoryview'
error(int, memoryview(b"x"))                # expect: ValueError invalid literal for int() with base 10: b'x'
error(int, bytearray(b"x"))                 # expect: ValueError invalid literal for int() with base 10: b'x'

# Nothing, backwards.
empty = memoryview(b"")[::-1]
print(empty.contiguous, empty.hex(), bytes(empty), empty.tolist(), empty == b"")    # expect: False  b'' [] True
view.release()
error(b"x".__add__, view)                   # expect: TypeError can't concat memoryview to bytes
