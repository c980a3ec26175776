"""Callbacks of weak references: newest first, each once, and not those of garbage."""
import weakref, gc


class A:
    pass


log = []
a = A()
rs = [weakref.ref(a, lambda w, i=i: log.append(i)) for i in range(6)]
p = weakref.proxy(a, lambda w: log.append('p'))
f = weakref.finalize(a, log.append, 'f')
plain = weakref.ref(a)
del rs[2]
print(weakref.getweakrefcount(a), [type(x).__name__ for x in weakref.getweakrefs(a)])
del a
print(log, plain(), f.alive)
log.clear()
a = A()


def cb1(w):
    log.append('cb1')
    global r2
    r2 = None


r1 = weakref.ref(a, cb1)
r2 = weakref.ref(a, lambda w: log.append('r2'))
r3 = weakref.ref(a, lambda w: (log.append('r3'), weakref.ref(log.append.__self__.__class__))[0])
del a
print(log)
log.clear()


def bad(w):
    log.append('bad')
    raise ValueError('cb')


import sys
sys.unraisablehook = lambda u: log.append((u.exc_type.__name__, str(u.exc_value), u.err_msg, u.object is bad))
a = A()
r = weakref.ref(a, bad)
r_ = weakref.ref(a, lambda w: log.append('ok'))
del a
print(log)
log.clear()
b = A()
b.r = weakref.ref(b, lambda w: log.append('own'))
del b
print('own', log)
b = A()
b.me = b
b.r = weakref.ref(b, lambda w: log.append('own'))
del b
gc.collect()
print('cyc', log)
b = A()
b.me = b
r = weakref.ref(b, lambda w: log.append(('out', w())))
del b
gc.collect()
print('cyc', log)
log.clear()


class K:

    def __init__(s, n):
        s.n = n

    def __hash__(s):
        return 1

    def __eq__(s, o):
        return isinstance(o, K)

    def __repr__(s):
        return f'K{s.n}'


d = weakref.WeakKeyDictionary()
k1, k2 = (K(1), K(2))
d[k1] = 'one'
d[k2] = 'two'
print(dict(d), len(d))
del k2
print(len(d))
del k1
print(len(d))
v = weakref.WeakValueDictionary()
vals = [A() for _ in range(4)]
for i, x in enumerate(vals):
    v[i] = x
x = None


# What is printed, in order:
# expect: 8 ['ReferenceType', 'ReferenceType', 'ProxyType', 'ReferenceType', 'ReferenceType', 'ReferenceType', 'ReferenceType', 'ReferenceType']
# expect: ['f', 'p', 5, 4, 3, 1, 0] None False
# expect: ['r3', 'r2', 'cb1']
# expect: ['ok', 'bad', ('ValueError', 'cb', None, True)]
# expect: own ['own']
# expect: cyc ['own']
# expect: cyc ['own', ('out', None)]
# expect: {K1: 'two'} 1
# expect: 1
# expect: 0
