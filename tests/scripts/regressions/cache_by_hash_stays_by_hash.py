# A stale cache that goes by the hash of its source is replaced by one of the same kind.
import importlib
import importlib.util
import os
import py_compile
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "cached_by_hash.py")


def write(text):
    with open(path, "w") as file:
        file.write(text)


def flags():
    with open(importlib.util.cache_from_source(path), "rb") as file:
        return file.read(8)[4]


write("x = 1\n")
py_compile.compile(path, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
print(flags())  # expect: 3
write("x = 2\n")
sys.path.insert(0, folder)
import cached_by_hash

print(cached_by_hash.x)  # expect: 2
print(flags() if not sys.dont_write_bytecode else 3)  # expect: 3
