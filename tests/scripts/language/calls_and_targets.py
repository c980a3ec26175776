import sys
# __debug__, docstrings
def d():
    "doc %s"
    return d.__doc__
print(d(), __debug__, __doc__)
class NoDoc: pass
print(NoDoc.__doc__, (lambda: 1).__doc__)
# compile / exec / eval
ns = {}
exec("a = 1\nb = [a + i for i in (1,2)]\ndef f(): return a", ns); print(ns['b'], ns['f']())
print(eval("x + 1", {'x': 2}), eval(compile("1 if y else 2", "z", "eval"), {'y': 0}))
exec(compile("1+1;'abc'", "s", "single"))
exec(compile("x = 5; x", "s", "single"))
def loc():
    a = 1
    b = 2
    del b
    c = [q for q in (1,)]
    return locals()
print(loc())
def loc2(x, *y, z=1, **w):
    def inner(): return x
    return sorted(locals())
print(loc2(1, 2, k=3))
class L:
    a = 1
    print(sorted(k for k in locals() if not k.startswith('__')))
exec("print([[x for _ in (1,)] for x in (1,2)])", {}, {})
try: exec("q = 1\nprint([q for _ in (1,)])", {}, {})
except NameError as e: print(e)
def defaults(a, b=[], *, c={}): b.append(a); c[a] = 1; return b, c
print(defaults(1), defaults(2))
print((lambda *a, **k: (a, k))(1, *(2, 3), x=4, **{'y': 5}))
for call in ("f()", "f(1,2,3)", "f(1, b=2, b2=3)", "f(*5)", "f(**5)", "f(1, **{1: 2})", "f(1, a=2)", "f(b=1, **{'b': 2})", "g(a=1)", "f(*[1], **{'a': 1})"):
    try: eval(call, {'f': lambda a, b=1: (a, b), 'g': lambda a, /: a})
    except TypeError as e: print(e)
def many(*a): return len(a)
print(many(*[1] * 50, 2, *(3, 4)))
print([*(1, 2), *[3], *{4: 5}], {*(1, 2), 3}, (*'ab', 'c'), {**{'a': 1}, 'b': 2, **{'a': 3}})
for s in ("a, b = 1, 2, 3", "a, b = 1,", "a, *b, c = 1,", "a, b = 5", "[a, b] = 'x'", "*a, = 5"):
    try: exec(s)
    except (ValueError, TypeError) as e: print(e)
a, *b, c = range(6); print(a, b, c)
*a, = 'xy'; print(a)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a, b, c, d)
x = [1, 2, 3]; x[0], x[1:] = 9, [8]; print(x)
# global/nonlocal
def gn():
    x = 1
    def a():
        nonlocal x
        x += 1
        def b():
            nonlocal x
            x *= 10
        b()
    a()
    return x
print(gn())
# try in loops
def tl():
    out = []
    for i in range(6):
        try:
            if i == 1: continue
            if i == 4: break
            if i == 2: raise KeyError(i)
            out.append(i)
        except KeyError as e:
            out.append(repr(e))
            continue
        else: out.append('else')
        finally: out.append('f')
    else: out.append('no')
    return out
print(tl())
def tr():
    try:
        try: return 1
        finally: print('a'); 
    finally: print('b')
print(tr())
def tr2():
    for i in range(3):
        try:
            try: 1/0
            except ZeroDivisionError: return i
        finally:
            if i == 0: continue
    return 'end'
print(tr2())
def wf():
    class C:
        def __enter__(s): return s
        def __exit__(s, t, v, tb): print('x', t); return True
    for i in range(3):
        with C() as c, C():
            if i == 0: continue
            if i == 1: raise ValueError
            return i
print(wf())
def gen_finally():
    try:
        yield 1
        yield 2
    except GeneratorExit: print('ge')
    finally: print('gf')
g = gen_finally(); next(g); g.close()
def gret():
    try: yield 1
    finally: return 5
g = gret(); next(g)
try: g.throw(ValueError)
except StopIteration as e: print('v', e.value)
# string formatting
w, p, v = 8, 3, 3.14159
print(f"{v:{w}.{p}f}|{v!r:^{w+4}}|{'q':>{w}}|{v=:.2f}|{w!s}")
print(f"{'a' if v else 'b'}{f'{w}'}{{{w}}}" f"{x[0]}" 'lit' f"{ {1: 2}[1] }")
print('%d %s' % (1, 'a'), '%(a)s' % {'a': 1})
# chained comparison with side effects & in jumps
def cc(x): 
    if 1 < x < 5 != 3: return 'a'
    elif not 5 <= x <= 9: return 'b'
    while 0 < x > 7: x -= 1
    return x
