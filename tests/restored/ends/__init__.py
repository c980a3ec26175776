"""
What it holds ends with the program: the finalizers run, of what nobody looked at as well. It shares objects out of
caches and code with others.
"""
import re
import typing
from functools import singledispatch

pattern = re.compile(r'shared (pattern|by two)')
alias = typing.Dict[str, typing.List[int]]


@singledispatch
def dispatched(o):
    return 'ends'


class Ending:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('ended:', self.name, dispatched(self))


first = Ending('first')
listed = [Ending('listed')]
last = Ending('last')
