"""The frames of the import machinery are in tracebacks of importlib.import_module(), and not in those of imports."""
import importlib
import os
import sys
import tempfile
import traceback


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "bad_finder":
            raise LookupError(name)


def frames(f, name):
    try:
        f(name)
    except (ImportError, LookupError, ZeroDivisionError) as e:
        return [entry.name for entry in traceback.extract_tb(e.__traceback__)][1:]


with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    for name, text in [("bad_run", "1 / 0\n"), ("bad_inner", "import importlib\nimportlib.import_module('bad_run')\n")]:
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    for f in importlib.import_module, __import__:
        print(*frames(f, "not_there_at_all"))
        # expect: import_module _gcd_import _find_and_load _find_and_load_unlocked
        print(*frames(f, "bad_run"))
        # expect: import_module _gcd_import _find_and_load _find_and_load_unlocked _load_unlocked exec_module _call_with_frames_removed <module>
        print(len(frames(f, "bad_inner")))
        # expect: 16
    # expect:
    # expect: <module>
    # expect: 3
    sys.meta_path.insert(0, Finder())
    print(*frames(importlib.import_module, "bad_finder"))
    # expect: import_module _gcd_import _find_and_load _find_and_load_unlocked _find_spec find_spec
    print(*frames(__import__, "bad_finder"))
    # expect: _find_and_load _find_and_load_unlocked _find_spec find_spec
    sys.path.remove(folder)
