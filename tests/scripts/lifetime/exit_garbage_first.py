# Garbage that waits for a collection at exit is finalized while modules are still there.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print('del', self.name, '__main__' in sys.modules and sys.modules['__main__'] is not None)


Noisy('garbage')
kept = Noisy('kept')
print('end')
# expect: end
# expect: del garbage True
# expect: del kept False
