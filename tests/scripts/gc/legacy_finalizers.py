# A finalizer as before PEP 442: it runs at each death, and garbage that has one is kept.
import gc
import weakref

try:
    from _testcapi import with_tp_del
except ImportError:
    with_tp_del = gc._use_tp_del

kept = []


@with_tp_del
class Old:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, ref() is self)

    def __tp_del__(self):
        print("tp_del", self.name, ref())
        if self.name == "stays":
            kept.append(self)


gc.disable()
ref = lambda: None
o = Old("goes")
ref = weakref.ref(o)
del o
# expect: del goes True
# expect: tp_del goes None

o = Old("stays")
ref = weakref.ref(o)
del o
# expect: del stays True
# expect: tp_del stays None
print(len(kept))  # expect: 1
kept.pop()
# expect: tp_del stays None
kept.pop().name = "goes at last"
# expect: tp_del goes at last None


class Plain:
    pass


gc.collect()
before = gc.get_stats()[2]["uncollectable"]
o = Old("cycle")
o.self = o
o.shown = Plain()
o.shown.self = o.shown
ref = weakref.ref(o)
del o
shown = []
gc.callbacks.append(lambda phase, info: shown.append(info["uncollectable"] > 0) if phase == "stop" else None)
print(gc.collect() >= 2)  # expect: True
print(shown)  # expect: [True]
gc.callbacks.clear()
print([x.name for x in gc.garbage], ref() is gc.garbage[0])  # expect: ['cycle'] True
print(type(gc.garbage[0].shown.self).__name__)  # expect: Plain
print(gc.get_stats()[2]["uncollectable"] - before >= 2)  # expect: True
gc.garbage[0].self = None
gc.garbage.clear()
# expect: del cycle True
# expect: tp_del cycle None


@with_tp_del
class Failing:
    def __tp_del__(self):
        raise ValueError


import sys
sys.unraisablehook = lambda report: print(report.exc_type.__name__)
Failing()  # expect: ValueError
