import sys
from contextlib import contextmanager, ExitStack
@contextmanager
def g(exc):
    try: yield
    finally: raise exc
def chain(e):
    r = []
    while e is not None and len(r) < 9: r.append(str(e)); e = e.__context__
    return r
e1, e2, e3, e4 = [Exception(i) for i in (1, 2, 3, 4)]
try:
    with ExitStack() as s:
        s.enter_context(g(e4)); s.enter_context(g(e3)); s.enter_context(g(e2))
        raise e1
except Exception as e: print(chain(e))
def gg(exc):
    try: yield
    finally: raise exc
a, b, c = [Exception(i) for i in 'abc']
try: raise a
except Exception:
    x = gg(b); next(x)
    try: x.throw(a)
    except Exception as e: print(chain(e))
    y = gg(c); next(y)
    try: y.throw(b)
    except Exception as e: print(chain(e))
# expect: ['4', '3', '2', '1']
# expect: ['b', 'a']
# expect: ['c', 'b', 'a']
