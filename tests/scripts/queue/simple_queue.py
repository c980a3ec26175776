import queue
import threading

q = queue.SimpleQueue()
print(type(q).__module__, q.empty(), q.qsize())  # expect: _queue True 0
for item in 'abc':
    q.put(item)
print(q.qsize(), q.get(), q.get(timeout=1), q.get_nowait(), q.empty())  # expect: 3 a b c True
try:
    q.get(block=False)
except queue.Empty as e:
    print(repr(e))  # expect: Empty()
try:
    q.get(timeout=0.001)
except queue.Empty as e:
    print(repr(e))  # expect: Empty()
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)  # expect: 'timeout' must be a non-negative number
results = []


def consume():
    while (item := q.get()) is not None:
        results.append(item)


threads = [threading.Thread(target=consume) for _ in range(4)]
for t in threads:
    t.start()
for n in range(1000):
    q.put(n)
for t in threads:
    q.put(None)
for t in threads:
    t.join()
print(sorted(results) == list(range(1000)), q.qsize())  # expect: True 0
print(queue.SimpleQueue[int])  # expect: _queue.SimpleQueue[int]
