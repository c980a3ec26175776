"""Imports a submodule of a package that is there already in the process that captures."""
from nest.leaf import grow

value = grow(1)
