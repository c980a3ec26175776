"""A module of a program as many have one: its archive is used while the environment and the files are as it saw them."""
import contextvars
import itertools
import operator
import os
import sys
import typing

home = os.environ.get("HOME") or os.path.expanduser("~")
verbose = "KRAIT_TRAINING_VERBOSE" in os.environ
found = [name for name in ("/etc/krait.conf", os.path.join(home, ".krait.conf")) if os.path.exists(name)]
limit = sys.getrecursionlimit()
by_name = operator.attrgetter("name")
first = operator.itemgetter(0)
lowered = operator.methodcaller("lower")
current = contextvars.ContextVar("current", default=None)
Kind = typing.TypeVar("Kind")


chosen = {}
names = []
numbers = itertools.count()


def choose(name, value):
    chosen[name] = value


class Option(typing.NamedTuple):
    name: str
    default: typing.Optional[str] = None


class Given(typing.TypedDict, total=False):
    name: str
