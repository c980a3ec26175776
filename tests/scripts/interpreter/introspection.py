# frames, code, introspection
import sys
def f(a, b=2, *args, k=1, **kw):
    x = 1
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_back.f_code.co_name)
    def inner(): return x
    return inner
i = f(1)  # expect: f 6 ['a', 'args', 'b', 'fr', 'k', 'kw', 'x'] <module>
print(f.__code__.co_varnames, f.__code__.co_cellvars, i.__code__.co_freevars, i.__closure__[0].cell_contents, f.__code__.co_flags, f.__code__.co_names[:3], f.__code__.co_nlocals)
# expect: ('a', 'b', 'k', 'args', 'kw', 'fr', 'inner') ('x',) ('x',) 1 15 ('sys', '_getframe', 'print') 7
print(f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__code__.co_firstlineno, f.__qualname__, i.__qualname__)
# expect: 2 1 0 3 f f.<locals>.inner
c = f.__code__.replace(co_name="zz"); print(c.co_name, c == f.__code__, hash(f.__code__) == hash(f.__code__))
# expect: zz False True
print(type(f), type(f.__code__), type(sys._getframe()), type(i.__closure__[0]), type([].append), type(list.append), type(list.__len__), type([].__len__), type(dict.fromkeys), type(dict.__dict__["fromkeys"]), type(int.real), type(f.__get__(1)))
# expect: <class 'function'> <class 'code'> <class 'frame'> <class 'cell'> <class 'builtin_function_or_method'> <class 'method_descriptor'> <class 'wrapper_descriptor'> <class 'method-wrapper'> <class 'builtin_function_or_method'> <class 'classmethod_descriptor'> <class 'getset_descriptor'> <class 'method'>
print(list.append, list.__len__, int.real, dict.__dict__["fromkeys"], len)
# expect: <method 'append' of 'list' objects> <slot wrapper '__len__' of 'list' objects> <attribute 'real' of 'int' objects> <method 'fromkeys' of 'dict' objects> <built-in function len>
print([].append.__name__, [].append.__qualname__, len.__qualname__, list.append.__qualname__, [].append.__self__, list.append.__objclass__)
# expect: append list.append len list.append [] <class 'list'>
print(len.__doc__, len.__text_signature__, [].append.__text_signature__, list.append.__doc__)
# expect: Return the number of items in a container. ($module, obj, /) ($self, object, /) Append object to the end of the list.
class A:
    def m(self): pass
a = A()
print(a.m.__func__ is A.m, a.m.__self__ is a, a.m == a.m, a.m.__name__, A.m.__qualname__)  # expect: True True True m A.m
import types
print(types.MethodType(lambda s: s, 5)())  # expect: 5
fn = types.FunctionType(f.__code__, globals(), "nm", (7,)); print(fn.__name__, fn.__defaults__)  # expect: nm (7,)
def g():
    yield 1
    yield 2
x = g(); print(x.gi_frame.f_lineno, x.gi_code.co_name, x.gi_running, x.gi_suspended, x.gi_yieldfrom); next(x); print(x.gi_frame.f_lineno, x.gi_suspended, x.__name__, x.__qualname__)
# expect: 31 g False False None
# expect: 32 True g g
def lc():
    y = 1
    print(locals())
    z = 2
    d = locals()
    print(sorted(d))
    exec("q = 5")
    return [locals() for _ in range(1)]
print([sorted(d) for d in lc()])
# expect: {'y': 1}
# expect: ['y', 'z']
# expect: [['_', 'd', 'q', 'y', 'z']]
try: 1/0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_next, tb.tb_lasti >= 0)  # expect: 49 <module> None True
def deep(): raise ValueError("x")
def mid(): deep()
try: mid()
except ValueError as e:
    tb = e.__traceback__; L = []
    while tb: L.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(L)
    e2 = e.with_traceback(None); print(e2.__traceback__)
# expect: [('<module>', 55), ('mid', 54), ('deep', 53)]
# expect: None
print(len(list(f.__code__.co_positions())) > 5)  # expect: True
print(callable(f), callable(5), eval("1+1"), exec("w=3"), w)  # expect: True False 2 None 3
ns = {}; exec("def q(): return z\nz=4", ns); print(ns["q"]())  # expect: 4
print(eval(compile("1+2", "s", "eval")))  # expect: 3
class Meta(type): pass
print(type("Dyn", (A,), {"x": 1})().x, Meta("M", (), {}))  # expect: 1 <class '__main__.M'>
def outer():
    class C:
        v = 5
        def m(self): return __class__
    return C
print(outer()().m().__qualname__)  # expect: outer.<locals>.C
print((lambda: (yield))().__class__)  # expect: <class 'generator'>
async def co(): pass
c = co(); print(type(c), c.cr_frame.f_lineno, c.cr_await); c.close()  # expect: <class 'coroutine'> 76 None
def s(): 
    try: yield
    finally: print("closed")
q = s(); next(q); q.close(); q.close()  # expect: closed
try: next(q)
except StopIteration: print("stop")  # expect: stop
def infinite():
    while 1:
        try: yield 1
        except GeneratorExit: pass
q = infinite(); next(q)
try: q.close()
except RuntimeError as e: print(e)  # expect: generator ignored GeneratorExit
def selfcall():
    yield next(sc)
sc = selfcall()
try: next(sc)
except ValueError as e: print(e)  # expect: generator already executing
try: (i for i in 5)
except TypeError as e: print(e)  # expect: 'int' object is not iterable
gg = (x for x in [1,2]); print(gg.__name__, gg.gi_code.co_name)  # expect: <genexpr> <genexpr>
try: g().send(5)
except TypeError as e: print(e)  # expect: can't send non-None value to a just-started generator
print(sys.getrefcount(None), sys.getrecursionlimit())  # expect: 4294967295 1000
del i
for k in ("__globals__","__closure__"):
    try: setattr(f, k, 1)
    except AttributeError as e: print(e)
# expect: readonly attribute
# expect: readonly attribute
try: f.__code__ = 5
except TypeError as e: print(e)  # expect: __code__ must be set to a code object
try: f.__defaults__ = 5
except TypeError as e: print(e)  # expect: __defaults__ must be set to a tuple object
f.__kwdefaults__ = {"k": 9}; f.__defaults__ = None
try: f()
except TypeError as e: print(e)  # expect: f() missing 2 required positional arguments: 'a' and 'b'
f.attr = 1; print(f.attr, f.__dict__)  # expect: 1 {'attr': 1}
try: A.m.__get__
except AttributeError as e: print(e)
print(A.__dict__["m"].__get__(None, A) is A.m)  # expect: True
