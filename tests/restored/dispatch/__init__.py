"""A package whose modules fill one another's registries, as large libraries do."""

from . import core, extensions, journal, lazy
from .core import Node, add

__all__ = ['Node', 'add', 'core', 'extensions', 'journal', 'lazy']
