class I(int):
    def __index__(self): return 7
class F(float): pass
class C(complex): pass
class X:
    def __init__(s, v): s.v = v
    def __int__(s): return s.v
    def __float__(s): return s.v
    def __index__(s): return s.v
    def __complex__(s): return s.v
    def __trunc__(s): return s.v


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (I(5), type(I(5)+1), I(5)+I(6), repr(I(5)), type(+I(5)), I(5) == 5, hash(I(5))))  # expect: (5, <class 'int'>, 11, '5', <class 'int'>, True, 5)
show(lambda: ([1,2,3,4,5,6,7,8][I(3)]))  # expect: 4
show(lambda: (F(1.5), F('2.5') + 1, type(F(1.5) * 2), F.fromhex('0x1p3'), type(F.fromhex('0x1p3'))))  # expect: (1.5, 3.5, <class 'float'>, 8.0, <class '__main__.F'>)
show(lambda: (C(1,2), C('1+2j') * 2, type(C(1,2)*1)))  # expect: ((1+2j), (2+4j), <class 'complex'>)
show(lambda: (int(X(5)), int(X('a'))))  # expect: TypeError: __int__ returned non-int (type str)
show(lambda: (float(X(1.5)), float(X(1))))  # expect: TypeError: X.__float__ returned non-float (type int)
show(lambda: (complex(X(1j)), complex(X(1))))  # expect: TypeError: __complex__ returned non-complex (type int)
show(lambda: (range(X(3)), list(range(X(3)))))  # expect: (range(0, 3), [0, 1, 2])
show(lambda: (I.from_bytes(b'a'), type(I.from_bytes(b'a'))))  # expect: (97, <class '__main__.I'>)
show(lambda: (I('12', 8), I('zz')))  # expect: ValueError: invalid literal for int() with base 10: 'zz'
show(lambda: float(X(2**2000)))  # expect: TypeError: X.__float__ returned non-float (type int)
show(lambda: ('%d' % X(5), '%x' % X(5)))  # expect: ('5', '5')
show(lambda: round(X(1)))  # expect: TypeError: type X doesn't define __round__ method
show(lambda: (I(2**100), -I(2**100), I(3).__getnewargs__()))  # expect: (1267650600228229401496703205376, -1267650600228229401496703205376, (3,))
show(lambda: (f'{I(5)}', f'{I(5):3d}|{F(2.5):.3f}|{True}|{True:d}'))  # expect: ('5', '  5|2.500|True|1')
show(lambda: X(3) + 1)  # expect: TypeError: unsupported operand type(s) for +: 'X' and 'int'
show(lambda: 1 + X(3))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'X'
show(lambda: X(1) < 2)  # expect: TypeError: '<' not supported between instances of 'X' and 'int'
show(lambda: -X(1))  # expect: TypeError: bad operand type for unary -: 'X'
show(lambda: abs(X(1)))  # expect: TypeError: bad operand type for abs(): 'X'
show(lambda: 'a' * I(3))  # expect: aaa
show(lambda: 'a' * X(2))  # expect: aa
show(lambda: (1).foo)  # expect: AttributeError: 'int' object has no attribute 'foo'
show(lambda: int.real)  # expect: <attribute 'real' of 'int' objects>
