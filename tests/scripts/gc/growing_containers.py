# Objects that are only in a container, and refer to nothing, make a collection due as their number grows.
import gc


class Cycle:
    def __init__(self):
        self.itself = self

    def __del__(self):
        global collected
        collected = True


class Plain:
    pass


def grows(add, limit=10_000):
    global collected
    gc.collect()
    collected = False
    Cycle()
    for i in range(limit):
        add(i)
        if collected:
            return True
    return False


gc.set_threshold(700, 10, 10)
items = []
print(grows(lambda i: items.append([])))             # expect: True
names = {}
print(grows(lambda i: names.setdefault(i, [])))      # expect: True
objects = set()
print(grows(lambda i: objects.add(Plain())))         # expect: True
gc.disable()
print(grows(lambda i: items.append([])))             # expect: False
gc.enable()
gc.set_threshold(0)
print(grows(lambda i: items.append([])))             # expect: False
