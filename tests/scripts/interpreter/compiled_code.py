# Code that runs long enough to be compiled: numbers, calls, exceptions, generators, frames and tracing stay as they are.
import sys


def accumulate(n):
    total = 0
    for i in range(n):
        total += i * 2 - (i & 3)
    return total


print([accumulate(n) for n in (0, 1, 50, 51)])  # expect: [0, 0, 2377, 2475]
print(accumulate(60) + 2 ** 70)  # expect: 1180591620717411306874


def overflow(x, n):
    for _ in range(n):
        x *= 3
    return x


print([overflow(1, n) for n in (1, 30, 60)])
# expect: [3, 205891132094649, 42391158275216203514294433201]


def mixed(values):
    total = 0
    for value in values:
        total = total + value
    return total


print(mixed([1] * 50), mixed([0.5] * 50), mixed([True] * 50), mixed([1, 2.5, 2 ** 64]))
# expect: 50 25.0 50 1.8446744073709552e+19


class Counter:
    live = 0

    def __init__(self, value):
        self.value = value
        Counter.live += 1

    def __del__(self):
        Counter.live -= 1

    def add(self, other):
        self.value += other
        return self


def objects(n):
    total = 0
    for i in range(n):
        counter = Counter(i)
        counter.add(2).add(3)
        total += counter.value
    return total, Counter.live


for _ in range(3):
    print(objects(40), Counter.live)
# expect: (980, 1) 0
# expect: (980, 1) 0
# expect: (980, 1) 0


def handlers(n):
    seen = []
    for i in range(n):
        try:
            if i % 4 == 0:
                raise ValueError(i)
            seen.append(10 // (i % 3))
        except ValueError as e:
            seen.append(str(e))
        except ZeroDivisionError:
            seen.append('zero')
        finally:
            seen.append(i)
    return seen


for _ in range(20):
    result = handlers(7)
print(result)  # expect: ['0', 0, 10, 1, 5, 2, 'zero', 3, '4', 4, 5, 5, 'zero', 6]


def squares(n):
    for i in range(n):
        sent = yield i * i
        if sent:
            yield -sent


for _ in range(20):
    result = list(squares(6))
print(result)  # expect: [0, 1, 4, 9, 16, 25]
generator = squares(3)
print(next(generator), generator.send(5), next(generator))  # expect: 0 -5 1


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print([depth(500) for _ in range(4)])  # expect: [500, 500, 500, 500]
try:
    depth(5000)
except RecursionError as e:
    print(e)  # expect: maximum recursion depth exceeded
print(depth(500))  # expect: 500


def outer(a):
    b = a * 2
    return inner(a + b)


def inner(c):
    frame = sys._getframe()
    d = c * 1.5
    return sorted(locals())[:2], frame.f_back.f_locals, frame.f_lineno - frame.f_code.co_firstlineno


for i in range(50):
    result = outer(i)
print(result)  # expect: (['c', 'd'], {'a': 49, 'b': 98}, 3)


def divide(x):
    y = x + 1
    return 1 / x + y


def through(x):
    return divide(x)


for i in range(1, 50):
    through(i)
try:
    through(0)
except ZeroDivisionError as e:
    traceback = e.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        local = {} if code.co_name == '<module>' else traceback.tb_frame.f_locals
        print(code.co_name, traceback.tb_lineno - code.co_firstlineno, local)
        traceback = traceback.tb_next
# expect: <module> 142 {}
# expect: through 1 {'x': 0}
# expect: divide 2 {'x': 0, 'y': 1}

events = []


def trace(frame, event, argument):
    if frame.f_code.co_name in ('switching', 'step'):
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def step(i):
    return i


def start():
    sys.settrace(trace)
    sys._getframe(1).f_trace = trace


def switching(n, at):
    for i in range(n):
        if i == at:
            start()
        step(i)
    return n


for _ in range(20):
    switching(20, -1)
switching(4, 2)
sys.settrace(None)
print(events)
# expect: [('line', 4), ('call', 0), ('line', 1), ('return', 1), ('line', 1), ('line', 2), ('line', 4), ('call', 0), ('line', 1), ('return', 1), ('line', 1), ('line', 5), ('return', 5)]


def bump():
    count = 0

    def one(by=1, *rest, key=0):
        nonlocal count
        count += by + key + len(rest)
        return count

    for i in range(30):
        one()
        one(2, 3, key=1)
    return count


print([bump() for _ in range(3)])  # expect: [150, 150, 150]
