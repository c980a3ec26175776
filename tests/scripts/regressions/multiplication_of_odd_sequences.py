# Found by fuzzing: whose multiplication repeats a sequence, and which operand is called no integer.


def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Text(str):
    def __mul__(self, other):
        return "mine"


class Items(list):
    def __mul__(self, other):
        return "mine"


class Number(int):
    pass


def times(a, b):
    a *= b
    return a


error(lambda: "x" * Text("2"))      # expect: TypeError 'str' object cannot be interpreted as an integer
error(lambda: [1] * Items())        # expect: TypeError 'list' object cannot be interpreted as an integer
error(lambda: 2 * Text("a"))        # expect: aa
error(lambda: Text("a") * "b")      # expect: mine
error(lambda: "a" * "b")            # expect: TypeError can't multiply sequence by non-int of type 'str'
error(lambda: 1.5 * "b")            # expect: TypeError can't multiply sequence by non-int of type 'float'
error(lambda: {} * "b")             # expect: TypeError can't multiply sequence by non-int of type 'dict'
error(lambda: times({}, "b"))       # expect: TypeError unsupported operand type(s) for *=: 'dict' and 'str'
error(lambda: times(1.5, "b"))      # expect: TypeError can't multiply sequence by non-int of type 'float'
error(lambda: times(2, "b"))        # expect: bb
error(lambda: times(Number(2), "b"))    # expect: TypeError unsupported operand type(s) for *=: 'Number' and 'str'
error(lambda: Number(2) * "b")      # expect: bb
error(lambda: times([1], 2))        # expect: [1, 1]
error(lambda: times(Items([1]), 2))     # expect: mine
error(lambda: times(bytearray(b"a"), 1.5))
# expect: TypeError can't multiply sequence by non-int of type 'float'
