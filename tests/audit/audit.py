"""Runs programs in Krait with reference counts audited, and shows what is wrong.

usage: audit.py [--when WHEN] [--krait FILE] [--jobs N] [--timeout S] [--out DIR] [FOLDER|FILE|MODULE ...]

A FOLDER is one of tests/scripts; a FILE is a script, or with the ending .txt a list with a module's name first on each
line; a MODULE is one of CPython's tests, like test_set. Without any: all scripts, and the tests of the core. WHEN is
what -X audit-refs takes; exit unless it is given. A program that does not end in time with `statement` is run again
with `line`. Runs under the CPython 3.12 whose `test` package is taken.

Each program is a process of its own. Its reports go to a file under --out; report.txt has them all.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import test

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORE = """
    test_augassign test_baseexception test_bool test_builtin test_bytes test_call test_class test_closure
    test_collections test_compare test_contextlib test_copy test_coroutines test_asyncgen test_decorators
    test_defaultdict test_deque test_descr test_dict test_dictcomps test_dictviews test_dynamicclassattribute
    test_enumerate test_exception_group test_except_star test_exceptions test_extcall test_finalization test_float
    test_fstring test_funcattrs test_functools test_gc test_generators test_generator_stop test_genericalias
    test_genexps test_global test_grammar test_heapq test_index test_int test_isinstance test_iter test_itertools
    test_keywordonlyarg test_list test_listcomps test_memoryview test_metaclass test_named_expressions test_opcodes
    test_operator test_ordered_dict test_patma test_pow test_print test_property test_raise test_range test_reprlib
    test_richcmp test_scope test_set test_setcomps test_slice test_sort test_string test_structseq test_super
    test_syntax test_traceback test_tuple test_type_annotations test_type_params test_types test_typechecks
    test_unary test_unpack test_unpack_ex test_userdict test_userlist test_weakref test_weakset test_with
    test_yield_from
""".split()
REPORT = re.compile(r"audit-refs: (.*?): <(.*?)(?:: (.*))? @[0-9a-f]+>: (.*), seen at (.*)")


class Program:
    """What one run has found: `counts` maps (kind, class, place) to a number."""

    def __init__(self, name, status, lines):
        self.name = name
        self.status = status
        self.lines = lines
        self.complete = bool(lines) and re.match(r"audit-refs: \d+ mismatches in ", lines[-1]) is not None
        self.mismatches = int(lines[-1].split()[1]) if self.complete else 0
        self.counts = collections.Counter()
        kind = None
        for line in lines:
            found = REPORT.match(line)
            if found:
                kind, cls = found[1], found[2]
            elif kind and line.startswith("  made "):
                self.counts[kind, cls, line.strip()] += 1
                kind = None


class Runner:
    def __init__(self, options):
        self.options = options
        self.out = pathlib.Path(options.out).resolve()
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)
        path = self.out / "path"
        path.mkdir()
        (path / "test").symlink_to(pathlib.Path(test.__file__).parent)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.path = os.pathsep.join([str(path), str(ROOT / "tests/conformance/lib")])

    def run(self, job):
        """What audits find; a program that executes too many statements for one at each has fewer at each line."""
        program = self.run_with(job, self.options.when)
        words = self.options.when.split(",")
        if program.status is None and "statement" in words:
            program = self.run_with(job, ",".join("line" if word == "statement" else word for word in words))
        return program

    def run_with(self, job, when):
        name, what = job
        log = self.out / (name.replace("/", "-") + ".txt")
        log.unlink(missing_ok=True)
        environment = self.environment
        with tempfile.TemporaryDirectory(prefix="audit-") as folder:
            if isinstance(what, pathlib.Path):
                arguments, work = [str(what)], str(what.parent)
            else:
                arguments = [str(ROOT / "tests/conformance/run_module.py"), what, os.path.join(folder, "results")]
                environment = {**environment, "PYTHONPATH": self.path}
                work = os.path.join(folder, "work")
                os.mkdir(work)
            process = subprocess.Popen([*self.options.krait, "-X", f"audit-refs={when},file={log}",
                                        *arguments], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            try:
                status = process.wait(self.options.timeout)
            except subprocess.TimeoutExpired:
                status = None
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        return Program(name, status, lines)


def jobs(arguments):
    for argument in arguments:
        path = pathlib.Path(argument)
        if not path.exists() and (ROOT / "tests" / argument).exists():
            path = ROOT / "tests" / argument
        path = path.resolve()
        if path.is_dir():
            for script in sorted(path.rglob("*.py")):
                yield os.path.relpath(script, path), script
        elif path.suffix == ".py":
            yield path.name, path
        elif path.exists():
            for line in path.read_text().splitlines():
                words = line.split("#")[0].split()
                if words:
                    yield words[0], words[0]
        else:
            name = argument.removeprefix("test.")
            yield name, name


def show(programs, out):
    counts = collections.Counter()
    examples = {}
    with open(out / "report.txt", "w", encoding="utf-8") as report:
        for program in programs:
            if not program.complete:
                ended = "no end in time" if program.status is None else f"exit status {program.status}"
                print(f"{program.name}: {ended}, without its last audit")
            if program.mismatches or not program.complete:
                report.write("\n".join([f"## {program.name}", "", *program.lines, "", ""]))
            counts.update(program.counts)
            for key in program.counts:
                examples.setdefault(key, program.name)
    for (kind, cls, place), n in counts.most_common():
        print(f"{n:5} {kind}: {cls}, {place} ({examples[kind, cls, place]})")
    incomplete = sum(not program.complete for program in programs)
    total = sum(program.mismatches for program in programs)
    print(f"{len(programs)} programs: {total} mismatches in {sum(p.mismatches > 0 for p in programs)} of them, "
          f"{incomplete} did not end; reports: {os.path.relpath(out / 'report.txt')}")
    return total == 0 and incomplete == 0


def main():
    parser = argparse.ArgumentParser(prog="./dev audit", description=__doc__.split("\n\n")[0])
    parser.add_argument("what", nargs="*", metavar="FOLDER|FILE|MODULE")
    parser.add_argument("--when", default="exit", help="the value of -X audit-refs")
    parser.add_argument("--krait", default=str(ROOT / "launcher/target/krait/bin/krait"), help="the command to audit")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--timeout", type=int, default=300, help="seconds a program may take")
    parser.add_argument("--out", default=str(ROOT / ".out/audit"), help="where the reports go")
    options = parser.parse_args()
    options.krait = options.krait.split()
    options.krait[0] = shutil.which(options.krait[0]) or parser.error(f"no such command: {options.krait[0]}")
    runner = Runner(options)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        programs = list(pool.map(runner.run, jobs(options.what or [str(ROOT / "tests/scripts"), *CORE])))
    return 0 if show(programs, runner.out) else 1


if __name__ == "__main__":
    sys.exit(main())
