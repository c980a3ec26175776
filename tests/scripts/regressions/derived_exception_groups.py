# Found by fuzzing: what is derived from a group has its context suppressed; a bare exception's group has no traceback.
import traceback

try:
    try:
        raise KeyError("k")
    except KeyError:
        raise ExceptionGroup("g", [ValueError(1), IndexError(2)])
except ExceptionGroup as e:
    group = e
print(group.__suppress_context__)           # expect: False
matching, rest = group.split(ValueError)
print(matching.__suppress_context__, repr(matching.__context__))    # expect: True KeyError('k')
print(rest.__suppress_context__)            # expect: True
print(group.subgroup(ValueError).__suppress_context__)      # expect: True

try:
    try:
        raise group
    except* ValueError:
        pass
except ExceptionGroup as e:
    print(e.exceptions, e.__suppress_context__)     # expect: (IndexError(2),) True

try:
    raise TypeError("bare")
except* TypeError as e:
    print(repr(e), traceback.extract_tb(e.__traceback__))   # expect: ExceptionGroup('', (TypeError('bare'),)) []
