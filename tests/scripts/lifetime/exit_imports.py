import json
import sys


class Imports:
    def __del__(self):
        print(sys.meta_path, sys.path, sys.path_hooks)
        for name in "json", "colorsys", "json.nothing":
            try:
                __import__(name)
            except ImportError as e:
                print(repr(e), e.name)


kept = Imports()
print("end")
# expect: end
# expect: None None None
# expect: ImportError('sys.meta_path is None, Python is likely shutting down') None
# expect: ImportError('sys.meta_path is None, Python is likely shutting down') None
# expect: ImportError('sys.meta_path is None, Python is likely shutting down') None
