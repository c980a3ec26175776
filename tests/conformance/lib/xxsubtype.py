"""Stands in for CPython's example module of the same name: subclasses of list and dict with a state."""

import types as _types


class _ClassMethod:
    """A class method as C has it: called itself, it takes a subclass of its own class first."""

    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, instance, owner=None):
        return self.bound(type(instance) if owner is None else owner)

    def __call__(self, *args, **kwargs):
        if not args:
            raise TypeError(f"descriptor '{self.name}' of '{_full_name(self.owner)}' object needs an argument")
        return self.bound(args[0])(*args[1:], **kwargs)

    def bound(self, cls):
        owner = _full_name(self.owner)
        if not isinstance(cls, type):
            raise TypeError(f"descriptor '{self.name}' for type '{owner}' needs a type, not a "
                            f"'{_full_name(type(cls))}' as arg 2")
        if not issubclass(cls, self.owner):
            raise TypeError(f"descriptor '{self.name}' requires a subtype of '{owner}' but received "
                            f"'{cls.__qualname__}'")
        return _types.MethodType(self.function, cls)


def _full_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class spamlist(list):
    """A list with an int."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.state = 0

    def getstate(self):
        return self.state

    def setstate(self, state):
        if not isinstance(state, int):
            raise TypeError(f"'{type(state).__name__}' object cannot be interpreted as an integer")
        self.state = state

    @_ClassMethod
    def classmeth(cls, *args, **kwargs):
        return cls, args, kwargs or None

    @staticmethod
    def staticmeth(*args, **kwargs):
        return None, args, kwargs or None


class spamdict(dict):
    """A dict with an int."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.state = 0

    def getstate(self):
        return self.state

    def setstate(self, state):
        if not isinstance(state, int):
            raise TypeError(f"'{type(state).__name__}' object cannot be interpreted as an integer")
        self.state = state


def bench(o, name, count=1000):
    import time
    start = time.perf_counter()
    for _ in range(count):
        getattr(o, name)
    return time.perf_counter() - start
