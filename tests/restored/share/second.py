import re
import typing
from contextlib import contextmanager
from functools import singledispatch

flags = re.MULTILINE | re.DOTALL | re.VERBOSE
pattern = re.compile(r'shared (pattern|by two)')
alias = typing.Dict[str, typing.List[int]]


@contextmanager
def manager():
    yield 'second'


@singledispatch
def dispatched(o):
    return 'second'
