# reason: an id is a number that is given when it is first asked for, and not to another object later; CPython's is an address, which the next object of the same size may get
# workaround: none is needed; compare objects by `is`, and ids only of objects that live
print(len({id(object()) for _ in range(100)}))  # expect: 100

# So the tuples of enumerate and zip never look reused, as CPython's do when nobody else keeps them.
print(len(set(map(id, enumerate("abc")))))  # expect: 3
