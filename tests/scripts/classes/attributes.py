class Data:
    def __get__(self, instance, owner): return ('get', instance is None)
    def __set__(self, instance, value): print('set', value)
    def __delete__(self, instance): print('delete')
class NonData:
    def __get__(self, instance, owner): return 'nondata'
class C:
    d = Data()
    n = NonData()
    def __getattr__(self, name): return 'missing ' + name
c = C()
print(c.d, C.d)  # expect: ('get', False) ('get', True)
c.d = 4  # expect: set 4
del c.d  # expect: delete
print(c.n)  # expect: nondata
c.n = 1
print(c.n, c.other)  # expect: 1 missing other
class G:
    def __getattribute__(self, name):
        if name == 'x': return 10
        return object.__getattribute__(self, name)
    y = 5
g = G()
print(g.x, g.y)  # expect: 10 5
try:
    g.z
except AttributeError as e:
    print(e, e.name, e.obj is g)  # expect: 'G' object has no attribute 'z' z True
try:
    G.z
except AttributeError as e:
    print(e)  # expect: type object 'G' has no attribute 'z'
try:
    (1).x = 1
except AttributeError as e:
    print(e)  # expect: 'int' object has no attribute 'x'
try:
    (1).real = 1
except AttributeError as e:
    print(e)  # expect: attribute 'real' of 'int' objects is not writable
try:
    int.x = 1
except TypeError as e:
    print(e)  # expect: cannot set 'x' attribute of immutable type 'int'
try:
    [].append = 1
except AttributeError as e:
    print(e)  # expect: 'list' object attribute 'append' is read-only
class W:
    pass
w = W()
w.a = 1
w.b = 2
w.__dict__ = {'c': 3}
print(w.c, hasattr(w, 'a'))  # expect: 3 False
class V:
    pass
w.__class__ = V
print(type(w).__name__, w.c)  # expect: V 3
