"""Arguments, attributes and locals of threads die with these, on the thread that drops them."""
import threading, weakref, gc


class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n, threading.current_thread().name)


l = threading.local()
l.x = D('main local')


def run(d):
    l.x = D('thread local')
    print('run', d.n)


t = threading.Thread(target=run, args=(D('arg'),), name='T1')
t.start()
t.join()
print('joined')
t = None


def failing(d):
    raise ValueError(d)


threading.excepthook = lambda a: print('hook', a.exc_type.__name__, a.thread.name)
t = threading.Thread(target=failing, args=(D('fail'),), name='T2')
t.start()
t.join()
print('joined')
t = None
del l
print('local gone')


class Sub(threading.Thread):

    def run(self):
        self.d = D('attr')
        print('sub')


s = Sub(name='T3')
w = weakref.ref(s, lambda w: print('thread cb'))
s.start()
s.join()
del s
print(w())
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1, 'P') as ex:
    fu = ex.submit(lambda d: d.n, D('fut'))
    print(fu.result())
    del fu
print('pool closed')
lock = threading.Lock()
wl = weakref.ref(lock, lambda w: print('lock cb'))
del lock
cond = threading.Condition()
cond.d = D('cond')
del cond
tm = threading.Timer(100, print, [D('timer')])
tm.start()
tm.cancel()
tm.join()
del tm
print('timer')


# What is printed, in order:
# expect: run arg
# expect: del arg T1
# expect: del thread local Dummy-1
# expect: joined
# expect: hook ValueError T2
# expect: del fail T2
# expect: joined
# expect: del main local MainThread
# expect: local gone
# expect: sub
# expect: thread cb
# expect: del attr MainThread
# expect: None
# expect: del fut MainThread
# expect: fut
# expect: pool closed
# expect: lock cb
# expect: del cond MainThread
# expect: del timer MainThread
# expect: timer
