"""Makes random expressions over the built-in types: operators, calls of methods and functions, subscripts, formats.

Most expressions raise, which is wanted: the messages are compared too. What may differ between two VMs by right is not
made: addresses, sizes, hashes of addresses, orders of names.
"""

VALUES = {
    "int": ["0", "1", "-1", "2", "3", "7", "-13", "10", "255", "256", "-2**31", "2**63-1", "2**63",
            "-2**63-1", "10**20", "-10**40", "0x1f", "1_000"],
    "small": ["0", "1", "-1", "2", "3", "5", "-4", "12"],
    "float": ["0.0", "-0.0", "1.0", "-1.5", "3.14159", "1e16", "1e-7", "1e308", "float('inf')", "-float('inf')",
              "float('nan')", "0.1", "123456789.125", "5e-324"],
    "complex": ["0j", "1j", "(1+2j)", "(-0.0-1.5j)", "complex('inf')", "(3-0j)"],
    "bool": ["True", "False"],
    "str": ["''", "'a'", "'abc'", "'Hello, World'", "' x\\ty\\n'", "'\\u00e9\\u00df'", "'\\u4e2d\\u6587'",
            "'\\U0001f600z'", "'12'", "'-3.5e2'", "'a,b,,c'", "'%s-%d'", "'{} {0!r:>5}'", "'\\ud800'", "'ABC' * 5",
            "'\\x00'", "'i\\u0307\\u0130'", "'\\u01c5'"],
    "bytes": ["b''", "b'a'", "b'abc'", "b'a,b,,c'", "b'\\x00\\xff'", "b' 12 '", "b'%d'", "bytes(5)"],
    "bytearray": ["bytearray()", "bytearray(b'abc')", "bytearray(b'a-b-c')", "bytearray(3)"],
    "memoryview": ["memoryview(b'abcdef')", "memoryview(bytearray(b'xyz'))", "memoryview(b'abcdefgh')[::2]"],
    "list": ["[]", "[1]", "[1, 2, 3]", "['b', 'a']", "[[], [1]]", "[3, 1.5, True]", "list('hello')", "[None]"],
    "tuple": ["()", "(1,)", "(1, 2, 3)", "('a', 'b')", "((), (1, 2))", "(1, 'x', None)"],
    "dict": ["{}", "{1: 2}", "{'a': 1, 'b': 2}", "{(1, 2): [3]}", "{1: 'x', 1.5: 'y'}", "dict.fromkeys('ab', 0)"],
    "set": ["set()", "{1}", "{1, 2, 3}", "{4, 5}"],
    "frozenset": ["frozenset()", "frozenset({1, 2})", "frozenset({3})"],
    "range": ["range(0)", "range(5)", "range(1, 10, 3)", "range(5, -5, -2)", "range(2**63, 2**63 + 3)"],
    "slice": ["slice(None)", "slice(1, 3)", "slice(None, None, -1)", "slice(-2, None)", "slice(5, 1, -2)"],
    "none": ["None", "...", "NotImplemented"],
    "type": ["int", "str", "list", "dict", "object", "type", "ValueError"],
    "exception": ["ValueError('v')", "KeyError('k')", "OSError(2, 'no')", "StopIteration(3)", "Exception(1, 2)",
                  "ExceptionGroup('g', [ValueError(1)])", "UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')"],
}
KINDS = [kind for kind in VALUES if kind != "small"]
BINARY = ["+", "-", "*", "/", "//", "%", "&", "|", "^", "@", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and",
          "or", "is not"]
FUNCTIONS = {
    1: ["abs", "all", "any", "ascii", "bin", "bool", "bytes", "callable", "chr", "complex", "dict", "enumerate",
        "float", "frozenset", "hex", "int", "iter", "len", "list", "max", "min", "next", "oct", "ord", "range_", "repr",
        "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple", "type", "bytearray", "memoryview",
        "format", "dir_", "isnan"],
    2: ["divmod", "getattr", "hasattr", "isinstance", "issubclass", "format", "int", "max", "min", "round", "sum",
        "zip", "map", "filter", "range_", "pow_", "enumerate", "str", "bytes", "complex", "slice", "iter", "next",
        "sorted_by", "setattr"],
    3: ["pow_", "range_", "slice", "str", "type", "getattr", "zip"],
}
# Methods whose results tell of the VM rather than of the language, or that the VMs may name differently.
LEFT_OUT = {"__sizeof__", "__dir__", "__doc__", "__class__", "__subclasses__", "__reduce__", "__reduce_ex__",
            "__getstate__", "__init_subclass__", "__subclasshook__", "__new__", "__init__", "__getattribute__",
            "__delattr__", "__setattr__", "__pow__", "__rpow__", "__lshift__", "__rlshift__", "__mul__", "__rmul__",
            "__imul__", "__base__", "__dict__", "__weakref__", "__basicsize__", "__itemsize__", "__flags__",
            "__dictoffset__", "__weakrefoffset__", "mro", "__mro__", "__call__", "__class_getitem__",
            "__getnewargs__", "__text_signature__", "__instancecheck__", "__subclasscheck__",
            "__prepare__", "expandtabs", "zfill", "ljust", "rjust", "center", "__release_buffer__", "__buffer__",
            "__hash__", "__setstate__", "with_traceback", "__length_hint__"}
