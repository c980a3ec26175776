"""Found by calling functions with odd arguments: messages that named a class of Java."""
import _imp
import sys
import types

# CPython has no such function.
lookup = getattr(sys, "__getattr__", lambda name: getattr(sys, name))
for call in (lambda: lookup(b"x"), lambda: _imp.create_dynamic(types.SimpleNamespace(name=b"x"))):
    try:
        call()
    except Exception as e:
        print("org." in str(e), "@" in str(e))
# expect: False False
# expect: False False
