"""
What it holds ends when nobody refers to it, and at the end of the program. So it is not captured, but others are that
have the same objects out of caches and code.
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
        print('ended:', self.name)


first = Ending('first')
numbered = {1: Ending('numbered')}
last = Ending('last')
