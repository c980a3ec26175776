# exceptions
def f(x):
    try:
        if x == 0: raise ValueError("zero")
        if x == 1: return "one"
        if x == 2: raise KeyError("k") from ValueError("cause")
        if x == 3: undefined_name
        return x
    except ValueError as e:
        return ("VE", str(e), e.__context__, e.__cause__)
    except (KeyError, NameError) as e:
        return (type(e).__name__, str(e), repr(e.__cause__), e.__suppress_context__)
    finally:
        print("finally", x)
for i in range(5): print(f(i))
# expect: finally 0
# expect: ('VE', 'zero', None, None)
# expect: finally 1
# expect: one
# expect: finally 2
# expect: ('KeyError', "'k'", "ValueError('cause')", True)
# expect: finally 3
# expect: ('NameError', "name 'undefined_name' is not defined", 'None', False)
# expect: finally 4
# expect: 4
def g():
    try:
        1/0
    except ZeroDivisionError:
        raise KeyError("in handler")
try: g()
except KeyError as e:
    print(repr(e.__context__), e.__suppress_context__)  # expect: ZeroDivisionError('division by zero') False
try:
    e
except NameError as x:
    print(x)  # expect: name 'e' is not defined
def h():
    for i in range(3):
        try:
            continue
        finally:
            print("fin", i)
    while True:
        try:
            break
        finally:
            print("brk")
    try:
        return 1
    finally:
        return 2
print(h())
# expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: brk
# expect: 2
import sys
def nested():
    try:
        raise ValueError(1)
    except ValueError:
        print(sys.exc_info()[0], sys.exception())
        try:
            raise TypeError(2)
        except TypeError:
            print(sys.exc_info()[1])
        print(sys.exc_info()[1])
    print(sys.exc_info())
nested()
# expect: <class 'ValueError'> 1
# expect: 2
# expect: 1
# expect: (None, None, None)
class CM:
    def __init__(self, name, swallow=False): self.name=name; self.swallow=swallow
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, *a): print("exit", self.name, a[0], a[1]); return self.swallow
with CM("a") as a, CM("b"): print("body", a.name)
# expect: enter a
# expect: enter b
# expect: body a
# expect: exit b None None
# expect: exit a None None
with CM("c", True): raise ValueError("swallowed")
# expect: enter c
# expect: exit c <class 'ValueError'> swallowed
try:
    with CM("d"): raise ValueError("not")
except ValueError as e: print("out", e)
# expect: enter d
# expect: exit d <class 'ValueError'> not
# expect: out not
def w():
    with CM("r"): return 5
print(w())
# expect: enter r
# expect: exit r None None
# expect: 5
try: raise
except RuntimeError as e: print(e)  # expect: No active exception to reraise
for bad in (1, int, "x"):
    try: raise bad
    except TypeError as e: print(e)
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
try:
    try: raise ValueError
    except 5: pass
except TypeError as e: print(e)  # expect: catching classes that do not inherit from BaseException is not allowed
try:
    with 5: pass
except TypeError as e: print(e)  # expect: 'int' object does not support the context manager protocol
def loc():
    try:
        print(zz)
        zz = 1
    except UnboundLocalError as e: print(e)
    def inner(): return free
    try: inner()
    except NameError as e: print(e)
    free = 1
loc()
# expect: cannot access local variable 'zz' where it is not associated with a value
# expect: cannot access free variable 'free' where it is not associated with a value in enclosing scope
try:
    del nope
except NameError as e: print(e)  # expect: name 'nope' is not defined
class E2(Exception): pass
try:
    try: raise E2("a", 1)
    except E2 as e:
        e.add_note("note")
        raise
except E2 as e: print(e.args, e.__notes__, e.__traceback__.tb_lineno)  # expect: ('a', 1) ['note'] 133
def rec(n): return rec(n+1)
try: rec(0)
except RecursionError as e: print(e)  # expect: maximum recursion depth exceeded
def gen_exc():
    try: yield 1
    except ValueError as e: print("in gen", e); yield 2
    finally: print("gen fin")
x = gen_exc(); print(next(x)); print(x.throw(ValueError("t"))); 
# expect: 1
# expect: in gen t
# expect: 2
try: next(x)
except StopIteration as e: print("stop", e.value)
# expect: gen fin
# expect: stop None
def gstop():
    yield 1
    raise StopIteration("x")
try: list(gstop())
except RuntimeError as e: print(e, repr(e.__cause__))  # expect: generator raised StopIteration StopIteration('x')
y = gen_exc(); next(y); y.close()  # expect: gen fin
def yf():
    r = yield from inner_gen()
    print("r", r)
    return 9
def inner_gen():
    try:
        a = yield 1
        print("a", a)
        b = yield 2
        print("b", b)
    except KeyError as e:
        print("ke", e)
    return 7
z = yf(); print(z.send(None), z.send("A"))
# expect: a A
# expect: 1 2
try: z.send("B")
except StopIteration as e: print(e.value)
# expect: b B
# expect: r 7
# expect: 9
z = yf(); next(z)
try: z.throw(KeyError("K"))
except StopIteration as e: print(e.value)
# expect: ke 'K'
# expect: r 7
# expect: 9
print(z.gi_frame, z.gi_running)  # expect: None False
assert 1, "no"
try: assert 0, "yes"
except AssertionError as e: print(e)  # expect: yes
