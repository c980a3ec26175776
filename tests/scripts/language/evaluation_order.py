def L(x):
    print('L', x); return x
class O:
    def __init__(s, n): object.__setattr__(s, 'n', n); object.__setattr__(s, 'd', {})
    def __getattr__(s, a): print('get', s.n, a); return s
    def __setattr__(s, a, v): print('set', s.n, a, v if type(v) in (int, str, tuple) else type(v).__name__)
    def __delattr__(s, a): print('delattr', s.n, a)
    def __getitem__(s, k): print('getitem', s.n, k if not isinstance(k, slice) else (k.start, k.stop, k.step)); return 1
    def __setitem__(s, k, v): print('setitem', s.n, k, v)
    def __delitem__(s, k): print('delitem', s.n, k)
    def __call__(s, *a, **k): print('call', s.n, a, k); return s
    def __add__(s, o): print('add', s.n); return 1
    def __iadd__(s, o): print('iadd', s.n, o); return s
    def __lt__(s, o): print('lt', s.n); return True
    def __contains__(s, o): print('in', s.n, o); return True
a = O('a'); b = O('b')
def f():
    a.x = L(1)
    a[L('k')] = L('v')
    a.x, b.y, a[L(0)] = L(1), L(2), L(3)
    a[L(1)][L(2)] if 0 else None
    a[L(1)] += L(2)
    a.q += L(3)
    a(L(1), *[L(2)], k=L(3), **{'z': L(4)})
    a.m(L(1), L(2), z=L(3))
    del a[L(5)], a.w
    x = a + L(1)
    x = L(1) + L(2) * L(3) - L(4)
    x = a < L(1) < L(2)
    x = L(0) or L('') or L(3)
    x = L(1) and L(2) and L(0) and L(9)
    x = L(1) if L(0) else L(2)
    x = {L(1): L(2), L(3): L(4)}
    x = [L(1), *[L(2)], L(3)]
    x = a[L(1):L(2):L(3)]
    x = L(1) in a
    x = f"{L(1)} {L(2):{L(3)}}"
    (L(1), L(2))[L(0)]
    print(L(1), sep=L(''))
    y = z = a.p = L(7)
    a.x = b.x = L(8)
    for a.i in [L(1), L(2)]: pass
    [L(v) for v in [L(1), L(2)] if L(v)]
    {L(k): L(v) for k, v in [(1, 2)]}
    def g(p=L(1), *, q=L(2)) -> L(3): pass
    lambda p=L(1): 0
    @(lambda d: L(d.__name__))
    def h(): pass
    with O2(L(1)) as a.w: pass
    assert L(1), L(2)
    try: raise L(ValueError('x')) from L(None)
    except L(ValueError) as e: pass
    x = (yy := L(1)) + yy
    x = 1
    print(x + (x := 2), x, [x, (x := 3), x], (x, (x := 4)), {x: (x := 5)}, x)
    print(x, (x := 6), x, sep=str(x))
    x = 5; x += (x := 10); print(x)
    x = [1]; print(x[(x := 0)] if 0 else 0)
    s = 'abc'; print(s.replace(s, (s := 'q')), s)
    print(s.upper() + (s := 'z') + s.upper())
    i = 0; l = [1, 2, 3]; i, l[i] = 2, 9; print(i, l)
    i = 1; l[i], i = 7, 0; print(i, l)
    p, q, r = 1, 2, 3
    p, q, r = r, p, q; print(p, q, r)
    print(p < (p := 5) < p, p)
    return (p, (p := 9), p)
class O2:
    def __init__(s, x): pass
    def __enter__(s): return 'ent'
    def __exit__(s, *a): pass
print(f())
def comps():
    x = 10
    l = [x for x in (1, 2)]
    print(x, l, [[x for x in (y, x)] for y in (1, 2)], [[x * y for y in (x, 2)] for x in (3, 4)])
    fs = [lambda: x for x in (1, 2)]
    print([f() for f in fs], x)
    gs = [lambda i=i: i for i in (1, 2)]; print([g() for g in gs])
    print([(lambda: [x for _ in (1,)])() for x in (5, 6)])
    print([y for x in (1, 2) for y in (x, x * 2) if y % 2 == 0 if y > 1])
    def inner(): return x
    print([inner() for _ in (1,)], {x for x in (x, x + 1)})
    z = [w := x for x in (7, 8)]; print(w, z)
    try: [1 / 0 for x in (1,)]
    except ZeroDivisionError: print('x still', x)
    print([a for a, *b in ((1, 2), (3, 4))], [(a, b) for a, *b in ((1, 2), (3, 4))])
    print([locals_() for locals_ in (lambda: 5,)])
    return (x for x in (x,))
