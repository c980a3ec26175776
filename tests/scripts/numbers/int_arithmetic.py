def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: 1//0)  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: 1%0)  # expect: ZeroDivisionError: integer modulo by zero
show(lambda: (divmod(1,0)))  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: 1/0)  # expect: ZeroDivisionError: division by zero
show(lambda: 1.0//0)  # expect: ZeroDivisionError: float floor division by zero
show(lambda: 1.0%0)  # expect: ZeroDivisionError: float modulo
show(lambda: (divmod(1.0,0)))  # expect: ZeroDivisionError: float divmod()
show(lambda: 1.0/0)  # expect: ZeroDivisionError: float division by zero
show(lambda: 0**-1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: (-8)**.5)  # expect: (1.7319121124709868e-16+2.8284271247461903j)
show(lambda: 1<<-1)  # expect: ValueError: negative shift count
show(lambda: 1>>-1)  # expect: ValueError: negative shift count
show(lambda: 1<<(1<<100))  # expect: OverflowError: too many digits in integer
show(lambda: 0<<(1<<100))  # expect: 0
show(lambda: 1>>(1<<100))  # expect: 0
show(lambda: -1>>(1<<100))  # expect: -1
show(lambda: (5).__round__(-1))  # expect: 0
show(lambda: (round(5, 1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: (round(5, None)))  # expect: 5
show(lambda: (5).__round__(None))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
show(lambda: ((5).__pow__(2,None)))  # expect: 25
show(lambda: (pow(2,-1,4)))  # expect: ValueError: base is not invertible for the given modulus
show(lambda: (pow(2,3,0)))  # expect: ValueError: pow() 3rd argument cannot be 0
show(lambda: (pow(2,3.0,5)))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
show(lambda: (pow(2.0,3,5)))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
show(lambda: (5).__add__("a"))  # expect: NotImplemented
show(lambda: (5).__rpow__(2))  # expect: 32
show(lambda: ((5).__rpow__(2,3)))  # expect: 2
show(lambda: (5).__format__(5))  # expect: TypeError: __format__() argument must be str, not int
show(lambda: True.__and__(1))  # expect: 1
show(lambda: (5).__rdivmod__(3))  # expect: (0, 3)
show(lambda: (1.0).__divmod__(0))  # expect: ZeroDivisionError: float divmod()
show(lambda: str(10**5000))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: (1).__divmod__("a"))  # expect: NotImplemented
show(lambda: '{}'.format(10**5000))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: int.__getnewargs__(True))  # expect: (1,)
show(lambda: (2**63).bit_count())  # expect: 1
show(lambda: (int.__lt__(1,1.5)))  # expect: NotImplemented
show(lambda: 5 .real)  # expect: 5
show(lambda: 5 .__ceil__())  # expect: 5
show(lambda: True.real)  # expect: 1
show(lambda: True.__int__())  # expect: 1
show(lambda: True.__index__())  # expect: 1
show(lambda: int.__round__(True))  # expect: 1
show(lambda: abs(True))  # expect: 1
show(lambda: +True)  # expect: 1
show(lambda: 1 + 1.5)  # expect: 2.5
show(lambda: 2**0.5)  # expect: 1.4142135623730951
show(lambda: True + True)  # expect: 2
show(lambda: True / 3)  # expect: 0.3333333333333333
show(lambda: 3 * 'ab')  # expect: ababab
show(lambda: (7 // -2, 7 % -2, -7 // 2, -7 % 2))  # expect: (-4, -1, -4, 1)
show(lambda: (7.5 // -2, 7.5 % -2))  # expect: (-4.0, -0.5)
show(lambda: (2**64 // 3, 2**64 % -7, -2**64 >> 3))  # expect: (6148914691236517205, -5, -2305843009213693952)
show(lambda: ((1<<63) - 1, -(1<<63), abs(-(1<<63)), -(-(1<<63))))  # expect: (9223372036854775807, -9223372036854775808, 9223372036854775808, 9223372036854775808)
show(lambda: (9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500**2, -9223372036854775808 * -1))  # expect: (9223372036854775808, -9223372036854775809, 9223372037000250000, 9223372036854775808)
show(lambda: (-9223372036854775808 // -1, -9223372036854775808 % -1))  # expect: (9223372036854775808, 0)
show(lambda: (f'{1234567.891:,.2f}|{255:#x}|{3.0!r:>10}|{1+2j:.3f}'))  # expect: 1,234,567.89|0xff|       3.0|1.000+2.000j
show(lambda: ('%c' % 65, '%r' % (1.5,)))  # expect: ('A', '1.5')
show(lambda: 1 if 0.0 else 2)  # expect: 2
show(lambda: (divmod(-7, 2), divmod(7.5, 2), divmod(2**70, 7)))  # expect: ((-4, 1), (3.0, 1.5), (168655945816773043346, 2))
show(lambda: (isinstance(True, int), type(True + 0), type(1.0 .__trunc__())))  # expect: (True, <class 'int'>, <class 'int'>)
show(lambda: ((1).__class__, (1).numerator, (5).denominator, (1.5).real, (1.5).imag))  # expect: (<class 'int'>, 1, 1, 1.5, 0.0)
show(lambda: (pow(3, -1, 7), pow(2, 100, 10**9+7), pow(-2, 3, 5), pow(2,3,-5)))  # expect: (5, 976371285, 2, -2)
show(lambda: (0xff ^ 0x0f, ~5, -5 & 3, 5 | -8, 2**70 & -1))  # expect: (240, -6, 3, -3, 1180591620717411303424)
