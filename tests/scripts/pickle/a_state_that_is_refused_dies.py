"""A state that an object does not take dies with the failure."""
import itertools
import pickle
import pickletools
import warnings


class Noisy:
    def __del__(self):
        print('del')


class Cycle:
    def __reduce__(self):
        return itertools.cycle, ((),), ([Noisy()], 0)


data = pickletools.optimize(pickle.dumps(Cycle()))    # expect: del
warnings.simplefilter('error')
try:
    pickle.loads(data)    # expect: del
except DeprecationWarning:
    print('deprecated')    # expect: deprecated
print('end')    # expect: end
