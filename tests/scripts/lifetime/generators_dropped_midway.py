"""Suspended generators end when their last reference goes: local variables, delegates and finally clauses in order."""
class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


def g(d):
    local = D('local')
    try:
        for i in range(5):
            t = D(f't{i}')
            yield i
    finally:
        print('finally', i)
    print('never')


x = g(D('arg'))
print(next(x), next(x))
del x
print('--- break')
for v in g(D('arg2')):
    if v == 1:
        break
print('after loop')


def outer():
    try:
        yield from g(D('deleg'))
    finally:
        print('outer finally')


o = outer()
next(o)
next(o)
o = None
print('--- throw')
o = outer()
next(o)
try:
    o.throw(KeyError('k'))
except KeyError as e:
    print('caught', e)
print(o.gi_frame)
del o
print('--- close')


def stubborn():
    d = D('stub')
    try:
        yield 1
    except GeneratorExit:
        print('GE')
        return


s = stubborn()
next(s)
print(s.close())
print('closed')
del s
print('--- self ref')


def selfref():
    me = D('me')
    gen = (yield)
    yield 1


s = selfref()
next(s)
s.send(s)
import gc
del s
print('pending')
gc.collect()
print('collected')


# What is printed, in order:
# expect: del t0
# expect: 0 1
# expect: finally 1
# expect: del arg
# expect: del local
# expect: del t1
# expect: --- break
# expect: del t0
# expect: finally 1
# expect: del arg2
# expect: del local
# expect: del t1
# expect: after loop
# expect: del t0
# expect: finally 1
# expect: del deleg
# expect: del local
# expect: del t1
# expect: outer finally
# expect: --- throw
# expect: finally 0
# expect: outer finally
# expect: caught 'k'
# expect: del deleg
# expect: del local
# expect: del t0
# expect: None
# expect: --- close
# expect: GE
# expect: del stub
# expect: None
# expect: closed
# expect: --- self ref
# expect: pending
# expect: del me
# expect: collected
