import weakref
class C: pass
c = C()
r = weakref.ref(c, lambda ref: print('gone', ref() is None))
print(r() is c, weakref.getweakrefcount(c))  # expect: True 1
p = weakref.proxy(c)
c.x = 5
print(p.x)  # expect: 5
del c  # expect: gone True
print(r())  # expect: None
try:
    p.x
except ReferenceError as e:
    print(e)  # expect: weakly-referenced object no longer exists
try:
    weakref.ref(1)
except TypeError as e:
    print(e)  # expect: cannot create weak reference to 'int' object
d = weakref.WeakValueDictionary()
k = C()
d['k'] = k
print(len(d))  # expect: 1
del k
print(len(d))  # expect: 0
