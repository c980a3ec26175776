# Functions of atexit run last in first out, before globals die; weakref.finalize runs among them.
import atexit
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


a = Noisy('a')
atexit.register(lambda: print('first registered', a.name))
weakref.finalize(a, print, 'finalize of a')
weakref.finalize(a, print, 'finalize of a, younger')
quiet = weakref.finalize(a, print, 'never')
quiet.atexit = False
atexit.register(print, 'last registered')
atexit.register(lambda n: print('with an argument', n.name), Noisy('argument'))
print('end')
# expect: end
# expect: with an argument argument
# expect: last registered
# expect: finalize of a, younger
# expect: finalize of a
# expect: first registered a
# expect: del argument
# expect: del a
