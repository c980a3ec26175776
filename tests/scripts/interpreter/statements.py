# match, comprehension, classes, closures
def m(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one-two"
        case "s": return "str"
        case [a]: return ("one item", a)
        case [a, *rest]: return ("list", a, rest)
        case {"k": v, **rest}: return ("map", v, rest)
        case int(n) if n > 100: return ("big", n)
        case float(): return "float"
        case P(x=0, y=yy): return ("P0", yy)
        case P(a, b): return ("P", a, b)
        case None | True: return "NT"
        case (1.5 | 2.5) as z: return z
        case str() as s: return ("str", s)
        case _: return "other"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x=x; self.y=y
for q in [0,1,2,"s",[5],[1,2,3],{"k":1,"z":2},{},1000,7,2.5,P(0,3),P(1,2),None,True,"zzz",(1,2),set()]: print(m(q))
# expect: zero
# expect: one-two
# expect: one-two
# expect: str
# expect: ('one item', 5)
# expect: ('list', 1, [2, 3])
# expect: ('map', 1, {'z': 2})
# expect: other
# expect: ('big', 1000)
# expect: other
# expect: float
# expect: ('P0', 3)
# expect: ('P', 1, 2)
# expect: NT
# expect: one-two
# expect: ('str', 'zzz')
# expect: ('list', 1, [2])
# expect: other
try:
    match 1:
        case P(1,2,3): pass
    match P(1,2):
        case P(1,2,3): pass
except TypeError as e: print(e)  # expect: P() accepts 2 positional sub-patterns (3 given)
print([x for x in range(10) if x % 2], {x: y for x, y in [(1,2)]}, sorted({x for x in "aab"}), list(x*y for x in range(3) for y in range(3) if x != y))
# expect: [1, 3, 5, 7, 9] {1: 2} ['a', 'b'] [0, 0, 0, 2, 0, 2]
print([[j for j in range(i)] for i in range(4)])  # expect: [[], [0], [0, 1], [0, 1, 2]]
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])  # expect: [0, 1, 2]
fs = [lambda: i for i in range(3)]; print([f() for f in fs])  # expect: [2, 2, 2]
def closure():
    a = [lambda: k for k in range(3)]
    return [f() for f in a]
print(closure())  # expect: [2, 2, 2]
x = 10
class A:
    x = 5
    y = [x for _ in range(2)]
    def f(self): return x
    z = (lambda: x)()
print(A.y, A().f(), A.z)  # expect: [10, 10] 10 10
class B(A):
    def f(self): return super().f() + 1
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
b = B(); b.p = 3; print(b.f(), b.p); del b.p  # expect: 11 3
try: b.p
except AttributeError as e: print(e)  # expect: 'B' object has no attribute '_p'
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1; print(s.a)  # expect: 1
try: s.c = 1
except AttributeError as e: print(e)  # expect: 'S' object has no attribute 'c'
try: s.b
except AttributeError as e: print(e)  # expect: 'S' object has no attribute 'b'
class Meta(type):
    def __new__(m, n, b, d, **k): print("meta", n, k); return super().__new__(m, n, b, d)
    def __call__(cls, *a): print("call", a); return super().__call__(*a)
    def __getitem__(cls, k): return k
class M(metaclass=Meta, opt=1):
    def __init__(self, a): self.a = a
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
    def __getattr__(self, n): return "dyn " + n  # expect: meta M {'opt': 1}
print(M(3).a, M[4], M(1).zzz)
# expect: call (3,)
# expect: call (1,)
# expect: 3 4 dyn zzz
class M2(M, tag=2): pass
# expect: meta M2 {'tag': 2}
# expect: sub M2 {}
class D:
    def __get__(self, o, t): return ("get", o is None, t.__name__)
    def __set__(self, o, v): print("set", v)
    def __set_name__(self, o, n): print("name", n)
