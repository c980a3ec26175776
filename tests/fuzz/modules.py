"""Differential fuzzer of heap archives: what random programs print out of a heap is what they print executed.

usage: modules.py [--krait FILE] [--seed N] [--minutes N] [--programs N] [--out DIR]

Runs under Krait or CPython 3.12. A program is a few modules that read and change each other, and a main module. It is
captured; then it and other main modules, which import in another order, not all, or change more, run out of the archive
and without it. In some programs modules ask for an environment variable, which is another for the other main modules.
A program whose outputs differ stays in DIR/SEED. Ends with status 1 if there was a difference.
"""

import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

import module_text

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
OTHER_MAINS = 4
SECONDS_PER_RUN = 120


def guarded(statement):
    """A statement that may fail, and says so."""
    indented = statement.replace("\n", "\n    ")
    return f"try:\n    {indented}\nexcept Exception as e:\n    print(type(e).__name__, e)\n"


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = [f"m{i}" for i in range(self.random.randrange(3, 7))]
        self.asking = .3 if self.chance(.4) else 0

    def chance(self, share):
        return self.random.random() < share

    def pick(self, templates, modules):
        return self.random.choice(templates).format(m=self.random.choice(modules), v=self.random.randrange(5))

    def module(self, number):
        """The text of a module, which may import those before it."""
        before = self.names[:number]
        needed = self.random.sample(before, min(number, self.random.randrange(4)))
        early = self.random.randrange(len(needed) + 1)
        lines = [f"import {name}\n" for name in needed[:early]] + [module_text.STATE.format(x=number)]
        if self.chance(self.asking):
            lines.append(self.random.choice(module_text.ASKS) + "\n")
        there, later = needed[:early], needed[early:]
        for i in range(self.random.randrange(16)):
            if later and self.chance(.3):
                lines.append(f"import {later[0]}\n")
                there.append(later.pop(0))
            elif there and self.chance(.5):
                lines.append(guarded(self.pick(module_text.CHANGES, there)))
            elif there:
                read = self.pick(module_text.READS, there)
                lines.append(guarded(f"r{i} = str({read})" if self.chance(.8) else f"r{i} = {read}"))
        if there and self.chance(.3):
            lines.append(guarded(f"flag = 1 if {self.pick(module_text.READS, there)} else 0"))
        if there and self.chance(.3):
            lines.append(f"class Derived({there[0]}.C):\n    z = 1\n")
        lines += [f"import {name}\n" for name in later]
        return "".join(lines)

    def main(self, is_plain):
        """The text of a main module; a plain one imports all in their order and changes little."""
        order = list(self.names)
        if not is_plain and self.chance(.5):
            self.random.shuffle(order)
        if not is_plain and self.chance(.3):
            order = order[:self.random.randrange(1, len(order) + 1)]
        lines = [module_text.SHOW]
        for i, name in enumerate(order):
            lines.append(f"import {name}\n")
            while self.chance(.3 if is_plain else .7):
                lines.append(guarded(self.pick(module_text.CHANGES, order[:i + 1]) if self.chance(.7)
                                     else f"print({self.pick(module_text.READS, order[:i + 1])})"))
        return "".join(lines) + "show_all()\n"

    def write(self, folder):
        for i, name in enumerate(self.names):
            (folder / f"{name}.py").write_text(self.module(i))
        (folder / "main.py").write_text(self.main(self.chance(.5)))
        for i in range(OTHER_MAINS):
            (folder / f"other{i}.py").write_text(self.main(False))


def run(krait, folder, main, *options):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KRAIT"))}
    environment.update(KRAIT_CACHE="off", FUZZ="1" if main == "main.py" else "2")
    done = subprocess.run([krait, *options, main], cwd=folder, env=environment,
                          capture_output=True, text=True, timeout=SECONDS_PER_RUN, check=False)
    return done.returncode, re.sub(r" at 0x[0-9a-f]+", "", done.stdout), re.sub(r" at 0x[0-9a-f]+", "", done.stderr)


def differences(krait, folder):
    """The runs of a program that print something else than without an archive, with both outputs."""
    found = []
    for main in ["main.py"] + [f"other{i}.py" for i in range(OTHER_MAINS)]:
        expected = run(krait, folder, main, "--snapshot-level=code")
        runs = [("--snapshot=app.kimg",)]
        if main == "main.py":
            runs.insert(0, ("--snapshot-create=app.kimg", "--snapshot-level=heap"))
        for options in runs:
            got = run(krait, folder, main, *options)
            if got != expected:
                found.append(f"{main} {' '.join(options)}\nexecuted: {expected}\ngot:      {got}\n")
    return found


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz modules", description=__doc__.split("\n\n")[0])
    parser.add_argument("--krait", default=str(ROOT / "launcher/target/krait/bin/krait"), help="the command to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--minutes", type=float, default=1, help="how long")
    parser.add_argument("--programs", type=int, help="how many, instead of how long")
    parser.add_argument("--out", default=str(ROOT / ".out/fuzz"), help="where programs that differ are left")
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    tried, different = 0, 0
    while tried < options.programs if options.programs else time.monotonic() < end:
        seed = options.seed + tried
        folder = pathlib.Path(options.out) / str(seed)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        Program(seed).write(folder)
        found = differences(options.krait, folder)
        tried += 1
        if found:
            different += 1
            (folder / "differences.txt").write_text("\n".join(found))
            print(f"seed {seed} differs: {folder}\n{found[0]}", flush=True)
        else:
            shutil.rmtree(folder)
    print(f"seeds {options.seed}..{options.seed + tried - 1}: {tried} programs, {different} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
