def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: 0.0**-1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: int(float('nan')))  # expect: ValueError: cannot convert float NaN to integer
show(lambda: int(float('inf')))  # expect: OverflowError: cannot convert float infinity to integer
show(lambda: (round(15,-1)))  # expect: 20
show(lambda: (round(25,-1)))  # expect: 20
show(lambda: float("a"))  # expect: ValueError: could not convert string to float: 'a'
show(lambda: float(b"a"))  # expect: ValueError: could not convert string to float: b'a'
show(lambda: float([]))  # expect: TypeError: float() argument must be a string or a real number, not 'list'
show(lambda: float(None))  # expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
show(lambda: (float(1,2)))  # expect: TypeError: float expected at most 1 argument, got 2
show(lambda: float(x=1))  # expect: TypeError: float() takes no keyword arguments
show(lambda: float(10**400))  # expect: OverflowError: int too large to convert to float
show(lambda: float.fromhex(5))  # expect: TypeError: bad argument type for built-in operation
show(lambda: float.fromhex("z"))  # expect: ValueError: invalid hexadecimal floating-point string
show(lambda: float.__getformat__("double"))  # expect: IEEE, little-endian
show(lambda: float.__getformat__("x"))  # expect: ValueError: __getformat__() argument 1 must be 'double' or 'float'
show(lambda: (1.5).as_integer_ratio())  # expect: (3, 2)
show(lambda: float('nan').as_integer_ratio())  # expect: ValueError: cannot convert NaN to integer ratio
show(lambda: float('inf').as_integer_ratio())  # expect: OverflowError: cannot convert Infinity to integer ratio
show(lambda: (1.5).__round__(None))  # expect: 2
show(lambda: (round(1.5,2**70)))  # expect: 1.5
show(lambda: (round(1.5,-2**70)))  # expect: 0.0
show(lambda: round(float('nan')))  # expect: ValueError: cannot convert float NaN to integer
show(lambda: round(float('inf')))  # expect: OverflowError: cannot convert float infinity to integer
show(lambda: (round(1.7e308,-308)))  # expect: OverflowError: rounded value too large to represent
show(lambda: 1e308**2)  # expect: OverflowError: (34, 'Numerical result out of range')
show(lambda: 2.0**1e10)  # expect: OverflowError: (34, 'Numerical result out of range')
show(lambda: (1.5).__rdivmod__(3))  # expect: (2.0, 0.0)
show(lambda: float.__round__(2.5))  # expect: 2
show(lambda: 0.0.__pow__(-1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: (0.0.__pow__(1,2)))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
show(lambda: (float.__lt__(1.5,1)))  # expect: False
show(lambda: 1.5 + 1)  # expect: 2.5
show(lambda: (10**20 == 1e20, 10**23 == 1e23, 2**53+1 == float(2**53+1)))  # expect: (True, False, False)
show(lambda: (round(2.675, 2), round(0.5), round(1.5), round(-2.5), round(1234, -2)))  # expect: (2.67, 0, 2, -2, 1200)
show(lambda: ((0.1).hex(), float.fromhex('0x1.8p1'), 1e16, 1e15, 123456789012345680.0, 5e-324))  # expect: ('0x1.999999999999ap-4', 3.0, 1e+16, 1000000000000000.0, 1.2345678901234568e+17, 5e-324)
show(lambda: (hash(2**61-1), hash(-1), hash(0.5), hash(float('inf')), hash(2**100), hash(1.0)))  # expect: (0, -2, 1152921504606846976, 314159, 549755813888, 1)
show(lambda: (int.__add__(1, 2), int.__radd__(1, 2), float.__rsub__(1.0, 2)))  # expect: (3, 3, 1.0)
show(lambda: (float('nan') == float('nan'), float('nan') != 1, float('inf') > 2**2000))  # expect: (False, True, True)
show(lambda: (str(1e100), repr(1e-7), str(float('-inf')), repr(-0.0)))  # expect: ('1e+100', '1e-07', '-inf', '-0.0')
