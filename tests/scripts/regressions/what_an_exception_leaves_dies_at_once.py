# Iterators and context managers that an exception leaves die before the handler runs, innermost first.
def numbers(name):
    try:
        yield 1
    finally:
        print("end", name)


class Manager:
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    def __enter__(self):
        if self.fails:
            raise ValueError

    def __exit__(self, *error):
        return False

    def __del__(self):
        print("del", self.name)


def nested():
    try:
        for _ in numbers("outer"):
            for _ in numbers("inner"):
                raise ValueError
    except ValueError:
        print("caught")


nested()
# expect: end inner
# expect: end outer
# expect: caught


def left():
    with Manager("manager"):
        for _ in numbers("loop"):
            raise ValueError


try:
    left()
except ValueError as e:
    print("caught", e.__traceback__ is not None)
# expect: end loop
# expect: del manager
# expect: caught True

try:
    with Manager("entered", fails=True):
        pass
except ValueError:
    print("caught")
# expect: caught
# expect: del entered
