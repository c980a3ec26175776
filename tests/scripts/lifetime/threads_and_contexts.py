# What threads and contexts hold, and when they let it go.
import contextvars
import gc
import threading
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


def in_thread(function, *args):
    t = threading.Thread(target=function, args=args)
    t.start()
    t.join()


@case
def locals_of_a_thread():
    def run():
        local = Noisy('local')
        print('running')
    in_thread(run)
    print('joined')
# expect: locals_of_a_thread


@case
def target_and_arguments():
    t = threading.Thread(target=lambda a: print('run'), args=(Noisy('argument'),))
    t.start()
    t.join()
    print('joined')
    del t
    print('end')


@case
def a_thread_that_never_started():
    t = threading.Thread(target=print, args=(Noisy('argument'),))
    del t
    print('end')


@case
def thread_local_data():
    data = threading.local()

    def run():
        data.x = Noisy('of the thread')
        print('set')
    in_thread(run)
    print('joined')
    data.x = Noisy('of the main thread')
    del data
    print('end')


@case
def thread_local_outlives_its_thread():
    class Local(threading.local):
        def __del__(self):
            print('del local object')
    data = Local()
    in_thread(lambda: setattr(data, 'x', Noisy('x')))
    print('joined')
    del data
    print('end')


@case
def last_reference_in_another_thread():
    def run(box):
        box.clear()
        print('cleared')
    box = [Noisy('item')]
    in_thread(run, box)
    print('end')


@case
def del_runs_in_the_thread_that_drops():
    class C:
        def __del__(self):
            print('del in', threading.current_thread().name)
    box = [C()]
    t = threading.Thread(target=box.clear, name='dropper')
    t.start()
    t.join()


@case
def exception_in_a_thread():
    old, threading.excepthook = threading.excepthook, lambda args: print('hook', args.exc_value)

    def run():
        local = Noisy('local')
        raise ValueError('in the thread')
    in_thread(run)
    print('joined')
    threading.excepthook = old


@case
def weakref_callbacks_across_threads():
    n = Noisy('n')
    ref = weakref.ref(n, lambda r: print('callback in', threading.current_thread() is threading.main_thread()))
    box = [n]
    del n
    in_thread(box.clear)


@case
def context_variables():
    var = contextvars.ContextVar('var')
    token = var.set(Noisy('first'))
    var.set(Noisy('second'))
    print('set')
    var.reset(token)
    print('reset')
    del token
    print('end')


@case
def context_run():
    var = contextvars.ContextVar('var')
    context = contextvars.copy_context()
    context.run(lambda: var.set(Noisy('in the context')) and None)
    print('ran', var in context)
    del context
    print('end')


@case
def copies_share_values():
    var = contextvars.ContextVar('var')
    context = contextvars.Context()
    context.run(lambda: var.set(Noisy('value')) and None)
    copy = context.copy()
    del context
    print('one left')
    del copy
    print('end')


@case
def generators_do_not_keep_contexts():
    var = contextvars.ContextVar('var')

    def g():
        var.set(Noisy('value'))
        yield
    context = contextvars.Context()
    it = g()
    context.run(next, it)
    print('suspended')
    del context
    print('context gone')


@case
def queue_items():
    import queue
    q = queue.SimpleQueue()
    q.put(Noisy('a'))
    q.put(Noisy('b'))
    q.get()
    print('got')
    del q
    print('end')


@case
def pool_results():
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(1) as pool:
        f = pool.submit(Noisy, 'result')
        print(f.result().name)
        del f
        print('future gone')


@case
def timers_and_conditions():
    c = threading.Condition()
    c.attribute = Noisy('condition')
    t = threading.Timer(1000, print, args=[Noisy('timer argument')])
    del c
    print('condition gone')
    del t
    print('end')
# expect: running
# expect: del local
# expect: joined
# expect: target_and_arguments
# expect: run
# expect: del argument
# expect: joined
# expect: end
# expect: a_thread_that_never_started
# expect: del argument
# expect: end
# expect: thread_local_data
# expect: set
# expect: del of the thread
# expect: joined
# expect: del of the main thread
# expect: end
# expect: thread_local_outlives_its_thread
# expect: del x
# expect: joined
# expect: del local object
# expect: end
# expect: last_reference_in_another_thread
# expect: del item
# expect: cleared
# expect: end
# expect: del_runs_in_the_thread_that_drops
# expect: del in dropper
# expect: exception_in_a_thread
# expect: hook in the thread
# expect: del local
# expect: joined
# expect: weakref_callbacks_across_threads
# expect: del n
# expect: callback in False
# expect: context_variables
# expect: del first
# expect: set
# expect: del second
# expect: reset
# expect: end
# expect: context_run
# expect: ran True
# expect: del in the context
# expect: end
# expect: copies_share_values
# expect: one left
# expect: del value
# expect: end
# expect: generators_do_not_keep_contexts
# expect: suspended
# expect: del value
# expect: context gone
# expect: queue_items
# expect: del a
# expect: got
# expect: del b
# expect: end
# expect: pool_results
# expect: result
# expect: del result
# expect: future gone
# expect: timers_and_conditions
# expect: del condition
# expect: condition gone
# expect: del timer argument
# expect: end
