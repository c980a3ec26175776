class P:
    __slots__ = ('x', 'y')
p = P()
p.x = 1
print(p.x)  # expect: 1
try:
    p.z = 1
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'z'
try:
    p.y
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'y'
print(P.x)  # expect: <member 'x' of 'P' objects>
try:
    class Q:
        __slots__ = ('a',)
        a = 1
except ValueError as e:
    print(e)  # expect: 'a' in __slots__ conflicts with class variable
try:
    class R(int):
        __slots__ = ('a',)
except TypeError as e:
    print(e)  # expect: nonempty __slots__ not supported for subtype of 'int'
class S(P):
    __slots__ = ('__dict__', 'z')
s = S()
s.x, s.z, s.w = 1, 2, 3
print(s.x, s.z, s.__dict__)  # expect: 1 2 {'w': 3}
class T(P): pass
t = T()
t.anything = 5
print(t.__dict__)  # expect: {'anything': 5}
del p.x
print(hasattr(p, 'x'))  # expect: False
class Private:
    __slots__ = ('__v',)
    def __init__(self): self.__v = 7
    def get(self): return self.__v
print(Private().get(), Private._Private__v)  # expect: 7 <member '_Private__v' of 'Private' objects>
