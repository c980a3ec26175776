"""Instances and containers."""

import collections
import datetime
import random
import re
import threading
import types
import weakref

from . import shapes
from .shapes import Bits, Circle, Color, Frozen, Item, Level, Point, Record, Reduced, Slotted, WithState

circle = Circle(2)
same = circle
circles = [circle, Circle(3), circle]
slotted = Slotted(1, circle)
reduced = Reduced([1])
state = WithState({'a': 1})
item = Item('x', ['t'])
frozen = Frozen()
point, record = Point(1), Record(5)
gone = shapes.Gone(4)
loop = [1]
loop.append(loop)
tree = {'leaf': circle}
tree['self'] = tree
names = {'red', 'green', 'blue', 'black', 'white', 'orange', 'violet'}
fixed = frozenset(names)
by_name = {n: len(n) for n in sorted(names)}
mixed = {1: 'int', 'a': 'str', (1, 'x'): 'tuple', None: 'none', circle: 'circle', Color.RED: 'red', 2.5: 'float'}
colors = {Color.RED, Color.BLUE}
bits = Bits.A | Bits.B
high = Level.HIGH
queue = collections.deque([1, 2], 3)
ordered = collections.OrderedDict(b=1, a=2)
lists = collections.defaultdict(list, k=[1])
counts = collections.Counter('hello')
chain = collections.ChainMap({'a': 1}, by_name)
proxy = types.MappingProxyType({'p': 1})
space = types.SimpleNamespace(a=1, b=[2])
pattern = re.compile('(a+)b')
entropy = random.SystemRandom()
match, nothing = pattern.search('xaab', 1), re.match('(?P<a>x)|(?P<b>y)', 'y')
searched = re.compile(b'(.)(.)?').search(b'abc', 2, 9)
reference = weakref.ref(circle)
proxied = weakref.proxy(slotted)
weak_values = weakref.WeakValueDictionary(c=circle)
weak_keys = weakref.WeakKeyDictionary({circle: 'c'})
weak_set = weakref.WeakSet([circle])
bound = circle.area
method = [].append
lock = threading.Lock()
local = threading.local()
buffer = bytearray(b'abc')
big, complex_, text, data = 1 << 90, 1 + 2j, 'zoo \u20ac \U0001f40d', b'\0\xff'
span, part = range(1, 9, 2), slice(1, None, 2)
alias, union = list[int], int | None
box = shapes.Box[int](4)


class Keeper:
    """Keeps its hash, and in a set those that it was made of."""

    def __init__(self, *values):
        self.known = set()
        self.values = values
        for value in values:
            if isinstance(value, Keeper):
                self.known.add(value)
                self.known.update(value.known)
        self.hash = hash(('keeper', self.values))

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        return self.values == other.values


kept = Keeper(Keeper(Keeper(17)), Keeper(18))
empty_hash = hash(range(0))
resolution, smallest = datetime.datetime.resolution, [datetime.date.min, datetime.timezone.min]
crowded = set()
for number in (16, 8, 0, 24, 3, 40):
    crowded.add(number)
crowded.discard(8)
crowded_orders = [frozenset(numbers) for numbers in ([0, 16, 3, 8, 24], [24, 8, 3, 16, 0], [3, 24, 16, 8, 0])]
many = set(range(0, 70_000 * 1024, 1024))
