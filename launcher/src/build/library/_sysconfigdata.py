"""What sysconfig reads of how Krait was built. There is no C compiler behind it and no Makefile: names that describe
them are empty, so that their readers find text. Folders are not here: sysconfig computes them from sys.prefix."""

import sys as _sys

_multiarch = _sys.implementation._multiarch

build_time_vars = {
    "ABIFLAGS": "",
    "CC": "",
    "CFLAGS": "",
    "CONFIG_ARGS": "",
    "EXE": "",
    "EXT_SUFFIX": f".{_sys.implementation.cache_tag}-{_multiarch}.so",
    "HOST_GNU_TYPE": _multiarch.replace("-linux", "-unknown-linux"),
    "LDFLAGS": "",
    "LDVERSION": "3.12",
    "LIBS": "",
    "MULTIARCH": _multiarch,
    "PLATLIBDIR": _sys.platlibdir,
    "PY_CFLAGS": "",
    "PY_CORE_CFLAGS": "",
    "Py_DEBUG": 0,
    "Py_ENABLE_SHARED": 0,
    "Py_TRACE_REFS": 0,
    "SHELL": "/bin/sh -e",
    "SIZEOF_VOID_P": 8,
    "SOABI": f"{_sys.implementation.cache_tag}-{_multiarch}",
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    "VERSION": "3.12",
    "WITH_DOC_STRINGS": 1,
    "WITH_PYMALLOC": 0,
}
