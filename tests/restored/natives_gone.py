import late
import sys

# What a module has of a native module is of the one that was there when it was imported.
sys.modules['_bisect'] = None
print(late.find([1, 3, 5], 4))
