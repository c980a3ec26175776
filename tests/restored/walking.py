import inspect
import types

import walks

assert walks.again is walks.forward['list']
print(walks.closed)
for name, iterator in walks.forward.items():
    kind = type(iterator).__name__
    state = inspect.getgeneratorstate(iterator) if isinstance(iterator, types.GeneratorType) else ''
    if name == 'begun':
        print(iterator.send('sent'), iterator.gi_frame.f_lineno, iterator.gi_code is walks.counting.__code__)
    if name == 'not begun':
        print(iterator.__name__, iterator.__qualname__, iterator.gi_frame.f_locals)
    if name == 'delegating':
        print(iterator.gi_yieldfrom.gi_code.co_name, iterator.throw(KeyError('thrown')))
    if name == 'groups':
        print([(k, list(g)) for k, g in iterator])
    else:
        print(name, kind, state, list(iterator), list(iterator))
print(walks.closed)
print(list(walks.keys_left), list(walks.shrunk_keys))
walks.items.append(4)
print(sorted([1, 3, 2], key=walks.key), walks.keyed < walks.key(2), walks.keyed.obj)
print(walks.bound.name(), walks.bound.__thisclass__ is walks.Derived, walks.bound.__self_class__ is walks.Derived)
walks.removed.clear()
try:
    next(walks.keys_left)
except (RuntimeError, StopIteration) as e:
    print(type(e).__name__)


class Told(list):
    def append(self, item):
        print('closed', item)


walks.closed = Told()
print('end')
