"""Runs one module of CPython's test package and writes a line of JSON for each test method that ends.

usage: run_module.py MODULE[:CLASS] RESULTS

A line is {"id": …, "outcome": "passed" | "failed" | "error" | "skipped" | "expected failure" | "unexpected success",
"text": the traceback's last lines}. Lines are written as the methods end, so that a hang or a crash loses only what
comes after it. The last line of a module that ran to its end is {"end": true}.
"""

import importlib
import json
import os
import sys
import time
import unittest

KEPT_TEXT = 4000


class Recorder(unittest.TestResult):
    """Writes each method's outcome; a method with a failing subtest has failed."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.outcome = None
        self.started = None

    def startTest(self, test):
        super().startTest(test)
        # Not called for a test that is skipped as a whole.
        self.outcome = ("passed", "")
        self.started = time.perf_counter()
        self.write({"start": test.id()})

    def stopTest(self, test):
        outcome, text = self.outcome
        seconds = 0 if self.started is None else round(time.perf_counter() - self.started, 3)
        self.write({"id": test.id(), "outcome": outcome, "text": text[-KEPT_TEXT:], "seconds": seconds})
        self.outcome = self.started = None
        super().stopTest(test)

    def write(self, line):
        self.out.write(json.dumps(line) + "\n")
        self.out.flush()

    def note(self, test, outcome, err):
        text = self._exc_info_to_string(err, test)
        if self.outcome is None or not isinstance(test, unittest.TestCase) and not hasattr(test, "test_case"):
            # setUpClass or setUpModule failed: there is no method to hold against.
            self.write({"id": test.id(), "outcome": outcome, "text": text[-KEPT_TEXT:]})
        else:
            self.outcome = (outcome, text)

    def addError(self, test, err):
        self.note(test, "error", err)

    def addFailure(self, test, err):
        self.note(test, "failed", err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "failed", err)

    def addSkip(self, test, reason):
        self.outcome = ("skipped", reason)

    def addExpectedFailure(self, test, err):
        self.outcome = ("expected failure", "")

    def addUnexpectedSuccess(self, test):
        self.outcome = ("unexpected success", "")


def check_impl_detail(**guards):
    """In the place of test.support's: Krait is measured on CPython's implementation details too."""
    from test import support
    platforms, default = support._parse_guards(guards)
    return platforms.get("cpython", default)


def load(name):
    name, _, cls = name.partition(":")
    module = importlib.import_module("test." + name)
    if cls:
        return unittest.defaultTestLoader.loadTestsFromTestCase(getattr(module, cls))
    return unittest.defaultTestLoader.loadTestsFromModule(module)


def main(name, results):
    with open(results, "w", encoding="utf-8") as out:
        recorder = Recorder(out)
        try:
            from test import support
            support.use_resources = []
            support.check_impl_detail = check_impl_detail
            suite = load(name)
        except unittest.SkipTest as e:
            recorder.write({"module": "skipped", "text": str(e)})
        else:
            suite.run(recorder)
        recorder.write({"end": True})


if __name__ == "__main__":
    sys.path[0] = os.getcwd()
    main(*sys.argv[1:])
