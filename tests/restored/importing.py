import importlib
import importlib.util
import pkgutil
import sys
import zoo
import zoo.shapes
import zoo.values

# A module that is deleted is executed anew.
old = sys.modules.pop('zoo.shapes')
import zoo.shapes
print(zoo.shapes is old, zoo.shapes.Circle is old.Circle, zoo.shapes.Circle(1).area(), old.Circle(1).area(), zoo.values.shapes is old)
print(sys.modules['zoo.shapes'] is zoo.shapes, isinstance(zoo.values.circle, zoo.shapes.Circle))
for name in [n for n in sys.modules if n.partition('.')[0] == 'zoo']:
    del sys.modules[name]
previous = zoo
import zoo
print(zoo is previous, zoo.values.circle == previous.values.circle, zoo.first(), previous.first())
print(sorted(n for n in sys.modules if n.startswith('zoo')))
# A failed lookup stays one.
try:
    import zoo.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
sys.modules['zoo.values'] = None
try:
    import zoo.values
except ModuleNotFoundError as e:
    print(e)
del sys.modules['zoo.values']
import zoo.values as values
print(values.circle.area())
print(importlib.import_module('zoo.ring_a') is zoo.ring_a, importlib.import_module('.ring_b', 'zoo') is zoo.ring_b)
spec = importlib.util.find_spec('zoo.shapes')
print(spec.name, spec.origin == zoo.shapes.__file__, spec.cached == zoo.shapes.__cached__)
copy = importlib.util.module_from_spec(spec)
spec.loader.exec_module(copy)
print(copy.Circle is zoo.shapes.Circle, copy.__name__, sys.modules['zoo.shapes'] is copy)
print([m.name for m in pkgutil.iter_modules(zoo.__path__)], pkgutil.get_data('zoo', 'ring_a.py')[:12])
print(zoo.shapes.__loader__.get_source('zoo.shapes')[:10], zoo.shapes.__loader__.is_package('zoo.shapes'))
print(type(zoo.shapes.__loader__.get_code('zoo.shapes')).__name__)
sys.modules['zoo.ring_a'] = zoo.ring_b
import zoo.ring_a as other
from zoo import ring_a as attribute
print(other.__name__, attribute.__name__)


class Finder:
    def find_spec(self, name, path=None, target=None):
        print('asked for', name)


sys.meta_path.insert(0, Finder())
for name in [n for n in sys.modules if n.partition('.')[0] == 'zoo']:
    del sys.modules[name]
import zoo.shapes
print(zoo.shapes.Circle(3).area())
del sys.meta_path[0]
from zoo import *
print(Circle is zoo.Circle, first(), 'counter' in globals())
