def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: int(x=1))  # expect: TypeError: 'x' is an invalid keyword argument for int()
show(lambda: int(base=10))  # expect: TypeError: int() missing string argument
show(lambda: (int(1,2)))  # expect: TypeError: int() can't convert non-string with explicit base
show(lambda: (int("1",99)))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
show(lambda: (int("1",base=2**70)))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
show(lambda: int("z"))  # expect: ValueError: invalid literal for int() with base 10: 'z'
show(lambda: int(b"z"))  # expect: ValueError: invalid literal for int() with base 10: b'z'
show(lambda: int(b"1_0"))  # expect: 10
show(lambda: int([]))  # expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
show(lambda: int(None))  # expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
show(lambda: (int("12", 10, 3)))  # expect: TypeError: int() takes at most 2 arguments (3 given)
show(lambda: int.from_bytes(5))  # expect: TypeError: cannot convert 'int' object to bytes
show(lambda: int.from_bytes("a"))  # expect: TypeError: cannot convert 'str' object to bytes
show(lambda: (int.from_bytes([1,2])))  # expect: 258
show(lambda: (int.from_bytes([1,256])))  # expect: ValueError: bytes must be in range(0, 256)
show(lambda: (int.from_bytes(b"1","foo")))  # expect: ValueError: byteorder must be either 'little' or 'big'
show(lambda: int.from_bytes())  # expect: TypeError: from_bytes() missing required argument 'bytes' (pos 1)
show(lambda: (5).to_bytes(-1))  # expect: ValueError: length argument must be non-negative
show(lambda: ((5).to_bytes(1,"foo")))  # expect: ValueError: byteorder must be either 'little' or 'big'
show(lambda: (5).to_bytes())  # expect: b'\x05'
show(lambda: ((5).to_bytes(length=2,byteorder="little",signed=True)))  # expect: b'\x05\x00'
show(lambda: int.__new__())  # expect: TypeError: int.__new__(): not enough arguments
show(lambda: int.__new__(5))  # expect: TypeError: int.__new__(X): X is not a type object (int)
show(lambda: int.__new__(str))  # expect: TypeError: int.__new__(str): str is not a subtype of int
show(lambda: (bool(1,2)))  # expect: TypeError: bool expected at most 1 argument, got 2
show(lambda: bool(x=1))  # expect: TypeError: bool() takes no keyword arguments
show(lambda: bool.__new__(int))  # expect: TypeError: bool.__new__(int): int is not a subtype of bool
show(lambda: int('1'*5000))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
show(lambda: (int('1'*5000,7)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
show(lambda: (int('  12_3  '), int('٣')))  # expect: (123, 3)
show(lambda: (int.from_bytes(b'\\x01\\x02', 'big'), int.from_bytes(b'\\xff', signed=True)))  # expect: (6663128637257560114, 1551394406)