print(list(comps()))
class CC:
    y = 5
    z = [i for i in (1, 2)]
    fs = [lambda: i for i in z]
    q = {k: v for k, v in ((1, 2),)}
    def m(self): return [self for _ in (1,)]
    r = [(lambda: n)() for n in z]
print([f() for f in CC.fs], CC.q, CC.r, hasattr(CC, 'i'), hasattr(CC, 'k'))
l = [lambda: i for i in (1, 2)]
print([f() for f in l])
try: i
except NameError as e: print(e)
exec('print([q for q in (1,2)]); print([zz for zz in (1,)])')
def gg():
    for x in (1, 2):
        try:
            y = x
            del y
            print(y)
        except UnboundLocalError as e: print(e)
gg()
def cell():
    x = 1
    def f(): return x
    del x
    try: f()
    except NameError as e: print(e)
    try: x
    except UnboundLocalError as e: print(e)
cell()
def cellparam(a, *b, c=3, **d):
    def f(): return a, b, c, d
    a = 5
    return f()
print(cellparam(1, 2, z=9))
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1))
def delparam(a):
    del a
    try: a
    except UnboundLocalError as e: print(e)
delparam(1)
# expect: L 1
# expect: set a x 1
# expect: L v
# expect: L k
# expect: setitem a k v
# expect: L 1
# expect: L 2
# expect: L 3
# expect: set a x 1
# expect: set b y 2
# expect: L 0
# expect: setitem a 0 3
# expect: L 1
# expect: getitem a 1
# expect: L 2
# expect: setitem a 1 3
# expect: get a q
# expect: L 3
# expect: iadd a 3
# expect: set a q O
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 4
# expect: call a (1, 2) {'k': 3, 'z': 4}
# expect: get a m
# expect: L 1
# expect: L 2
# expect: L 3
# expect: call a (1, 2) {'z': 3}
# expect: L 5
# expect: delitem a 5
# expect: delattr a w
# expect: L 1
# expect: add a
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 4
# expect: L 1
# expect: lt a
# expect: L 2
# expect: L 0
# expect: L 
# expect: L 3
# expect: L 1
# expect: L 2
# expect: L 0
# expect: L 0
# expect: L 2
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 4
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 1
# expect: L 2
# expect: L 3
# expect: getitem a (1, 2, 3)
# expect: L 1
# expect: in a 1
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 1
# expect: L 2
# expect: L 0
# expect: L 1
# expect: L 
# expect: 1
# expect: L 7
# expect: set a p 7
# expect: L 8
# expect: set a x 8
# expect: set b x 8
# expect: L 1
# expect: L 2
# expect: set a i 1
# expect: set a i 2
# expect: L 1
# expect: L 2
# expect: L 1
# expect: L 1
# expect: L 2
# expect: L 2
# expect: L 1
# expect: L 2
# expect: L 1
# expect: L 2
# expect: L 3
# expect: L 1
# expect: L h
# expect: L 1
# expect: set a w ent
# expect: L 1
# expect: L x
# expect: L None
# expect: L <class 'ValueError'>
# expect: L 1
# expect: 3 2 [2, 3, 3] (3, 4) {4: 5} 5
# expect: 56666
# expect: 15
# expect: 0
# expect: q q
# expect: QzZ
# expect: 2 [1, 2, 9]
# expect: 0 [1, 7, 9]
# expect: 3 1 2
# expect: False 5
# expect: (5, 9, 9)
# expect: 10 [1, 2] [[1, 10], [2, 10]] [[9, 6], [16, 8]]
# expect: [2, 2] 10
# expect: [1, 2]
# expect: [[5], [6]]
# expect: [2, 2, 4]
# expect: [10] {10, 11}
# expect: 8 [7, 8]
# expect: x still 10
# expect: [1, 3] [(1, [2]), (3, [4])]
# expect: [5]
# expect: [10]
# expect: [2, 2] {1: 2} [1, 2] False False
# expect: [2, 2]
# expect: name 'i' is not defined
# expect: [1, 2]
# expect: [1]
# expect: cannot access local variable 'y' where it is not associated with a value
# expect: cannot access local variable 'y' where it is not associated with a value
# expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: (5, (2,), 3, {'z': 9})
# expect: (1, 2)
# expect: cannot access local variable 'a' where it is not associated with a value
