# Several views of a buffer all refer to its owner.
import gc
import sys
import weakref

gc.disable()


class Owner(bytearray):
    pass


owner = Owner(8)
before = sys.getrefcount(owner)
view = memoryview(owner)
part = view[2:]
cast = part.cast("B")
print(sys.getrefcount(owner) > before)  # expect: True
ref = weakref.ref(owner)
del owner
view.release()
part.release()
print(ref() is not None)  # expect: True
cast.release()
print(ref())  # expect: None

owner = Owner(8)
ref = weakref.ref(owner)
owner.views = [memoryview(owner), memoryview(owner)[1:], memoryview(owner)[2:]]
del owner
gc.collect()
print(ref())  # expect: None
