"""Differential fuzzer: random expressions and programs, run in Krait and in CPython 3.12, compared by their output.

usage: programs.py [--krait FILE] [--seed N] [--minutes N] [--batch N] [--out DIR]

Runs under CPython 3.12. Each batch of snippets is one process of each VM. A snippet whose outputs differ is written to
DIR/SEED-INDEX.py with both outputs in DIR/SEED-INDEX.txt; a hang or crash is a difference too. Ends with status 1 if
there was a difference.
"""

import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import time

from expressions import Expressions
from statements import Programs
from topics import Topics

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS_PER_BATCH = 120
CPYTHON_BYTES = 4 << 30
EXPRESSIONS_PER_SNIPPET = 8


def snippet(seed):
    chooser = random.Random(seed)
    expressions = Expressions(chooser)
    choice = chooser.random()
    if choice < 0.4:
        return Topics(chooser, expressions).snippet()
    if choice < 0.7:
        lines = []
        for _ in range(EXPRESSIONS_PER_SNIPPET):
            expression = expressions.expression(3)
            lines += ["try:", f"    v = {expression}", "    print(type(v).__name__, v if 'at 0x' not in repr(v) else '')",
                      "except Exception as e:", "    print(type(e).__name__, e)"]
        return "\n".join(lines)
    return Programs(chooser, expressions).program()


def outputs(command, path, environment):
    """The snippets' outputs by index; a snippet that ends the process has the reason in its place."""
    found, first = {}, 0
    count = len(json.loads(path.read_text()))
    while first < count:
        process = subprocess.Popen([*command, str(HERE / "run_snippets.py"), str(path), str(first)],
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                   env=environment)
        try:
            text, _ = process.communicate(timeout=SECONDS_PER_BATCH)
            end = f"exit status {process.returncode}"
        except subprocess.TimeoutExpired:
            process.kill()
            text, _ = process.communicate()
            end = "hang"
        running = None
        rest = []
        for line in text.decode(errors="replace").splitlines():
            try:
                record = json.loads(line)
                if "start" in record:
                    running = record["start"]
                else:
                    found[record["index"]] = record["output"]
                    running = None
            except (ValueError, TypeError, KeyError):
                rest.append(line)
        if running is None and (not found or max(found) < count - 1):
            running = max(found, default=first - 1) + 1
        if running is None:
            return found
        found[running] = f"{end}\n" + "\n".join(rest[-30:])
        first = running + 1
    return found


def comparable(text):
    return re.sub(r"0x[0-9a-f]{6,}", "0x…", text)


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz programs", description=__doc__.split("\n\n")[0])
    parser.add_argument("--krait", default=str(ROOT / "launcher/target/krait/bin/krait"), help="the command to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--minutes", type=float, default=1, help="how long")
    parser.add_argument("--batch", type=int, default=500, help="snippets a process")
    parser.add_argument("--out", default=str(ROOT / ".out/fuzz"), help="where differences go")
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:backslashreplace"}
    end = time.monotonic() + 60 * options.minutes
    seed, compared, different = options.seed, 0, 0
    while time.monotonic() < end or not compared:
        snippets = [snippet(seed + i) for i in range(options.batch)]
        path = out / "batch.json"
        path.write_text(json.dumps(snippets))
        expected = outputs(["prlimit", f"--as={CPYTHON_BYTES}", sys.executable], path, environment)
        got = outputs([options.krait], path, environment)
        for i, source in enumerate(snippets):
            compared += 1
            if comparable(expected.get(i, "")) != comparable(got.get(i, "")):
                different += 1
                name = f"{seed + i}"
                (out / f"{name}.py").write_text(source, errors="surrogatepass")
                (out / f"{name}.txt").write_text(f"CPython:\n{expected.get(i)}\nKrait:\n{got.get(i)}\n",
                                                 errors="backslashreplace")
        print(f"seeds {seed}..{seed + options.batch - 1}: {compared} compared, {different} differ", flush=True)
        seed += options.batch
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
