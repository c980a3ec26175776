import collections
import glob
import itertools


def message(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as e:
        print(e)


message({}.__contains__)  # expect: dict.__contains__() takes exactly one argument (0 given)
message([].__len__, 1)  # expect: expected 0 arguments, got 1
message(collections.deque().index, x=1)  # expect: deque.index() takes no keyword arguments
message(collections.deque.index)  # expect: unbound method deque.index() needs an argument
message(itertools.product, [], repeat=1, other=2)  # expect: product() takes at most 1 keyword argument (2 given)
message(itertools.product, [], other=2)  # expect: 'other' is an invalid keyword argument for product()
message(min, 0, default=1, key=2, other=3)  # expect: min() takes at most 2 keyword arguments (3 given)
message(property().__set_name__)  # expect: __set_name__() takes 2 positional arguments but 0 were given
message(glob)  # expect: 'module' object is not callable. Did you mean: 'glob.glob(...)'?
message(itertools)  # expect: 'module' object is not callable
print(type(dict.__contains__), dict.__getitem__.__doc__)  # expect: <class 'method_descriptor'> Return self[key].
