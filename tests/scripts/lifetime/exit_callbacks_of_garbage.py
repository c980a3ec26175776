# Weak references that end together with what they refer to are not called, also when no class has a finalizer.
import weakref


class Plain:
    pass


a = Plain()
b = Plain()
to_a = weakref.ref(a, lambda ref: print('callback a'))
_to_b = weakref.ref(b, lambda ref: print('callback b'))
finalizer = weakref.finalize(b, print, 'finalize b')
print('end')
# expect: end
# expect: finalize b
