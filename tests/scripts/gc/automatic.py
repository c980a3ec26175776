# Collections start by themselves when objects pile up, and call back; temporaries in use are not taken for garbage.
import gc
import itertools


class Node:
    live = 0

    def __init__(self, value):
        self.value = value
        self.me = self
        Node.live += 1

    def __del__(self):
        Node.live -= 1

    def __lt__(self, other):
        return self.value < other.value


phases = []
gc.callbacks.append(lambda phase, info: phases.append(phase))
for i in range(20000):
    Node(i)
gc.callbacks.clear()
print(Node.live < 5000, phases[:2], sum(s['collected'] for s in gc.get_stats()) > 10000)
# expect: True ['start', 'stop'] True

gc.set_threshold(10)


def key(n):
    for i in range(5):
        Node(i)
    return Node(-n)


print(sorted(range(200), key=key)[:3])  # expect: [199, 198, 197]
print(max(map(key, range(200))).value, min(range(200), key=key))  # expect: 0 199
print([a.value + b.value for a, b in zip(map(key, range(100)), map(key, range(100)))][-1])  # expect: -198
print(sum(n.value for n in itertools.chain.from_iterable([key(1), key(2)] for _ in range(100))))  # expect: -300
gc.freeze()
print(gc.get_freeze_count() > 0)  # expect: True
gc.unfreeze()
print(gc.get_freeze_count())  # expect: 0
