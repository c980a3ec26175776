import os
import sys
import tempfile
import warnings


def write(folder, name, text):
    with open(os.path.join(folder, name), "w") as f:
        f.write(text)


with tempfile.TemporaryDirectory() as folder:
    package = os.path.join(folder, "replaced")
    os.mkdir(package)
    write(package, "__init__.py", "")
    write(package, "first.py", "import sys\nsys.modules.pop(__package__)\nfrom . import second\n")
    write(package, "second.py", "")
    os.mkdir(os.path.join(folder, "space"))
    write(folder, "closed.py", """
import sys

class Closed:
    __slots__ = ("__name__", "__path__", "__spec__")

sys.modules[__name__] = closed = Closed()
closed.__name__ = __name__
closed.__path__ = [__file__.replace("closed.py", "replaced")]
closed.__spec__ = __spec__
""")
    sys.path.insert(0, folder)
    import replaced.first

    print(sorted(n for n in vars(replaced) if not n.startswith("_")))  # expect: ['first', 'second']
    import space

    print(repr(space).replace(folder, "..."))  # expect: <module 'space' (namespace) from ['.../space']>
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        from closed import second

    print(caught[0].category.__name__, caught[0].message)
    # expect: ImportWarning Cannot set an attribute on 'closed' for child module 'second'
    print(second.__name__)  # expect: closed.second
