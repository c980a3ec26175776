import sys
def r(n): return 0 if n == 0 else 1 + r(n-1)
sys.setrecursionlimit(10**6)
print(r(50000))  # expect: 50000
def f():
    try: f()
    except RecursionError: pass
sys.setrecursionlimit(200)
class A:
    def __getattr__(self, n): return getattr(self, "q")
try: A().y
except RecursionError as e: print("RE")  # expect: RE
f()
print("ok")  # expect: ok
class B:
    def __repr__(self): return repr(self)
try: repr(B())
except RecursionError as e: print(e)  # expect: maximum recursion depth exceeded
l = []; l.append(l); print(l)  # expect: [[...]]
x = []
for i in range(100000): x = [x]
del x
print("deep del ok")  # expect: deep del ok
class N:
    def __init__(s, n): s.n = n
n = None
for i in range(100000): n = N(n)
del n
print("deep del2 ok")  # expect: deep del2 ok
