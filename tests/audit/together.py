"""Runs scripts one after the other in one process, for an audit of counts at its end.

usage: krait -X audit-refs=exit together.py SCRIPT ...

What the scripts print is dropped; an exception that ends one is, too: other tests see to that.
"""

import contextlib
import gc
import io
import os
import runpy
import sys


def main(scripts):
    for script in scripts:
        os.chdir(os.path.dirname(script))
        sys.argv = [script]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                runpy.run_path(script, run_name="__main__")
            except BaseException:
                pass
        gc.enable()
        gc.set_threshold(700, 10, 10)


main(sys.argv[1:])
