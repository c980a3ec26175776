# Sets of ints come in the order of CPython's table, not of insertion. (A display of constants lies in caches sorted.)
print({3, 1, 2}, {4, 5} | {1}, set([8, 16, 1]), set(range(12, 4, -1)))
# expect: {1, 2, 3} {1, 4, 5} {8, 16, 1} {5, 6, 7, 8, 9, 10, 11, 12}
print({1, 2, 3} ^ {3, 4}, {9, 1, 5} & {5, 9}, frozenset([40, 8, 0]) - {8})
# expect: {1, 2, 4} {9, 5} frozenset({40, 0})
s = set(range(8))
for i in (7, 3, 0):
    s.discard(i)
s.add(11)
print(s, s.pop(), s)  # expect: {2, 4, 5, 6, 11} 1 {2, 4, 5, 6, 11}
