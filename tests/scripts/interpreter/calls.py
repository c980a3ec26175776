# calls
def f(a, b, c=3, *, d, e=5): return (a,b,c,d,e)
def p(a, b, /, c): return (a,b,c)
def v(*args, **kw): return args, kw
def t(fn, *a, **k):
    try: print(fn(*a, **k))
    except TypeError as e: print("TypeError:", e)
t(f, 1, 2, d=4); t(f, 1); t(f, 1, 2); t(f, 1,2,3,4,d=1); t(f, 1,2,x=3,d=4); t(f,1,2,b=3,d=4); t(f); t(f,d=1)
# expect: (1, 2, 3, 4, 5)
# expect: TypeError: f() missing 1 required positional argument: 'b'
# expect: TypeError: f() missing 1 required keyword-only argument: 'd'
# expect: TypeError: f() takes from 2 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: TypeError: f() got an unexpected keyword argument 'x'
# expect: TypeError: f() got multiple values for argument 'b'
# expect: TypeError: f() missing 2 required positional arguments: 'a' and 'b'
# expect: TypeError: f() missing 2 required positional arguments: 'a' and 'b'
t(p,1,2,3); t(p,1,2,c=3); t(p,a=1,b=2,c=3); t(p,1); t(p,1,b=2,c=3)
# expect: (1, 2, 3)
# expect: (1, 2, 3)
# expect: TypeError: p() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: TypeError: p() missing 2 required positional arguments: 'b' and 'c'
# expect: TypeError: p() got some positional-only arguments passed as keyword arguments: 'b'
t(v,1,2,x=3); t(v)
# expect: ((1, 2), {'x': 3})
# expect: ((), {})
def one(x): pass
def two(x, y): pass
def dflt(x, y=1): pass
def none(): pass
t(one); t(one,1,2); t(two,1); t(two); t(dflt); t(dflt,1,2,3); t(none,1); t(none,x=1); t(lambda: 0, 1)
# expect: TypeError: one() missing 1 required positional argument: 'x'
# expect: TypeError: one() takes 1 positional argument but 2 were given
# expect: TypeError: two() missing 1 required positional argument: 'y'
# expect: TypeError: two() missing 2 required positional arguments: 'x' and 'y'
# expect: TypeError: dflt() missing 1 required positional argument: 'x'
# expect: TypeError: dflt() takes from 1 to 2 positional arguments but 3 were given
# expect: TypeError: none() takes 0 positional arguments but 1 was given
# expect: TypeError: none() got an unexpected keyword argument 'x'
# expect: TypeError: <lambda>() takes 0 positional arguments but 1 was given
def ko(*, a, b, c): pass
t(ko); t(ko, a=1); t(ko, 1, a=1); t(ko,1,2,a=1,b=2)
# expect: TypeError: ko() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# expect: TypeError: ko() missing 2 required keyword-only arguments: 'b' and 'c'
# expect: TypeError: ko() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
# expect: TypeError: ko() takes 0 positional arguments but 2 positional arguments (and 2 keyword-only arguments) were given
class C:
    def m(self, x): return x
    @classmethod
    def cm(cls, x): return cls.__name__, x
    @staticmethod
    def sm(x): return x
c = C()
t(c.m, 1); t(c.m); t(C.m, c, 3); t(C.cm, 1); t(c.sm, 4); t(C.m)
# expect: 1
# expect: TypeError: C.m() missing 1 required positional argument: 'x'
# expect: 3
# expect: ('C', 1)
# expect: 4
# expect: TypeError: C.m() missing 2 required positional arguments: 'self' and 'x'
t(5); t(None); t("x", 1)
# expect: TypeError: 'int' object is not callable
# expect: TypeError: 'NoneType' object is not callable
# expect: TypeError: 'str' object is not callable
print(f(*[1,2], **{"d":4}), f(1, *(2,), d=3, **{"e":6}))  # expect: (1, 2, 3, 4, 5) (1, 2, 3, 3, 6)
try: f(**{1:2})
except TypeError as e: print(e)  # expect: keywords must be strings
try: f(1,2,**{"d":1}, **{"d":2})
except TypeError as e: print(e)  # expect: __main__.f() got multiple values for keyword argument 'd'
try: f(*5)
except TypeError as e: print(e)  # expect: __main__.f() argument after * must be an iterable, not int
try: f(**5)
except TypeError as e: print(e)  # expect: __main__.f() argument after ** must be a mapping, not int
try: f(1, d=1, d2=4, **{'c':1})
except TypeError as e: print(e)  # expect: f() got an unexpected keyword argument 'd2'
def outer():
    x = 1
    def inc():
        nonlocal x
        x += 1
        return x
    return inc
