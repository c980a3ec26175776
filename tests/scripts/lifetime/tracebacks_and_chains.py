"""What frames of tracebacks hold dies with the exception, or with the collection of the cycle it is in."""
import gc, sys
gc.disable()


class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


def f(n):
    d = D(n)
    raise ValueError(n)


try:
    f('a')
except ValueError:
    print('h')
print('after a')
try:
    f('b')
except ValueError as e:
    print('h', e)
print('after b')
try:
    f('c')
except ValueError as e:
    keep = e
print('kept')
keep.__traceback__ = None
print('cleared')
del keep


def cyc():
    d = D('cyc')
    try:
        f('in')
    except ValueError as e:
        err = e


cyc()
print('cyc left')
gc.collect()
print('collected')


def nested():
    try:
        try:
            f('x1')
        finally:
            print('fin')
            try:
                f('x2')
            except ValueError:
                print('inner')
    except ValueError as e:
        print(repr(e), repr(e.__context__))


nested()
print('chain')


def chain():
    try:
        f('y1')
    except ValueError as e:
        raise KeyError(D('k')) from e


try:
    chain()
except KeyError as k:
    print(k.__cause__, type(k.__context__).__name__)
print('end chain')


def reraise():
    d = D('rr')
    try:
        f('z')
    except ValueError:
        raise


try:
    reraise()
except ValueError:
    pass
print('end rr')
print(sys.exc_info())


# What is printed, in order:
# expect: h
# expect: del a
# expect: after a
# expect: h b
# expect: del b
# expect: after b
# expect: kept
# expect: del c
# expect: cleared
# expect: cyc left
# expect: del cyc
# expect: del in
# expect: collected
# expect: fin
# expect: inner
# expect: del x2
# expect: ValueError('x1') None
# expect: del x1
# expect: chain
# expect: y1 ValueError
# expect: del k
# expect: del y1
# expect: end chain
# expect: del z
# expect: del rr
# expect: end rr
# expect: (None, None, None)
