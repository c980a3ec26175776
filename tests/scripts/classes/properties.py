class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @property
    def r(self): return 1
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return (cls.__name__, a)
p = P()
p.x = 5
print(p.x, P.x.__doc__)  # expect: 5 the x
try:
    p.r = 1
except AttributeError as e:
    print(e)  # expect: property 'r' of 'P' object has no setter
try:
    del p.x
except AttributeError as e:
    print(e)  # expect: property 'x' of 'P' object has no deleter
print(p.s(1), P.s(2), p.c(3), P.c(4))  # expect: 1 2 ('P', 3) ('P', 4)
print(P.__dict__['s'].__name__, P.__dict__['c'].__wrapped__.__name__)  # expect: s c
