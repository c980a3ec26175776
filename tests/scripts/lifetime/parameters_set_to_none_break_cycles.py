# A frame that a traceback keeps has a parameter only as it was left: setting it to None breaks the cycle.
import gc
import sys
import weakref

gc.disable()


class Context:
    def handle(self, function):
        try:
            function()
        except ValueError as e:
            self.error = e
        finally:
            self = None


def fail():
    try:
        raise ValueError
    except ValueError:
        raise ValueError


context = Context()
context.handle(fail)
context.error.__traceback__ = None
ref = weakref.ref(context)
del context
print(ref())  # expect: None
print(sys.getrefcount(fail) <= 3)  # expect: True
