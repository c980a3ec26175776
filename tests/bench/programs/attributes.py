"""Attributes of instances and classes, methods, properties and slots."""


class Point:
    origin = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def sum(self):
        return self.x + self.y

    def move(self, dx):
        self.x += dx
        return self


class Slotted:
    __slots__ = ('value',)


def run():
    p = Point(1, 2)
    s = Slotted()
    s.value = 0
    for i in range(120000):
        p.move(1).y = i
        s.value += p.x + p.y + p.sum + p.origin
    return s.value


RESULT = 28800240000
