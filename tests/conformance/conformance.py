"""Compares Krait with CPython 3.12 on CPython's own tests, test method by test method.

usage: conformance.py [--krait FILE] [--jobs N] [--timeout S] [--out DIR] [--failures] LIST|MODULE ...

A LIST is a file with a module's name first on each line; a MODULE is a name like test_set, or test_set:TestSet for one
of its classes. Runs under the CPython 3.12 whose `test` package is the measure. Each module is a process of its own
with a time limit, so that a hang or a crash costs only what the module had left. CPython's outcomes are kept under --out
and taken from there the next time.

Writes report.md (what fails, by module and by last line of the traceback) and last.json (the outcomes), and shows
what got better or worse since last.json was written.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import test
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Outcomes:
    """What became of a module's test methods: `methods` maps an id to (outcome, text), `problem` says why it is cut."""

    def __init__(self, methods, problem, seconds):
        self.methods = methods
        self.problem = problem
        self.seconds = seconds

    @property
    def passed(self):
        return {name for name, (outcome, _) in self.methods.items() if outcome == "passed"}

    def to_json(self):
        return {"methods": self.methods, "problem": self.problem, "seconds": self.seconds}

    @classmethod
    def from_json(cls, tree):
        return cls({name: tuple(value) for name, value in tree["methods"].items()}, tree["problem"], tree["seconds"])


def read_results(path):
    methods, ended, running, skipped = {}, False, None, None
    with open(path, encoding="utf-8") as lines:
        for text in lines:
            try:
                line = json.loads(text)
            except ValueError:
                break
            if "start" in line:
                running = line["start"]
            elif "id" in line:
                running = None
                # The same id twice (a test that is loaded twice): the worse of both counts.
                old = methods.get(line["id"])
                if old is None or old[0] == "passed":
                    methods[line["id"]] = (line["outcome"], line["text"])
            elif "module" in line:
                skipped = line["text"]
            elif "end" in line:
                ended = True
    return methods, ended, running, skipped


def run_module(command, environment, module, timeout):
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        results = os.path.join(folder, "results")
        work = os.path.join(folder, "work")
        os.mkdir(work)
        pathlib.Path(results).touch()
        log = os.path.join(folder, "log")
        started = time.monotonic()
        with open(log, "wb") as output:
            process = subprocess.Popen([*command, str(HERE / "run_module.py"), module, results], cwd=work,
                                       env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                       start_new_session=True)
            try:
                code = process.wait(timeout)
            except subprocess.TimeoutExpired:
                code = None
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        seconds = round(time.monotonic() - started, 1)
        methods, ended, running, skipped = read_results(results)
        problem = None
        if skipped is not None:
            problem = f"skipped: {skipped}"
        elif not ended:
            tail = pathlib.Path(log).read_text(errors="replace").strip()[-1500:]
            where = f" in {running}" if running else ""
            problem = (f"no end within {timeout} s{where}" if code is None else f"exit status {code}{where}") + f"\n{tail}"
            if running:
                methods[running] = ("hang" if code is None else "crash", tail)
        return Outcomes(methods, problem, seconds)


def distribution_with_tests(command, folder):
    """Makes a distribution out of links to the one that `command` is of, and answers its command.

    Krait's library has no test package; this one has CPython's, and nothing else of CPython, and what stands in for
    CPython's extension modules that only tests use. Isolated subprocesses (-I) find both there, as in CPython.
    """
    shutil.rmtree(folder, ignore_errors=True)
    home = command.parent.parent
    library = folder / "lib/python3.12"
    library.mkdir(parents=True)
    own = [command.parent, home / "lib", *(home / "lib/python3.12" / name for name in (".", "test", "__pycache__"))]
    for source in [*home.iterdir(), *(home / "lib").iterdir(), *(home / "lib/python3.12").iterdir()]:
        if source not in own:
            (folder / source.relative_to(home)).symlink_to(source)
    (library / "test").symlink_to(pathlib.Path(test.__file__).parent)
    for stand_in in (HERE / "lib").glob("*.py"):
        (library / stand_in.name).symlink_to(stand_in)
    # The command finds its home beside itself: a link would lead back to the original.
    (folder / "bin").mkdir()
    return pathlib.Path(shutil.copy(command, folder / "bin"))


