# Cycles of globals and functions, closures and bound methods at exit.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)

    def method(self):
        return self


def make(name):
    held = Noisy(name)
    return lambda: held


f = make('closure')
c = Noisy('cycle')
c.me = c.method
print('end')
# expect: end
# expect: del cycle
# expect: del closure
