"""Closures, comprehensions, loops, unpacking that fails and temporaries of expressions."""
import gc, sys
gc.disable()


class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


def outer():
    a = D('a')
    b = D('b')

    def inner():
        return a
    return inner


f = outer()
print('outer done')
print(f().n)
del f
print('f del')


def cyc():
    d = D('cyc')

    def r(n):
        return r(n - 1) if n else d
    return r(3)


x = cyc()
print('cyc', x.n)
del x
gc.collect()


def nl():
    v = D('v1')

    def s():
        nonlocal v
        v = D('v2')
        print('set')
    s()
    print('back')

    def dl():
        nonlocal v
        del v
        print('deleted')
    dl()
    print('nl end')


nl()


def frames():
    loc = D('loc')
    return sys._getframe()


def fl():
    loc = D('fl')
    l = locals()
    l['extra'] = D('extra')
    del loc
    print('loc deleted')
    l = locals()
    print(sorted(l))


fl()
print('fl over')


def comp():
    l = [D(i) for i in range(3) if D(f'c{i}')]
    print('list')
    l = None
    g = (D(i) for i in range(3))
    next(g)
    print('g1')
    next(g)
    print('g2')
    del g
    s = {D('k'): D('v')}
    s.clear()
    print('dict')
    print(sum((D(i).n for i in range(3))))
    print([x.n for x in [D('i1'), D('i2')]])
    [D('unused') for _ in range(1)]
    print('unused over')
    z = [[D((i, j)) for j in range(2)] for i in range(2)]
    del z[0]
    print('z0')
    z[0][:] = []
    print('end')


comp()
for i in [D('l1'), D('l2'), D('l3')]:
    print('loop', i.n)
    del i
print('loop end')
for i in iter([D('m1'), D('m2')]):
    print(i.n)
    break
else:
    pass
print('broke')
i = None
a, b = (D('u1'), D('u2'))
a, b = (b, a)
print(a.n, b.n)
a = b = None
try:
    a, b = (D('e1'), D('e2'), D('e3'))
except ValueError as e:
    print(e)
try:
    a, b, *c = [D('s1')]
except ValueError as e:
    print(e)


def gen3():
    yield D('y1')
    yield D('y2')
    yield D('y3')


try:
    a, b = gen3()
except ValueError as e:
    print(e)
a, *b = gen3()
print(a.n, len(b))
a = b = None
[a, [b, c]] = [D('n1'), [D('n2'), D('n3')]]
a = b = c = None


class It:

    def __iter__(s):
        yield D('it1')
        raise KeyError('iter')


try:
    a, b = It()
except KeyError as e:
    print(e)


def fa(*args, **kw):
    print(len(args), sorted(kw))
    return args


fa(*[D('a1'), D('a2')], k=D('kw'))
print('fa')
r = fa(D('p'), **{'z': D('zz')})
print('ret')
del r
try:
    fa(*It())
except KeyError as e:
    print('star', e)
try:
    fa(**{1: D('bad')})
except TypeError as e:
    print(e)
try:
    fa(k=1, **{'k': D('dup')})
except TypeError as e:
    print(e)


def few(a):
    pass


try:
    few(D('too'), D('many'))
except TypeError as e:
    print(e)
lam = lambda d=D('lamdef'): d
lam()
lam = None
print((D('t1'), D('t2'))[1].n)
print({'a': D('da')}['a'].n)
print([D('l0')][0].n)
x = D('ife') if D('cond') else None
x = None
print(f"{D('fs').n:>{len(D('width').n)}}")
assert D('assert')
(w := D('walrus'))
w = None
global_d = D('global')
del global_d
print(D('chain') is not None is not D('c2'))


# What is printed, in order:
# expect: del b
# expect: outer done
# expect: a
# expect: del a
# expect: f del
# expect: cyc cyc
# expect: del cyc
# expect: del v1
# expect: set
# expect: back
# expect: del v2
# expect: deleted
# expect: nl end
# expect: loc deleted
# expect: del fl
# expect: ['extra', 'l']
# expect: fl over
# expect: del c0
# expect: del c1
# expect: del c2
# expect: list
# expect: del 2
# expect: del 1
# expect: del 0
# expect: del 0
# expect: g1
# expect: del 1
# expect: g2
# expect: del k
# expect: del v
# expect: dict
# expect: del 0
# expect: del 1
# expect: del 2
# expect: 3
# expect: del i1
# expect: del i2
# expect: ['i1', 'i2']
# expect: del unused
# expect: unused over
# expect: del (0, 1)
# expect: del (0, 0)
# expect: z0
# expect: del (1, 1)
# expect: del (1, 0)
# expect: end
# expect: loop l1
# expect: loop l2
# expect: loop l3
# expect: del l3
# expect: del l2
# expect: del l1
# expect: loop end
# expect: m1
# expect: del m2
# expect: broke
# expect: del m1
# expect: u2 u1
# expect: del u2
# expect: del u1
# expect: del e3
# expect: del e2
# expect: del e1
# expect: too many values to unpack (expected 2)
# expect: del s1
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: del y3
# expect: del y2
# expect: del y1
# expect: too many values to unpack (expected 2)
# expect: y1 2
# expect: del y1
# expect: del y3
# expect: del y2
# expect: del n1
# expect: del n2
# expect: del n3
# expect: del it1
# expect: 'iter'
# expect: 2 ['k']
# expect: del kw
# expect: del a2
# expect: del a1
# expect: fa
# expect: 1 ['z']
# expect: del zz
# expect: ret
# expect: del p
# expect: del it1
# expect: star 'iter'
# expect: del bad
# expect: keywords must be strings
# expect: del dup
# expect: __main__.fa() got multiple values for keyword argument 'k'
# expect: del many
# expect: del too
# expect: few() takes 1 positional argument but 2 were given
# expect: del lamdef
# expect: del t1
# expect: del t2
# expect: t2
# expect: del da
# expect: da
# expect: del l0
# expect: l0
# expect: del cond
# expect: del ife
# expect: del fs
# expect: del width
# expect:    fs
# expect: del assert
# expect: del walrus
# expect: del global
# expect: del chain
# expect: del c2
# expect: True
# expect: del extra
