# Found by fuzzing: what is thrown into a generator that has not started leaves it at its def line, past its handlers.
import traceback


def show(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        entry = traceback.extract_tb(e.__traceback__)[-1]
        print(type(e).__name__, e, type(e.__cause__).__name__, entry.name, entry.line)


def generator():
    try:
        yield 1
    except BaseException as e:
        print("seen", type(e).__name__)
    finally:
        print("left")


async def coroutine():
    try:
        pass
    finally:
        print("left")


async def async_generator():
    try:
        yield 1
    finally:
        print("left")


show(generator().throw, StopIteration(4))   # expect: StopIteration 4 NoneType generator def generator():
show(generator().throw, ValueError)         # expect: ValueError  NoneType generator def generator():
show(coroutine().throw, StopIteration(4))   # expect: StopIteration 4 NoneType coroutine async def coroutine():
thrown = async_generator().athrow(StopAsyncIteration(4))
show(thrown.send, None)     # expect: StopAsyncIteration 4 NoneType async_generator async def async_generator():


def delegating():
    yield from inner


inner = generator()
show(delegating().throw, StopIteration(1))  # expect: StopIteration 1 NoneType delegating def delegating():
print(next(inner))                          # expect: 1
inner.close()
# expect: seen GeneratorExit
# expect: left


# What is wrong with the arguments of throw() is raised in the innermost generator that has no delegate.
def outer():
    try:
        yield from inner
    except TypeError as e:
        print("outer caught", e)
        yield "outer"


inner = (i for i in range(2))
running = outer()
print(next(running))    # expect: 0
print(running.throw(5))
# expect: outer caught exceptions must be classes or instances deriving from BaseException, not int
# expect: outer


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def throw(self, *args):
        print(args)
        return "thrown"


inner = Delegate()
running = outer()
print(next(running))    # expect: item
print(running.throw(5))
# expect: (5,)
# expect: thrown
print(running.throw(KeyError))
# expect: (<class 'KeyError'>,)
# expect: thrown
