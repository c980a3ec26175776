"""Asks two dozen modules of the standard library for one small thing each."""
import argparse
import asyncio
import collections
import configparser
import csv
import dataclasses
import datetime
import decimal
import email.message
import enum
import functools
import http.client
import inspect
import itertools
import json
import logging
import pathlib
import re
import shutil
import subprocess
import tempfile
import textwrap
import typing
import unittest
import urllib.parse

Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = 1
    GREEN = 2


@dataclasses.dataclass
class Item:
    name: str
    tags: typing.List[str] = dataclasses.field(default_factory=list)


async def answer():
    return 42


parser = argparse.ArgumentParser(prog="imports")
parser.add_argument("--count", type=int, default=3)
message = email.message.EmailMessage()
message["Subject"] = "A snapshot"
settings = configparser.ConfigParser()
settings.read_string("[run]\nmode = archive\n")

print("argparse", parser.parse_args(["--count", "5"]).count)
print("asyncio", asyncio.iscoroutinefunction(answer))
print("collections", Point(1, 2), collections.Counter("abracadabra").most_common(1))
print("configparser", settings["run"]["mode"])
print("csv", next(csv.reader(['a,"b,c",d'])))
print("dataclasses", Item("lamp", ["desk"]))
print("datetime", datetime.date(2024, 2, 28) + datetime.timedelta(days=2))
print("decimal", decimal.Decimal("0.1") + decimal.Decimal("0.2"))
print("email.message", message["Subject"])
print("enum", Color(2), [color.name for color in Color])
print("functools", functools.reduce(lambda a, b: a * b, range(1, 6)))
print("http.client", http.client.responses[404])
print("inspect", inspect.signature(Item))
print("itertools", list(itertools.accumulate(range(5))))
print("json", json.dumps({"b": [1, 2.5, None], "a": "x"}, sort_keys=True))
print("logging", logging.getLevelName(logging.WARNING))
print("pathlib", pathlib.PurePosixPath("/usr/lib") / "python")
print("re", re.findall(r"(\w+)@(\w+)", "me@here you@there"))
print("shutil", callable(shutil.copytree))
print("subprocess", subprocess.list2cmdline(["a b", "c"]))
print("tempfile", tempfile.gettempprefix())
print("textwrap", textwrap.shorten("a long line that is cut", 12))
print("typing", typing.Optional[int])
print("unittest", issubclass(unittest.TestCase, object))
print("urllib.parse", urllib.parse.urlsplit("http://host:80/path?q=1").port)
