"""Imports a module that imports it."""

from . import ring_b


def first():
    return ring_b.second()


NAME = 'a'
