"""Modules that ask something of their process, out of a heap archive, where the answer is another.

usage: asks.py [--krait FILE] [--out DIR] [--ways WAY,...] [--questions NAME,...] [DIFFERENCE ...]

Each question is a module that asks while it is executed, itself, by a function of another module and by a cached one.
An archive of all is used in surroundings that differ in one thing from those of the capture, and the other way round:
what the modules have found must be what executed ones find there. Answers that are others each time must not be those
of the capture. Ways to capture: plain; layers (another archive with half of the modules before it); main (the program
itself is captured). The tables are questions.py and differences.py. The status is 1 when something is wrong.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from differences import DIFFERENCES
from questions import QUESTIONS, VARYING

HERE = pathlib.Path(__file__).resolve().parent
KRAIT = HERE.parent.parent / 'launcher/target/krait/bin/krait'
RESULT = """
import json
def tell():
    with open(os.path.join(folder, 'result'), 'w') as f:
        json.dump(found, f)
"""
IMPORT = """
import sys, os, importlib
folder = os.path.dirname(os.path.abspath(__file__))
found = {}
def ask():
    for name in %r:
        try:
            found[name] = repr(getattr(__import__(name), 'x', None))
        except BaseException as e:
            found[name] = 'raises ' + repr(e)
"""
RUN = {
    'in_thread': 'import threading\nt = threading.Thread(target=ask, name="zork")\nt.start()\nt.join()\n',
    'in_function': 'def deeper():\n    def inner():\n        ask()\n    inner()\ndeeper()\n',
    'in_except': 'try:\n    1 / 0\nexcept ZeroDivisionError:\n    ask()\n',
    'in_loop': 'import asyncio\nasync def run():\n    ask()\nasyncio.run(run())\n',
}
TIMEOUT_SECONDS = 120
SHOWN = 120


class Surroundings:
    """A folder with the modules of all questions, and how the program is run in it."""

    def __init__(self, krait, folder, questions, way):
        self.krait, self.folder, self.way = str(krait), pathlib.Path(folder), way
        self.names = []
        (self.folder / 'sub').mkdir()
        (self.folder / 'data').write_text('data\n')
        functions = []
        for name in questions:
            needs, text = QUESTIONS[name]
            statements = text if '\n' in text or ' import ' in text else 'x = ' + text
            imports = f'import {needs}\n' if needs else ''
            self.write(f'ask_{name}', imports + statements)
            indented = statements.replace('\n', '\n    ')
            functions.append(f'def q_{name}():\n    {imports and "import " + needs}\n    {indented}\n    return x\n')
            self.write(f'far_{name}', f'import answers\nx = answers.q_{name}()')
            self.write(f'kept_{name}', f'import answers\nx = answers.kept("{name}")')
            self.names += [f'ask_{name}', f'far_{name}', f'kept_{name}']
        self.write('answers', 'import functools\n' + ''.join(functions)
                   + '@functools.cache\ndef kept(name):\n    return globals()["q_" + name]()')

    def write(self, module, text):
        (self.folder / f'{module}.py').write_text(text + '\n')

    def program(self, names, before, run):
        text = IMPORT % names + RESULT
        if self.way == 'main':
            text += 'import krait.snapshot\n' + run + 'krait.snapshot.take(main=tell)\ntell()\n'
        else:
            text = before + '\n' + text + run + 'tell()\n'
        (self.folder / 'program.py').write_text(text)

    def run(self, options, difference, names=None):
        """What each module has found, and what the command said."""
        run = next((text for key, text in RUN.items() if difference.get(key)), 'ask()\n')
        self.program(self.names if names is None else names, difference.get('before', ''), run)
        for path, text in difference.get('files', {}).items():
            (self.folder / path).write_text(text)
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith(('PYTHON', 'LC_', 'KRAIT')) and k not in ('TZ', 'COLUMNS', 'LANG', 'Q')}
        environment.update({'KRAIT_CACHE': 'off', 'Q': '1', **difference.get('env', {})})
        command = [self.krait, *options, *difference.get('options', []), str(self.folder / 'program.py'),
                   *difference.get('arguments', [])]
        if 'shell' in difference:
            command = ['sh', '-c', difference['shell'] + '; exec "$@"', 'sh', *command]
        (self.folder / 'result').unlink(missing_ok=True)
        try:
            done = self.start(command, environment, difference)
        finally:
            for path in difference.get('files', {}):
                if path == 'data':
                    (self.folder / path).write_text('data\n')
                else:
                    (self.folder / path).unlink()
        result = self.folder / 'result'
        if not result.exists():
            raise SystemExit(f'{" ".join(command)}: exit status {done.returncode}\n{done.stderr.decode()}')
        return json.loads(result.read_text()), done.stderr.decode(errors='replace')

    def start(self, command, environment, difference):
        tty = difference.get('tty')
        main, other = os.openpty() if tty in ('in', 'out') else (None, None)
        lines = difference.get('stdin', 'first\nsecond\n' * 20).encode()
        given = tempfile.TemporaryFile()
        given.write(lines)
        if main is not None:
            os.write(main, lines)
        given.seek(0)
        try:
            return subprocess.run(
                command, cwd=self.folder / difference.get('cwd', '.'), env=environment, timeout=TIMEOUT_SECONDS,
                stdin=other if tty == 'in' else subprocess.DEVNULL if tty == 'closed' else given,
                stdout=other if tty == 'out' else subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        finally:
            given.close()
            if main is not None:
                os.close(main)
                os.close(other)

    def capture(self, difference):
        """Writes the archives; gives the options that use them, what was found and what stays code, and why."""
        archives = []
        if self.way == 'layers':
            self.run([f'--snapshot-create={self.folder}/half.kimg'], difference, self.names[::2])
            archives.append('half.kimg')
        create = ['-v', f'--snapshot-create={self.folder}/all.kimg', *(['--snapshot-main'] if self.way == 'main' else [])]
        found, said = self.run(create, difference)
        archives.append('all.kimg')
        return [f'--snapshot={self.folder}/{a}' for a in archives], found, said


def compare(executed, again, restored, captured):
    """The answers that are not those of executed modules, by question."""
    wrong = {}
    for name, answer in executed.items():
        kind, _, question = name.partition('_')
        varies = answer != again[name] or question in VARYING
        if restored[name] == captured[name] if varies else restored[name] != answer:
            told = 'another each time' if varies else answer[:SHOWN]
            told = f'executed {told}, restored {restored[name][:SHOWN]}, captured {captured[name][:SHOWN]}'
            wrong.setdefault(question, {}).setdefault(told, []).append(kind)
    return wrong


def show(label, wrong):
    print(f'{label:32}', 'as executed' if not wrong else f'{len(wrong)} others', flush=True)
    for question, found in wrong.items():
        for told, kinds in found.items():
            print(f'    {question} ({", ".join(kinds)}): {told}', flush=True)
    return len(wrong)


def not_captured(said):
    return [line for line in said.splitlines() if line.startswith('# not captured: ')]


def check(options, way):
    folder = options.out / way
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    there = Surroundings(options.krait, folder, options.questions, way)
    if way == 'main':
        # A program that takes something of modules that stay code stays code as well.
        there.way = 'plain'
        left = not_captured(there.capture({})[2])
        while left:
            names = {line.split(':')[1].strip() for line in left}
            there.names = [name for name in there.names if name not in names]
            left = [line for line in not_captured(there.capture({})[2]) if line.split(':')[1].strip() in there.names]
        there.way = way
    archives, captured, said = there.capture({})
    left = not_captured(said)
    print(f'{way}: {len(there.names)} modules, {len(left)} of them left to their code')
    if options.left:
        print('\n'.join(left))
    wrong = 0
    for name in options.differences:
        difference = DIFFERENCES[name]
        if way == 'main' and 'before' in difference:
            continue
        code = ['--snapshot=off']
        executed, again = there.run(code, difference)[0], there.run(code, difference)[0]
        wrong += show(f'{way} {name}', compare(executed, again, there.run(archives, difference)[0], captured))
        if options.both and name != 'nothing':
            shutil.rmtree(folder / 'kept', ignore_errors=True)
            back, of_difference, _ = there.capture(difference)
            plain = there.run(code, {})[0], there.run(code, {})[0]
            wrong += show(f'{way} {name}, captured', compare(*plain, there.run(back, {})[0], of_difference))
            wrong += show(f'{way} {name}, both', compare(executed, again, there.run(back, difference)[0], of_difference))
            archives, captured, _ = there.capture({})
    return wrong


def main():
    parser = argparse.ArgumentParser(prog='./dev snapshot-check --asks', description=__doc__.split('\n\n')[0])
    parser.add_argument('differences', nargs='*', metavar='DIFFERENCE', help='what differs; all')
    parser.add_argument('--krait', default=str(KRAIT), help='the command to measure')
    parser.add_argument('--ways', default='plain,layers,main', help='ways to capture')
    parser.add_argument('--questions', default='', help='names of questions; all')
    parser.add_argument('--both', action='store_true', help='capture in the other surroundings as well')
    parser.add_argument('--left', action='store_true', help='say which modules are left to their code, and why')
    parser.add_argument('--out', type=pathlib.Path, default=HERE.parent.parent / '.out/asks', help='where the modules go')
    options = parser.parse_args()
    options.differences = options.differences or list(DIFFERENCES)
    options.questions = [q for q in options.questions.split(',') if q] or list(QUESTIONS)
    options.out = options.out.resolve()
    wrong = sum([check(options, way) for way in options.ways.split(',')])
    print(f'{wrong} answers of restored modules are not those of executed ones')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
