"""What the AOT cache is trained on: what users do at start, from source as well as out of the archive."""
import argparse
import ast
import asyncio
import bisect
import codecs
import collections
import configparser
import contextvars
import csv
import dataclasses
import datetime
import decimal
import email.message
import enum
import functools
import gc
import heapq
import http.client
import importlib
import inspect
import io
import itertools
import json
import logging
import operator
import os
import pathlib
import queue
import re
import shutil
import string
import struct
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import traceback
import typing
import unittest
import urllib.parse
import weakref

import krait.snapshot
import settings


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
    return subprocess.run(["true"], capture_output=True, text=True, check=False).returncode


def texts():
    """What programs do with text and numbers."""
    values = (3.14159, -1e300, 1000000, "x", None, {1, 2}, 2 ** 100, b"y", 1 + 2j)
    out = [f"{values[0]:.2f} {values[2]:>12,} {values[3]:^5} {values[0]!r:>10} {values[2]:#x} {0.25:.1%}"]
    out.append("%s %d %5.2f %r %-4s %x" % ("a", 3, 2.5, "q", "l", 255))
    out.append("{0} {name:>4} {0[0]}".format("zero", name="n"))
    out.extend(repr(v) for v in values)
    numbers = [int("12"), int("ff", 16), float("1.5e3"), round(2.567, 2), int("9" * 30) // 7, sum([0.1, 0.2])]
    words = re.sub(r"(\w+)", lambda m: m[1].title(), "one two").join(filter(None, ["a", "", "b"]))
    words += re.sub(r"(a)(b)", r"\2\1", "abab")
    words += "é".encode("latin-1").decode("latin-1") + "".join(m[0] for m in re.finditer("[a-c]", words))
    words += codecs.lookup("utf-8").name + bytes([255]).decode("ascii", "replace")
    with io.StringIO("a\nb\n") as text, io.BytesIO() as data:
        lines = [line.rstrip() for line in text]
        data.write(struct.pack("<IH", 1, 2) + memoryview(b"abc")[1:])
        size = len(data.getvalue())
    bisect.insort(numbers, 5)
    out.append(string.Formatter().format("{:>3}{name}", 1, name=gc.isenabled()))
    order = sorted(range(5), key=operator.neg) + heapq.nsmallest(2, [3, 1, 2])
    groups = [(k, list(g)) for k, g in itertools.groupby("aab")] + list(itertools.islice(itertools.count(), 2))
    return out, words, lines, size, order, groups


def files(folder):
    name = os.path.join(folder, "file.txt")
    with open(name, "w", encoding="utf-8") as file:
        file.write("first\nsecond\n")
    with open(name, encoding="utf-8") as file:
        lines = list(file)
    with open(name, "rb") as file:
        file.seek(2)
        data = file.read()
    entries = [(e.name, e.is_file()) for e in os.scandir(folder)]
    shown = os.listdir(folder), os.stat(name).st_size, os.path.isdir(folder), list(pathlib.Path(folder).glob("*.txt"))
    os.remove(name)
    return lines, data, entries, shown


def mistakes(folder):
    """What is shown of an error that nobody handles, of an unknown name, of source that isn't Python."""
    for source in ("1 / 0", "import nosuch", "prnt", "def f(:\n", "open('/no/such/file')"):
        name = os.path.join(folder, "mistake.py")
        with open(name, "w", encoding="utf-8") as file:
            file.write(source)
        try:
            exec(compile(source, name, "exec"), {})
        except Exception:
            sys.__excepthook__(*sys.exc_info())
            traceback.format_exc()
        os.remove(name)


def trees():
    tree = ast.parse("def f(x, *a, y=1, **k):\n    return [x + 1 for i in a if i] or {'a': f'{x}'}\n")
    exec(compile(ast.fix_missing_locations(tree), "<tree>", "exec"), {})
    return ast.literal_eval("[1, 'a', {2: 3.0}]"), ast.dump(tree), inspect.signature(sources)


def threads():
    results = queue.SimpleQueue()
    started = [threading.Thread(target=results.put, args=(i,)) for i in range(2)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    variable = contextvars.ContextVar("v", default=1)
    contextvars.copy_context().run(variable.set, 2)
    return results.get(), variable.get(), weakref.proxy(started[0]).name


def times():
    now = datetime.datetime.now(datetime.timezone.utc)
    later = now + datetime.timedelta(days=1, hours=2)
    return now.isoformat(), later.strftime("%Y-%m-%d %H:%M"), str(later - now), time.strftime("%X"), now < later


class NoFinder:
    """A finder of the program, as packages have one for their old names."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        return None


sys.meta_path.insert(0, NoFinder)
settings.choose("a", 1)
settings.level = ["high", 1]
import late

krait.snapshot.take()
fib(18)
loops()
errors()
sources()
executed()
asyncio.run(gathered())
programs()
texts()
trees()
threads()
times()
with tempfile.TemporaryDirectory() as scratch:
    files(scratch)
    mistakes(scratch)
options = [settings.Option("b"), settings.Option("A", "x")]
assert (late.number, late.chosen, late.level, settings.names) == (0, {"a": 1}, "high", ["late"])
sys.meta_path.remove(NoFinder)
assert settings.current.get() is None and settings.Kind.__name__ == "Kind"
assert settings.home and settings.lowered(settings.first(min(options, key=settings.by_name))) == "a"
json.loads(json.dumps({"a": [1, 2.5, None, True, "text"]}))
parser = argparse.ArgumentParser()
parser.add_argument("--runs", type=int, default=3)
parser.parse_args(["--runs", "5"])
logging.getLogger(__name__).debug("not shown")
print("Hello, world!", Colour.RED, datetime.date(2026, 1, 1), pathlib.PurePath("a/b").name)