i = outer(); print(i(), i())  # expect: 2 3
print(len([1,2]), max(3,1), sorted([3,1,2], key=lambda q:-q))  # expect: 2 3 [3, 2, 1]
t(len); t(len, 1, 2); t([].append); t([].append,1,2); t(list.append, 1, 2); t(list.append); t("a".join, 5)
# expect: TypeError: len() takes exactly one argument (0 given)
# expect: TypeError: len() takes exactly one argument (2 given)
# expect: TypeError: list.append() takes exactly one argument (0 given)
# expect: TypeError: list.append() takes exactly one argument (2 given)
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: TypeError: unbound method list.append() needs an argument
# expect: TypeError: can only join an iterable
def deco(fn):
    def wrap(*a, **k): print("call", fn.__name__); return fn(*a, **k)
    return wrap
@deco
def decorated(x): "doc"; return x
print(decorated(3))
# expect: call decorated
# expect: 3
print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount)
# expect: f (3,) {'e': 5} ('a', 'b', 'c', 'd', 'e') 3
def ann(x: int, y: "str" = 1) -> float: pass
print(ann.__annotations__)  # expect: {'x': <class 'int'>, 'y': 'str', 'return': <class 'float'>}
print((lambda x, *y: (x, y))(1, 2, 3))  # expect: (1, (2, 3))
def gen(): 
    x = yield
    while True: x = yield x * 2
g = gen(); next(g); print(g.send(2), g.send(5))  # expect: 4 10
print([*range(3), *"ab"], {**{"a":1}, "b":2}, {*[1,2],3}, (*[1],2))
# expect: [0, 1, 2, 'a', 'b'] {'a': 1, 'b': 2} {1, 2, 3} (1, 2)
a, *b, c2 = range(5); print(a,b,c2)  # expect: 0 [1, 2, 3] 4
try: a, b = 1
except TypeError as e: print(e)  # expect: cannot unpack non-iterable int object
try: a, b = [1]
except ValueError as e: print(e)  # expect: not enough values to unpack (expected 2, got 1)
try: a, b = [1,2,3]
except ValueError as e: print(e)  # expect: too many values to unpack (expected 2)
try: a, *b, c = [1]
except ValueError as e: print(e)  # expect: not enough values to unpack (expected at least 2, got 1)
for bad in ["1+'a'", "'a'+1", "[]+1", "1-'a'", "None+1", "-'a'", "~1.5", "1 @ 2", "[1]*'a'", "'a'*1.5", "1.5*[1]", "1<'a'", "{}<{}", "1 in 2", "print >> 3", "2**'a'", "divmod(1,'a')", "1[0]", "None[0]", "len(5)", "iter(5)", "[].x", "int.foo", "(1).real", "not 5", "5()", "{}[1]", "[1][5]", "(1,)[5]", "[1]['a']", "'abc'[10]", "{[]:1}", "x"]:
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
# expect: 1+'a' TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 'a'+1 TypeError can only concatenate str (not "int") to str
# expect: []+1 TypeError can only concatenate list (not "int") to list
# expect: 1-'a' TypeError unsupported operand type(s) for -: 'int' and 'str'
# expect: None+1 TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: -'a' TypeError bad operand type for unary -: 'str'
# expect: ~1.5 TypeError bad operand type for unary ~: 'float'
# expect: 1 @ 2 TypeError unsupported operand type(s) for @: 'int' and 'int'
# expect: [1]*'a' TypeError can't multiply sequence by non-int of type 'str'
# expect: 'a'*1.5 TypeError can't multiply sequence by non-int of type 'float'
# expect: 1.5*[1] TypeError can't multiply sequence by non-int of type 'float'
# expect: 1<'a' TypeError '<' not supported between instances of 'int' and 'str'
# expect: {}<{} TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: 1 in 2 TypeError argument of type 'int' is not iterable
# expect: print >> 3 TypeError unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'. Did you mean "print(<message>, file=<output_stream>)"?
# expect: 2**'a' TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: divmod(1,'a') TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: 1[0] TypeError 'int' object is not subscriptable
# expect: None[0] TypeError 'NoneType' object is not subscriptable
# expect: len(5) TypeError object of type 'int' has no len()
# expect: iter(5) TypeError 'int' object is not iterable
# expect: [].x AttributeError 'list' object has no attribute 'x'
# expect: int.foo AttributeError type object 'int' has no attribute 'foo'
# expect: (1).real 1
# expect: not 5 False
# expect: 5() TypeError 'int' object is not callable
# expect: {}[1] KeyError 1
# expect: [1][5] IndexError list index out of range
# expect: (1,)[5] IndexError tuple index out of range
# expect: [1]['a'] TypeError list indices must be integers or slices, not str
# expect: 'abc'[10] IndexError string index out of range
# expect: {[]:1} TypeError unhashable type: 'list'
# expect: x NameError name 'x' is not defined
x = [1]; x += (2,); x *= 2; print(x)  # expect: [1, 2, 1, 2]
try: x += 5
except TypeError as e: print(e)  # expect: 'int' object is not iterable
y = 5
try: y += "a"
except TypeError as e: print(e)  # expect: unsupported operand type(s) for +=: 'int' and 'str'
try: y **= "a"
except TypeError as e: print(e)  # expect: unsupported operand type(s) for **=: 'int' and 'str'
