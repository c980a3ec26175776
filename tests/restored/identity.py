import datetime
import sys
import zoo
import zoo.shapes
import zoo.values
from zoo import shapes, values
from zoo.shapes import Circle as Again

print(zoo.Circle is shapes.Circle is Again is zoo.shapes.Circle, zoo.Shape is Again.__base__)
print(sys.modules['zoo.shapes'] is shapes is zoo.shapes, zoo.values.shapes is shapes)
print(values.circle is values.same is values.circles[0] is values.circles[2] is values.slotted.y)
print(values.tree['leaf'] is values.circle, values.tree['self'] is values.tree, values.loop[1] is values.loop)
print(type(values.circle) is Again, values.circle.__class__ is Again, values.bound.__self__ is values.circle)
print(values.bound.__func__ is Again.area, Again.area is Again.__dict__['area'], Again.area.__globals__ is vars(shapes))
print(shapes.known['Circle'] is Again, shapes.Shape.__subclasses__(), Again.__mro__)
print(shapes.Color.RED is shapes.Color(1) is shapes.Color['CRIMSON'] is shapes.Color.CRIMSON, list(shapes.Color))
print(shapes.add.__closure__ is shapes.add.__closure__, shapes.add.__closure__[0] is not shapes.add.__closure__[1]
      if len(shapes.add.__closure__) > 1 else shapes.add.__closure__[0] is shapes.get.__closure__[0])
print(shapes.add(5), shapes.get(), shapes.add(1), shapes.get())
print(values.reference() is values.circle, values.weak_values['c'] is values.circle, values.weak_keys[values.circle])
print(id(values.circle) == id(values.circles[0]), values.mixed[values.circle], values.mixed[Again(2)])
print(zoo.first(), zoo.lazy, zoo.ring_b.ring_a is sys.modules['zoo.ring_a'], zoo.ring_b.seen)
try:
    zoo.missing
except AttributeError as e:
    print(e)
print(shapes.plain.__module__, shapes.plain.__qualname__, shapes.Outer.Inner.__qualname__, [c.co_name for c in shapes.closure.__code__.co_consts if hasattr(c, "co_name")])
print(shapes.__name__, shapes.__package__, shapes.__spec__.name, shapes.__spec__.origin == shapes.__file__,
      type(shapes.__loader__).__name__, shapes.__spec__.loader is shapes.__loader__, zoo.__path__ == zoo.__spec__.submodule_search_locations)
print(shapes.__cached__ == shapes.__spec__.cached, shapes.__spec__.has_location, shapes.__builtins__ is vars(__builtins__))
print(sorted(m for m in sys.modules if m.startswith('zoo')))
print(list(vars(shapes)))
print(list(vars(values)))
print(list(vars(zoo)))
print(dir(Again))
print(shapes.Described.field, shapes.Described().field, shapes.Point._fields, shapes.Record.__annotations__)
print(values.local.__dict__, values.proxied.x, values.counts.most_common(1), values.lists['new'], values.pattern.match('aab').span())
for m in values.match, values.nothing, values.searched:
    print(m, m.span(), m.groups(), m.groupdict(), m.regs, m.pos, m.endpos, m.lastindex, m.lastgroup, m.start(1))
print(values.match.re is values.pattern, values.match.expand(r'<\1>'), values.match['a' if 0 else 1], values.nothing['b'])
print(type(values.entropy).__name__, 0 <= values.entropy.random() < 1, values.entropy.gauss_next)
print(values.resolution is datetime.datetime.resolution, values.smallest[0] is datetime.date.min,
      values.smallest[1] is datetime.timezone.min)
