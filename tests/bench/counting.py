"""Measures what counting references costs the interpreter: tier 0 against the same build with counting compiled out.

usage: counting.py [PROGRAM...] [--runs N] [--seconds N] [--json]

The class org.krait.objects.Counting says whether references are counted, in a final field that the JIT takes for a
constant. Two versions of it are compiled and put in place of the distribution's by --patch-module, which the product
never does; both sides run without the AOT cache, which does not bear that. Without counting nothing is destroyed nor
collected but by Java. The two take turns; a figure is the median of the last third of a program's rounds.
"""
import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
KRAIT = ROOT / 'launcher/target/krait/bin/krait'
SOURCE = ROOT / 'objects/src/main/java/org/krait/objects/Counting.java'
ANSWER = 'Boolean.valueOf(true)'
PROGRAMS = ['calls', 'fib', 'attributes', 'allocation', 'loops']


def compiled(folder, answer):
    """A folder with the class that gives the answer, 'true' or 'false'."""
    text = SOURCE.read_text('utf-8')
    if text.count(ANSWER) != 1:
        sys.exit(f'{SOURCE}: expected {ANSWER} once')
    source = folder / answer / 'source/Counting.java'
    source.parent.mkdir(parents=True)
    source.write_text(text.replace(ANSWER, f'Boolean.valueOf({answer})'), 'utf-8')
    classes = folder / answer / 'classes'
    javac = pathlib.Path(os.environ['JAVA25_HOME']) / 'bin/javac'
    subprocess.run([javac, '-d', classes, source], check=True)
    return classes


def rounds(classes, program, seconds):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(('PYTHON', 'KRAIT')) and 'JAVA' not in name}
    environment['KRAIT_JAVA_OPTIONS'] = f'-XX:AOTMode=off --patch-module org.krait.objects={classes}'
    run = subprocess.run([KRAIT, '-X', 'jit=off', FOLDER / 'rounds.py', FOLDER / f'programs/{program}.py',
                          str(seconds)], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL)
    if run.returncode or run.stderr:
        sys.exit(f'{program}: status {run.returncode}\n{run.stderr}')
    times = json.loads(run.stdout)
    return statistics.median(times[-max(1, len(times) // 3):])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('programs', nargs='*', default=PROGRAMS)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=5.0)
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        sides = [compiled(pathlib.Path(folder), answer) for answer in ('true', 'false')]
        for program in options.programs:
            times = ([], [])
            for run in range(options.runs):
                for side in (0, 1) if run % 2 == 0 else (1, 0):
                    times[side].append(rounds(sides[side], program, options.seconds))
            counted, uncounted = map(statistics.median, times)
            rows.append({'name': program, 'counted_ms': round(counted, 3), 'uncounted_ms': round(uncounted, 3),
                         'ratio': round(counted / uncounted, 3)})
    mean = math.exp(statistics.fmean(math.log(row['ratio']) for row in rows))
    if options.json:
        print(json.dumps({'programs': rows, 'geometric_mean': round(mean, 3)}, indent=1))
        return
    print(f'tier 0, medians of {options.runs} runs in ms\n')
    print(f'{"":<20} {"counting":>9} {"without":>9} {"ratio":>7}')
    for row in rows:
        print(f'{row["name"]:<20} {row["counted_ms"]:>9.2f} {row["uncounted_ms"]:>9.2f} {row["ratio"]:>7.3f}')
    print(f'{"geometric mean":<40} {mean:>7.3f}')


if __name__ == '__main__':
    main()