class UD: d = D()  # expect: name d
UD().d = 4; print(UD().d, UD.d)
# expect: set 4
# expect: ('get', False, 'UD') ('get', True, 'UD')
class Op:
    def __add__(self, o): return ("add", o)
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): print("iadd"); return self
    def __lt__(self, o): return True
    def __eq__(self, o): return NotImplemented
    def __hash__(self): return 4
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2
    def __contains__(self, x): return x == 42
    def __call__(self, *a): return a
    def __bool__(self): return False
    def __neg__(self): return "neg"
    def __index__(self): return 2
    def __repr__(self): return "<Op>"
    def __str__(self): return "OP"
    def __format__(self, s): return "fmt:" + s
o = Op(); print(o+1, 1+o, [1]+[2], o<1, o>o, o==o, o!=1, len(o), list(o), 42 in o, 1 in o, o(1,2), not o, -o, [1,2,3][o], o, str(o), f"{o} {o!r} {o:abc} {o!s:>5}|")
# expect: ('add', 1) ('radd', 1) [1, 2] True True True True 3 [0, 2, 4] True False (1, 2) True neg 3 OP OP fmt: <Op> fmt:abc    OP|
o += 1; print(o)
# expect: iadd
# expect: OP
print(isinstance(True, int), issubclass(B, A), type(b), A.__name__, B.__mro__)
# expect: True True <class '__main__.B'> A (<class '__main__.B'>, <class '__main__.A'>, <class 'object'>)
i = 0
while i < 10:
    i += 1
    if i == 3: continue
    if i == 6: break
else: print("no")
for k in []: pass
else: print("else")  # expect: else
print(i, 1 < 2 < 3, 1 < 3 < 2, 1 if i else 2, i and 5, 0 or "x", (n := 5) + n)  # expect: 6 True False 1 5 x 10
import sys
def glob():
    global gg
    gg = 7
glob(); print(gg)  # expect: 7
del gg
def va(*a, **k): return locals()
print(va(1, b=2))  # expect: {'a': (1,), 'k': {'b': 2}}
print(f"{1:>5}|{'a':<3}|{3.14159:.2f}|{1+1=}|{'x'!r}")  # expect:     1|a  |3.14|1+1=2|'x'
async def co(): return 3
c = co()
try: c.send(None)
except StopIteration as e: print(e.value)  # expect: 3
class Aw:
    def __await__(self): 
        r = yield "y"
        return r
async def co2():
    x = await Aw()
    y = await co()
    async for z in ag(): print("z", z)
    async with ACM() as q: print("in", q)
    return x, y, [w async for w in ag()]
async def ag():
    yield 1
    yield 2
class ACM:
    async def __aenter__(self): print("aenter"); return 9
    async def __aexit__(self, *a): print("aexit", a)
c = co2(); print(c.send(None))  # expect: y
try: c.send("S")
except StopIteration as e: print(e.value)
# expect: z 1
# expect: z 2
# expect: aenter
# expect: in 9
# expect: aexit (None, None, None)
# expect: ('S', 3, [1, 2])
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3), ValueError(4)])])
except* ValueError as e: print("VE", e.exceptions)
except* TypeError as e: print("TE", e.exceptions)
except* KeyError as e: print("KE", e.exceptions)
# expect: VE (ValueError(1), ExceptionGroup('in', [ValueError(4)]))
# expect: TE (TypeError(2),)
# expect: KE (ExceptionGroup('in', [KeyError(3)]),)
try:
    try: raise ExceptionGroup("eg", [ValueError(1), OSError(2)])
    except* ValueError: raise KeyError("new")
except ExceptionGroup as e: print(repr(e))
# expect: ExceptionGroup('', [KeyError('new'), ExceptionGroup('eg', [OSError(2)])])
try:
    try: raise ValueError("naked")
    except* ValueError as e: print(repr(e))
except Exception as e: print("no")  # expect: ExceptionGroup('', (ValueError('naked'),))
def T[X: int, *Ts, **Pp](a: X) -> X: return a
print(T.__type_params__, T(4))  # expect: (X, Ts, Pp) 4
class G[Y]: pass
type Al[K] = list[K]
