# Found by fuzzing: what has brackets for keys, but no items by position, is not iterable.
import re


def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


match = re.match("a", "a")
error(lambda: [*match])             # expect: TypeError Value after * must be an iterable, not re.Match
error(lambda: tuple(int | str))     # expect: TypeError 'types.UnionType' object is not iterable
error(lambda: "a" in match)         # expect: TypeError argument of type 're.Match' is not iterable
error(lambda: reversed(match))      # expect: TypeError 're.Match' object is not reversible

# No codec is asked for what is empty.
print([str(b"", "none"), bytearray().decode("none")])     # expect: ['', '']
error(lambda: b"a".decode("none"))          # expect: LookupError unknown encoding: none

view = memoryview(b"abcd")
error(lambda: view.cast("\xe9", 1))         # expect: TypeError shape must be a list or a tuple
error(lambda: view.cast("B", [2, 2]).cast("\xe9", [2, 2]))
# expect: TypeError memoryview: cast must be 1D -> ND or ND -> 1D
