class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
    def __iadd__(self, o): return 'iadd'
    def __len__(self): return self.v
    def __getitem__(self, k): return ('item', k)
    def __call__(self, *a, **k): return (a, k)
    def __contains__(self, x): return x == 1
    def __neg__(self): return 'neg'
n = N(2)
print(n + 1, 1 + n, -n)  # expect: add radd neg
n2 = n
n2 += 1
print(n2)  # expect: iadd
print(len(n), bool(n), bool(N(0)), n[3], n(1, a=2))  # expect: 2 True False ('item', 3) ((1,), {'a': 2})
print(1 in n, 2 in n)  # expect: True False
class E:
    def __eq__(self, other): return True
try:
    hash(E())
except TypeError as e:
    print(e)  # expect: unhashable type: 'E'
print(E() == 5, E() != 5)  # expect: True False
class B:
    def __bool__(self): return 3
try:
    bool(B())
except TypeError as e:
    print(e)  # expect: __bool__ should return bool, returned int
class L:
    def __len__(self): return -1
try:
    len(L())
except ValueError as e:
    print(e)  # expect: __len__() should return >= 0
class I:
    __iter__ = None
    def __getitem__(self, i): return i
try:
    iter(I())
except TypeError as e:
    print(e)  # expect: 'I' object is not iterable
class R:
    def __repr__(self): return 5
try:
    repr(R())
except TypeError as e:
    print(e)  # expect: __repr__ returned non-string (type int)
class Sub(int):
    def __radd__(self, other): return 'sub radd'
print(1 + Sub(2), Sub(1) + 2)  # expect: sub radd 3
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), 2 in It())  # expect: [1, 2, 3] True
