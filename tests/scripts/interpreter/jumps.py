# A debugger's jump: what it may skip, and why it is refused.
import sys
import warnings
warnings.simplefilter('ignore')


def run(f, source, target):
    first = f.__code__.co_firstlineno
    output = []

    def trace(frame, event, arg):
        if frame.f_code is f.__code__ and event == 'line' and frame.f_lineno == first + source:
            try:
                frame.f_lineno = first + target
            except ValueError as e:
                output.append(str(e))
            sys.settrace(None)
        return trace

    sys.settrace(trace)
    try:
        f(output)
    finally:
        sys.settrace(None)
    print(output)


def loop(output):
    output.append(1)
    for i in 1, 2:
        output.append(i)
    output.append('end')


def clause(output):
    output.append(1)
    try:
        output.append(3)
    except ValueError:
        output.append(5)


def final(output):
    try:
        output.append(2)
        output.append(3)
    finally:
        output.append(5)
        output.append(6)


def with_(output):
    with open('/dev/null') as f:
        output.append(2)
    output.append(f is None)


run(loop, 1, 3)  # expect: ["can't jump into the body of a for loop", 1, 1, 2, 'end']
run(loop, 3, 4)  # expect: [1, 'end']
run(clause, 1, 5)  # expect: ["can't jump into an 'except' block as there's no exception", 1, 3]
run(final, 3, 6)  # expect: [2, 6]
run(with_, 1, 2)  # expect: ['incompatible stacks', 2, False]
run(with_, 2, 3)  # expect: [False]
run(with_, 1, 3)  # expect: [True]
run(loop, 4, -3)  # expect: [1, 1, 2, 'line 25 comes before the current code block', 'end']
run(loop, 4, 70)  # expect: [1, 1, 2, 'line 98 comes after the current code block', 'end']
