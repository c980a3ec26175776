"""Compares modules out of a heap archive with modules that are executed: check.py KRAIT [--archive FILE] [MODULE...]

Without modules, the whole importable standard library. A process that imports all writes the archive. Then all are
imported in one go, in two processes. Says what was not captured and why, and where the namespaces of both ways differ;
the status is 1 when they do. EachModuleTest compares modules that are imported one by one.
"""

import argparse
import os
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
NAMESPACES = os.path.join(FOLDER, 'namespaces.py')
# Modules that run something, that take over the terminal, that are programs or that only os can import.
LEFT_OUT = {'antigravity', 'genericpath', 'this', 'idlelib', 'turtledemo', 'test', 'turtle', 'tkinter', 'lib2to3', 'ensurepip',
            'site-packages', '__phello__', 'venv', 'site', 'sitecustomize'}
TIMEOUT_SECONDS = 900
OBJECTS_SHOWN = 40
LINES_SHOWN = 6


def library(folder, prefix=''):
    """The names of the modules in a folder of the standard library."""
    names = []
    for entry in sorted(os.listdir(folder)):
        path = os.path.join(folder, entry)
        name = entry[:-3] if entry.endswith('.py') else entry
        if name in ('__main__', '__init__', 'tests', 'test') or not prefix and name in LEFT_OUT:
            continue
        if entry.endswith('.py'):
            names.append(prefix + name)
        elif os.path.isfile(os.path.join(path, '__init__.py')):
            names.append(prefix + name)
            names += library(path, prefix + name + '.')
    return names


def run(krait, *arguments):
    environment = dict(os.environ, PYTHONHASHSEED='0')
    done = subprocess.run([krait, *arguments], env=environment, capture_output=True, text=True,
                          timeout=TIMEOUT_SECONDS, check=False)
    if done.returncode != 0:
        sys.exit('%s\n%s%s' % (' '.join([krait, *arguments])[:300], done.stdout, done.stderr))
    return done.stderr


def objects(file):
    """The lines of each object by its path; the first lines, which describe none, under ''."""
    found = {'': []}
    path = ''
    with open(file, encoding='utf-8', errors='surrogatepass') as text:
        for line in text.read().splitlines():
            if not line.startswith('    ') and ' = ' in line:
                path = line.partition(' = ')[0]
            found.setdefault(path, []).append(line)
    return found


def capture(krait, names, archive):
    """Writes the archive of modules and says which are not captured."""
    said = run(krait, '-v', '--snapshot-create=' + archive, '--snapshot-level=heap', NAMESPACES, '-', *names)
    for line in said.splitlines():
        if line.startswith('# not captured: '):
            print(line[2:])


def check(krait, names, folder, archive):
    """Imports modules both ways: what somebody sees of differences, as lines."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        executed, restored = (os.path.join(own, f) for f in ('executed.txt', 'restored.txt'))
        run(krait, '--snapshot-level=code', NAMESPACES, executed, *names)
        run(krait, '--snapshot=' + archive, NAMESPACES, restored, *names)
        before, after = objects(executed), objects(restored)
    different = [path for path in before if after.get(path) != before[path]]
    different += [path for path in after if path not in before]
    said = []
    for path in different[:OBJECTS_SHOWN]:
        said.append('object ' + (path[:200] or 'names of modules'))
        for side, one, other in (('executed', before, after), ('restored', after, before)):
            lines = [line for line in one.get(path, ['is not there']) if line not in other.get(path, [])]
            for line in lines[:LINES_SHOWN]:
                said.append('    ' + side + ' ' + line[:200].encode('ascii', 'backslashreplace').decode())
    said.append('%d of %d objects differ' % (len(different), len(before)))
    return bool(different), said


def main():
    parser = argparse.ArgumentParser(description='Compares restored with executed modules.')
    parser.add_argument('krait')
    parser.add_argument('--archive', help='an archive that is there already, in the place of a new one')
    parser.add_argument('module', nargs='*')
    arguments = parser.parse_intermixed_args()
    names = arguments.module
    with tempfile.TemporaryDirectory() as folder:
        if not names:
            where = subprocess.run([arguments.krait, '-c', 'import os; print(os.path.dirname(os.__file__))'],
                                   capture_output=True, text=True, check=True)
            names = library(where.stdout.strip())
        archive = arguments.archive
        if archive is None:
            archive = os.path.join(folder, 'heap.kimg')
            capture(arguments.krait, names, archive)
        differ, said = check(arguments.krait, names, folder, archive)
    for line in said:
        print(line)
    print(len(names), 'modules,', 'different' if differ else 'no difference')
    return 1 if differ else 0


if __name__ == '__main__':
    sys.exit(main())
