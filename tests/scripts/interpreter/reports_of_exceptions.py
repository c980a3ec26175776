import io
import sys


def captured(action):
    sys.stderr = out = io.StringIO()
    try:
        action()
    finally:
        sys.stderr = sys.__stderr__
    return out.getvalue()


class Raises:
    def __del__(self):
        raise TypeError("of the finalizer")


def hook(unraisable):
    raise ValueError("of the hook")


def destroy():
    Raises()


sys.unraisablehook = hook
text = captured(destroy)
sys.unraisablehook = sys.__unraisablehook__
print(text.startswith("Exception ignored in sys.unraisablehook: <function hook at "))    # expect: True
print("in hook\n" in text, text.splitlines()[-1])    # expect: True ValueError: of the hook


def fails():
    try:
        1 / 0
    except ZeroDivisionError as e:
        sys.excepthook(type(e), e, e.__traceback__)


for limit in 10, 0, -1, -1 << 100:
    sys.tracebacklimit = limit
    print(len(captured(fails).splitlines()) > 1)
# expect: True
# expect: False
# expect: False
# expect: False
del sys.tracebacklimit


# A stream that takes itself away while it is written to is kept until the end.
class Vanishes:
    written = 0

    def write(self, text):
        sys.stderr = None
        Vanishes.written += len(text)


sys.stderr = Vanishes()
fails()
print(Vanishes.written > 30, sys.stderr)    # expect: True None
sys.stderr = sys.__stderr__
