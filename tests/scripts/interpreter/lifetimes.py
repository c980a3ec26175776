class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def me(self): return self
    def child(self): self.c = D(str(self.n)+"c"); return self.c
def f():
    a = D(1)
    print("in f")
f()
# expect: in f
# expect: del 1
print("after f")  # expect: after f
D(2)  # expect: del 2
print("after temp")  # expect: after temp
x = D(3); x = 4  # expect: del 3
print("after rebind")  # expect: after rebind
l = [D(5), D(6)]
l.pop()  # expect: del 6
print("popped")  # expect: popped
l.clear()  # expect: del 5
print("cleared")  # expect: cleared
d = {1: D(7)}
del d[1]  # expect: del 7
print("deleted")  # expect: deleted
def g(o): print("g", o.n)
g(D(8))
# expect: g 8
# expect: del 8
print("after g")  # expect: after g
D(10).me().me()  # expect: del 10
print("after chain")  # expect: after chain
print(D(11).child().n)
# expect: del 11
# expect: del 11c
# expect: 11c
print("after child")  # expect: after child
def ret():
    t = D(12)
    return t
ret()  # expect: del 12
print("after ret")  # expect: after ret
y = ret(); del y  # expect: del 12
print("after del y")  # expect: after del y
try:
    z = D(13)
    raise ValueError(z)
except ValueError as e:
    print("caught")
    del z
# expect: caught
# expect: del 13
print("after except")  # expect: after except
def gen():
    q = D(14)
    yield 1
    yield 2
for i in gen(): 
    print(i)
    break
# expect: 1
# expect: del 14
print("after gen break")  # expect: after gen break
k = gen(); next(k); del k  # expect: del 14
print("after del gen")  # expect: after del gen
def inner():
    v = D(15)
    def c(): return v
    return c
c = inner(); print("closure"); del c
# expect: closure
# expect: del 15
print("after closure")  # expect: after closure
[D(16) for _ in range(2)]
# expect: del 16
# expect: del 16
print("after comp")  # expect: after comp
def exc():
    w = D(17)
    1/0
try: exc()
except ZeroDivisionError: print("handling")
# expect: handling
# expect: del 17
print("after exc")  # expect: after exc
(D(18), D(19))
# expect: del 19
# expect: del 18
print("after tuple")  # expect: after tuple
a, b = D(20), D(21)
del a, b
# expect: del 20
# expect: del 21
class C2:
    def __enter__(self): return D(22)
    def __exit__(self, *a): print("exit")
with C2() as w: print("with body")
# expect: with body
# expect: exit
del w  # expect: del 22
print("w gone")  # expect: w gone
def defaults(o=D(23)): pass
del defaults  # expect: del 23
print("defaults gone")  # expect: defaults gone
class Cy: pass
o = Cy(); o.attr = D(24); del o  # expect: del 24
print("attr gone")  # expect: attr gone
def args(*a, **k): print("args")
args(D(25))
# expect: args
# expect: del 25
print("args gone")  # expect: args gone
def gen2():
    try: yield D(27)
    finally: print("gen2 fin")
for t in gen2(): pass  # expect: gen2 fin
del t  # expect: del 27
print("gen2 done")  # expect: gen2 done
def f3(o): raise KeyError
try: f3(D(28))
except KeyError: print("f3 handled")
# expect: f3 handled
# expect: del 28
print("f3 done")  # expect: f3 done
s = D(29) if D(30) else 0  # expect: del 30
print("cond"); s = None
# expect: cond
# expect: del 29
D(31) == 1  # expect: del 31
print("cmp")  # expect: cmp
[D(33)][0]  # expect: del 33
print("sub")  # expect: sub
D(34).n  # expect: del 34
print("attr")  # expect: attr
def loc():
    m = D(35)
    m = D(36)
    del m
    print("end loc")
loc()
# expect: del 35
# expect: del 36
# expect: end loc
f"{D(37).n}"  # expect: del 37
print("fstr")  # expect: fstr
lam = lambda o: o
lam(lam(D(38)))  # expect: del 38
print("lam")  # expect: lam
def swap():
    a = D(39); b = D(40)
    a, b = b, a
    print("swapped", a.n, b.n)
swap()
# expect: swapped 40 39
# expect: del 40
# expect: del 39
import sys
def deep(o, n):
    if n == 0: return o
    return deep(o, n-1)
deep(D(41), 5); print("deep")
# expect: del 41
# expect: deep
def star():
    a, *b = D(42), D(43), D(44)
    print("star")
star()
# expect: star
# expect: del 42
# expect: del 44
# expect: del 43
print("end")  # expect: end
