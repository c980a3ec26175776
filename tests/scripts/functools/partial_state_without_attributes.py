import functools, copy
p = functools.partial(int, base=2)
q = copy.copy(p)
print(q.__reduce__()[2][3])    # expect: None
q.extra = 1
print(q.__reduce__()[2][3])    # expect: {'extra': 1}
q.__setstate__((int, (), {}, None))
print(q.__reduce__()[2][3], hasattr(q, 'extra'))    # expect: None False
q.more = 2
print(q.__dict__, q())    # expect: {'more': 2} 0
