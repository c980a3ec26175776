# reason: allocations are not traced. An object of the JVM has no size that its maker could note at no cost, and the
#     deaths of numbers, strings and bytes, which are never counted, are known to Java's collector alone: the sums that
#     tracemalloc gives would be wrong by what programs hold most of
# workaround: Java's tools, such as jcmd GC.class_histogram and heap dumps; gc.get_objects() for what can be in cycles
try:
    import tracemalloc
    print(tracemalloc.is_tracing())
except ModuleNotFoundError as e:
    print(e)  # expect: No module named '_tracemalloc'
