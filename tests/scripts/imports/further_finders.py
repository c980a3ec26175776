"""A finder behind those of the start is asked for what they do not find, and for nothing else."""
import importlib.abc
import importlib.machinery
import sys

asked = []


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        asked.append(name)
        if name in ("made_up", "made_up.part"):
            return importlib.machinery.ModuleSpec(name, self, is_package=name == "made_up")

    def exec_module(self, module):
        module.value = module.__name__.upper()


sys.meta_path.append(Finder())
import colorsys
import made_up.part
import xml.dom.minidom

print(colorsys.rgb_to_hsv(0, 0, 1)[2], made_up.value, made_up.part.value)  # expect: 1 MADE_UP MADE_UP.PART
print([name for name in asked if not name.startswith("_")])                # expect: ['made_up', 'made_up.part']
try:
    import nowhere.at_all
except ModuleNotFoundError as e:
    print(e)                                                               # expect: No module named 'nowhere'
try:
    import made_up.nothing
except ModuleNotFoundError as e:
    print(e)                                                               # expect: No module named 'made_up.nothing'
print(asked[-2:])                                                          # expect: ['nowhere', 'made_up.nothing']
sys.meta_path.insert(0, sys.meta_path.pop())
del asked[:]
import wave
print(asked[0])                                                            # expect: wave
