# Events for audit hooks.
import gc
import marshal
import os
import sys

seen = []
wanted = ('open', 'exec', 'compile', 'gc.', 'os.', 'marshal.', 'object.', 'sys._getframe', 'builtins.id')
sys.addaudithook(lambda event, args: seen.append((event, args)) if event.startswith(wanted) and active else None)
active = False


def check(action):
    global active
    seen.clear()
    active = True
    try:
        action()
    except OSError:
        pass
    active = False
    print([(event, [a for a in args if isinstance(a, (str, int, bytes, type(None)))]) for event, args in seen])


class A:
    pass


check(lambda: open('/nonexistent', 'rb'))  # expect: [('open', ['/nonexistent', 'r', 524288])]
check(lambda: eval('1'))  # expect: [('compile', [b'1', '<string>']), ('exec', [])]
check(lambda: gc.get_objects(generation=1))  # expect: [('gc.get_objects', [1])]
check(lambda: os.mkdir('/nonexistent/x'))  # expect: [('os.mkdir', ['/nonexistent/x', 511, -1])]
check(lambda: os.remove('/nonexistent'))  # expect: [('os.remove', ['/nonexistent', -1])]
check(lambda: marshal.loads(marshal.dumps(None)))  # expect: [('marshal.dumps', [None, 4]), ('marshal.loads', [b'N'])]
check(lambda: setattr(A, '__name__', 'B'))  # expect: [('object.__setattr__', ['__name__', 'B'])]
check(lambda: setattr(A, 'x', 'B'))  # expect: []
check(lambda: sys._getframe())  # expect: [('sys._getframe', [])]
check(lambda: compile('1', 'f', 'eval'))  # expect: [('compile', [b'1', 'f'])]
