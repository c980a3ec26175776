import sys
import types
from zoo import plain, shapes, values
import colorsys


class Own(shapes.Circle):
    def area(self):
        return 'own'


class Sub(types.ModuleType):
    def __getattr__(self, name):
        return 'got ' + name

    @property
    def size(self):
        return len(self.__name__)


values.circle.__class__ = Own
print(values.circle.area(), vars(values.circle), type(values.circle).__name__, isinstance(values.circle, shapes.Circle))
values.circle.more = 1
print(values.circle.more, values.circle.radius)
for module in plain, colorsys:
    module.__class__ = Sub
    print(module.nothing, module.size, type(module).__name__, repr(module)[:9])
    module.added = 1
    print(module.added, 'added' in vars(module), 'added' in dir(module))
    del module.added
    print(module.added)
from zoo.plain import names, whatever
print(names, whatever, colorsys.ONE_THIRD, sys.modules['zoo.plain'] is plain)
for o, cls in (plain, int), (values.circle, int), (values.circle, Sub):
    try:
        o.__class__ = cls
    except TypeError as e:
        print(e)
