import nest_user
import sys

# The package of a submodule that was imported is there, too.
print(sorted(n for n in sys.modules if n.startswith('nest')), nest_user.value)


def use():
    import nest.leaf
    return nest.leaf.grow(2)


print(use(), hasattr(sys.modules['nest'], 'leaf'), sys.modules['nest'].leaf is sys.modules['nest.leaf'])
# What a native module holds is not copied.
import pyexpat
print(sys.modules['nest.leaf'].version_info is pyexpat.version_info, pyexpat.version_info)
