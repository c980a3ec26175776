# reason: tracemalloc traces values, not blocks of memory: a list and its items' array are one trace, at the line that
#     made the list, also when it grew elsewhere; numbers that fit 64 bits are not traced. The peak misses what grew
#     and shrank between two measurements. The end of a str or bytes is known to Java's collector alone, which
#     get_traced_memory() and take_snapshot() make run. While it traces, a program is not compiled
# workaround: compare sums over lines, not the traces of single values; Java's tools, such as heap dumps, show numbers
import tracemalloc

tracemalloc.start()
items = []
for i in range(1000):
    items.append(float(i))
traces = [t for t in tracemalloc.take_snapshot().traces if t.traceback[0].filename == __file__ and t.size > 8000]
print(len(traces), traces[0].traceback[0].lineno)  # expect: 1 9
frames = tracemalloc.get_object_traceback(items[500])
print(frames)  # expect: None
