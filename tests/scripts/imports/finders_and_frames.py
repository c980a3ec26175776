import sys


class Silent:
    """Finds nothing, and says what it was asked for."""

    asked = []

    def find_spec(self, name, path=None, target=None):
        self.asked.append(name)


# A finder that is there before anything came from a file is asked each time.
finder = Silent()
sys.meta_path.insert(0, finder)
import keyword
import colorsys
print([name for name in Silent.asked if name in ("keyword", "colorsys")])    # expect: ['keyword', 'colorsys']

import os
import tempfile
import traceback

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    for name, text in [("bad_run", "1 / 0\n"), ("bad_import", "import not_there_at_all\n"), ("bad_syntax", "x = = 1\n")]:
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)

    def files(name):
        try:
            __import__(name)
        except (ImportError, SyntaxError, ZeroDivisionError) as e:
            return [os.path.basename(entry.filename) for entry in traceback.extract_tb(e.__traceback__)]

    # The machinery's frames are not shown, whether it runs as Python or not.
    for _ in range(2):
        for name in "bad_run", "bad_import", "bad_syntax", "not_there_at_all":
            print(name, files(name))
        if finder in sys.meta_path:
            sys.meta_path.remove(finder)
    # expect: bad_run ['finders_and_frames.py', 'bad_run.py']
    # expect: bad_import ['finders_and_frames.py', 'bad_import.py']
    # expect: bad_syntax ['finders_and_frames.py']
    # expect: not_there_at_all ['finders_and_frames.py']
    # expect: bad_run ['finders_and_frames.py', 'bad_run.py']
    # expect: bad_import ['finders_and_frames.py', 'bad_import.py']
    # expect: bad_syntax ['finders_and_frames.py']
    # expect: not_there_at_all ['finders_and_frames.py']

    # A method that is replaced is called.
    from importlib.machinery import SourceFileLoader

    def exec_module(self, module):
        module.replaced = True

    original = SourceFileLoader.exec_module
    SourceFileLoader.exec_module = exec_module
    import bad_run
    print(bad_run.replaced)    # expect: True
    SourceFileLoader.exec_module = original
    sys.path.remove(folder)

import _frozen_importlib
print(_frozen_importlib.__spec__.origin, _frozen_importlib.__loader__.__name__)    # expect: frozen FrozenImporter