print(cc(2), cc(8), cc(20))
print([1 < x < 3 for x in range(4)], 1 < 2 > 1 == 1)
# ternary/bool jumps
def bj(a, b, c): return ('t' if (a and b) or not c else 'f'), (1 if a else 2 if b else 3)
print([bj(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)])
def asrt(x): assert x > 0 and x < 10, f'bad {x}'; return x
print(asrt(5))
try: asrt(50)
except AssertionError as e: print(e)
class It:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
print(list(It()), [i for i in It()], 2 in It())
print(type(1 .__add__), 1 .real, (1).__class__.__name__, -1 ** 2, 2 ** -1, not 1 == 2, 5 // 2 * 2.0, 7 % -3, 1 << 70, ~5, 10 ** 20, 1e3, 1j * 1j)
print((0.0, -0.0), [1, 1.0, True], {1: 'a', True: 'b'}, (1, (2, (3,))), 'a' 'b', b'a' b'b')
del x, a
try: x
except NameError as e: print(e)
import os.path as p, sys as s2, os.path
print(p is os.path, s2 is sys)
from os import path as pp, sep
print(pp is p, sep)
from collections import *
print(OrderedDict([(1, 2)]))
# expect: doc %s True None
# expect: None None
# expect: [2, 3] 1
# expect: 3 2
# expect: 2
# expect: 'abc'
# expect: 5
# expect: {'a': 1, 'c': [1]}
# expect: ['inner', 'w', 'x', 'y', 'z']
# expect: ['a']
# expect: [[1], [2]]
# expect: [1]
# expect: ([1, 2], {1: 1, 2: 1}) ([1, 2], {1: 1, 2: 1})
# expect: ((1, 2, 3), {'x': 4, 'y': 5})
# expect: <lambda>() missing 1 required positional argument: 'a'
# expect: <lambda>() takes from 1 to 2 positional arguments but 3 were given
# expect: <lambda>() got an unexpected keyword argument 'b2'
# expect: __main__.<lambda>() argument after * must be an iterable, not int
# expect: __main__.<lambda>() argument after ** must be a mapping, not int
# expect: keywords must be strings
# expect: <lambda>() got multiple values for argument 'a'
# expect: __main__.<lambda>() got multiple values for keyword argument 'b'
# expect: <lambda>() got some positional-only arguments passed as keyword arguments: 'a'
# expect: <lambda>() got multiple values for argument 'a'
# expect: 53
# expect: [1, 2, 3, 4] {1, 2, 3} ('a', 'b', 'c') {'a': 3, 'b': 2}
# expect: too many values to unpack (expected 2)
# expect: not enough values to unpack (expected 2, got 1)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: cannot unpack non-iterable int object
# expect: not enough values to unpack (expected 2, got 1)
# expect: cannot unpack non-iterable int object
# expect: 0 [1, 2, 3, 4] 5
# expect: ['x', 'y']
# expect: 1 2 [3, 4] 5
# expect: [9, 8]
# expect: 20
# expect: [0, 'else', 'f', 'f', 'KeyError(2)', 'f', 3, 'else', 'f', 'f']
# expect: a
# expect: b
# expect: 1
# expect: 1
# expect: x None
# expect: x None
# expect: x <class 'ValueError'>
# expect: x None
# expect: x None
# expect: x None
# expect: 2
# expect: ge
# expect: gf
# expect: v 5
# expect:    3.142|  3.14159   |       q|v=3.14|8
# expect: a8{8}9lit2
# expect: 1 a 1
# expect: a 7 b
# expect: [False, False, True, False] True
# expect: [('t', 3), ('f', 3), ('t', 2), ('f', 2), ('t', 1), ('f', 1), ('t', 1), ('t', 1)]
# expect: 5
# expect: bad 50
# expect: [0, 1, 2] [0, 1, 2] True
# expect: <class 'method-wrapper'> 1 int -1 0.5 True 4.0 -2 1180591620717411303424 -6 100000000000000000000 1000.0 (-1+0j)
# expect: (0.0, -0.0) [1, 1.0, True] {1: 'b'} (1, (2, (3,))) ab b'ab'
# expect: name 'x' is not defined
# expect: True True
# expect: True /
# expect: OrderedDict({1: 2})
