class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as e:
    print(e)
# expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases A, B
class X: pass
class Y: pass
class P(X, Y): pass
class Q(P, X): pass
print([c.__name__ for c in Q.__mro__])  # expect: ['Q', 'P', 'X', 'Y', 'object']
try:
    class D(A, A): pass
except TypeError as e:
    print(e)  # expect: duplicate base class A
try:
    class E(int, str): pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict
try:
    class F(bool): pass
except TypeError as e:
    print(e)  # expect: type 'bool' is not an acceptable base type
