# A set made of a dict's keys has room for all of them at once, and so comes in CPython's order.
d = {k * 7: k for k in range(7)}
print(d.keys() - {7})  # expect: {0, 35, 21, 42, 28, 14}
print(d.keys() | {1})  # expect: {0, 1, 35, 21, 7, 42, 28, 14}
print(d.keys() ^ {7, 3})  # expect: {0, 35, 3, 21, 42, 28, 14}