class Runner:
    def __init__(self, options):
        self.options = options
        self.out = pathlib.Path(options.out).resolve()
        (self.out / "cpython").mkdir(parents=True, exist_ok=True)
        self.command = distribution_with_tests(pathlib.Path(options.krait).resolve(), self.out / "krait")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def cpython(self, module):
        kept = self.out / "cpython" / f"{module}.json"
        if kept.exists():
            tree = json.loads(kept.read_text())
            if tree["version"] == sys.version:
                return Outcomes.from_json(tree)
        outcomes = run_module([sys.executable], self.environment, module, self.options.timeout)
        kept.write_text(json.dumps({"version": sys.version, **outcomes.to_json()}))
        return outcomes

    def krait(self, module):
        return run_module([str(self.command)], self.environment, module, self.options.timeout)

    def both(self, module):
        return module, self.cpython(module), self.krait(module)


def module_names(arguments):
    for argument in arguments:
        if os.path.exists(argument):
            for line in pathlib.Path(argument).read_text().splitlines():
                words = line.split("#")[0].split()
                if words:
                    yield words[0]
        else:
            yield argument.removeprefix("test.")


def cause(text):
    """The last line of a traceback, without what differs from test to test."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    last = next((line for line in reversed(lines) if re.match(r"[\w.]*(Error|Exception|Warning|Exit|Interrupt)\b", line)),
                lines[-1] if lines else "")
    return re.sub(r"0x[0-9a-f]+|\d{5,}", "…", last)[:160]


def write_report(path, rows):
    causes = collections.Counter()
    with open(path, "w", encoding="utf-8") as report:
        for module, expected, got in rows:
            missed = sorted(expected.passed - got.passed)
            if not missed and not got.problem:
                continue
            report.write(f"## {module}: {len(missed)} of {len(expected.passed)} missing\n\n")
            if got.problem:
                report.write(f"{got.problem}\n\n")
            for name in missed:
                outcome, text = got.methods.get(name, ("absent", ""))
                causes[cause(text) or outcome] += 1
                report.write(f"### {name}: {outcome}\n\n```\n{text.strip()}\n```\n\n")
        report.write("## Causes\n\n")
        for text, count in causes.most_common():
            report.write(f"- {count}: {text}\n")


def show(rows, last, failures):
    total_expected = total_got = 0
    for module, expected, got in rows:
        passed = expected.passed & got.passed
        total_expected += len(expected.passed)
        total_got += len(passed)
        before = set(last.get(module, ()))
        better = len(passed - before) if module in last else 0
        worse = sorted(before & expected.passed - passed)
        change = (f" +{better}" if better else "") + (f" -{len(worse)}" if worse else "")
        note = "" if got.problem is None else "  " + got.problem.splitlines()[0]
        print(f"{module:32} {len(passed):5} of {len(expected.passed):5} {got.seconds:6.1f} s{change}{note}")
        for name in worse:
            print(f"    worse: {name}")
        if failures:
            for name in sorted(expected.passed - passed if passed else ()):
                outcome, text = got.methods.get(name, ("absent", ""))
                print(f"    {outcome}: {name}: {cause(text)}")
    share = 100 * total_got / total_expected if total_expected else 0
    print(f"{'together':32} {total_got:5} of {total_expected:5} ({share:.2f} %)")


def main():
    parser = argparse.ArgumentParser(prog="./dev conformance", description=__doc__.split("\n\n")[0])
    parser.add_argument("what", nargs="+", metavar="LIST|MODULE")
    parser.add_argument("--krait", default=str(ROOT / "launcher/target/krait/bin/krait"), help="the command to measure")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--timeout", type=int, default=300, help="seconds a module may take")
    parser.add_argument("--out", default=str(ROOT / ".out/conformance"), help="where results and the report go")
    parser.add_argument("--failures", action="store_true", help="list the methods that fail, with their causes")
    options = parser.parse_args()
    options.krait = shutil.which(options.krait) or parser.error(f"no such command: {options.krait}")
    modules = list(dict.fromkeys(module_names(options.what)))
    runner = Runner(options)
    last_path = runner.out / "last.json"
    last = json.loads(last_path.read_text()) if last_path.exists() else {}
    rows = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for row in pool.map(runner.both, modules):
            rows.append(row)
            if sys.stderr.isatty():
                print(f"\r{len(rows)} of {len(modules)} modules", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    show(rows, last, options.failures)
    last.update({module: sorted(expected.passed & got.passed) for module, expected, got in rows})
    last_path.write_text(json.dumps(last))
    write_report(runner.out / "report.md", rows)
    print(f"report: {os.path.relpath(runner.out / 'report.md')}")


if __name__ == "__main__":
    main()
