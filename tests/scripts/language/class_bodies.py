class A:
    """doc"""
    x = 1
    y: int = 2
    z: str
    def f(self): return self.x
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return 'p'
    def __private(self): return 'priv'
    def callp(self): return self.__private()
    l = [x for x in (1, 2)]

print(A.__doc__, A.__annotations__, A().f(), A.s(3), A.c(), A().p, A().callp(), A.l)
print(A.__qualname__, A.f.__qualname__, A.__module__)
class B(A):
    def f(self): return super().f() + 1
    def g(self): return __class__
    class Inner:
        def k(self): pass
print(B().f(), B().g(), B.Inner.k.__qualname__)
class M(type):
    def __new__(m, n, b, d, **k): print(n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
class C(metaclass=M, opt=1): pass
bases = (B,)
class D(*bases, **{'metaclass': type}): pass
print(D.__mro__)
def deco(x):
    def w(f): print('deco', x, f.__name__); return f
    return w
@deco(1)
@deco(2)
def func(): pass
@deco(3)
class E: pass
def local():
    class L:
        def m(self): return L
    return L
print(local().__qualname__, local().m.__qualname__)
x = 'global'
class S:
    print(x)
    x = 'class'
    print(x)
    def get(self): return x
    del x
    print(x)
print(S().get())
def outer():
    v = 1
    class K:
        print(v)
        v = 2
        print(v)
        def m(self): return v
    return K().m()

def outer2():
    v = 1
    class K:
        w = v
        k = [v for _ in (1,)]
        def m(self): nonlocal v; v += 1; return v
    K().m()
    return v, K.w, K.k
print(outer2())
def ann(a: int, b: 'str' = 1, *c: float, d: list, **e: dict) -> None: pass
print(ann.__annotations__)
class T[X, *Y, **Z]:
    def m[U: int](self, a: U) -> X: pass
print(T.__type_params__, T.m.__type_params__, T.m.__annotations__)
type Al[K] = dict[K, int]
print(Al, Al.__value__, Al.__type_params__)
def gf[T: (int, str)](x: T = 1, *, y=2): return T
print(gf(), gf.__type_params__[0].__constraints__, gf.__defaults__, gf.__kwdefaults__)
class P:
    __slots__ = ('a',)
    def __init__(s): s.a = 1
p = P(); print(p.a)
a = A(); a.x += 5; print(a.x, A.x)
a.q, a.r = 1, 2; print(a.q, a.r)
# expect: doc {'y': <class 'int'>, 'z': <class 'str'>} 1 3 A p priv [1, 2]
# expect: A A.f __main__
# expect: 2 <class '__main__.B'> B.Inner.k
# expect: C {'opt': 1}
# expect: (<class '__main__.D'>, <class '__main__.B'>, <class '__main__.A'>, <class 'object'>)
# expect: deco 2 func
# expect: deco 1 func
# expect: deco 3 E
# expect: local.<locals>.L local.<locals>.L.m
# expect: global
# expect: class
# expect: global
# expect: global
# expect: (2, 1, [1])
# expect: {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': <class 'list'>, 'e': <class 'dict'>, 'return': None}
# expect: (X, Y, Z) (U,) {'a': U, 'return': X}
# expect: Al dict[K, int] (K,)
# expect: T (<class 'int'>, <class 'str'>) (1,) {'y': 2}
# expect: 1
# expect: 6 1
# expect: 1 2
