import abc
import collections.abc
import dataclasses
import enum
import typing
import zoo
from zoo import shapes, values
from zoo.shapes import Circle, Foreign, Shape

print(isinstance(values.circle, Shape), isinstance(Foreign(), Shape), issubclass(Foreign, Shape), isinstance(1, Shape))
try:
    Shape()
except TypeError as e:
    print(e)


class Square(Circle):
    sides = 4


print(shapes.known['Square'] is Square, Circle.__subclasses__(), Square(3).area(), Square.kind(), Square.unit(), Square.mro())


@Shape.register
class Late:
    pass


print(issubclass(Late, Shape), isinstance(Late(), Shape), issubclass(int, Shape))
print(isinstance([], collections.abc.Sequence), issubclass(shapes.WithState, collections.abc.Mapping))
print(abc.get_cache_token() > 0, Shape.__abstractmethods__, Circle.__abstractmethods__)
shapes.Counted(), shapes.Counted()
print(shapes.Counted.made, type(shapes.Counted) is shapes.Meta)


class More(shapes.Counted):
    pass


More()
print(More.made, shapes.Counted.made, type(More).__name__)
print(values.circle.diameter, values.circle.length, 'length' in vars(values.circle), values.circle == Circle(2))
print(shapes.Color.RED.name, shapes.Color('x') if False else shapes.Color(2), repr(values.bits), values.high + 1, shapes.Level(2) is values.high)
try:
    shapes.Color(9)
except ValueError as e:
    print(e)
try:
    class Extended(shapes.Color):
        GREEN = 3
except TypeError as e:
    print(e)
print(shapes.Bits.A in values.bits, ~shapes.Bits.A, list(values.bits), shapes.Color.__members__)
print(values.item, values.item < shapes.Item('y'), dataclasses.fields(values.item)[1].default_factory, dataclasses.asdict(values.item))
try:
    values.frozen.x = 2
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
print(hash(values.frozen) == hash(shapes.Frozen()), dataclasses.replace(values.frozen, x=4), shapes.Frozen.__slots__)
print(values.point, values.point._replace(y=1), shapes.Point(2), values.record, shapes.Record.__mro__)
print(typing.get_type_hints(shapes.plain), typing.get_type_hints(shapes.Item), shapes.Options.__total__, shapes.Options(level=1))
print(shapes.Box[int], shapes.Box[int] == shapes.Box[int], shapes.Box[int].__origin__ is shapes.Box, shapes.Box.__parameters__)
print(shapes.Stack[int], shapes.Stack.__type_params__, shapes.Stack.push.__annotations__, shapes.Stack.__parameters__)
try:
    isinstance([], shapes.Sized)
except TypeError as e:
    print(e)
print(shapes.describe(1), shapes.describe(values.circle), shapes.describe('x'), shapes.describe.registry.keys())


@shapes.describe.register(str)
def _(value):
    return 'str'


print(shapes.describe('x'), shapes.cached(1) is shapes.cached(1), shapes.cached.cache_info())
try:
    raise shapes.Gone(7)
except shapes.Gone as e:
    print(repr(e), e.code, e.args, e.__traceback__ is not None)
try:
    raise values.gone
except shapes.Gone as e:
    print(e is values.gone, e.__traceback__.tb_lineno > 0, e.__context__)
values.gone.__traceback__ = None
print(list(shapes.generate(3)), shapes.awaited().close(), shapes.double(), shapes.compare(5), shapes.anonymous(1))
slotted = values.slotted
try:
    slotted.z = 1
except AttributeError as e:
    print(e)
slotted.x = 5
print(slotted.x, slotted.y is values.circle, hasattr(slotted, '__dict__'))
del slotted.x
print(hasattr(slotted, 'x'))
Circle.area = lambda self: 'patched'
print(values.circle.area(), values.bound(), Square(1).area())
Circle.__eq__ = lambda self, other: False
print(values.circle == Circle(2), values.circle == values.circle)
values.circle.__class__ = Square
print(type(values.circle).__name__, values.circle.sides, type(values.circles[0]).__name__)
Circle.__bases__ = (Shape,)
print(Circle.__bases__, vars(Foreign)['__doc__'], Foreign.__doc__, Shape.__doc__, Shape.area.__doc__)
