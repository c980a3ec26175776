"""Iterators, containers and callables in native code drop what they had as those of CPython do."""
import functools, itertools, collections, operator, re, csv, io, json, heapq, struct, copy


class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def __repr__(self):
        return f'D({self.n})'

    def __lt__(s, o):
        return s.n < o.n


p = functools.partial(lambda a, b, k=None: (a, b), D('pa'), k=D('pk'))
r = p(D('pb'))
print(r)
del r
print('r')
del p
q = functools.partial(functools.partial(print, D('q1')), D('q2'))
q()
q = None
c = itertools.chain([D('c1'), D('c2')], [D('c3')])
print(next(c))
print(next(c))
del c
cyc = itertools.cycle(iter([D('cy1'), D('cy2')]))
print([next(cyc) for _ in range(5)])
del cyc
m = map(lambda a, b: (a, b), [D('m1'), D('m2')], [D('n1'), D('n2'), D('n3')])
print(next(m))
print(list(m))
del m
f = filter(lambda d: d.n != 'f1', [D('f1'), D('f2')])
print(next(f))
del f
try:
    list(zip([D('s1')], [], strict=True))
except ValueError as e:
    print(e)
dq = collections.deque([D(i) for i in range(3)], maxlen=3)
dq.append(D(3))
print('appended')
dq.appendleft(D(4))
dq.rotate(1)
dq.popleft()
print('popped')
dq.clear()
print('cleared')
dq = collections.deque([D('x')])
it = iter(dq)
del dq
print(next(it))
del it
od = collections.OrderedDict(a=D('oa'), b=D('ob'))
od.move_to_end('a')
od.popitem()
print('pop')
od['b'] = D('ob2')
del od
g = itertools.groupby([D('g'), D('h')], key=lambda d: d.n)
k, grp = next(g)
print(k, next(grp))
del g
print('g')
del grp
for k, grp in itertools.groupby([D('a1'), D('a1'), D('b1')], key=operator.attrgetter('n')):
    print(k, len(list(grp)))
del k, grp
print(list(itertools.accumulate([D('ac1'), D('ac2'), D('ac3')], lambda a, b: b)))
print([x[0] for x in itertools.product([D('pr1')], [1, 2])], len(list(itertools.permutations([D('pm'), D('pn')]))), len(list(itertools.combinations([D('co'), D('cp')], 2))))
pp = itertools.product([D('pp1'), D('pp2')], repeat=2)
next(pp)
next(pp)
del pp
i = itertools.islice(iter([D('is1'), D('is2'), D('is3')]), 2)
print(next(i))
print(next(i))
print(list(i))
del i
zl = itertools.zip_longest([D('zl1')], [], fillvalue=D('fill'))
print(list(zl))
del zl
r = itertools.repeat(D('rep'), 2)
print(list(r))
del r
ta = itertools.takewhile(lambda d: d.n < 2, [D(1), D(2), D(3)])
print(list(ta))
del ta
b = itertools.batched([D(1), D(2), D(3)], 2)
next(b)
print('b')
next(b)
del b
pw = itertools.pairwise([D(1), D(2), D(3)])
next(pw)
next(pw)
del pw
sm = itertools.starmap(lambda a: a.n, [(D('sm'),)])
print(next(sm))
del sm
l = [D(3), D(1), D(2)]
l.sort(key=lambda d: D(('key', d.n)).n)
print(l)
l.sort(key=lambda d: (d.n, D('kk')))
print('sorted')
print(sorted(l, reverse=True))
print(max(l, key=lambda d: -d.n), min(l))
del l
try:
    sorted([D(1), D(2), 3])
except TypeError as e:
    print(e)
