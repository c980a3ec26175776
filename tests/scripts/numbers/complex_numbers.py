def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (complex("1","2")))  # expect: TypeError: complex() can't take second arg if first is a string
show(lambda: (complex(1,"2")))  # expect: TypeError: complex() second arg can't be a string
show(lambda: complex([]))  # expect: TypeError: complex() first argument must be a string or a number, not 'list'
show(lambda: (complex(1,[])))  # expect: TypeError: complex() second argument must be a number, not 'list'
show(lambda: complex("a"))  # expect: ValueError: complex() arg is a malformed string
show(lambda: complex(b"1"))  # expect: TypeError: complex() first argument must be a string or a number, not 'bytes'
show(lambda: (complex(real=1,imag=2)))  # expect: (1+2j)
show(lambda: (complex(1,2,3)))  # expect: TypeError: complex() takes at most 2 arguments (3 given)
show(lambda: (complex(1j,2j)))  # expect: (-2+1j)
show(lambda: 1j//1)  # expect: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
show(lambda: 1j%1)  # expect: TypeError: unsupported operand type(s) for %: 'complex' and 'int'
show(lambda: (divmod(1j,1)))  # expect: TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'
show(lambda: 1j/0)  # expect: ZeroDivisionError: complex division by zero
show(lambda: 0j**-1)  # expect: ZeroDivisionError: 0.0 to a negative or complex power
show(lambda: 0j**1j)  # expect: ZeroDivisionError: 0.0 to a negative or complex power
show(lambda: 1j<2)  # expect: TypeError: '<' not supported between instances of 'complex' and 'int'
show(lambda: (abs(complex(1e308,1e308))))  # expect: 1.4142135623730951e+308
show(lambda: (1j)**2)  # expect: (-1+0j)
show(lambda: (1j)**1000)  # expect: (1-1.6070832296378168e-13j)
show(lambda: (2+3j)**-3)  # expect: (-0.020937642239417388-0.004096495220755576j)
show(lambda: (1+1j)**(2+3j))  # expect: (-0.16345093210735503+0.09600498360894892j)
show(lambda: (pow(1j,2,3)))  # expect: ValueError: complex modulo
show(lambda: (1e200+1e200j)**2)  # expect: (nan+nanj)
show(lambda: hash(1j))  # expect: 1000003
show(lambda: complex.__getnewargs__(1j))  # expect: (0.0, 1.0)
show(lambda: (complex.__lt__(1j,1j)))  # expect: NotImplemented
show(lambda: (complex.__eq__(1j,2**1000)))  # expect: False
show(lambda: (complex(float('nan'),float('inf'))))  # expect: (nan+infj)
show(lambda: 1j + 1)  # expect: (1+1j)
show(lambda: 1 - 2.5j)  # expect: (1-2.5j)
show(lambda: ('%d %5.2f %x %s' % (3, 2.5, 255, 1j)))  # expect: 3  2.50 ff 1j
show(lambda: (1 < 2 < 3, 1 < 2.5, 2**70 > 1e10, 1 == 1.0 == 1+0j))  # expect: (True, True, True, True)
show(lambda: (bool(0.0), bool(-0.0), bool(0j), bool(2**70)))  # expect: (False, False, False, True)
show(lambda: (complex('nan+infj'), complex('(1-2j)'), complex('1e3'), -0j, complex(-0.0, -0.0)))  # expect: ((nan+infj), (1-2j), (1000+0j), (-0-0j), (-0-0j))
