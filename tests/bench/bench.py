"""Measures Krait and CPython side by side: starting, and programs of tests/bench/programs when cold and when warm.

usage: bench.py [PROGRAM...] [--runs N] [--seconds N] [--json]    to be run with CPython 3.12

Every run's output is compared with what it must be before its time counts. The two take turns, so that whatever else
the machine does meets both. Starting is the wall time of a process; cold is the first round of a program in a process,
warm the median of its last third, when what is hot
should be compiled: the more so the more --seconds a program of Krait gets.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
KRAIT = FOLDER.parents[1] / 'launcher/target/krait/bin/krait'
# Long enough: CPython has no compiler to wait for.
CPYTHON_SECONDS = 2.0
STARTS = {'start': (['-c', 'print("hello")'], 'hello\n'),
          'start, 8 imports': (['-c', 'import argparse, collections, json, logging, re, pathlib, subprocess, typing; '
                                'print(json.dumps(1))'], '1\n')}


def output(command):
    """What a command prints; it must succeed in silence."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(('PYTHON', 'KRAIT')) and 'JAVA' not in name}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL)
    if run.returncode or run.stderr:
        sys.exit(f'{command}: status {run.returncode}\n{run.stderr}')
    return run.stdout


def started(executable, arguments, expected):
    start = time.perf_counter()
    found = output([executable, *arguments])
    millis = (time.perf_counter() - start) * 1000
    if found != expected:
        sys.exit(f'{executable} {arguments}: printed {found!r}, expected {expected!r}')
    return millis


def rounds(executable, program, seconds):
    times = json.loads(output([executable, FOLDER / 'rounds.py', program, str(seconds)]))
    return times[0], statistics.median(times[-max(1, len(times) // 3):])


def measure(executables, programs, runs, seconds):
    """A dict of the name of a figure to two lists of ms: Krait's and CPython's."""
    figures = {}

    def add(name, which, millis):
        figures.setdefault(name, ([], []))[which].append(millis)

    for run in range(runs):
        for which, executable in enumerate(executables):
            for name, (arguments, expected) in STARTS.items():
                add(name, which, started(executable, arguments, expected))
        for program in programs:
            for which, executable in enumerate(executables):
                cold, warm = rounds(executable, program, min(seconds, CPYTHON_SECONDS) if which else seconds)
                add(f'{program.stem}, cold', which, cold)
                add(f'{program.stem}, warm', which, warm)
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('programs', nargs='*')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=6.0)
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    programs = sorted((FOLDER / 'programs').glob('*.py'))
    unknown = set(options.programs) - {program.stem for program in programs}
    if unknown:
        parser.error(f'no program {", ".join(sorted(unknown))}; there are '
                     f'{", ".join(program.stem for program in programs)}')
    if options.programs:
        programs = [program for program in programs if program.stem in options.programs]
    figures = measure((KRAIT, sys.executable), programs, max(1, options.runs), options.seconds)
    rows = []
    for name, (krait, cpython) in figures.items():
        ours, theirs = statistics.median(krait), statistics.median(cpython)
        rows.append({'name': name, 'krait_ms': round(ours, 3), 'cpython_ms': round(theirs, 3),
                     'ratio': round(ours / theirs, 3), 'krait_all_ms': krait, 'cpython_all_ms': cpython})
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    print(f'medians of {options.runs} runs in ms; a ratio below 1 means that Krait is faster than CPython\n')
    print(f'{"":<20} {"Krait":>9} {"CPython":>9} {"ratio":>7}')
    for row in rows:
        print(f'{row["name"]:<20} {row["krait_ms"]:>9.2f} {row["cpython_ms"]:>9.2f} {row["ratio"]:>7.2f}')


if __name__ == '__main__':
    main()
