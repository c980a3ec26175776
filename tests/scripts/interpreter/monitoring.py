# sys.monitoring (PEP 669).
import sys

m = sys.monitoring
E = m.events
TOOL = m.PROFILER_ID
NAMES = {getattr(E, name): name for name in vars(E) if name != 'NO_EVENTS'}
seen = []


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def shown(o):
    if o is m.MISSING:
        return 'MISSING'
    return repr(o) if isinstance(o, (BaseException, type(None), list, str)) else getattr(o, '__name__', type(o).__name__)


def record(event, result=None):
    def callback(code, *args):
        values = args if event == 'LINE' else args[1:]
        if event == 'LINE':
            values = [values[0] - code.co_firstlineno]
            seen.append((event, code.co_name, *values))
        else:
            seen.append((event, code.co_name, *map(shown, values)))
        return result
    return callback


def watch(f, events, result=None):
    seen.clear()
    for event, name in NAMES.items():
        m.register_callback(TOOL, event, record(name, result))
    m.set_events(TOOL, events)
    try:
        f()
    except Exception as e:
        seen.append(repr(e))
    m.set_events(TOOL, 0)
    print(*[e for e in seen if e[1] != 'watch'], sep='\n')


attempt(m.use_tool_id, 6, 'a')  # expect: ValueError invalid tool 6 (must be between 0 and 5)
attempt(m.use_tool_id, TOOL, 2)  # expect: ValueError tool name must be a str
attempt(m.set_events, TOOL, 1)  # expect: ValueError tool 2 is not in use
attempt(m.use_tool_id, TOOL, 'test')  # expect: None
attempt(m.use_tool_id, TOOL, 'test')  # expect: ValueError tool 2 is already in use
attempt(m.get_tool, TOOL)  # expect: test
attempt(m.set_events, TOOL, -1)  # expect: ValueError invalid event set 0xffffffff
attempt(m.set_events, TOOL, E.C_RAISE)  # expect: ValueError cannot set C_RETURN or C_RAISE events independently
attempt(m.register_callback, TOOL, 3, None)  # expect: ValueError The callback can only be set for one event at a time
attempt(m.register_callback, TOOL, 1 << 17, None)  # expect: ValueError invalid event 131072
attempt(m.set_local_events, TOOL, 5, 1)  # expect: TypeError code must be a code object
attempt(m.set_local_events, TOOL, attempt.__code__, E.RAISE)  # expect: ValueError invalid local event set 0x400


def generator():
    yield 1
    return 'end'


def loop():
    for x in generator():
        pass


FRAMES = E.PY_START | E.PY_RESUME | E.PY_RETURN | E.PY_YIELD | E.STOP_ITERATION
watch(loop, FRAMES)
# expect: ('PY_START', 'loop')
# expect: ('PY_START', 'generator')
# expect: ('PY_YIELD', 'generator', 'int')
# expect: ('PY_RESUME', 'generator')
# expect: ('PY_RETURN', 'generator', "'end'")
# expect: ('STOP_ITERATION', 'loop', "StopIteration('end')")
# expect: ('PY_RETURN', 'loop', 'None')


class A:
    def method(self):
        pass


def calls():
    a = A()
    a.method()
    bound = a.method
    bound()
    [].append('x')
    dict(*[])
    loop(*[])
    len(None)


watch(calls, E.CALL)
# expect: ('CALL', 'calls', 'A', 'MISSING')
# expect: ('C_RETURN', 'calls', 'A', 'MISSING')
# expect: ('CALL', 'calls', 'method', 'A')
# expect: ('CALL', 'calls', 'method', 'MISSING')
# expect: ('CALL', 'calls', 'append', '[]')
# expect: ('C_RETURN', 'calls', 'append', "['x']")
# expect: ('CALL', 'calls', 'dict', 'None')
# expect: ('C_RETURN', 'calls', 'dict', 'None')
# expect: ('CALL', 'loop', 'generator', 'MISSING')
# expect: ('CALL', 'calls', 'len', 'None')
# expect: ('C_RAISE', 'calls', 'len', 'None')
# expect: TypeError("object of type 'NoneType' has no len()")


def handler():
    try:
        {}['k']
    except KeyError:
        raise


EXCEPTIONS = E.RAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND | E.PY_THROW | E.RERAISE
started = generator()
next(started)
watch(lambda: started.throw(KeyError()), EXCEPTIONS)
# expect: ('PY_THROW', 'generator', 'KeyError()')
# expect: ('RAISE', 'generator', 'KeyError()')
# expect: ('EXCEPTION_HANDLED', 'generator', 'KeyError()')
# expect: ('RERAISE', 'generator', 'KeyError()')
# expect: ('PY_UNWIND', 'generator', 'KeyError()')
# expect: ('RAISE', '<lambda>', 'KeyError()')
# expect: ('PY_UNWIND', '<lambda>', 'KeyError()')
# expect: KeyError()
watch(handler, E.RAISE | E.PY_UNWIND)
# expect: ('RAISE', 'handler', "KeyError('k')")
# expect: ('PY_UNWIND', 'handler', "KeyError('k')")
# expect: KeyError('k')
watch(handler, E.RAISE, m.DISABLE)
# expect: ('RAISE', 'handler', "KeyError('k')")
# expect: ValueError('Cannot disable RAISE events. Callback removed.')


def lines():
    x = 1
    for i in range(2):
        x += i
    return x


watch(lines, E.LINE)
# expect: ('LINE', 'lines', 1)
# expect: ('LINE', 'lines', 2)
# expect: ('LINE', 'lines', 3)
# expect: ('LINE', 'lines', 2)
# expect: ('LINE', 'lines', 3)
# expect: ('LINE', 'lines', 2)
# expect: ('LINE', 'lines', 4)
watch(lines, E.LINE, m.DISABLE)
# expect: ('LINE', 'lines', 1)
# expect: ('LINE', 'lines', 2)
# expect: ('LINE', 'lines', 3)
# expect: ('LINE', 'lines', 2)
# expect: ('LINE', 'lines', 4)

# A code of its own, what is disabled, and what is enabled again.
count = 0


def counted(*args):
    global count
    count += 1
    return m.DISABLE


m.register_callback(TOOL, E.PY_START, counted)
m.set_local_events(TOOL, lines.__code__, E.PY_START)
print(m.get_local_events(TOOL, lines.__code__), m.get_events(TOOL), m._all_events())  # expect: 1 0 {}
lines(), lines(), loop()
print(count)  # expect: 1
m.restart_events()
lines(), lines()
print(count)  # expect: 2
m.set_local_events(TOOL, lines.__code__, 0)

# Together with sys.settrace: neither sees the functions of the other.
traced = []
sys.settrace(lambda frame, event, arg: traced.append((frame.f_code.co_name, event)))
watch(lines, E.PY_START)  # expect: ('PY_START', 'lines')
sys.settrace(None)
print(('lines', 'call') in traced, ('callback', 'call') in traced)  # expect: True False

# What a callback raises comes out of the monitored code.
m.register_callback(TOOL, E.PY_RETURN, lambda *args: 1 / 0)
m.set_local_events(TOOL, lines.__code__, E.PY_RETURN)
attempt(lines)  # expect: ZeroDivisionError division by zero
m.set_local_events(TOOL, lines.__code__, 0)
m.free_tool_id(TOOL)
print(m.get_tool(TOOL))  # expect: None
