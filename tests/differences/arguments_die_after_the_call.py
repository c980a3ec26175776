# reason: an argument that only the call keeps alive dies when the call has ended, after the locals of the function and
#     also when the function rebinds or deletes its parameter; in CPython it is the function's and dies there
# workaround: a function that must see the end of an argument takes it in a container, out of which it is popped
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def rebinds(a, b):
    a = None
    print('rebound')


def has_a_local(a):
    local = Noisy('local')


rebinds(Noisy('a'), Noisy('b'))
# expect: rebound
# expect: del a
# expect: del b
has_a_local(Noisy('argument'))
# expect: del local
# expect: del argument
