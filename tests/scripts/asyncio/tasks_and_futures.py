import asyncio
import contextvars

print(asyncio.Future.__module__, asyncio.Task.__module__)  # expect: _asyncio _asyncio
variable = contextvars.ContextVar('variable', default=0)


async def double(n):
    await asyncio.sleep(0)
    variable.set(n)
    return n * 2


async def fail():
    await asyncio.sleep(0)
    raise ValueError('no')


async def main():
    print(await asyncio.gather(*(double(n) for n in range(5))), variable.get())  # expect: [0, 2, 4, 6, 8] 0
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    seen = []
    future.add_done_callback(lambda f: seen.append(f.result()))
    loop.call_soon(future.set_result, 'set')
    print(await future, future.done(), seen)  # expect: set True ['set']
    task = asyncio.create_task(asyncio.sleep(60), name='sleeper')
    await asyncio.sleep(0)
    print(task.cancel('reason'), task.cancelling(), task.get_name())  # expect: True 1 sleeper
    try:
        await task
    except asyncio.CancelledError as e:
        print(repr(e), task.cancelled())  # expect: CancelledError('reason') True
    results = await asyncio.gather(fail(), double(1), return_exceptions=True)
    print(results)  # expect: [ValueError('no'), 2]
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except* ValueError as e:
        print(e.exceptions)  # expect: (ValueError('no'),)
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(60)
    except TimeoutError as e:
        print(repr(e))  # expect: TimeoutError()
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)  # expect: invalid state
    try:
        asyncio.Future.result(loop.create_future())
    except asyncio.InvalidStateError as e:
        print(e)  # expect: Result is not set.


async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log = []

    async def child():
        log.append('child')

    task = asyncio.create_task(child())
    log.append('parent')
    await task
    print(log)  # expect: ['child', 'parent']


async def yields_nonsense():
    class Nonsense:
        def __await__(self):
            yield 42
    await Nonsense()


asyncio.run(main())
asyncio.run(eager())
try:
    asyncio.run(yields_nonsense())
except RuntimeError as e:
    print(e)  # expect: Task got bad yield: 42
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)  # expect: no running event loop
