"""Checks the scripts of tests/scripts with CPython 3.12, so that their expectations stay true.

usage: expectations.py [FOLDER]    FOLDER is below tests; scripts of tests/differences must differ
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent
EXPECT = re.compile(r'#\s*expect( error)?:(?: (.*))?$')
TIMEOUT_SECONDS = 120


def expectations(path):
    """The expected lines of the output, and the error that ends the script as 'Type: message' or None."""
    lines, error = [], None
    for line in path.read_text('utf-8').split('\n'):
        found = EXPECT.search(line)
        if found and found[1]:
            error = found[2] or ''
        elif found:
            lines.append(found[2] or '')
    return lines, error


def error_of(stderr):
    """The first line of the exception at the end of a traceback."""
    lines = stderr.split('\n')
    if 'Traceback (most recent call last):' in lines:
        last = len(lines) - 1 - lines[::-1].index('Traceback (most recent call last):')
        return next((line for line in lines[last + 1:] if not line.startswith(' ')), None)
    return None


def difference(path):
    """How CPython's run of a script differs from its expectations; None when it doesn't."""
    lines, error = expectations(path)
    environment = {name: value for name, value in os.environ.items() if not name.startswith('PYTHON')}
    environment['PYTHONIOENCODING'] = 'utf-8'
    try:
        run = subprocess.run([sys.executable, '-B', path], capture_output=True, stdin=subprocess.DEVNULL,
                             encoding='utf-8', errors='backslashreplace', env=environment, timeout=TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        return f'did not end in {TIMEOUT_SECONDS} s'
    found = run.stdout.split('\n')
    if found[-1] == '':
        found.pop()
    for number, (expected, text) in enumerate(zip(lines, found)):
        if expected != text:
            return f'output line {number + 1}: expected {expected!r}, found {text!r}'
    if len(lines) != len(found):
        return f'expected {len(lines)} lines of output, found {len(found)}\n{run.stderr}'
    if error != (error_of(run.stderr) if run.returncode else None):
        return f'expected the error {error!r}, found exit status {run.returncode}\n{run.stderr}'
    return None


def main():
    if sys.implementation.name != 'cpython' or sys.version_info[:2] != (3, 12):
        sys.exit('expectations.py: to be run with CPython 3.12')
    below = (TESTS / (sys.argv[1] if len(sys.argv) > 1 else '')).resolve()
    scripts = [path for folder in ('scripts', 'differences') for path in sorted((TESTS / folder).rglob('*.py'))
               if path.is_relative_to(below) and expectations(path) != ([], None)]
    if not scripts:
        sys.exit(f'expectations.py: no scripts below {below}')
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(scripts, pool.map(difference, scripts)):
            if path.is_relative_to(TESTS / 'differences'):
                found = None if found else 'CPython does what is expected: there is no difference'
            if found:
                failed += 1
                print(f'{path.relative_to(TESTS)}: {found}')
    print(f'{len(scripts)} scripts, {failed} with other results than CPython {sys.version.split()[0]}')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
