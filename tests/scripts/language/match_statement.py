class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x = x; s.y = y
def m(v):
    match v:
        case 0: return 'zero'
        case -1 | 1.5 | 'str' | b'b' | 2+3j: return 'lit'
        case None | True: return 'single'
        case []: return 'empty'
        case [x]: return ('one', x)
        case [1, _, *rest]: return ('rest', rest)
        case (x, y) if x == y: return ('same', x)
        case [a, *_, b]: return ('ab', a, b)
        case {'k': v, **r}: return ('map', v, r)
        case {'a': [p, q], 'b': {}}: return ('nest', p, q)
        case Pt(0, y=yy): return ('Pt0', yy)
        case Pt(x, y): return ('Pt', x, y)
        case int(n) as whole: return ('int', n, whole)
        case str() as s: return ('s', s)
        case {}: return 'anymap'
        case (Pt() | float()) as z: return 'pf'
        case other: return ('other', other)
for v in (0, -1, 1.5, 'str', b'b', 2+3j, None, True, [], [5], [1,2,3,4], (7,7), [3,4,5], {'k':1,'z':2}, {'a':[1,2],'b':{1:1}}, Pt(0,9), Pt(1,2), 42, 'hello', {}, {'q':1}, 2.5, object):
    print(m(v))
class K: A = 1; B = 'x'
def n(v):
    match v:
        case K.A: return 'A'
        case {K.B: w, **rest}: return w, rest
        case [[a, b] | [a, b, _], {'z': c}]: return a, b, c
        case _: return '_'
print(n(1), n({'x': 5, 'y': 6}), n([[1,2,3],{'z':4}]), n(7))
match 1, 2:
    case a, b: print(a, b)
match [1]:
    case [str() | int() as q]: print(q)
def loop():
    for v in (1, 'a', [2], None):
        match v:
            case int(): continue
            case str(): print('s')
            case [x]: print(x); break
    return 'end'
print(loop())
def unbound(v):
    match v:
        case [x, 1]: pass
    try: return x
    except UnboundLocalError as e: return str(e)
print(unbound([3,1]), unbound([3,2]))
# expect: zero
# expect: lit
# expect: lit
# expect: lit
# expect: lit
# expect: lit
# expect: single
# expect: single
# expect: empty
# expect: ('one', 5)
# expect: ('rest', [3, 4])
# expect: ('same', 7)
# expect: ('ab', 3, 5)
# expect: ('map', 1, {'z': 2})
# expect: ('nest', 1, 2)
# expect: ('Pt0', 9)
# expect: ('Pt', 1, 2)
# expect: ('int', 42, 42)
# expect: ('s', 'hello')
# expect: anymap
# expect: anymap
# expect: pf
# expect: ('other', <class 'object'>)
# expect: A (5, {'y': 6}) (1, 2, 4) _
# expect: 1 2
# expect: 1
# expect: s
# expect: 2
# expect: end
# expect: 3 cannot access local variable 'x' where it is not associated with a value
