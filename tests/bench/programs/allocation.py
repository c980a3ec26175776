"""Short-lived objects: instances, tuples, lists, dicts, closures, a tree."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        return 1 if self.left is None else 1 + self.left.check() + self.right.check()


def tree(depth):
    return Node(None, None) if depth == 0 else Node(tree(depth - 1), tree(depth - 1))


def run():
    total = 0
    for i in range(6):
        total += tree(10).check()
    for i in range(6000):
        pair = (i, [i, i + 1], {'k': i})
        total += len(pair[1]) + pair[2]['k'] + (lambda: pair[0])()
    return total


RESULT = 36018282