FORMATS = ["", "d", "x", "#x", "b", "o", "n", "c", "e", "f", "g", "G", "%", "s", "10", "<10", ">10", "^10", "=+10",
           "010", "+", " ", ",", "_", ".3", ".0f", "10.3f", "*^12", "-5", "z.1f", "#.3g", "08.2f", "+,.2f", "_x", "!r",
           "é<4", ".3s", "5c"]
PERCENTS = ["%s", "%d", "%r", "%a", "%x", "%X", "%o", "%c", "%e", "%f", "%g", "%G", "%i", "%5s", "%-5s|", "%05d",
            "%+d", "% d", "%#x", "%.2f", "%10.3e", "%%", "%(a)s", "%*d", "%.3s", "%u", "%q", "%"]


class Expressions:
    """Random expressions; `names` are variables that may be used too."""

    def __init__(self, random):
        self.random = random
        self.names = []

    def value(self, kind=None):
        return self.random.choice(VALUES[kind or self.random.choice(KINDS)])

    def index(self):
        r = self.random.random()
        if r < 0.6:
            return self.value("small")
        if r < 0.9:
            bound = lambda: self.random.choice(["", *VALUES["small"]])
            return f"{bound()}:{bound()}" + (f":{bound()}" if self.random.random() < 0.4 else "")
        return self.value()

    def method(self, kind, depth):
        receiver = self.value(kind)
        names = [name for name in dir(eval(receiver)) if name not in LEFT_OUT]
        name = self.random.choice(names)
        count = self.random.choice([0, 0, 1, 1, 1, 2, 2, 3])
        arguments = [self.argument(kind, depth - 1) for _ in range(count)]
        call = f"({receiver}).{name}"
        if not callable(getattr(eval(receiver), name, None)) and self.random.random() < 0.9:
            return call
        return f"{call}({', '.join(arguments)})"

    def argument(self, kind, depth):
        r = self.random.random()
        if r < 0.35:
            return self.value(kind)
        if r < 0.5:
            return self.value("small")
        if r < 0.6:
            return self.value("str")
        return self.expression(depth)

    def expression(self, depth):
        random = self.random
        if depth <= 0 or random.random() < 0.12:
            if self.names and random.random() < 0.5:
                return random.choice(self.names)
            return self.value()
        match random.randrange(14):
            case 0 | 1 | 2:
                kind = random.choice(KINDS)
                operand = self.value(kind) if random.random() < 0.6 else self.expression(depth - 1)
                other = self.value(kind) if random.random() < 0.5 else self.expression(depth - 1)
                return f"({operand} {random.choice(BINARY)} {other})"
            case 3:
                return f"({self.value()} {random.choice(['**', '<<', '>>', '*'])} {self.value('small')})"
            case 4:
                return f"({random.choice(['-', '+', '~', 'not '])}{self.expression(depth - 1)})"
            case 5 | 6 | 7 | 8:
                return self.method(random.choice(KINDS), depth)
            case 9:
                count = random.choice([1, 1, 1, 2, 2, 3])
                arguments = ", ".join(self.expression(depth - 1) for _ in range(count))
                return f"{random.choice(FUNCTIONS[count])}({arguments})"
            case 10:
                return f"({self.expression(depth - 1)})[{self.index()}]"
            case 11:
                return f"format({self.expression(depth - 1)}, {random.choice(FORMATS)!r})"
            case 12:
                operand = self.expression(depth - 1)
                if random.random() < 0.4:
                    operand = f"({operand}, {self.expression(depth - 1)})"
                return f"({random.choice(PERCENTS)!r} % {operand})"
            case 13:
                return self.composed(depth)

    def composed(self, depth):
        random = self.random
        inner = self.expression(depth - 1)
        match random.randrange(9):
            case 0:
                return f"[x for x in {inner}]"
            case 1:
                return f"{{x: y for x, y in {inner}}}"
            case 2:
                return f"[*{inner}, {self.expression(depth - 1)}]"
            case 3:
                return f"{{**{inner}}}"
            case 4:
                conversion = random.choice(["", "!r", "!s", "!a"])
                spec = random.choice(["", "", ":>8", ":.2f", ":d", ":x"])
                return f'f"<{{({inner}){conversion}{spec}}}>"'.replace("\\\"", "'") if '"' not in inner else inner
            case 5:
                return f"({inner} if {self.expression(depth - 1)} else {self.value()})"
            case 6:
                return f"({self.expression(depth - 1)} < {inner} <= {self.value()})"
            case 7:
                return f"(lambda a, *b, c=3: (a, b, c))(*{inner})"
            case 8:
                return f"list(map(lambda x: x{random.choice(['', ' + 1', '[0]', '.real', ' * 2'])}, {inner}))"
