# An exception that ends the program lets go of the frames before the globals die.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def f():
    local = Noisy('local')
    raise ValueError('the end')


kept = Noisy('global')
f()
# expect: del local
# expect: del global
# expect error: ValueError: the end
