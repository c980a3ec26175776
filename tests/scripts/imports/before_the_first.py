import builtins
import sys

# The machinery is there before a program can replace what it was made with.
real = all, bytes, sys.platform
builtins.all = builtins.bytes = None
sys.platform = "win32"
import colorsys
print(all, sys.platform, colorsys.ONE_THIRD)     # expect: None win32 0.3333333333333333
builtins.all, builtins.bytes, sys.platform = real
print(all([1]), bytes(1))                        # expect: True b'\x00'