try:
    [D(5), D(6)].sort(key=lambda d: 1 // (d.n - 6))
except ZeroDivisionError as e:
    print(e)
h = [D(5), D(2)]
heapq.heapify(h)
heapq.heappushpop(h, D(9))
print('hpp')
heapq.heapreplace(h, D(1))
print(h)
del h
print(re.sub('x', lambda m: D('re').n, 'axb'))
mi = re.finditer('a', 'aaa')
next(mi)
del mi


class S(str):

    def __del__(s):
        print('S del', str(s))


it = re.finditer('a', S('aaa'))
m = next(it)
del it
print('it')
del m
mm = re.match('(a)', S('abc'))
print(mm.group(1))
del mm
rd = csv.reader(iter([S('a,b'), S('c,d')]))
print(next(rd))
print(next(rd))
del rd
print(json.dumps({'a': D('j')}, default=lambda o: o.n))
print(json.loads('{"a":1}', object_hook=lambda o: D('hook')))
d = {D('k'): D('v')}
v = d.values()
d = None
print(v)
i = iter(v)
del v
print(next(i))
del i
rv = reversed([D('rv1'), D('rv2')])
print(next(rv))
del rv
it = iter(lambda: D('call'), None)
next(it)
del it
print(functools.reduce(lambda a, b: D(a.n + b.n), [D('r1'), D('r2'), D('r3')]))
lc = functools.lru_cache(maxsize=2)(lambda k: D(f'lru{k}'))
lc(1)
lc(2)
lc(1)
lc(3)
print(lc.cache_info())
lc.cache_clear()
print('cc')
cp = copy.deepcopy([D('dc')])
print(cp)
del cp
og = operator.itemgetter(0, 1)((D('ig1'), D('ig2')))
del og


class CP:

    @functools.cached_property
    def p(s):
        return D('cached')


c = CP()
c.p
c.p
del c


@functools.singledispatch
def sd(x):
    return D('sd')


sd(1)
print(sd(D('sdarg')))
print(any((d.n == 1 for d in [D(0), D(1), D(2)])), all([D('all')]), list(map(D('callable').__eq__, [1])))
b = io.BytesIO()
v = b.getbuffer()
try:
    b.close()
except BufferError as e:
    print(e)
del v
b.close()


# What is printed, in order:
# expect: (D(pa), D(pb))
# expect: del pb
# expect: r
# expect: del pa
# expect: del pk
# expect: D(q1) D(q2)
# expect: del q2
# expect: del q1
# expect: D(c1)
# expect: D(c2)
# expect: del c3
# expect: del c2
# expect: del c1
# expect: [D(cy1), D(cy2), D(cy1), D(cy2), D(cy1)]
# expect: del cy2
# expect: del cy1
# expect: (D(m1), D(n1))
# expect: del m1
# expect: [(D(m2), D(n2))]
# expect: del m2
# expect: del n3
# expect: del n2
# expect: del n1
# expect: D(f2)
# expect: del f2
# expect: del f1
# expect: del s1
# expect: zip() argument 2 is shorter than argument 1
# expect: del 0
# expect: appended
# expect: del 3
# expect: del 2
# expect: popped
# expect: del 4
# expect: del 1
# expect: cleared
# expect: D(x)
# expect: del x
# expect: del oa
# expect: pop
# expect: del ob
# expect: del ob2
# expect: g D(g)
# expect: g
# expect: del h
# expect: del g
# expect: a1 2
# expect: del a1
# expect: del a1
# expect: del b1
# expect: b1 1
# expect: [D(ac1), D(ac2), D(ac3)]
# expect: del ac3
# expect: del ac2
# expect: del ac1
# expect: del pn
# expect: del pm
# expect: del cp
# expect: del co
# expect: [D(pr1), D(pr1)] 2 1
# expect: del pr1
# expect: del pp2
# expect: del pp1
# expect: D(is1)
# expect: D(is2)
# expect: del is3
# expect: del is2
# expect: del is1
# expect: []
# expect: [(D(zl1), D(fill))]
# expect: del zl1
# expect: del fill
# expect: [D(rep), D(rep)]
# expect: del rep
# expect: [D(1)]
# expect: del 3
# expect: del 2
# expect: del 1
# expect: b
# expect: del 2
# expect: del 1
# expect: del 3
# expect: del 2
# expect: del 1
# expect: del 3
# expect: sm
# expect: del sm
# expect: del ('key', 3)
# expect: del ('key', 1)
# expect: del ('key', 2)
# expect: [D(1), D(2), D(3)]
# expect: del kk
# expect: del kk
# expect: del kk
# expect: sorted
# expect: [D(3), D(2), D(1)]
# expect: D(1) D(1)
# expect: del 3
# expect: del 2
# expect: del 1
# expect: del 2
# expect: del 1
# expect: '<' not supported between instances of 'int' and 'D'
# expect: del 5
# expect: integer division or modulo by zero
# expect: del 6
# expect: del 2
# expect: hpp
# expect: del 5
# expect: [D(1), D(9)]
# expect: del 9
# expect: del 1
# expect: del re
# expect: areb
# expect: it
# expect: S del aaa
# expect: a
# expect: S del abc
# expect: ['a', 'b']
# expect: ['c', 'd']
# expect: S del c,d
# expect: S del a,b
# expect: del j
# expect: {"a": "j"}
# expect: D(hook)
# expect: del hook
# expect: dict_values([D(v)])
# expect: D(v)
# expect: del k
# expect: del v
# expect: D(rv2)
# expect: del rv2
# expect: del rv1
# expect: del call
# expect: del r1r2
# expect: del r3
# expect: del r2
# expect: del r1
# expect: D(r1r2r3)
# expect: del r1r2r3
# expect: del lru2
# expect: CacheInfo(hits=1, misses=3, maxsize=2, currsize=2)
# expect: del lru1
# expect: del lru3
# expect: cc
# expect: del dc
# expect: [D(dc)]
# expect: del dc
# expect: del ig2
# expect: del ig1
# expect: del cached
# expect: del sd
# expect: del sdarg
# expect: D(sd)
# expect: del sd
# expect: del 2
# expect: del 0
# expect: del 1
# expect: del all
# expect: del callable
# expect: True True [NotImplemented]
# expect: Existing exports of data: object cannot be re-sized
