import gc
import sys
import weakref
import zoo
from zoo import shapes, values

gc.collect()
objects = gc.get_objects()
ids = {id(o) for o in objects}
for name in ('circle', 'circles', 'tree', 'loop', 'state', 'item', 'names', 'by_name', 'lists', 'queue', 'ordered', 'reduced', 'slotted', 'space'):
    o = getattr(values, name)
    print(name, gc.is_tracked(o), gc.is_finalized(o))
print(gc.is_tracked(shapes.Circle), gc.is_tracked(shapes.plain), gc.is_tracked(shapes.add), gc.is_tracked(vars(shapes)), gc.is_tracked(1))
print(any(o is values.circle for o in gc.get_objects()), any(o is shapes.plain for o in gc.get_objects()),
      any(o is shapes.Circle for o in gc.get_objects()), any(o is values.loop for o in gc.get_objects()))
print(sorted(type(o).__name__ for o in gc.get_referents(values.circle)))
print(sorted(type(o).__name__ for o in gc.get_referents(values.circles)), gc.get_referents(values.loop)[1] is values.loop)
print(sorted(type(o).__name__ for o in gc.get_referents(values.slotted)), sorted(type(o).__name__ for o in gc.get_referents(values.mixed)))
print(any(r is values.circles for r in gc.get_referrers(values.circle)), any(r is vars(values) for r in gc.get_referrers(values.circles)))
print(sys.getrefcount(values.circle) > 0)


class Watched:
    pass


watched = Watched()
values.circle.partner = watched
watched.circle = values.circle
dead = []
r = weakref.ref(watched, lambda _: dead.append('watched'))
del values.circle.partner
del watched
gc.collect()
print(r() is None, dead)
watched = Watched()
r = weakref.ref(watched)
values.circles.append(watched)
values.tree['w'] = values.names_of = [watched]
del watched
gc.collect()
print(r() is not None)
values.circles.pop()
del values.tree['w']
values.names_of = None
gc.collect()
print(r() is None)
to_circle = weakref.ref(values.circle)
print(to_circle() is values.circle, to_circle is weakref.ref(values.circle), weakref.getweakrefcount(values.circle) > 0)
print(values.reference is weakref.ref(values.circle), to_circle is values.reference)
live = weakref.WeakValueDictionary(a=values.circle, f=shapes.plain, k=shapes.Circle)
print(sorted(live), live['a'] is values.circle)
keyed = weakref.WeakKeyDictionary({shapes.Circle: 1, values.circle: 2})
print(keyed[shapes.Circle], keyed[values.circle], len(keyed))
values.weak_values['new'] = shapes.Circle(8)
print(sorted(values.weak_values), len(values.weak_set), values.circle in values.weak_set, len(values.weak_keys))
kept = values.weak_values['kept'] = shapes.Circle(8)
print(sorted(values.weak_values))
del kept
print(sorted(values.weak_values))
print(values.proxied.x, values.proxied.y is values.circle, weakref.getweakrefs(values.slotted)[0] is values.proxied)
finalizer = weakref.finalize(shapes.Circle(1), print, 'finalized')
print(finalizer.alive)
gc.freeze()
print(gc.collect() >= 0)
gc.unfreeze()
print(gc.collect() >= 0, gc.garbage)

from zoo import plain

print(gc.is_tracked(plain.names), gc.is_tracked(plain.lists), gc.is_tracked(plain.pairs), gc.is_tracked(plain.empty))
