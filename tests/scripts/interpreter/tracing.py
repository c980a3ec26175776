import sys
def f(x):
    y = x + 1
    for i in range(2):
        y += i
    return y
ev = []
def tr(frame, event, arg):
    ev.append((frame.f_code.co_name, event, frame.f_lineno, arg if event != "exception" else arg[0].__name__))
    return tr
sys.settrace(tr)
f(1)
def g():
    try:
        1/0
    except ZeroDivisionError:
        pass
g()
def gen():
    yield 1
    yield 2
list(gen())
sys.settrace(None)
for e in ev: print(e)
# expect: ('f', 'call', 2, None)
# expect: ('f', 'line', 3, None)
# expect: ('f', 'line', 4, None)
# expect: ('f', 'line', 5, None)
# expect: ('f', 'line', 4, None)
# expect: ('f', 'line', 5, None)
# expect: ('f', 'line', 4, None)
# expect: ('f', 'line', 6, None)
# expect: ('f', 'return', 6, 3)
# expect: ('g', 'call', 13, None)
# expect: ('g', 'line', 14, None)
# expect: ('g', 'line', 15, None)
# expect: ('g', 'exception', 15, 'ZeroDivisionError')
# expect: ('g', 'line', 16, None)
# expect: ('g', 'line', 17, None)
# expect: ('g', 'return', 17, None)
# expect: ('gen', 'call', 19, None)
# expect: ('gen', 'line', 20, None)
# expect: ('gen', 'return', 20, 1)
# expect: ('gen', 'call', 20, None)
# expect: ('gen', 'line', 21, None)
# expect: ('gen', 'return', 21, 2)
# expect: ('gen', 'call', 21, None)
# expect: ('gen', 'return', 21, None)
ev.clear()
def prof(frame, event, arg): ev.append((frame.f_code.co_name, event, getattr(arg, "__name__", arg)))
sys.setprofile(prof)
f(2); len([])
sys.setprofile(None)
for e in ev: print(e)
# expect: ('f', 'call', None)
# expect: ('f', 'return', 4)
# expect: ('<module>', 'c_call', 'len')
# expect: ('<module>', 'c_return', 'len')
# expect: ('<module>', 'c_call', 'setprofile')
