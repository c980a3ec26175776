# Coroutines and asynchronous generators that are dropped, and the hooks that are told.
import gc
import sys
import warnings


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


class Pause:
    def __await__(self):
        yield 'pause'


def step(coroutine, value=None):
    try:
        return 'yielded', coroutine.send(value)
    except StopIteration as e:
        return 'returned', e.value


@case
def never_awaited():
    async def c(a):
        pass
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        c(Noisy('argument'))
        print([str(w.message).replace('never_awaited.<locals>.', '') for w in caught])
# expect: never_awaited
# expect: ["coroutine 'c' was never awaited"]
# expect: del argument


@case
def suspended_coroutine():
    async def c():
        local = Noisy('local')
        try:
            await Pause()
        finally:
            print('finally')
    it = c()
    print(step(it))
    del it
    print('end')
# expect: suspended_coroutine
# expect: ('yielded', 'pause')
# expect: finally
# expect: del local
# expect: end


@case
def chain_of_coroutines():
    async def inner():
        n = Noisy('inner')
        await Pause()

    async def outer():
        n = Noisy('outer')
        await inner()
    it = outer()
    print(step(it))
    del it
    print('end')
# expect: chain_of_coroutines
# expect: ('yielded', 'pause')
# expect: del inner
# expect: del outer
# expect: end


@case
def result_and_locals():
    async def c():
        n = Noisy('local')
        return Noisy('result')
    print(step(c())[0])
    print('end')
# expect: result_and_locals
# expect: del local
# expect: del result
# expect: returned
# expect: end


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('agen finally')


@case
def async_generator_without_hooks():
    async def c():
        a = agen()
        print(await anext(a))
        del a
        print('dropped')
    print(step(c()))
# expect: async_generator_without_hooks
# expect: 1
# expect: agen finally
# expect: dropped
# expect: ('returned', None)


@case
def hooks():
    def first(a):
        print('firstiter', a.__name__)

    def final(a):
        print('finalizer', a.__name__)
        kept.append(a)
    kept = []
    old = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(first, final)

    async def c():
        a = agen()
        print('made')
        print(await anext(a))
        del a
        print('dropped', len(kept))
        await kept.pop().aclose()
        print('closed')
    try:
        print(step(c()))
    finally:
        sys.set_asyncgen_hooks(*old)
# expect: hooks
# expect: made
# expect: firstiter agen
# expect: 1
# expect: finalizer agen
# expect: dropped 1
# expect: agen finally
# expect: closed
# expect: ('returned', None)


@case
def no_hook_for_one_never_started_or_ended():
    old = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(None, lambda a: print('finalizer'))

    async def c():
        agen()
        print('not started')
        async for x in agen():
            print(x)
        print('ended')
    try:
        print(step(c()))
    finally:
        sys.set_asyncgen_hooks(*old)
# expect: no_hook_for_one_never_started_or_ended
# expect: not started
# expect: 1
# expect: 2
# expect: agen finally
# expect: ended
# expect: ('returned', None)


@case
def break_out_of_async_for():
    old = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(None, lambda a: print('finalizer', a.ag_frame is not None))

    async def c():
        async for x in agen():
            print(x)
            break
        print('after the loop')
    try:
        print(step(c()))
    finally:
        sys.set_asyncgen_hooks(*old)
# expect: break_out_of_async_for
# expect: 1
# expect: finalizer True
# expect: after the loop
# expect: ('returned', None)


@case
def asyncio_closes_them():
    import asyncio

    async def main():
        async for x in agen():
            print(x)
            break
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print('main ends')
    asyncio.run(main())
# expect: asyncio_closes_them
# expect: 1
# expect: agen finally
# expect: main ends


@case
def asyncio_shutdown_closes_the_rest():
    import asyncio
    kept = []

    async def main():
        a = agen()
        kept.append(a)
        print(await anext(a))
        print('main ends')
    asyncio.run(main())
    print('run ended')
# expect: asyncio_shutdown_closes_the_rest
# expect: 1
# expect: main ends
# expect: agen finally
# expect: run ended


@case
def task_results_go():
    import asyncio

    async def work():
        return Noisy('result')

    async def main():
        await asyncio.create_task(work())
        print('after await')
        t = asyncio.create_task(work())
        await t
        print('task kept')
        del t
        print('task gone')
    asyncio.run(main())
# expect: task_results_go
# expect: after await
# expect: del result
# expect: task kept
# expect: task gone
# expect: del result


@case
def unawaited_asend_is_reported():
    async def c():
        a = agen()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            a.asend(None)
            a.athrow(ValueError)
            print([str(w.message).replace('unawaited_asend_is_reported.<locals>.', '') for w in caught])
    print(step(c()))
    gc.collect()
# expect: unawaited_asend_is_reported
# expect: []
# expect: ('returned', None)
