"""What the AOT cache is trained on: what users do at start, from source as well as out of the archive."""
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
import importlib
import inspect
import itertools
import json
import logging
import os
import pathlib
import re
import shutil
import string
import subprocess
import sys
import tempfile
import textwrap
import typing
import unittest
import urllib.parse

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return Point(self.x + dx, self.y)


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def loops():
    total = 0
    for i in range(20000):
        total += i * 2
    words = collections.Counter("the quick brown fox jumps over the lazy dog".split())
    points = [Point(i).moved(1) for i in range(500)]
    names = {p.x: str(p) for p in points}
    text = "".join(sorted(names.values()))
    found = re.findall(r"x=(\d+)", text)
    return total + len(words) + len(found)


def errors():
    try:
        {}["missing"]
    except KeyError as e:
        return repr(e)
    finally:
        pass


def sources():
    with open(__file__, encoding="utf-8") as file:
        source = file.read()
    for name in ("textwrap", "string", "shutil"):
        module = sys.modules[name]
        with open(module.__file__, encoding="utf-8") as file:
            compile(file.read(), module.__file__, "exec")
    return len(source)


def executed():
    """The code of modules, which come out of the archive executed."""
    for name in ("argparse", "dataclasses", "datetime", "enum", "inspect", "json", "logging", "re", "shutil",
                 "subprocess", "tempfile", "textwrap", "typing", "unittest", "urllib.parse"):
        module = sys.modules.pop(name)
        importlib.import_module(name)
        sys.modules[name] = module


async def gathered():
    async def double(x):
        await asyncio.sleep(0)
        return 2 * x

    return await asyncio.gather(*[double(i) for i in range(5)])


def programs():
    return subprocess.run(["true"], capture_output=True, check=False).returncode


fib(18)
loops()
errors()
sources()
executed()
asyncio.run(gathered())
programs()
json.loads(json.dumps({"a": [1, 2.5, None, True, "text"]}))
parser = argparse.ArgumentParser()
parser.add_argument("--runs", type=int, default=3)
parser.parse_args(["--runs", "5"])
logging.getLogger(__name__).debug("not shown")
print("Hello, world!", Colour.RED, datetime.date(2026, 1, 1), pathlib.PurePath("a/b").name)
