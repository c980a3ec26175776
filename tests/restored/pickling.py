import copy
import pickle
import zoo
from zoo import shapes, values

NAMES = [n for n in vars(values) if not n.startswith('__')]


def show(o, depth=0):
    if depth > 3:
        return '...'
    if isinstance(o, (set, frozenset)):
        return type(o).__name__ + str(sorted(show(x, depth + 1) for x in o))
    if isinstance(o, dict):
        return type(o).__name__ + str([(show(k, depth + 1), show(v, depth + 1)) for k, v in o.items()])
    if isinstance(o, (list, tuple)):
        return type(o).__name__ + str([show(x, depth + 1) for x in o])
    if hasattr(o, '__dict__') and not isinstance(o, type):
        return type(o).__name__ + show(vars(o), depth + 1)
    text = repr(o)
    return text if ' at 0x' not in text else type(o).__name__


def attempt(what, call):
    try:
        return call()
    except Exception as e:
        return '%s: %s: %s' % (what, type(e).__name__, str(e).split(' at 0x')[0])


for protocol in range(6):
    dumped = {}
    for name in NAMES:
        o = getattr(values, name)
        found = attempt(name, lambda: pickle.loads(pickle._dumps(o, protocol)))
        quick = attempt(name, lambda: pickle.loads(pickle.dumps(o, protocol)))
        print(protocol, name, show(found), show(quick) == show(found), type(found) is type(o))
    for name in list(vars(shapes)):
        o = getattr(shapes, name)
        if name[:2] != '__' and not isinstance(o, type(zoo)):
            print(protocol, name, attempt(name, lambda: pickle.loads(pickle.dumps(o, protocol)) is o))
print(pickle.loads(pickle.dumps([values.circle, values.same]))[0] is not values.circle)
one, two = pickle.loads(pickle.dumps([values.circle, values.same]))
print(one is two, one == values.circle, one.__class__ is shapes.Circle)
for name in NAMES:
    o = getattr(values, name)
    for how in copy.copy, copy.deepcopy:
        made = attempt(name, lambda: how(o))
        print(how.__name__, name, show(made), made is o, type(made) is type(o))
for cls in shapes.Circle, shapes.Color, shapes.Item, shapes.Box[int], shapes.plain, shapes.cached, shapes.double:
    print(show(copy.deepcopy(cls)), copy.copy(cls) is cls, copy.deepcopy(cls) is cls)
print(copy.replace(values.item, size=9) if hasattr(copy, 'replace') else values.point._replace(x=4))
