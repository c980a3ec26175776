"""Patterns get the same code from the compiler that re uses as from the library's own functions."""
import random
import re
import warnings
import _sre
from re import _casefix, _compiler, _parser

warnings.simplefilter("ignore")


def by_library(pattern, flags):
    tree = _parser.parse(pattern, flags)
    code = _compiler._code(tree, flags)
    names = [None] * tree.state.groups
    for name, group in tree.state.groupdict.items():
        names[group] = name
    return _sre.compile(pattern, flags | tree.state.flags, code, tree.state.groups - 1, tree.state.groupdict,
                        tuple(names))


def result(function, pattern, flags):
    try:
        p = function(pattern, flags)
    except (re.error, ValueError, OverflowError) as e:
        return type(e), str(e)
    return p, p.flags, p.groups, dict(p.groupindex)


different = []


def check(pattern, flags=0):
    if result(_compiler.compile, pattern, flags) != result(by_library, pattern, flags):
        different.append((pattern, flags))


PATTERNS = [
    "", "abc", "a|b", "abc|abd", "(?:a|[bc])", "ab|", "(ab)*c", "(?P<x>a+?)(?P=x)", "(?i:K)s", r"\d+(?:\.\d*)?",
    "[^]a-f\u0100\U00010000]", "[\u0400-\u04ff]", "[\U00010000-\U0001f000x]", r"[\w\-.]*+", "(?<=ab|cd)x", "(?<!a)b",
    "(?>a+)b", r"(a)(?(1)b|c)", "(?x) a b # comment\n c", "a{2}", "a{,3}?", "a{2,}", "a{", "a{x}", "{", "x{1,2}+",
    r"\0\01\101\x41\u0041\U00000041", r"(a)\1", r"^\b$\B\A\Z", "(?s-i:.)", "(?m)^a$", "(?a)\\w", "aaab", "abab(a)",
    "(a(b(c)))", "(?:(?:a))+", "(?:ab)+?", "(?:a|b|c|dd)", "(?#c)a", "\u00b5\u017f\u1e9e", "[ace135xyz]",
    # Left to the library: errors, and what is warned of.
    "(", ")", "a**", "*", "[", "[b-a]", "(?P<1>a)", "(?P=x)", r"\q", r"\8", "(?<=a+)b", "(?z)", "a(?i)", "[[a]", "[a--b]",
    "(?(2)a)", "(?P<x>a)(?P<x>b)", "a{3,2}", "\\", r"\N{EM DASH}", "(?)", "(?-:a)", r"\x4", r"\U00110000",
]
FLAGS = [0, re.I, re.X, re.I | re.M | re.S, re.A, re.I | re.A]
for text in PATTERNS:
    for flag in FLAGS:
        check(text, int(flag))
    if text.isascii():
        check(text.encode())
        check(text.encode(), int(re.I | re.L))
print(different)     # expect: []

PIECES = list("abZks.^$|()-]*+? #\n{}1\u00b5\u0130\U00010400") + [
    "(?:", "(?P<n>", "(?P=n)", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i)", "(?i:", "(?-i:", "(?x)", "[a-z]", "[^a]",
    "[a", "[^", r"\d", r"\W", r"\b", r"\B", r"\1", r"\12", r"\101", "{2}", "{2,}", "{,3}", "*?", "++", "(?(1)", "abc",
    "(a|b|c)", "(?:ab|ac)", "[abcdefxyz159]",
]
choice = random.Random(5).choice
for i in range(1500):
    check("".join([choice(PIECES) for _ in range(1 + i % 8)]), int(choice(FLAGS)))
print(different)     # expect: []

# The letters that have several lower cases.
for letter in _casefix._EXTRA_CASES:
    check(chr(letter), int(re.I))
print(different)     # expect: []
