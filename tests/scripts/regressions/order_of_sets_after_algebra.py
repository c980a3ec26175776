# What a set operation copies, adds one by one or leaves out decides how large the table gets, and so the order.
s = set([97, 1, 2, 3.0, 5, 98])
s &= s
print(frozenset(s))                             # expect: frozenset({97, 2, 3.0, 1, 5, 98})
s = {1}
s.symmetric_difference_update({24: 0, 8: 0, 16: 0})
print(s)                                        # expect: {24, 1, 8, 16}


def numbers(*values):
    for value in values:
        print("asked for", value)
        yield value


print({1, 2}.issubset(numbers(1, 2, 3)))
# expect: asked for 1
# expect: asked for 2
# expect: True
print({1}.intersection(numbers(1, 2)))
# expect: asked for 1
# expect: {1}


s = {0, 1, 2, 35, 5, 43}
print(s, {*s, 99})                              # expect: {0, 1, 2, 35, 5, 43} {0, 1, 2, 35, 99, 5, 43}


class Other(set):
    def __iter__(self):
        return iter([7, 8])


print({7}.isdisjoint(Other({1})), {1}.isdisjoint(Other({1})))     # expect: False True
s = set(range(20))
s.pop(), s.pop()
s.clear()
s.update([0, 1, 2, 3])
print(s.pop())                                  # expect: 2
