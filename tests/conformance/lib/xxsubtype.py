"""Stands in for CPython's example module of the same name: subclasses of list and dict with a state."""


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

    @classmethod
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
