"""Classes and functions."""

import abc
import collections
import collections.abc
import dataclasses
import enum
import functools
import typing


class Meta(type):
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        cls.made += 1
        return made


class Shape(abc.ABC):
    """What has an area."""

    sides: typing.ClassVar[int] = 0

    @abc.abstractmethod
    def area(self):
        """Its area."""

    @classmethod
    def kind(cls):
        return cls.__name__

    @staticmethod
    def unit():
        return 'cm'

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        known[cls.__name__] = cls


known = {}


class Circle(Shape):
    def __init__(self, radius, *, name='circle'):
        self.radius = radius
        self.name = name

    def area(self):
        return self.radius * self.radius * 3

    @property
    def diameter(self):
        return self.radius * 2

    @functools.cached_property
    def length(self):
        return self.radius * 6

    def __eq__(self, other):
        return type(other) is type(self) and other.radius == self.radius

    def __hash__(self):
        return hash(self.radius)


class Foreign:
    """Registered, not derived."""


Shape.register(Foreign)


class Counted(metaclass=Meta):
    made = 0


class Slotted:
    __slots__ = ('x', 'y', '__weakref__')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value,)


class WithState(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1

    def __getstate__(self):
        return {'extra': self.extra}

    def __setstate__(self, state):
        self.extra = state['extra'] + 1


class Color(enum.Enum):
    RED = 1
    BLUE = 2
    CRIMSON = 1


class Bits(enum.Flag):
    A = 1
    B = 2


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass(order=True)
class Item:
    name: str
    tags: list = dataclasses.field(default_factory=list)
    size: int = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    x: int = 1


Point = collections.namedtuple('Point', 'x y', defaults=[7])


class Record(typing.NamedTuple):
    a: int
    b: str = 'b'


class Options(typing.TypedDict, total=False):
    level: int


class Sized(typing.Protocol):
    def __len__(self) -> int: ...


T = typing.TypeVar('T')


class Box(typing.Generic[T]):
    def __init__(self, content: T):
        self.content = content


class Stack[V]:
    def push(self, value: V) -> V:
        return value


class Outer:
    class Inner:
        pass


class Gone(Exception):
    def __init__(self, code, text='gone'):
        super().__init__(code, text)
        self.code = code


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self.name if instance is None else (self.name, type(instance).__name__)


class Described:
    field = Descriptor()


def plain(a, b=1, /, c: int = 2, *args: str, d, e=[3], **kwargs) -> 'Shape':
    """A function with all there is."""
    return a, b, c, args, d, e, kwargs


def closure(start):
    total = start

    def add(n):
        nonlocal total
        total += n
        return total

    def get():
        return total

    return add, get


add, get = closure(10)


@functools.wraps(plain)
def wrapper(*args, **kwargs):
    return plain(*args, **kwargs)


@functools.lru_cache(maxsize=4)
def cached(n):
    return [n]


@functools.singledispatch
def describe(value):
    return 'something'


@describe.register
def _(value: int):
    return 'int'


@describe.register
def _(value: Shape):
    return 'shape'


def generate(n):
    for i in range(n):
        yield i


async def awaited():
    return 1


double = functools.partial(plain, 1, d=2)
compare = functools.partial(max, 3)
anonymous = lambda x, y=2: (x, y)
