# Callbacks of weak references that belong to the same module do not run at exit.
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def callback(ref):
    print('callback', ref() is None)


ref = None
a = Noisy('a')
ref = weakref.ref(a, callback)
print('end')
# expect: end
# expect: del a
