import copy
import pickle
from decimal import *


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: getcontext())  # expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
show(lambda: Context(prec=5, traps=[Inexact]).divide(1, 3))  # expect: Inexact: [<class 'decimal.Inexact'>]
show(lambda: Context(prec=5).create_decimal('1.234567'))  # expect: 1.2346
show(lambda: Context(prec=0))  # expect: ValueError: valid range for prec is [1, MAX_PREC]
show(lambda: setattr(getcontext(), 'precision', 1))  # expect: AttributeError: 'decimal.Context' object has no attribute 'precision'
show(lambda: delattr(getcontext(), 'prec'))  # expect: AttributeError: context attributes cannot be deleted
with localcontext(prec=4, rounding=ROUND_DOWN) as c:
    result = Decimal(2) / 3
    flags = [f.__name__ for f, on in c.flags.items() if on]
print(result, flags)  # expect: 0.6666 ['Inexact', 'Rounded']
print(getcontext().prec, getcontext().flags[Inexact])  # expect: 28 False
print(copy.copy(c) is c, pickle.loads(pickle.dumps(c)).prec)  # expect: False 4
c.clear_flags()
c.traps[DivisionByZero] = False
print(c.divide(1, 0), c.flags[DivisionByZero])  # expect: Infinity True
show(lambda: c.traps.__delitem__(Inexact))  # expect: ValueError: signal keys cannot be deleted
show(lambda: c.traps[ValueError])  # expect: KeyError: 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
show(lambda: DivisionByZero.__mro__[1:4])  # expect: (<class 'decimal.DecimalException'>, <class 'ZeroDivisionError'>, <class 'ArithmeticError'>)
show(lambda: Underflow.__mro__[1:5])  # expect: (<class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.Subnormal'>, <class 'decimal.DecimalException'>)
setcontext(ExtendedContext)
print(getcontext() is ExtendedContext, Decimal(1) / 0)  # expect: False Infinity
