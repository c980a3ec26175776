# What a program put into builtins goes before its own globals do.
import builtins


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, mine is not None)


mine = Noisy('mine')
builtins.of_all = Noisy('of all')
print('end')
# expect: end
# expect: del of all True
# expect: del mine True
