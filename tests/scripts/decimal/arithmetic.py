from decimal import *


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


D = Decimal
show(lambda: D('0.1') + D('0.2'))  # expect: 0.3
show(lambda: D(1) / 7)  # expect: 0.1428571428571428571428571429
show(lambda: D(2).sqrt())  # expect: 1.414213562373095048801688724
show(lambda: D(2).exp())  # expect: 7.389056098930650227230427461
show(lambda: D('1.000000000000000000000000001').ln())  # expect: 9.999999999999999999999999995E-28
show(lambda: D(1000).log10())  # expect: 3
show(lambda: D(2) ** D('0.5'))  # expect: 1.414213562373095048801688724
show(lambda: D('1.1') ** -20)  # expect: 0.1486436280241436864020760472
show(lambda: pow(D(7), 20, 13))  # expect: 3
show(lambda: divmod(D('-7.5'), 2))  # expect: (Decimal('-3'), Decimal('-1.5'))
show(lambda: D(5).remainder_near(3))  # expect: -1
show(lambda: D('123.456').quantize(D('0.1'), ROUND_UP))  # expect: 123.5
show(lambda: D(1) / 0)  # expect: DivisionByZero: [<class 'decimal.DivisionByZero'>]
show(lambda: D(0) / 0)  # expect: InvalidOperation: [<class 'decimal.DivisionUndefined'>]
show(lambda: D('x'))  # expect: InvalidOperation: [<class 'decimal.ConversionSyntax'>]
show(lambda: D('sNaN') + 1)  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: D('1E+999999') * 10)  # expect: Overflow: [<class 'decimal.Overflow'>]
show(lambda: D(1) + 1.5)  # expect: TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
show(lambda: D(1) < 1.5)  # expect: True
show(lambda: D('1.10') == D('1.1'))  # expect: True
show(lambda: hash(D('1.50')) == hash(1.5))  # expect: True
show(lambda: D(1.1))  # expect: 1.100000000000000088817841970012523233890533447265625
show(lambda: D((1, (1, 2, 3), -2)))  # expect: -1.23
show(lambda: D('-1.20E+3').as_tuple())  # expect: DecimalTuple(sign=1, digits=(1, 2, 0), exponent=1)
show(lambda: D('0.375').as_integer_ratio())  # expect: (3, 8)
show(lambda: D('1E-7').to_eng_string())  # expect: 100E-9
show(lambda: D('12E+7').to_eng_string())  # expect: 120E+6
show(lambda: round(D('2.675'), 2))  # expect: 2.68
show(lambda: D(1101).logical_xor(D(111)))  # expect: 1010
show(lambda: D(1234).rotate(-1))  # expect: 4000000000000000000000000123
show(lambda: D(1).next_toward(0))  # expect: 0.9999999999999999999999999999
show(lambda: D('-0').number_class())  # expect: -Zero
show(lambda: format(D('1234567.891'), ',.2f'))  # expect: 1,234,567.89
show(lambda: format(D('-0.0000123'), '+.2e'))  # expect: -1.23e-5
show(lambda: format(D('0.5'), '%'))  # expect: 50%
show(lambda: format(D('-0.001'), 'z.1f'))  # expect: 0.0
show(lambda: format(D('3.5'), '*^+10'))  # expect: ***+3.5***
show(lambda: format(D(12), '010,'))  # expect: 00,000,012
show(lambda: int(D('-3.9')))  # expect: -3
show(lambda: float(D('1e-400')))  # expect: 0.0
