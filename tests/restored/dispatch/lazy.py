"""Puts another module into its own place."""

import sys
import types


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return f'lazy {name}'


made = Lazy(__name__, __doc__)
made.__dict__.update(sys.modules[__name__].__dict__)
sys.modules[__name__] = made
del made.made, made.sys, made.types
