"""The other half of the circle."""

import zoo.ring_a
from . import ring_a

seen = hasattr(ring_a, 'NAME')


def second():
    return zoo.ring_a.NAME, ring_a is zoo.ring_a, seen
