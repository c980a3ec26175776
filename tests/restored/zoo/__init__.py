"""Modules whose execution an archive holds: the scripts beside this folder use them, executed and restored."""

from . import shapes, values
from .ring_a import first
from .shapes import Circle, Shape

__all__ = ['Circle', 'Shape', 'first', 'shapes', 'values']
counter = 0


def __getattr__(name):
    if name == 'lazy':
        return 'made by __getattr__'
    raise AttributeError(name)
