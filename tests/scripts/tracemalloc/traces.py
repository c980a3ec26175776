# Objects that are made while tracing are known with the lines that made them, their sizes and their ends.
import gc
import tracemalloc


class Node:
    def __init__(self):
        self.data = bytearray(1000)


def build(n):
    return [Node() for _ in range(n)]


def lines(snapshot):
    own = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
    return {s.traceback[0].lineno: s.count for s in own.statistics("lineno")}


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc._get_traces())  # expect: False (0, 0) []
before = [build(1)]  # what first uses of classes make is not traced later
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())  # expect: True 5
print(tracemalloc.get_object_traceback(before))  # expect: None
nodes = build(100)
counts = lines(tracemalloc.take_snapshot())
print(counts[8] >= 100, counts[12] >= 100)  # expect: True True
print([frame.lineno for frame in tracemalloc.get_object_traceback(nodes[7])])  # expect: [25, 12]
print([frame.lineno for frame in tracemalloc.get_object_traceback(nodes[7].data)])  # expect: [25, 12, 8]

size, peak = tracemalloc.get_traced_memory()
big = bytearray(1_000_000)
larger = tracemalloc.get_traced_memory()[0]
print(larger - size >= 1_000_000)  # expect: True
del big
smaller, peak = tracemalloc.get_traced_memory()
print(larger - smaller > 900_000, peak >= larger)  # expect: True True
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < peak)  # expect: True

text = "x" * 500_000
with_text = tracemalloc.get_traced_memory()[0]
print(with_text - smaller >= 500_000)  # expect: True
del text
print(with_text - tracemalloc.get_traced_memory()[0] > 400_000)  # expect: True

del nodes
gc.collect()
print(lines(tracemalloc.take_snapshot()).get(8, 0))  # expect: 0

kept = list(range(1000))
(trace,) = [t for t in tracemalloc.take_snapshot().traces if 8000 <= t.size < 9000]
print(trace.traceback[-1].lineno)  # expect: 51

tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(kept))  # expect: None
tracemalloc.start(9)
print(tracemalloc.get_traceback_limit())  # expect: 5
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())  # expect: False (0, 0)
for frames in 0, 65536, -1:
    try:
        tracemalloc.start(frames)
    except ValueError as e:
        print(e)
# expect: the number of frames must be in range [1; 65535]
# expect: the number of frames must be in range [1; 65535]
# expect: the number of frames must be in range [1; 65535]
