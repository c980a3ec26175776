import _lsprof
import cProfile
import io
import pstats


def outer(n):
    return sum([inner(i) for i in range(n)]) + (outer(n - 1) if n > 2 else 0)


def inner(i):
    return len(str(i))


ticks = iter(range(10000))
profiler = _lsprof.Profiler(lambda: next(ticks), 0.5)
profiler.enable()
outer(3)
profiler.disable()
entries = {getattr(e.code, 'co_name', e.code): e for e in profiler.getstats()}
print(entries['outer'].callcount, entries['outer'].reccallcount, entries['inner'].callcount)  # expect: 2 1 5
print(sorted(str(getattr(s.code, 'co_name', s.code)) for s in entries['outer'].calls))  # expect: ['<built-in method builtins.sum>', 'inner', 'outer']
print(entries['inner'].totaltime > entries['inner'].inlinetime > 0, entries['<built-in method builtins.len>'].calls)  # expect: True None
text = io.StringIO()
with cProfile.Profile() as profiler:
    outer(2)
stats = pstats.Stats(profiler, stream=text)
stats.sort_stats('name').print_stats('inner')
print('calls.py:11(inner)' in text.getvalue().replace('\\', '/'))  # expect: True
