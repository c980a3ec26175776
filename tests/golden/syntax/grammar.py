# -*- coding: utf-8 -*-
"""Every construct of the grammar of Python 3.12, for the golden tree in grammar.ast."""
from __future__ import annotations
import a, b.c.d as e, f as g
from . import h
from .... import i as j
from ..k.l import (m, n as o,)
from p import *

# Literals.
integers = 0, 00_0, 1, 1_000_000, 9223372036854775807, 9223372036854775808, 0xFF_ff, 0o17, 0b1010_1, -1
floats = 0., .5, 1.5e10, 1e-7, 1_0.0_1, 123456789012345678901234567890e300, 5e-324, 1E5
imaginary = 1j, 0.5J, 1e3j, 1 + 2j
strings = 'a' "b" '''c
d''' """e"f""" r'\n' R"\'" u'g' U'h' '\a\b\f\n\r\t\v\\\'\"\0\12\377\x41\u00e9\U0001f600\N{BULLET}\
'
non_ascii = 'é', "日本", '\ud800', '\ud83d\ude00', '😀'
data = b'a' rB"\x00" Br'\d' b'\x00\xff\0\n'
constants = None, True, False, ..., Ellipsis, __debug__
größe = ﬁne = 1

# Formatted strings.
f''
f'{a}' f"{a!r:>{width}.{precision}}" 'tail' F'{{literal}} {b}'
rf'\d{a}\{b}' fR'{a:\d}'
f'{a=}' f'{ a.b = !s:^10}' f'{a=:5}' f"{x:}"
f'''{
    a  # a comment
    + b
    !r}''' f"{a['key']}{f'{b}'}{ {1: 2}[1] }{lambda_(lambda: 1)}"
f'{a, *b}{yield_}{a if b else c}{a:{b}{c}}{a != b}{a:\N{BULLET}<5}'
f"{x:{y}}{'nested' f'{z}'}"

# Displays, comprehensions and generators.
(); []; {}; (1,); (1, 2); [1, 2,]; {1}; {1, *a}; {1: 2, **b, 'c': d}; [*a, 1]; (*a, *b)
[x for x in y]; {x for x in y if z if w}; {k: v for k, v in items}; (x async for x in y)
[(x, y) for x in a for y in b if x if y for *z, w in c]
sum(x for x in y); [x := 1, y]; {(z := 2): 3}; [i for i in (lambda: 5)()]

# Operators.
a + b - c * d / e // f % g @ h ** -i ** j
~a & b | c ^ d << e >> f
not a and b or not c and (d or e)
a < b <= c == d != e > f >= g is h is not i in j not in k
(a if b else c) if d else lambda *x, y=1, **z: x if y else z
lambda: 0; lambda a, /, b, c=1, *, d, e=2, **f: a; lambda *args: args; lambda *, k: k
(await_ := 5); (yield_)

# Primaries.
a.b.c; a(); a(b, *c, d, e=f, *g, **h, i=j); a(k)(l)[m].n; a[b]; a[b:]; a[:c]; a[b:c:d]; a[::]; a[b, c:d, ...]
a[*b]; a[*b, c]; a[b, *c,]; a[b := 1]; a(b := 1, c := 2); a(x for x in y)
"text".join(a)[0](b)

# Assignments.
a = b = c, d = e
a, *b = c; [a, [b, *c]] = d; (a), (b.c), d[e] = f; *a, = b; () = []
a += 1; a.b -= 2; a[b] *= 3; (a) /= 4; a //= 5; a %= 6; a @= 7; a **= 8; a <<= 9; a >>= 10; a &= 11; a |= 12; a ^= 13
a: int; b: str = 'c'; (d): e = f; g.h: i; j[k]: l = m, *n
del a, b.c, d[e], (f, [g, h]), (i)
assert a; assert a, b
global aa, bb
type Alias = int | str
type Generic[T, *Ts, **P, B: int, C: (int, str)] = dict[T, B]
type = match = case = _ = 1; print(type, match)
pass; raise; raise a; raise a from b;

# Compound statements.
if a: pass
elif b: pass
else: pass
if a:
    if b:
        pass
    else:
        pass
elif c:
    pass
while a:
    break
    continue
else:
    pass
for a, *b in c, *d:
    continue
else:
    pass
for (x) in y: z
for x.a, x[b], [c, (d)] in e: f
try:
    a
except:
    b
try:
    a
except B:
    b
except (C, D) as e:
    c
else:
    d
finally:
    e
try:
    a
except* B as c:
    d
except* E: pass
try: a
finally: b
with a: pass
with a as b, c, d as (e, f), g as [h, *i], j as k.l: pass
with (a as b, c as d,): pass
with (a, b): pass
with (a): pass
with (a), b as c: pass
with (a, b) as c: pass
with (yield_): pass
with (a for a in b) as c, (d := e): pass
with (a if b else c).d as f: pass

@decorator
@a.b(c)[d]
@(lambda f: f)
def function(a, b: int, /, c: str = 'd', *args: *Ts, e, f: int = 2, **kwargs: g) -> h | i:
    """Docstring."""
    nonlocal_ = 1
    def inner():
        nonlocal nonlocal_
        return
    yield; yield a; yield a, *b; x = yield; x = yield from y; x += yield z
    return a, *b
def generic[T, U: int, *V, **W](a: T) -> U: ...
def one(*, a): return *a, b
def defaults(a=1, /, b=2, *c): return lambda: (yield)
class Empty: pass
class Class(Base, *bases, metaclass=Meta, **kw):
    x: int = 1
    def method(self): return super().method()
class Generic2[T](Base[T]): pass
class Parens(): pass
async def coroutine():
    await a
    x = await b ** await c
    async for i in j: pass
    else: pass
    async with a as b, c: pass
    async with (a as b, c): pass
    return [i async for i in j if await k]
@decorator
async def decorated(): yield await a

match x:
    case 1 | -2 | 3.5 | -4j | 1 + 2j | -3 - 4j | 'a' 'b' | b'c' | None | True | False: pass
    case name if name > 1: pass
    case _: pass
    case a.b.c: pass
    case (a): pass
    case (a,) | [] | () | [a, *_] | (a, *rest, b): pass
    case a, *b: pass
    case *_,: pass
    case {}: pass
    case {'a': 1, b.c: d, -1: e, None: f, **rest}: pass
    case Point() | a.Point(x, y) | Point(x=0, y=(1 | 2) as z,) | Point(1, y=2): pass
    case [Point(x=0) as p, {"k": [_, *_]}] as whole if (y := p): pass
match a, *b:
    case _: pass
match (a):
    case _: pass
match -a:
    case _: pass
match(a)[b] = c
match.x = match * 2; match [a:b]; match in b

if a: \
    b
c = (1 +
     2) \
    + 3
d = [
    1,  # comment

    2,
]
	
# The last line has no newline.
last = 1