"""Runs CPython's own tests on a standard library out of a heap archive, and on one that is executed.

usage: library_tests.py [--krait FILE] [--jobs N] [--timeout S] [--out DIR] LIST|MODULE ...

LIST and MODULE are those of tests/conformance, whose distribution with tests this uses. The archive is written by a
process that imports the whole importable library; the processes that tests start use it as well. What CPython passes
and Krait does not out of the heap is run again without any archive: a method that passes then, and not in a second
attempt out of the heap either, makes a difference. Modules that do not end either way are named.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys

from check import library

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "tests/conformance"))

import conformance  # noqa: E402

IMPORT_ALL = """
import sys
for name in sys.argv[1:]:
    try:
        # As a module does it: a program gets warnings that others do not.
        exec('__import__(name)', {'__name__': 'importer', 'name': name})
    except BaseException as e:
        print('cannot be imported: %s: %s: %s' % (name, type(e).__name__, e))
"""


class Runner(conformance.Runner):
    def __init__(self, options):
        super().__init__(options)
        self.archive = pathlib.Path(options.archive or self.out / "library.kimg").resolve()
        self.from_heap = {**self.environment, "KRAIT_SNAPSHOT": str(self.archive)}
        self.from_source = {**self.environment, "KRAIT_SNAPSHOT": "off"}

    def write_archive(self):
        names = library(str(self.out / "krait/lib/python3.12"))
        arguments = [str(self.command), "-v", f"--snapshot-create={self.archive}", "-c", IMPORT_ALL, *names]
        done = subprocess.run(arguments, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"cannot write the archive: exit status {done.returncode}\n{done.stdout}{done.stderr}")
        sys.stdout.write(done.stdout)
        left = [line for line in done.stderr.splitlines() if line.startswith("# not captured: ")]
        print(f"{len(names)} modules of the library, {len(left)} of them left to their code")

    def restored(self, module):
        return conformance.run_module([str(self.command)], self.from_heap, module, self.options.timeout)

    def executed(self, module):
        return conformance.run_module([str(self.command)], self.from_source, module, self.options.timeout)

    def compare(self, module):
        """What CPython passes, what became of it out of the heap, executed (None: not needed), and the differences."""
        expected, restored = self.cpython(module), self.restored(module)
        missing = expected.passed - restored.passed
        if not missing:
            return module, expected, restored, None, {}
        executed = self.executed(module)
        worse = missing & executed.passed
        if worse:
            again = self.restored(module)
            worse -= again.passed
            if again.problem:
                # What came after a hang or a crash tells nothing, except where it is over.
                worse &= again.methods.keys() or worse
        return module, expected, restored, executed, {name: again.methods.get(name, ("absent", "not there"))
                                                      for name in sorted(worse)}


def show(row):
    module, expected, restored, executed, worse = row
    both = len(expected.passed & restored.passed)
    note = "" if restored.problem is None else "  restored: " + restored.problem.splitlines()[0]
    if executed is not None:
        note = f", {len(expected.passed & executed.passed)} executed ({executed.seconds:.1f} s)" + note
        if executed.problem is not None:
            note += "  executed: " + executed.problem.splitlines()[0]
    print(f"{module:32} {both:5} of {len(expected.passed):5} restored ({restored.seconds:.1f} s){note}", flush=True)
    for name, (outcome, text) in worse.items():
        print(f"    {outcome}: {name}: {conformance.cause(text)}", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="./dev snapshot-check --tests", description=__doc__.split("\n\n")[0])
    parser.add_argument("what", nargs="+", metavar="LIST|MODULE")
    parser.add_argument("--krait", default=str(ROOT / "launcher/target/krait/bin/krait"), help="the command to measure")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--timeout", type=int, default=300, help="seconds a module may take")
    parser.add_argument("--archive", help="an archive that is there already, in the place of a new one")
    parser.add_argument("--out", default=str(ROOT / ".out/snapshot-tests"), help="where results and the archive go")
    options = parser.parse_args()
    options.krait = shutil.which(options.krait) or parser.error(f"no such command: {options.krait}")
    modules = list(dict.fromkeys(conformance.module_names(options.what)))
    runner = Runner(options)
    if options.archive is None:
        runner.write_archive()
    rows = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(runner.compare, module) for module in modules]):
            rows.append(done.result())
            show(rows[-1])
    different = {module: worse for module, *_, worse in rows if worse}
    (runner.out / "different.json").write_text(json.dumps(different, indent=1))
    expected = sum(len(row[1].passed) for row in rows)
    restored = sum(len(row[1].passed & row[2].passed) for row in rows)
    methods = sum(len(worse) for worse in different.values())
    print(f"{len(rows)} modules: of {expected} methods that CPython passes, {restored} pass restored; "
          f"{methods} pass executed only, in {len(different)} modules")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
