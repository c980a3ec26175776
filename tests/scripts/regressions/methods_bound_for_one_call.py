# format(), dir(), f-strings and copying bind methods; what they bind must not keep the object alive.
import copy
import sys


class C:
    pass


differences = []
for use in (lambda x: f"{x}", lambda x: format(x), dir, lambda x: x.__reduce_ex__(2), copy.copy):
    x = C()
    before = sys.getrefcount(x)
    use(x)
    differences.append(sys.getrefcount(x) - before)
print(differences)  # expect: [0, 0, 0, 0, 0]
print(dict(dict(a=1).items() | {"b": 2}.items() - {("z", 1)})["a"])  # expect: 1
