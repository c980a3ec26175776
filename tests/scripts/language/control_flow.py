def rng(n):
    i = 0
    while i < n:
        yield i
        i += 1
print([x for x in rng(5)])
print({x: x*x for x in rng(4)}, {x % 2 for x in rng(4)})
print([ (a, b) for a in rng(3) for b in rng(3) if a != b])
def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2, 3], **{'c': 4, 'z': 5}))
def g(a, /, b, *, c): return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
try: g(a=1, b=2, c=3)
except TypeError as e: print(e)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
a, b = b, a
print(a, b)
x = y = [1]
print(x is y)
print(1 < 2 < 3, 1 < 3 < 2, not 1, 1 if x else 2, x and 5, [] or 'e')
print(*[1, 2], sep='-')
i = 5
while True:
    i -= 1
    if i == 3: continue
    if i < 1: break
    print(i, end=' ')
else: print('no')
print()
for i in rng(3):
    if i == 7: break
else: print('else')
print(f"{i!r:>5} {i:{'0'}3} {'a' 'b'} {{}} {i=}")
print('%s-%d' % ('a', 3), 'a' in 'abc', 3 not in [1, 2])
d = {'a': 1, **{'b': 2}}
d['c'] = 3; del d['a']; d['c'] += 4
print(d)
l = [1, 2, 3, 4, 5]
print(l[1:3], l[::-1], l[-1]); l[1:3] = [9]; del l[0]; print(l)
print((lambda x, y=2: x + y)(1))
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
h = outer(); h(); print(h())
G = 1
def setg():
    global G
    G = 2
setg(); print(G)
if (n := 10) > 5: print(n)
print([y := 1, y**2], y)
print([last := z for z in rng(3)], last)
assert 1, 'x'
try: assert 0, 'msg'
except AssertionError as e: print('AE', e)
def fin():
    try: return 'a'
    finally: print('fin')
print(fin())
def fin2():
    for i in rng(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print('f', i)
    return 'done'
print(fin2())
def fin3():
    try:
        try: 1/0
        finally: print('inner')
    except ZeroDivisionError as e: return 'caught'
print(fin3())
def fin4():
    while 1:
        try: return 1
        finally: break
    return 2
print(fin4())
try:
    try: raise ValueError('a')
    except ValueError as e: raise KeyError('b') from e
except KeyError as e: print(repr(e), repr(e.__cause__), repr(e.__context__))
try:
    try: raise ValueError('a')
    except ValueError: raise KeyError('b')
except KeyError as e: print(repr(e.__context__), e.__suppress_context__)
try: e
except NameError as x: print(x)
def ub():
    try:
        print(q); q = 1
    except UnboundLocalError as e: print(e)
ub()
def dl():
    q = 1
    del q
    try: q
    except UnboundLocalError as e: print(e)
dl()
class CM:
    def __init__(self, s): self.s = s
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit', a[0]); return self.s
with CM(True) as c, CM(False): raise ValueError('x')
print('after')
try:
    with CM(False): raise ValueError('y')
except ValueError as e: print(e)
def wr():
    with CM(0): return 5
print(wr())
for i in rng(2):
    with CM(0):
        if i == 0: continue
        break
# expect: [0, 1, 2, 3, 4]
# expect: {0: 0, 1: 1, 2: 4, 3: 9} {0, 1}
# expect: [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
# expect: (1, 2, (), 3, 4, {}) (1, 2, (3, 4), 5, 4, {'e': 6}) (1, 2, (3,), 4, 4, {'z': 5})
# expect: (1, 2, 3) (1, 2, 3)
# expect: g() got some positional-only arguments passed as keyword arguments: 'a'
# expect: 1 2 [3, 4] 5
# expect: 2 1
# expect: True
# expect: True False False 1 5 e
# expect: 1-2
# expect: 4 2 1 
# expect: else
# expect:     2 002 ab {} i=2
# expect: a-3 True True
# expect: {'b': 2, 'c': 7}
# expect: [2, 3] [5, 4, 3, 2, 1] 5
# expect: [9, 4, 5]
# expect: 3
# expect: 2
# expect: 2
# expect: 10
# expect: [1, 1] 1
# expect: [0, 1, 2] 2
# expect: AE msg
# expect: fin
# expect: a
# expect: f 0
# expect: f 1
# expect: f 2
# expect: done
# expect: inner
# expect: caught
# expect: 2
# expect: KeyError('b') ValueError('a') ValueError('a')
# expect: ValueError('a') False
# expect: name 'e' is not defined
# expect: cannot access local variable 'q' where it is not associated with a value
# expect: cannot access local variable 'q' where it is not associated with a value
# expect: enter
# expect: enter
# expect: exit <class 'ValueError'>
# expect: exit <class 'ValueError'>
# expect: after
# expect: enter
# expect: exit <class 'ValueError'>
# expect: y
# expect: enter
# expect: exit None
# expect: 5
# expect: enter
# expect: exit None
# expect: enter
# expect: exit None
