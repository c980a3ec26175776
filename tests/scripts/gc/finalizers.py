# Finalizers of a cycle run once, before weak references' callbacks are lost, and can save the whole cycle.
import gc
import weakref
gc.disable()
gc.collect()
saved = []


class Node:
    def __init__(self, name, save=False):
        self.name = name
        self.save = save

    def __del__(self):
        print('del', self.name, self.other.name)
        if self.save:
            saved.append(self)


def pair(first, second, save):
    a, b = Node(first, save), Node(second)
    a.other, b.other = b, a
    return weakref.ref(a, lambda ref: print('callback'))


ref = pair('a', 'b', False)
print(gc.collect())
# expect: callback
# expect: del a b
# expect: del b a
# expect: 2
ref = pair('c', 'd', True)
print(gc.collect(), len(saved), saved[0].other.name)
# expect: callback
# expect: del c d
# expect: del d c
# expect: 0 1 d
print(gc.is_finalized(saved[0]))  # expect: True
saved.clear()
print(gc.collect())  # expect: 2


def closing():
    try:
        yield
    finally:
        print('closed')


def loop():
    it = closing()
    next(it)
    box = [it]
    box.append(box)


loop()
print(gc.collect() >= 2)
# expect: closed
# expect: True
