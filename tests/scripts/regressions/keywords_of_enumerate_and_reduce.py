import datetime
import functools


def outcome(function, *args, **kwargs):
    try:
        return type(function(*args, **kwargs)).__name__
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(outcome(enumerate, start=1, iterable=[])) # expect: enumerate
print(outcome(enumerate, foo=1))                # expect: TypeError: 'foo' is an invalid keyword argument for enumerate()
print(outcome(enumerate, start=1))              # expect: TypeError: 'start' is an invalid keyword argument for enumerate()
print(outcome(enumerate, [], iterable=1))
# expect: TypeError: 'iterable' is an invalid keyword argument for enumerate()
print(outcome(enumerate, iterable=[], start=1, x=2))
# expect: TypeError: enumerate() missing required argument 'iterable'
print(outcome(enumerate, [], 1, foo=1))         # expect: TypeError: enumerate() takes at most 2 arguments (3 given)
print(outcome(functools.reduce, max, [], a=1))  # expect: TypeError: reduce() takes no keyword arguments
print(outcome(datetime.timedelta, foo=1))       # expect: TypeError: 'foo' is an invalid keyword argument for __new__()
