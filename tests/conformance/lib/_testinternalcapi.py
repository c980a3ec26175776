"""Stands in for CPython's extension module of the same name when CPython's tests run in Krait; see _testcapi.py."""

import os as _os
import sys as _sys

# Krait has nothing in front of what its collector knows.
SIZEOF_PYGC_HEAD = 0


def get_recursion_depth():
    depth, frame = 0, _sys._getframe(1)
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


def clear_extension(name, filename):
    """Forgets an extension module that was loaded; Krait loads none."""


def get_config():
    """The fields of PyConfig that CPython's tests ask for."""
    hidden = "no_debug_ranges" in _sys._xoptions or not _sys.flags.ignore_environment and _os.environ.get(
        "PYTHONNODEBUGRANGES")
    return {"code_debug_ranges": int(not hidden)}
