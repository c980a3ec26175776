# Suspended generators, open files and instances in modules end at exit too.
import sys
import types


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def guarded():
    try:
        yield
    finally:
        print('finally')


g = guarded()
next(g)
other = types.ModuleType('lifetime_other')
other.held = Noisy('in another module')
sys.modules['lifetime_other'] = other
del other


class Holder:
    held = Noisy('class attribute')


def function(default=Noisy('default')):
    pass


print('end')
# expect: end
# expect: del in another module
# expect: finally
# expect: del class attribute
# expect: del default
