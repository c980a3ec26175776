def g():
    x = yield 1
    print('got', x)
    try:
        y = yield 2
    except ValueError as e:
        print('exc', e); yield 3
    finally: print('fin')
    return 'ret'
it = g(); print(next(it), it.send('s'), it.throw(ValueError('v')))
try: next(it)
except StopIteration as e: print('stop', e.value)
def d():
    r = yield from g2()
    print('r', r)
def g2():
    a = yield 'a'; print(a)
    return 'x'
i = d(); print(next(i))
try: i.send('sent')
except StopIteration as e: print(e.value)
print(list(x*y for x in (1,2) for y in (3,4)))
def cl():
    try: yield 1
    finally: print('closed')
c = cl(); next(c); c.close()
c = cl(); next(c); del c
def si(): 
    yield 1
    raise StopIteration
try: list(si())
except RuntimeError as e: print(e, repr(e.__cause__))
class Aw:
    def __await__(self): r = yield 'aw'; return r
async def co(x):
    v = await Aw()
    return v, x
def run(c, sends):
    try:
        v = c.send(None)
        while 1:
            print('yielded', v)
            v = c.send(sends)
    except StopIteration as e: return e.value
print(run(co(5), 'S'))
class AI:
    def __init__(s): s.n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 3: raise StopAsyncIteration
        await Aw()
        return s.n
class ACM:
    async def __aenter__(s): print('aenter'); return 1
    async def __aexit__(s, *a): print('aexit', a[0]); return True
async def main():
    async for x in AI(): print('x', x)
    else: print('else')
    async with ACM() as m, ACM(): print(m); 1/0
    print([x async for x in AI() if x > 1], {x: await Aw() async for x in AI()})
    async for x in ag(): print('ag', x)
    print([y async for y in (z async for z in ag())])
    async for x in AI():
        if x == 2: break
    return 'done'
async def ag():
    for i in (1, 2):
        await Aw()
        r = yield i
    return
print(run(main(), 'T'))
async def agf():
    try: yield 1; yield 2
    finally: print('agfin')
async def m2():
    a = agf()
    print(await a.__anext__())
    await a.aclose()
    try: await a.__anext__()
    except StopAsyncIteration: print('SAI')
run(m2(), 0)
def nested():
    def inner():
        try:
            yield 1
        except GeneratorExit: print('GE'); raise
    yield from inner()
n = nested(); next(n); n.close()
def ev():
    yield (yield (yield 1))
e = ev(); print(next(e), e.send('a'), e.send('b'))
print(sum([(yield_) for yield_ in (1,2)]))
# expect: got s
# expect: exc v
# expect: 1 2 3
# expect: fin
# expect: stop ret
# expect: a
# expect: sent
# expect: r x
# expect: None
# expect: [3, 4, 6, 8]
# expect: closed
# expect: closed
# expect: generator raised StopIteration StopIteration()
# expect: yielded aw
# expect: ('S', 5)
# expect: yielded aw
# expect: x 1
# expect: yielded aw
# expect: x 2
# expect: yielded aw
# expect: x 3
# expect: else
# expect: aenter
# expect: aenter
# expect: 1
# expect: aexit <class 'ZeroDivisionError'>
# expect: aexit None
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: yielded aw
# expect: [2, 3] {1: 'T', 2: 'T', 3: 'T'}
# expect: yielded aw
# expect: ag 1
# expect: yielded aw
# expect: ag 2
# expect: yielded aw
# expect: yielded aw
# expect: [1, 2]
# expect: yielded aw
# expect: yielded aw
# expect: done
# expect: 1
# expect: agfin
# expect: SAI
# expect: GE
# expect: 1 a b
# expect: 3
