import importlib
import sys
import zoo
from zoo import shapes, values

# A module's attribute, one that was there and one that was not.
zoo.counter += 1
zoo.added = 5
print(zoo.counter, zoo.added, vars(zoo)['counter'], 'added' in dir(zoo))
del zoo.added
print(hasattr(zoo, 'added'))
vars(shapes)['Circle2'] = shapes.Circle
exec('y = plain(1, d=2)', vars(shapes))
print(shapes.Circle2 is shapes.Circle, shapes.y)
# Globals of functions.
shapes.plain, kept = (lambda *a, **k: 'replaced'), shapes.plain
print(shapes.wrapper(1), kept(1, d=2))
shapes.plain = kept
print(shapes.wrapper(1, d=2))
# Functions.
kept.__defaults__ = (50, 60)
kept.__kwdefaults__ = {'e': 70}
print(kept(1, d=0))
kept.__defaults__ = None
try:
    kept(d=1)
except TypeError as e:
    print(e)
kept.__code__ = (lambda *args, **kwargs: ('other code', args, kwargs)).__code__
print(kept(1, d=2), shapes.wrapper(3), shapes.double())
kept.tag = [1]
print(kept.tag, vars(kept), kept.__dict__ is vars(kept))
kept.__name__ = 'renamed'
kept.__qualname__ = 'x.renamed'
print(kept.__name__, repr(kept).split(' at ')[0], kept.__doc__)
kept.__annotations__['new'] = int
print(kept.__annotations__)
shapes.add.__closure__[0].cell_contents = 100
print(shapes.add(1), shapes.get())
# Classes.
shapes.Circle.extra = 1
shapes.Circle.area = lambda self: -1
shapes.Shape.kind = classmethod(lambda cls: 'patched ' + cls.__name__)
print(values.circle.extra, values.circle.area(), shapes.Circle.kind(), values.bound())
del shapes.Circle.area
try:
    values.circle.area()
except AttributeError as e:
    print('no area', e)
shapes.Circle.__name__ = 'Round'
print(shapes.Circle, shapes.Circle.__module__)
shapes.Circle.__call__ = lambda self, x: x * 2
shapes.Circle.__len__ = lambda self: 9
print(values.circle(4), len(values.circle), bool(values.circle))
setattr(shapes.Circle, '__getattr__', lambda self, name: 'got ' + name)
print(values.circle.anything)
# Instances and containers.
values.circle.radius = 10
values.circle.more = 1
del values.circle.name
print(sorted(vars(values.circle)), values.circle.diameter, values.circles[0].radius)
values.circles[1:] = []
values.by_name['new'] = 3
del values.by_name['red']
values.names.add('pink')
values.names.discard('red')
values.lists['q'].append(1)
values.queue.append(3)
values.queue.append(4)
values.ordered.move_to_end('b')
values.buffer += b'd'
values.counts.update('lll')
values.chain['z'] = 1
values.space.c = 3
print(len(values.circles), values.by_name, sorted(values.names), values.lists, values.queue, values.ordered, values.buffer,
      values.counts['l'], values.chain['new'], values.space, sorted(values.fixed))
values.local.x = 1
with values.lock:
    print(values.lock.locked(), values.local.x)
values.item.tags.append('u')
print(values.item, shapes.Item('z').tags)
shapes.Color.RED.custom = 1
print(shapes.Color(1).custom)
# Reload runs the source in the same module.
old = shapes.Circle
kept_module = sys.modules['zoo.shapes']
again = importlib.reload(shapes)
print(again is shapes is kept_module is sys.modules['zoo.shapes'] is zoo.shapes, shapes.Circle is old, shapes.plain(1, d=2))
print(isinstance(values.circle, shapes.Circle), isinstance(values.circle, old), shapes.Circle2 is old, old in shapes.Shape.__subclasses__())
print(importlib.reload(zoo.ring_a) is zoo.ring_a, zoo.first(), zoo.ring_b.seen, importlib.reload(zoo.ring_b).seen)
importlib.reload(zoo)
print(zoo.counter, zoo.Circle is shapes.Circle)
