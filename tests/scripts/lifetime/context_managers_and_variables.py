"""Context variables and context managers let go of what they had, also when entering or leaving fails."""
import contextvars, contextlib, gc


class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


v = contextvars.ContextVar('v', default=D('default'))
tok = v.set(D('one'))
v.set(D('two'))
print('set two')
v.reset(tok)
print('reset')
del tok
print('tok gone')
ctx = contextvars.copy_context()


def run():
    v.set(D('in ctx'))
    print(v.get().n)


ctx.run(run)
print('ran')
del ctx
print('ctx gone')
del v
gc.collect()
print('var gone')


@contextlib.contextmanager
def cm(n):
    d = D(n)
    try:
        yield d
    finally:
        print('exit', n)


with cm('cm1') as c:
    print(c.n)
print('with over')
c = None
try:
    with cm('cm2'):
        raise KeyError('x')
except KeyError:
    print('caught')
print('-')
with contextlib.ExitStack() as st:
    st.enter_context(cm('s1'))
    st.enter_context(cm('s2'))
    st.callback(lambda d: print('cb', d.n), D('cbarg'))
    print('in stack')
print('stack over')


class BadEnter:

    def __init__(s):
        s.d = D('bad enter')

    def __enter__(s):
        raise ValueError('enter')

    def __exit__(s, *a):
        print('never')


try:
    with BadEnter():
        pass
except ValueError as e:
    print(e)


class BadExit:

    def __init__(s):
        s.d = D('bad exit')

    def __enter__(s):
        return D('entered')

    def __exit__(s, t, e, tb):
        print(t and t.__name__)
        raise TypeError('exit')


try:
    with BadExit() as x:
        raise KeyError(D('key'))
except TypeError as e:
    print(repr(e), type(e.__context__))
print('after')
del x


class Swallow:

    def __enter__(s):
        return s

    def __exit__(s, t, e, tb):
        return True


def f():
    with Swallow():
        d = D('swallowed')
        raise ValueError(d)
    print('go on')
    d = None
    print('d none')


f()


class NoExit:

    def __del__(s):
        print('NoExit del')


try:
    with NoExit():
        pass
except TypeError as e:
    print(e)


# What is printed, in order:
# expect: del one
# expect: set two
# expect: del two
# expect: reset
# expect: tok gone
# expect: in ctx
# expect: ran
# expect: del in ctx
# expect: ctx gone
# expect: del default
# expect: var gone
# expect: cm1
# expect: exit cm1
# expect: with over
# expect: del cm1
# expect: exit cm2
# expect: del cm2
# expect: caught
# expect: -
# expect: in stack
# expect: cb cbarg
# expect: del cbarg
# expect: exit s2
# expect: del s2
# expect: exit s1
# expect: del s1
# expect: stack over
# expect: enter
# expect: del bad enter
# expect: KeyError
# expect: TypeError('exit') <class 'KeyError'>
# expect: del bad exit
# expect: del key
# expect: after
# expect: del entered
# expect: go on
# expect: del swallowed
# expect: d none
# expect: NoExit del
# expect: 'NoExit' object does not support the context manager protocol
