# reason: the cycle collector knows an object from the first time that it refers to one that can be in a cycle; CPython counts every container when it is made
# workaround: call gc.collect() where a collection is waited for
import gc

starts = []
gc.callbacks.append(lambda phase, info: starts.append(phase))
gc.collect()
starts.clear()
before = gc.get_count()[0]
empty = [[] for _ in range(100)]
print(gc.get_count()[0] - before < 10)  # expect: True
gc.callbacks.clear()
