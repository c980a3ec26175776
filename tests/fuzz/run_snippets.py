"""Runs snippets of a file (a JSON list) and writes a line of JSON {"index": i, "output": text} for each.

usage: run_snippets.py FILE [FIRST]
"""

import contextlib
import gc
import io
import json
import linecache
import math
import sys
import traceback
import warnings


def dir_(x):
    return [name for name in dir(x) if not name.startswith("_")]


def pow_(a, b, c=None):
    """pow, but for numbers so large that neither VM would end."""
    if isinstance(b, int) and abs(b) > 1000 and c is None and not isinstance(a, float):
        raise OverflowError("left out")
    return pow(a, b, c)


def range_(*bounds):
    """range, but for ranges so long that a loop over them would not end."""
    made = range(*bounds)
    if made and abs(made[-1] - made[0]) > 100_000:
        raise OverflowError("left out")
    return made


def sorted_by(a, b):
    return sorted(a, key=b if callable(b) else repr)


def show_places(e):
    """The lines of the snippet that an exception went through, with their carets, and those of what it came from."""
    while e is not None:
        print(type(e).__name__, str(e) if "at 0x" not in str(e) else "", *getattr(e, "__notes__", ()))
        print(*traceback.format_list([f for f in traceback.extract_tb(e.__traceback__) if f.filename == "<snippet>"]),
              sep="", end="")
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)


GIVEN = {"show_places": show_places, "dir_": dir_, "pow_": pow_, "range_": range_, "sorted_by": sorted_by, "isnan": math.isnan}


def run(source):
    out = io.StringIO()
    namespace = {"__name__": "snippet", **GIVEN}
    linecache.cache["<snippet>"] = len(source), None, source.splitlines(keepends=True), "<snippet>"
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            code = compile(source, "<snippet>", "exec")
            exec(code, namespace)
        except BaseException as e:
            print("raised")
            show_places(e)
            del e
        namespace.clear()
    return out.getvalue()


def main(path, first=0):
    warnings.simplefilter("ignore")
    # Cycles die when the VM's collector likes; keep it from speaking in between.
    gc.disable()
    with open(path, encoding="utf-8") as file:
        snippets = json.load(file)
    for index in range(int(first), len(snippets)):
        print(json.dumps({"start": index}), flush=True)
        print(json.dumps({"index": index, "output": run(snippets[index])}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
