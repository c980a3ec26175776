# What dies before the next object is asked for its id leaves its number to that one.
print(len(set(map(id, enumerate("abc")))))          # expect: 1
print(len({id(object()) for _ in range(100)}))      # expect: 1
first, second = [], []
print(len({id(o) for o in (first, second, [])}))    # expect: 3
try:
    ValueError().__setstate__({1: 2})
except TypeError as e:
    print(e)                                        # expect: attribute name must be string, not 'int'
