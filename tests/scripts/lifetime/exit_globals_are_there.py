# Finalizers that run at exit find the globals of their module still there.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, first is None, second is None, _private is None)


_private = Noisy('_private')
first = Noisy('first')
second = Noisy('second')
print('end')
# expect: end
# expect: del _private False False False
# expect: del first False False False
# expect: del second False False False
