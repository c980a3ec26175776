"""Measures what the size of a heap archive costs who uses little of it, and what memory processes share on one.

usage: archives.py [--sizes N,...] [--processes N,...] [--runs N] [--json]

The first table is the time of a whole process that imports and uses the same 5 modules out of archives of different
sizes; the runs take turns, a figure is the median. The second is the memory of processes that have the modules of
examples/imports.py loaded at the same time, out of an archive and out of caches, from /proc/PID/smaps_rollup: MB for
each process, private dirty pages (its own) and shared ones (counted once for each process that has them).
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRAIT = ROOT / 'launcher/target/krait/bin/krait'
USED = 5
PER_PACKAGE = 100
MODULE = '''"""Module {number}."""
LIMIT = {number}
NAMES = {{'n%d' % i: i for i in range(20)}}


class Base{number}:
    kind = 'base'

    def __init__(self, value):
        self.value = value

    def double(self):
        return self.value * 2 + LIMIT


class Derived{number}(Base{number}):
    @property
    def size(self):
        return len(NAMES)


def make(value=1):
    return Derived{number}(value)


SAMPLE = make(3)
'''
USE = 'print(sum(m.make(2).double() + m.SAMPLE.size for m in (' + ', '.join(f'm{i}' for i in range(USED)) + ')))\n'
FIELDS = ('Rss', 'Pss', 'Private_Dirty', 'Shared_Clean')


def environment(**more):
    clean = {name: value for name, value in os.environ.items()
             if not name.startswith(('PYTHON', 'KRAIT')) and 'JAVA' not in name}
    return clean | more


def run(folder, *arguments):
    done = subprocess.run([KRAIT, *arguments], cwd=folder, env=environment(), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    if done.returncode or done.stderr:
        sys.exit(f'{arguments}: status {done.returncode}\n{done.stderr}')
    return done.stdout


def archive(folder, size):
    """Writes modules and a heap archive of them all; the file."""
    folder.mkdir()
    lines = []
    for number in range(size):
        if number < USED:
            name, file = f'm{number}', folder / f'm{number}.py'
        else:
            package = folder / f'p{number // PER_PACKAGE}'
            package.mkdir(exist_ok=True)
            (package / '__init__.py').touch()
            name, file = f'{package.name}.m{number}', package / f'm{number}.py'
        file.write_text(MODULE.format(number=number), 'utf-8')
        lines.append(f'import {name}\n')
    (folder / 'all.py').write_text(''.join(lines) + USE, 'utf-8')
    (folder / 'use.py').write_text(''.join(lines[:USED]) + USE, 'utf-8')
    file = folder / 'app.kimg'
    expected = run(folder, f'--snapshot-create={file}', '--snapshot-level=heap', 'all.py')
    if run(folder, f'--snapshot={file}', 'use.py') != expected:
        sys.exit(f'{file}: the restored modules give another result')
    said = subprocess.run([KRAIT, '-v', f'--snapshot={file}', 'use.py'], cwd=folder, env=environment(),
                          capture_output=True, text=True).stderr
    if f'# archive {file}: module' in said:
        sys.exit(f'{file}: not all modules are restored\n{said}')
    return file


def by_size(folder, sizes, runs):
    files = {size: archive(folder / str(size), size) for size in sizes}
    times = {size: [] for size in sizes}
    for number in range(runs + 1):
        for size in sizes if number % 2 else reversed(sizes):
            start = time.perf_counter()
            run(files[size].parent, f'--snapshot={files[size]}', 'use.py')
            if number:
                times[size].append((time.perf_counter() - start) * 1000)
    return [{'modules': size, 'archive_mb': round(files[size].stat().st_size / 1e6, 2),
             'ms': round(statistics.median(times[size]), 1)} for size in sizes]


def memory(folder, options, variables, processes):
    """The mean of each field over processes that have the modules loaded at the same time, in MB."""
    started = [subprocess.Popen([KRAIT, *options, 'wait.py'], cwd=folder, env=environment(**variables), text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(processes)]
    try:
        for process in started:
            if not process.stdout.readline():
                sys.exit('a process ended early')
        sums = dict.fromkeys(FIELDS, 0)
        for process in started:
            text = pathlib.Path(f'/proc/{process.pid}/smaps_rollup').read_text('ascii')
            for field in FIELDS:
                sums[field] += int(re.search(rf'^{field}: +(\d+) kB', text, re.MULTILINE)[1])
    finally:
        for process in started:
            process.communicate('\n')
    return {field: round(kb / 1000 / processes, 1) for field, kb in sums.items()}


def by_processes(folder, counts):
    folder.mkdir()
    example = (ROOT / 'examples/imports.py').read_text('utf-8')
    (folder / 'wait.py').write_text(example + 'import sys\nsys.stdout.flush()\nsys.stdin.readline()\n', 'utf-8')
    (folder / 'once.py').write_text(example, 'utf-8')
    file = folder / 'app.kimg'
    run(folder, f'--snapshot-create={file}', '--snapshot-level=heap', 'once.py')
    caches = {'KRAIT_SNAPSHOT': 'off', 'PYTHONPYCACHEPREFIX': str(folder / 'caches')}
    subprocess.run([KRAIT, 'once.py'], cwd=folder, env=environment(**caches), check=True, stdout=subprocess.DEVNULL)
    rows = []
    for count in counts:
        for source, options, variables in (('heap', [f'--snapshot={file}'], {}), ('caches', [], caches)):
            rows.append({'processes': count, 'source': source} | memory(folder, options, variables, count))
    return rows


def numbers(text):
    return [int(part) for part in text.split(',') if part]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--sizes', type=numbers, default=[10, 100, 1000, 10000])
    parser.add_argument('--processes', type=numbers, default=[1, 4, 16])
    parser.add_argument('--runs', type=int, default=11)
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        sizes = by_size(folder, options.sizes, options.runs)
        processes = by_processes(folder / 'memory', options.processes)
    if options.json:
        print(json.dumps({'sizes': sizes, 'memory': processes}, indent=1))
        return
    print(f'{USED} modules used out of a heap archive, medians of {options.runs} runs\n')
    print(f'{"modules":>8} {"archive MB":>11} {"ms":>8}')
    for row in sizes:
        print(f'{row["modules"]:>8} {row["archive_mb"]:>11.2f} {row["ms"]:>8.1f}')
    print('\nexamples/imports.py, MB for each process\n')
    print(f'{"processes":>9} {"source":>8}' + ''.join(f' {field:>14}' for field in FIELDS))
    for row in processes:
        print(f'{row["processes"]:>9} {row["source"]:>8}' + ''.join(f' {row[field]:>14.1f}' for field in FIELDS))


if __name__ == '__main__':
    main()
