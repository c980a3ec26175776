# At exit the globals of __main__ die in the order in which their names were first bound.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


late = Noisy('late')
_private = Noisy('_private')
early = Noisy('early')
__dunder__ = Noisy('__dunder__')
late = Noisy('late again')
# expect: del late
items = [Noisy('item')]
print('end')
# expect: end
# expect: del late again
# expect: del _private
# expect: del early
# expect: del __dunder__
# expect: del item
