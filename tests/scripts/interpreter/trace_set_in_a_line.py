import sys

events = []


def trace(frame, event, argument):
    events.append((event, frame.f_lineno - start))
    return trace


def begin():
    caller = sys._getframe(1)
    caller.f_trace = trace
    sys.settrace(trace)


def work():
    begin(); a = 1
    for i in range(2):
        a += i
    sys.settrace(None)


start = work.__code__.co_firstlineno
work()
print(events)  # expect: [('line', 2), ('line', 3), ('line', 2), ('line', 3), ('line', 2), ('line', 4)]
