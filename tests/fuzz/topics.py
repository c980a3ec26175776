"""Makes random snippets on one topic each: formats, signatures, classes, containers that change, views, scopes, errors."""

SHOWN = ["try:", "    v = {0}", "    print({1!r}, type(v).__name__, v if 'at 0x' not in repr(v) else '')",
         "except Exception as e:", "    print({1!r}, type(e).__name__, e)"]
INTS = ["0", "1", "-1", "7", "-42", "255", "1234567", "-2**31", "2**63", "10**25", "-10**30", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "3.14159", "0.5", "2.5", "1e16", "1e-7", "123456789.125", "1e300", "5e-324",
          "float('inf')", "-float('inf')", "0.1 + 0.2", "1/3", "99999.5", "0.00012345", "float('nan')"]
TEXTS = ["''", "'a'", "'abc'", "'Hello, World'", "'straße'", "'ǅungla'", "'ŉ'", "'ΑΣ'", "'İi'", "'ﬁne'", "'١٢٣'", "'²'",
         "'½'", "'\\u0345x'", "'e\\u0301'", "'日本語'", "'𝒳y'", "'a\\tb\\u2028c\\r\\nd'", "' \\u3000x\\x1f '", "'\\ud800'",
         "'xXxX'", "'a,b,,c'", "'__x1'", "'%-5d|'", "'\\x00z'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'a,b,,c'", "b'\\x00\\xff\\x80'", "b' \\t12 \\n'", "b'a\\r\\nb\\nc'",
         "bytearray(b'xyXY')", "bytearray()", "b'0aF9'", "b'aaa'"]
SMALL = ["0", "1", "2", "3", "-1", "-2", "5", "10", "None", "100", "-100"]


class Topics:
    def __init__(self, random, expressions):
        self.random = random
        self.expressions = expressions

    def snippet(self):
        makers = [self.formats, self.formats, self.percents, self.texts, self.texts, self.bytes_, self.views,
                  self.slices, self.numbers, self.dicts, self.sets, self.lists, self.calls, self.calls, self.hierarchy,
                  self.protocols, self.descriptors, self.records, self.places, self.places, self.scopes, self.scopes,
                  self.matches, self.asynchronous, self.delegation, self.strings]
        return "\n".join(self.random.choice(makers)()) + "\n"

    def shown(self, expression):
        return [line.format(expression, expression) for line in SHOWN]

    def several(self, make, count=8):
        return [line for _ in range(count) for line in self.shown(make())]

    def pick(self, *choices):
        return self.random.choice(choices)

    # Formats.

    def specification(self):
        pick = self.pick
        fill = pick("", "", "", "*", "é", "0", " ", "{", "𝒳")
        align = pick("", "", "<", ">", "^", "=")
        return (fill + align if align else "") + pick("", "", "+", "-", " ") + pick("", "", "", "z") \
            + pick("", "", "", "#") + pick("", "", "", "0") + pick("", "", "1", "5", "12", "20") \
            + pick("", "", "", ",", "_", ",_") + pick("", "", ".0", ".1", ".3", ".10", ".17", ".") \
            + pick("", "", "d", "b", "o", "x", "X", "n", "c", "e", "E", "f", "F", "g", "G", "%", "s", "q")

    def formats(self):
        pick = self.pick

        def one():
            value = self.random.choice(self.pick(INTS, FLOATS, ["1+2j", "-0j", "complex('nan-infj')", "1e20j"], TEXTS))
            specification = self.specification()
            match self.random.randrange(4):
                case 0:
                    return f"format({value}, {specification!r})"
                case 1 if not set("{}'\\") & set(specification + value):
                    return f"f'<{{{value.replace(chr(39), chr(34))}:{specification}}}>'" if "'" not in value \
                        else f"f\"<{{{value}:{specification}}}>\""
                case 2:
                    field = pick("0", "", "a", "0.real", "0[0]", "1", "a!r", "!s", "a!a", "!x", "0[", "a.", "0.b")
                    inner = pick(specification.replace("{", ""), "{1}", "{a}", ">{b}", "{0!r:>3}")
                    return f"{'{' + field + ':' + inner + '}'!r}.format({value}, 7, a={value}, b=9)"
                case _:
                    return f"({value}).__format__({specification!r})"
        return self.several(one)

    def percents(self):
        pick = self.pick

        def one():
            conversion = "%" + pick("", "", "(a)", "(b") + pick("", "-", "+", " ", "#", "0", "-0", "+#") \
                + pick("", "", "3", "10", "*") + pick("", "", ".0", ".2", ".", ".*") + pick("", "", "l", "h") \
                + pick(*"diouxXeEfFgGcrsa%", "b", "y")
            value = self.random.choice(self.pick(INTS, FLOATS, TEXTS, BYTES, ["None", "[1]"]))
            operand = pick(value, f"({value},)", f"({value}, {self.random.choice(INTS[:6])})", f"{{'a': {value}}}",
                           f"(3, {value})", f"(2, 1, {value})")
            return f"{pick('', '', 'b') + repr('<' + conversion + '>')} % {operand}"
        return self.several(one)

    # Text and bytes.

    def method(self, receivers, texts):
        random, pick = self.random, self.pick
        value = lambda: random.choice(texts)
        count = lambda: random.choice(SMALL)
        name, arguments = random.choice([
            ("split", [value(), count()]), ("rsplit", [value(), count()]), ("split", []), ("splitlines", [count()]),
            ("partition", [value()]), ("rpartition", [value()]), ("find", [value(), count(), count()]),
            ("rfind", [value(), count(), count()]), ("index", [value(), count()]), ("rindex", [value()]),
            ("count", [value(), count(), count()]), ("replace", [value(), value(), count()]), ("strip", [value()]),
            ("lstrip", [value()]), ("rstrip", []), ("startswith", [value(), count(), count()]),
            ("endswith", [f"({value()}, {value()})", count()]), ("removeprefix", [value()]),
            ("removesuffix", [value()]), ("join", [f"[{value()}, {value()}]"]), ("center", [count(), value()]),
            ("ljust", [count(), value()]), ("rjust", [count()]), ("zfill", [count()]), ("expandtabs", [count()]),
            ("upper", []), ("lower", []), ("title", []), ("swapcase", []), ("capitalize", []), ("isalpha", []),
            ("isdigit", []), ("isalnum", []), ("isspace", []), ("isupper", []), ("islower", []), ("istitle", []),
            ("isascii", []), ("__contains__", [value()]), ("__mul__", [count()]), ("__getitem__", [self.index()]),
            ("translate", [pick("{97: 'zz', 98: None}", "{97: 0x1f600}", "bytes(range(256))", "None", "{97: -1}")]),
            *([("casefold", []), ("isdecimal", []), ("isnumeric", []), ("isidentifier", []), ("isprintable", []),
               ("encode", [repr(pick("utf-8", "ascii", "latin-1", "utf-16", "utf-32-be", "utf-7", "cp1252", "nope")),
                           repr(pick("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace",
                                     "namereplace", "surrogateescape", "surrogatepass", "nope"))]),
               ("maketrans", [value(), value()])] if texts is TEXTS else
              [("hex", [pick("':'", "b'-'", "''"), count()]), ("fromhex", [pick("'0a ff'", "'0g'", "'a'", "''")]),
               ("decode", [repr(pick("utf-8", "ascii", "utf-16", "latin-1", "utf-7")),
                           repr(pick("strict", "ignore", "replace", "backslashreplace", "surrogateescape"))])]),
        ])
        keep = random.choice([len(arguments)] * 4 + list(range(len(arguments) + 1)))
        if random.random() < 0.08:
            arguments = [*arguments[:keep], self.expressions.value()]
            keep += 1
        return f"({random.choice(receivers)}).{name}({', '.join(arguments[:keep])})"

    def index(self):
        bound = lambda: self.random.choice(SMALL[:7] + ["None", "None"])
        return self.pick(bound(), f"slice({bound()}, {bound()}, {bound()})", f"slice({bound()}, {bound()})")

    def texts(self):
        return self.several(lambda: self.method(TEXTS, TEXTS))

    def bytes_(self):
        return self.several(lambda: self.method(BYTES, BYTES))

    def strings(self):
        """Conversions between text and numbers."""
        pick, random = self.pick, self.random

        def one():
            digits = pick("0", "12", "-7", "+3", "1_000", "1__0", "_1", "0x1f", "0b101", "0o17", " 42\\n", "١٢", "1e5",
                          "-1.5E-3", "inf", "-Infinity", "nan", ".5", "5.", "1_0.5", "1e", "0x1.8p3", "1+2j", "j", "-j",
                          "(3j)", "1e400", "z", "", "9" * 30, "0.1" + "0" * 20 + "1", "1\\x00")
            return pick(f"int('{digits}')", f"int('{digits}', {pick(0, 2, 8, 10, 16, 36, 37, 1, -1)})",
                        f"float('{digits}')", f"complex('{digits}')", f"int(b'{digits}')".replace("١٢", "12"),
                        f"float.fromhex('{digits}')", f"bytes.fromhex('{digits}')", f"ord('{digits}')",
                        f"repr('{digits}')", f"ascii('{digits}é')", f"eval('{digits}')",
                        f"({random.choice(INTS)}).to_bytes({pick(1, 2, 8, 16)}, {pick('little', 'big', 'x')!r}"
                        f", signed={pick(True, False)})",
                        f"int.from_bytes({random.choice(BYTES)}, {pick('little', 'big')!r}, signed={pick(True, False)})",
                        f"({random.choice(FLOATS)}).hex()", f"({random.choice(FLOATS)}).as_integer_ratio()",
                        f"round({random.choice(FLOATS)}, {pick(0, 1, 2, -1, 15, 300, None)})",
                        f"round({random.choice(INTS)}, {pick(0, -1, -2, -30)})", f"hash({random.choice(FLOATS[:-1])})",
                        f"str({random.choice(FLOATS)})", f"({random.choice(INTS)}).bit_count()")
        return self.several(one)

    def numbers(self):
        random, pick = self.random, self.pick

        def number():
            return random.choice(pick(INTS, FLOATS, FLOATS, ["1j", "2-3j", "True"]))

        def one():
            return pick(f"({number()}) {pick('+', '-', '*', '/', '//', '%', '==', '<', '>=', '!=')} ({number()})",
                        f"divmod({number()}, {number()})", f"({number()}) ** {pick(0, 1, 2, -1, 0.5, -2, '2j')}",
                        f"pow({random.choice(INTS)}, {pick(2, -1, 5)}, {pick(7, -7, 0, 1)})", f"abs({number()})",
                        f"({random.choice(INTS)}) {pick('<<', '>>', '&', '|', '^')} {pick(0, 1, 5, 70, -3)}",
                        f"int({number()})", f"float({number()})", f"complex({number()}, {number()})", f"-({number()})",
                        f"({number()}).is_integer()", f"({number()}).conjugate()", f"sum([{number()}, {number()}])",
                        f"max({number()}, {number()})", f"sorted([{number()}, {number()}, {number()}])",
                        f"{{{number()}: 1, {number()}: 2}}", f"({number()}) in [{number()}, {number()}]")
        return self.several(one)

    # Sequences.

    def views(self):
        random, pick = self.random, self.pick
        source = pick("bytearray(b'abcdefgh')", "b'abcdefgh'", "bytearray(range(16))", "bytearray()",
                      "__import__('array').array('i', [1, -2, 3, 4])", "__import__('array').array('d', [1.5, 2.5])")
        lines = [f"b = {source}", "m = memoryview(b)"]
        for _ in range(8):
            step = pick("m", "m", "m[1:]", "m[::2]", "m[::-1]", "m.cast('B')", "m.cast('b')", "m.cast('H')",
                        "m.cast('B', [2, 4])", "m.cast('I')", "m.toreadonly()", "m[1:3]")
            use = pick("{0}.tolist()", "bytes({0})", "{0}.tobytes('F')", "{0}.hex()", "{0} == {0}", "{0} == b",
                       "{0}.shape, {0}.strides, {0}.format, {0}.nbytes", "{0}.contiguous, {0}.c_contiguous", "{0}[0]",
                       "{0}[-1]", "{0}[0, 1]", "len({0})", "list({0})", "hash({0})", "{0}.cast('B')", "97 in {0}",
                       "b''.join([{0}, {0}])", "bytearray({0})", "int.from_bytes({0}, 'big')", "{0}.readonly",
                       "b'x' + {0}", "{0} + b'x'", "b'abc'.startswith({0})", "b'abc'.find({0})", "int({0})",
                       "float({0})", "str({0}, 'latin-1')", "{0}[::2].tobytes()", "{0} < {0}", "{0}.release()")
            if random.random() < 0.35:
                change = pick("m[0] = 65", "m[1:3] = b'XY'", "m[0] = 300", "m[0] = 'x'", "m[::2] = m[1::2]", "b[0] = 1",
                              "b.append(1)", "del m[0]", "m.release()", "b += b'z'", "m[1:2] = b'long'", "b.clear()",
                              "m[0] = 1.5", "m = m[::-1]", "m = memoryview(m)")
                lines += ["try:", f"    {change}", f"    print({change!r}, bytes(b) if b is not None else b)",
                          "except Exception as e:", f"    print({change!r}, type(e).__name__, e)"]
            else:
                lines += self.shown(use.format(step))
        return lines

    def slices(self):
        bound = lambda: self.pick("", "", "0", "1", "2", "-1", "-3", "5", "100", "-100", "2**70", "'a'", "True")
        step = lambda: self.pick("", "", ":", ":1", ":2", ":-1", ":-2", ":0", ":-2**70")
        key = lambda: f"{bound()}:{bound()}{step()}"
        lines = ["t = [0, 1, 2, 3, 4, 5]", "b = bytearray(b'012345')"]
        for _ in range(8):
            target = self.pick("t", "b")
            change = self.pick(f"{target}[{key()}] = {self.pick('b', 't', 'range(3)', '()', '[9]', 'b', '5')}",
                               f"del {target}[{key()}]", f"{target}.insert({bound() or 0}, 7)",
                               f"{target}.pop({bound()})", f"{target}[{bound() or 0}] = 8",
                               f"print(slice({bound() or None}, {bound() or None}).indices(5))",
                               f"print('abcdef'[{key()}], (1, 2, 3, 4)[{key()}], range(10)[{key()}])",
                               f"{target}.extend({self.pick('range(2)', 'b', '(1, 2)', '5')})", f"{target}.reverse()",
                               f"{target} *= {self.pick(0, 1, 2, -1)}", f"print({target}.index({self.pick(3, 51)}))")
            lines += ["try:", f"    {change}", "except Exception as e:", "    print(type(e).__name__, e)",
                      f"print({change!r}, t, b)"]
        return lines

    def changing(self, setup, changes, state, count=12):
        lines = list(setup)
        for _ in range(count):
            change = self.random.choice(changes)
            lines += ["try:", f"    {change}", "except Exception as e:", "    print(type(e).__name__, e)",
                      f"print({change!r}, {state})"]
        return lines

    def dicts(self):
        key = lambda: self.pick("1", "'a'", "'b'", "(1, 2)", "1.0", "True", "None", "[]", "0", "'new'")
        changes = [f"d[{key()}] = {key()}" for _ in range(4)] + [f"del d[{key()}]" for _ in range(2)] + [
            f"print(d.setdefault({key()}, {key()}))", f"print(d.pop({key()}))", f"print(d.pop({key()}, 'none'))",
            "print(d.popitem())", f"d.update({{{self.pick('1', repr('a'))}: 5}}, z={key()})", f"d |= [({key()}, 1)]",
            "d.update([1])", "d.update([(1, 2, 3)])", "d.update(5)", "print(d | {9: 9})", "print(list(reversed(d)))",
            "for k in d: d[len(d) + 100] = k", "for k in d: del d[k]", "for k, v in d.items(): d.clear()",
            "for v in list(d.values()): print(v)", "print(d.keys() & {1, 'a'}, d.keys() - {'a'})",
            "print(d.items() ^ {(1, 2)})", "print(d.keys() <= {1, 'a', 'b', (1, 2), None, 0})", f"print({key()} in d)",
            "print(d == dict(reversed(d.items())))", "d = {**d, 'last': 0}", "d = {v: k for k, v in d.items()}",
            "print(d.get(1, 2, 3))", "print(dict.fromkeys(d, 0))", "print(d.__or__(3))", "d = dict(d, a=1)",
            "print(dict(a=1, **d))", "print(sorted(d))", "print(min(d, key=str, default=None))", "d.clear()"]
        return self.changing([f"d = {{{key()}: 1, 'a': 2, 'b': 3}}" if self.random.random() < 0.7 else "d = {}"],
                             changes, "d", 14)

    def sets(self):
        key = lambda: self.pick("1", "2", "17", "'a'", "(1, 2)", "None", "[]", "0", "3.0", "True")
        some = lambda: self.pick("{1, 2}", "[2, 3]", "range(4)", "'ab'", "set()", "frozenset({1})", "5", "{'a': 1}", "s")
        changes = [f"s.add({key()})", f"s.discard({key()})", f"s.remove({key()})", "print(len(s), s.pop() in s)",
                   f"s.update({some()}, {some()})", f"s |= {some()}", f"s &= {some()}", f"s -= {some()}",
                   f"s ^= {some()}", f"print(sorted(map(str, s.union({some()}))))", f"print(s.issubset({some()}))",
                   f"print(s >= {some()}, s == {some()})", f"print(s.isdisjoint({some()}))",
                   f"s.intersection_update({some()})", f"s.symmetric_difference_update({some()})",
                   "for x in s: s.add(len(s) + 50)", "for x in s: s.clear()", f"print({key()} in s)",
                   f"print(s.difference({some()}, {some()}) == s)", "s = s.copy()", "print(type(s | frozenset()))",
                   "print(frozenset(s) == s, hash(frozenset(s)) == hash(frozenset(s)))", "print({frozenset(s): 1})",
                   f"print(s < {some()})", "s.clear()", "s = {*s, 99}", "print({s} if s else 0)"]
        return self.changing([f"s = {{{key()}, 5}}"], changes, "sorted(map(repr, s))", 14)

    def lists(self):
        changes = ["t.sort()", "t.sort(key=str)", "t.sort(reverse=True, key=len)", "t.sort(key=lambda x: t.append(1))",
                   "t.append(t[:1])", "t.extend(t)", "t += 'ab'", "t += 5", "t = t + (1,)", "t[1:1] = t", "t.remove(3)",
                   "t.remove('no')", "t.pop()", "t.pop(10)", "t.insert(-1, 'i')", "t.insert(100, None)", "t *= 2",
                   "print(t.index(1, 1))", "print(t.count(1))", "del t[::2]", "t[:] = sorted(t, key=repr)",
                   "t.clear()", "t[0], t[-1] = t[-1], t[0]", "print(t < [1, 2], t == [1])", "print(sum(t))",
                   "print(max(t), min(t, default=0))", "for x in t: t.remove(x)", "print([*t, *t[:1]])",
                   "print(list(zip(t, t[1:], strict=True)))", "print(list(zip(t, range(2))))", "print(any(t), all(t))",
                   "print(next(iter(t), 'end'))", "it = iter(t); t.append(0); print(len(list(it)))",
                   "print(list(enumerate(t, start=-1)))", "print(list(map(lambda a, b: (a, b), t, 'xy')))",
                   "print(t[-2:], t[::-1])", "t = [x for x in t if x]", "a, *b = t; print(a, b)", "a, b, c = t",
                   "print('%s' % t, f'{t!r:>20}')", "t.sort(1)", "t.sort(cmp=1)", "t.insert(1)", "t.pop('x')",
                   "t['a']", "t[1.5] = 2", "del t[9]", "t.append()", "t.append(1, 2)", "t.index()"]
        return self.changing([f"t = {self.pick('[3, 1, 2]', repr(list('bca')), '[1, 1.5, True]', '[[2], [1]]', '[]')}"],
                             changes, "t", 14)

    # Calls, classes, scopes.

    def calls(self):
        random, pick = self.random, self.pick
        lines = []
        for i in range(3):
            names = list("abcde")
            positional = [names.pop(0) for _ in range(random.randrange(3))]
            usual = [names.pop(0) for _ in range(random.randrange(3))]
            only = names[:random.randrange(3)]
            from_default = random.randint(0, len(positional + usual))
            parameters = [n + (f"={n!r}" if k >= from_default else "") for k, n in enumerate(positional + usual)]
            if positional and random.random() < 0.6:
                parameters.insert(len(positional), "/")
            star = random.random()
            if star < 0.3:
                parameters.append("*args")
            elif only:
                parameters.append("*")
            parameters += [n + pick("", f"={n!r}") for n in only] if only else []
            if random.random() < 0.3:
                parameters.append("**kwargs")
            kind = pick("def f", "def f", "lambda", "class")
            signature = ", ".join(parameters)
            if kind == "lambda":
                lines += [f"f = lambda {signature}: sorted(locals().items())"]
            elif kind == "class":
                lines += ["class f:", f"    def __init__(self{', ' + signature if signature else ''}):",
                          "        print(sorted((k, v) for k, v in locals().items() if k != 'self'))"]
            else:
                lines += [f"def f({signature}):", "    return sorted(locals().items())"]
            for _ in range(5):
                arguments = [pick("1", "2", "'x'") for _ in range(random.randrange(5))]
                arguments += random.sample(["*(3, 4)", "*'z'", "*()", "*5", "*iter([6])"], random.choice([0, 0, 1, 2]))
                arguments += random.sample(["a=1", "b=2", "c=3", "d=4", "e=5", "g=6"], random.randrange(4))
                arguments += random.sample(["**{'a': 1}", "**{'h': 2}", "**{}", "**5", "**{1: 2}", "**{'e': 3, 'd': 1}"],
                                           random.choice([0, 0, 0, 1, 2]))
                lines += ["try:", f"    print(f({', '.join(arguments)}).__class__.__name__)"
                          if kind == "class" else f"    print(f({', '.join(arguments)}))",
                          "except Exception as e:", "    print(type(e).__name__, e)"]
        return lines

    def hierarchy(self):
        random, pick = self.random, self.pick
        lines = ["class Meta(type):", "    def __new__(meta, name, bases, namespace, **options):",
                 "        print('new', name, [b.__name__ for b in bases], options)",
                 "        return super().__new__(meta, name, bases, namespace)",
                 "    def __init__(cls, name, bases, namespace, **options):",
                 "        super().__init__(name, bases, namespace)",
                 f"    {pick('def __call__(cls, *args): print(cls.__name__, args); return super().__call__(*args)', 'pass')}"]
        names = []
        for i in range(random.randint(3, 5)):
            bases = random.sample(names, min(len(names), random.choice([0, 1, 1, 2])))
            if random.random() < 0.2:
                bases.append(pick("int", "dict", "Exception", "str", "tuple"))
            arguments = bases + random.choice([[], [], ["metaclass=Meta"], ["option=1"]])
            name = f"C{i}"
            body = [pick("x = 1", f"x = {i}", "pass"), pick("__slots__ = ('s',)", "pass", "pass", "__slots__ = ()")]
            lines += ["try:", f"    class {name}({', '.join(arguments)}):", *("        " + line for line in body),
                      "        def who(self, *args):",
                      f"            print({name!r}, args)",
                      pick("            return getattr(super(), 'who', print)(*args, 1)", "            return super().who()",
                           f"            return {i}"),
                      pick("        def __init_subclass__(cls, **options): print('subclass', cls.__name__, options)",
                           "        pass", "        pass"),
                      pick(f"        def __repr__(self): return '<{name}>'", "        pass"),
                      "except Exception as e:", "    print(type(e).__name__, e)", f"    class {name}: pass"]
            names.append(name)
        for _ in range(8):
            name = random.choice(names)
            lines += self.shown(pick(f"[c.__name__ for c in {name}.__mro__]", f"{name}().who()", f"{name}.x",
                                     f"{name}(1)", f"isinstance({name}(), {random.choice(names)})",
                                     f"issubclass({name}, {random.choice(names)})", f"{name}().__dict__",
                                     f"{name}.__bases__[0].__name__", f"setattr({name}(), 's', 1)", f"{name}().y",
                                     f"{name}().who(1, 2)", f"super({name}, {random.choice(names)}()).who()",
                                     f"{name}.who()", f"type({name}).__name__", f"{name}.__qualname__, {name}.__module__",
                                     f"del_({name})", f"{name}() == {name}()", f"{name} | None", f"{name}[int]"))
        return lines

    def protocols(self):
        random, pick = self.random, self.pick
        answers = ["NotImplemented", "None", "1", "-1", "'s'", "self", "[1]", "True", "2**70", "iter([1, 2])", "1.5",
                   "other", "()", "b'x'"]
        names = ["__add__", "__radd__", "__iadd__", "__eq__", "__lt__", "__gt__", "__le__", "__ne__", "__hash__",
                 "__len__", "__bool__", "__iter__", "__next__", "__contains__", "__getitem__", "__call__", "__index__",
                 "__int__", "__float__", "__complex__", "__str__", "__repr__", "__format__", "__bytes__", "__neg__",
                 "__abs__", "__round__", "__divmod__", "__matmul__", "__pow__", "__rpow__", "__missing__",
                 "__reversed__", "__length_hint__", "__enter__", "__exit__", "__getattr__", "__dir__", "__fspath__",
                 "__instancecheck__", "__set_name__", "__trunc__", "__ceil__", "__mul__", "__rmul__", "__and__"]
        chosen = random.sample(names, random.randint(3, 9))
        base = pick("", "", "(int)", "(str)", "(list)", "(dict)", "(float)", "(tuple)", "(bytes)")
        lines = [f"class P{base}:"]
        for name in chosen:
            answer = random.choice(answers)
            # Iteration has to end.
            ends = {"__getitem__": ["        if isinstance(other, int) and other > 3: raise IndexError"],
                    "__next__": ["        P.count = getattr(P, 'count', 0) + 1",
                                 "        if P.count % 4 == 0: raise StopIteration"]}.get(name, [])
            lines += [f"    def {name}(self, other=None, *more):", f"        print({name!r})", *ends,
                      f"        return {answer}" if random.random() < 0.85 else "        raise ValueError('p')"]
        if random.random() < 0.15:
            lines += [f"    {random.choice(names)} = None"]
        uses = ["p + 1", "1 + p", "p == 1", "p != p", "p < 1", "1 < p", "p <= p", "hash(p)", "len(p)", "bool(p)", "list(p)",
                "next(p)", "1 in p", "p[0]", "p(1)", "[1, 2][p]", "int(p)", "float(p)", "complex(p)", "str(p)", "repr(p)",
                "f'{p:x}'", "bytes(p)", "-p", "abs(p)", "round(p)", "round(p, 1)", "divmod(p, 2)", "p @ p", "p ** 2",
                "2 ** p", "pow(p, 2, 3)", "reversed(p)", "[*p]", "{**p}", "range(p)", "'%d' % p", "'%s' % p", "p.missing",
                "dir(p)", "isinstance(1, p)", "sum([p, 1])", "min(p, 1)", "sorted([p, p])", "{p: 1}", "a, b = p",
                "p * 2", "2 * p", "p & 1", "'abc'[p:]", "hex(p)", "chr(p)", "open(p)", "max([p, 1])", "dict(p)", "tuple(p)",
                "bytearray(p)", "'x' * p", "p.__len__()", "print(*p)", "set(p)", "p == p", "not p", "p is p", "iter(p)",
                "p.__class__.__name__", "enumerate(p)", "zip(p)", "all(p)", "slice(p).indices(3)", "1 << p", "1 if p else 2"]
        for use in random.sample(uses, 10):
            lines += ["p = P()"]
            if "=" in use.replace("==", "").replace("!=", "").replace("<=", ""):
                lines += ["try:", f"    {use}", "    print(a, b)", "except Exception as e:",
                          f"    print({use!r}, type(e).__name__, e)"]
            else:
                lines += ["try:", f"    v = {use}", f"    print({use!r}, type(v).__name__)", "except Exception as e:",
                          f"    print({use!r}, type(e).__name__, e)"]
        return lines

    def descriptors(self):
        pick = self.pick
        lines = ["class D:", "    def __set_name__(self, owner, name): print('name', owner.__name__, name); self.name = name",
                 "    def __get__(self, o, cls=None):", "        print('get', o is None)",
                 pick("        return 5", "        raise AttributeError('d')", "        return self")]
        lines += pick([], ["    def __set__(self, o, v): print('set', v)"],
                      ["    def __set__(self, o, v): o.__dict__[self.name] = v"])
        lines += pick([], ["    def __delete__(self, o): print('delete')"])
        lines += [f"class C{pick('', '', '(dict)')}:", "    d = D()", "    def m(self): return 'm'"]
        lines += pick([], ["    def __getattr__(self, name): print('getattr', name); return 0"],
                      ["    def __getattribute__(self, name):", "        print('gab', name)",
                       "        return super().__getattribute__(name)"])
        lines += pick([], ["    __slots__ = ('e', '__dict__')"], ["    __slots__ = ('e',)"])
        lines += pick([], ["    @property", "    def p(self): return 1", "    @p.setter",
                           "    def p(self, v): print('p', v)"],
                      ["    @property", "    def p(self): raise AttributeError('inner')"])
        lines += pick([], ["    @staticmethod", "    def s(x=1): return x", "    @classmethod",
                           "    def k(cls, x=1): return cls.__name__, x"])
        lines += ["c = C()"]
        for _ in range(10):
            name = pick("d", "m", "e", "p", "s", "k", "x", "__dict__", "__class__")
            use = pick(f"c.{name}", f"c.{name}", f"C.{name}", f"c.{name}()", f"setattr(c, {name!r}, 3)",
                       f"delattr(c, {name!r})", f"hasattr(c, {name!r})", f"getattr(c, {name!r}, 'none')",
                       f"object.__getattribute__(c, {name!r})", "sorted(vars(c))", f"C.__dict__[{name!r}].__get__(c, C)")
            lines += ["try:", f"    v = {use}", f"    print({use!r}, v if type(v).__module__ == 'builtins' and 'at 0x' not in "
                      "repr(v) else type(v).__name__)", "except Exception as e:", f"    print({use!r}, type(e).__name__, e)"]
        return lines

    def records(self):
        pick = self.pick
        kind = self.random.randrange(3)
        if kind == 0:
            options = ", ".join(f"{o}={pick('True', 'False')}" for o in
                                self.random.sample(["frozen", "order", "eq", "slots", "kw_only", "repr"],
                                                   self.random.randrange(4)))
            lines = ["import dataclasses as dc", "try:", f"    @dc.dataclass({options})", "    class R:", "        a: int",
                     pick("        b: int = 2", "        b: list = dc.field(default_factory=list)", "        b: list = []"),
                     pick("        c: int = dc.field(default=3, compare=False)", "        c: dc.InitVar[int] = 0",
                          "        c: int", "        pass"),
                     "except Exception as e:", "    print(type(e).__name__, e)",
                     "    R = lambda *a, **k: (a, sorted(k.items()))"]
        elif kind == 1:
            lines = ["from collections import namedtuple",
                     f"R = namedtuple('R', {pick(repr('a b c'), repr(['a', 'b']), repr('a b class'))}"
                     f"{pick('', ', rename=True', ', defaults=[9]')})"]
            lines = [lines[0], "try:", "    " + lines[1], "except Exception as e:", "    print(type(e).__name__, e)",
                     "    R = tuple"]
        else:
            lines = ["import enum", f"class R(enum.{pick('Enum', 'IntEnum', 'Flag', 'StrEnum', 'IntFlag')}):",
                     f"    a = {pick('enum.auto()', '1')}", f"    b = {pick('enum.auto()', '2', '1')}", "    c = a",
                     pick("    def m(self): return self.value", "    pass")]
            lines = [lines[0], "try:", *("    " + line for line in lines[1:]), "except Exception as e:",
                     "    print(type(e).__name__, e)", "    R = str"]
        for _ in range(9):
            lines += self.shown(pick("R(1, 2, 3)", "R(1)", "R(a=1, b=2)", "R(1, 2) == R(1, 2)", "R(1) < R(2)", "R()",
                                     "hash(R(1, 2))", "R.a", "R(1).a", "R['a']", "list(R)", "R(1, 2)._asdict()",
                                     "R(1, 2)._replace(a=5)", "R.a.value", "R.a | R.b", "R(7)", "setattr(R(1), 'a', 2)",
                                     "R.__match_args__", "len(R)", "R.b in R", "str(R.a), repr(R.a), f'{R.a}'", "R.a.name",
                                     "R.a is R.c", "R(*'ab')", "R(1, 2, 3, 4)", "R._fields", "[*R(1, 2)]", "R.b + 1", "~R.a"))
        return lines

    def scopes(self):
        random, pick = self.random, self.pick
        lines = ["x = 'global'", "y = 'y'"]
        inner = pick("x", "x + y", "(x := 'walrus')", "[x for x in 'ab']", "[y for _ in range(2) for y in 'cd']",
                     "(lambda x=x: x)()", "[(lambda: i)() for i in range(3)]", "[f() for f in [lambda: i for i in range(3)]]",
                     "{x: [x for x in x] for x in ('p', 'q')}", "sorted(locals())", "eval('x')", "(lambda: (yield))",
                     "[x := i for i in range(2)]", "list(x for x in x)", "[[j for j in range(i)] for i in range(3)]")
        body = [pick("global x", "pass", "pass"), pick("x = 'outer'", "pass", "del x", "for x in 'ab': pass"),
                "def inner(y=y):", "    " + pick("nonlocal x", "global x", "pass", "pass"),
                "    " + pick("x = 'inner'", "x += '!'", "pass", "del x", "import sys as x", "class x: pass", "x: int = 3"),
                f"    return {inner}",
                "class C:", "    " + pick("x = 'class'", "x = x", "pass", "nonlocal x", "y = x", "del y"),
                "    z = " + pick("[x for _ in range(1)]", "[y for y in x]", "(lambda: x)()", "x", "sorted(k for k in locals() "
                                  "if k[0] != '_')", "[(x, y) for x in 'a' for y in x]"),
                "    def m(self): return x, " + pick("__class__.__name__", "y", "self.z"),
                "    w = m",
                pick("try: raise ValueError('e')", "try: 1/0"), "except Exception as x:", "    print(type(x).__name__)",
                f"print({pick('inner()', 'C.z', 'C().m()', 'C.w(C())', 'inner(1)', 'x')})",
                f"print({pick('x', 'inner()', 'y', 'sorted(k for k in locals() if len(k) == 1)')})"]
        function = ["def outer():", *("    " + line for line in body)]
        call = ["try:", "    outer()", "    print(x)", "except Exception as e:", "    show_places(e)"]
        source = "\n".join(function)
        return [*lines, f"source = {source!r}", "try:", "    exec(compile(source, '<snippet2>', 'exec'))",
                "except SyntaxError as e:", "    print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)",
                "    outer = print", *call]

    def places(self):
        """Uncaught errors inside of nested expressions and calls: the lines and carets that tracebacks show."""
        random, pick = self.random, self.pick
        good = lambda: pick("1", "x", "'s'", "[1, 2]", "f(2)", "{'k': 1}", "(1, 2)", "x + 1", "-x", "lambda: 0")
        bad = lambda: pick("1 / 0", "x.missing", "[][3]", "{}['k']", "undefined", "f()", "f(1, 2, 3)", "None + 1", "x()",
                           "int('z')", "f(g())", "f(1)(2)", "'a' < 1", "-'s'", "~1.5", "[*5]", "{**x}", "print(*None)",
                           "'%d' % 's'", "x[1:2]", "f(x=1)", "(yield_ := 1 / 0)", "import_('nope')", "ｎone.x", "len(5)",
                           "x . missing", "'é'.ü", "f(\n        1 / 0)", "(1 +\n        None)", "[0][\n    5]")

        def expression(depth):
            if depth == 0:
                return bad()
            inner = expression(depth - 1)
            return pick(f"f({inner})", f"{good()} + ({inner})", f"({inner}) * {good()}", f"[{good()}, {inner}]",
                        f"{{'k': {inner}}}", f"({inner}).attr", f"({inner})[{good()}]", f"({inner}, {good()})[0]",
                        f"f({good()} if {inner} else {good()})", f"not {inner}", f"[y for y in {inner}]", f"g({inner})",
                        f"sorted(({inner}), key=f)", f"{good()} < ({inner}) < {good()}", f"{inner} and {good()}",
                        f"(lambda: {inner})()", f"[{inner} for z in [1, 2]]", f"f'{{{inner}}}'" if not
                        set("'\n\\{") & set(inner) else inner, f"max({good()}, {inner}, key=id)", f"f(*[{inner}])",
                        f"f(**{{'a': {inner}}})")
        lines = ["x = 5", "import_ = __import__", "def f(a):", "    return a", "def g(a=None):",
                 f"    return {pick('a', '1 / 0', 'a.b', 'f(a)')}"]
        statement = expression(random.randrange(3))
        form = random.randrange(12)
        forms = [f"v = {statement}", f"{statement}", f"assert not f({statement}), 'm'", f"raise ValueError({statement})",
                 f"x.y = {statement}", f"x[{statement}] = 1", f"del x[{statement}]", f"for i in {statement}: pass",
                 f"with {statement}: pass", f"a, b = {statement}", f"x += {statement}", f"return_ = [{statement}]"]
        wrapped = pick(["{0}"], ["def h():", "    {0}", "h()"], ["class K:", "    {0}"],
                       ["try:", "    {0}", "except KeyError:", "    pass"],
                       ["try:", "    {0}", "finally:", "    x = 1"], ["try:", "    {0}", "except Exception as e:",
                                                                    "    raise RuntimeError('r') from e"],
                       ["try:", "    {0}", "except Exception as e:", "    e.missing"],
                       ["def h():", "    yield", "    {0}", "list(h())"], ["if x:", "    for j in range(2):", "        {0}"],
                       ["with __import__('contextlib').suppress(KeyError):", "    {0}"])
        return lines + [line.format(forms[form]) if line.strip() == "{0}" else line for line in wrapped]

    # Control.

    def matches(self):
        random, pick = self.random, self.pick

        def pattern(depth):
            if depth == 0:
                return pick("0", "1", "-1.5", "'a'", "None", "True", "x", "_", "b'b'", "y", "P.a", "1+2j")
            inner = lambda: pattern(depth - 1)
            return pick(inner(), f"[{inner()}, {inner()}]", f"[{inner()}, *_]", f"[*r, {inner()}]", f"({inner()},)",
                        f"{{'k': {inner()}}}", f"{{'k': {inner()}, **k}}", f"{inner()} | {inner()}", f"({inner()}) as w",
                        f"P({inner()}, b={inner()})", f"int({inner()})", f"str()", f"P()", f"P({inner()}, {inner()})",
                        f"[]", f"{{}}", f"list([{inner()}, *_])", f"int(real=r)", f"object(a=x)")
        lines = ["class P:", f"    __match_args__ = {pick(repr(('a', 'b')), repr(('a',)), repr(['a']), '()', '5')}",
                 "    a = 1", f"    b = {pick('2', '[1]', repr('a'))}"]
        subjects = random.sample(["0", "1", "'a'", "None", "[1, 2]", "(0, 'a', 1)", "{'k': 1}", "{'k': [0, 1], 'm': 2}",
                                  "P()", "[[1], 2]", "True", "-1.5", "b'b'", "range(2)", "[]", "{}", "'ab'", "1+2j",
                                  "bytearray(b'x')", "P"], 6)
        cases = []
        for i in range(random.randint(2, 5)):
            guard = pick("", "", "", " if x_ok(i)", " if False", " if 1/0")
            cases += [f"    case {pattern(random.randint(0, 2))}{guard}:", f"        return {i}, show(locals())"]
        source = "\n".join(["def m(s, i=0):", "  match s:", *cases, "  return 'none'"])
        return [*lines, "def x_ok(i): return True", "def show(names):",
                "    return sorted((k, v if type(v).__module__ == 'builtins' else type(v).__name__) for k, v in "
                "names.items() if k not in 'si')",
                f"source = {source!r}", "try:", "    exec(source)", "except SyntaxError as e:",
                "    print(e.msg, e.lineno, e.offset, e.end_offset)", "    m = repr",
                f"for s in [{', '.join(subjects)}]:", "    try:", "        print(repr(s)[:9], m(s))",
                "    except Exception as e:", "        print(type(e).__name__, e)"]

    def delegation(self):
        random, pick = self.random, self.pick
        lines = ["def inner(n):", "    try:", "        got = yield n", "        print('inner got', got)",
                 f"        {pick('yield n + 1', 'return n', 'raise ValueError(n)', 'yield from [n, n]')}",
                 f"    except {pick('ValueError', 'GeneratorExit', 'Exception', 'KeyError')} as e:",
                 "        print('inner caught', type(e).__name__)",
                 f"        {pick('yield 9', 'raise', 'return 8', 'raise KeyError(1) from e', 'pass')}",
                 "    finally:", "        print('inner finally')", f"        {pick('pass', 'return 7', 'print(1)')}",
                 "class It:", "    def __init__(self): self.n = 0", "    def __iter__(self): return self",
                 "    def __next__(self):", "        self.n += 1",
                 "        if self.n > 2: raise StopIteration('it')", "        return self.n",
                 pick("    def send(self, v): print('send', v); return v", "    pass"),
                 pick("    def throw(self, *e): print('throw'); raise e[0]", "    pass"),
                 pick("    def close(self): print('close')", "    close = 5", "    pass"),
                 "def outer():", "    try:",
                 f"        r = yield from {pick('inner(1)', 'It()', 'iter([1, 2])', '(i for i in range(2))', '5', 'outer()')}",
                 "        print('result', r)", f"        {pick('yield r', 'return r', 'r = yield from inner(5)', 'pass')}",
                 f"    except {pick('ValueError', 'StopIteration', 'RuntimeError', 'BaseException')} as e:",
                 "        print('outer caught', type(e).__name__, e)", f"        {pick('yield 6', 'raise', 'pass', 'return 3')}",
                 "g = outer()"]
        if "outer()'" in "".join(lines) or "yield from outer()" in "".join(lines):
            lines[lines.index("def outer():")] = "def outer(depth=[0]):"
            at = lines.index("    try:", lines.index("def outer(depth=[0]):"))
            lines.insert(at, "    depth[0] += 1\n    if depth[0] > 3: return")
        for _ in range(5):
            use = pick("next(g)", "next(g, 'end')", "g.send('s')", "g.throw(ValueError('t'))", "g.throw(KeyError)",
                       "g.close()", "g.send(None)", "g.throw(GeneratorExit)", "list(g)", "g.gi_running, g.gi_suspended",
                       "g.gi_yieldfrom is None", "g.throw(StopIteration(4))", "g.throw('x')", "g.throw(5)")
            lines += ["try:", f"    print({use!r}, {use})", "except BaseException as e:",
                      "    print(type(e).__name__, e, type(e.__context__).__name__, type(e.__cause__).__name__)"]
        return lines

    def asynchronous(self):
        random, pick = self.random, self.pick
        lines = ["class W:", "    def __init__(self, v): self.v = v", "    def __await__(self):", "        got = yield self.v",
                 f"        {pick('return got', 'raise ValueError(got)', 'return (yield got)')}",
                 "class M:", "    async def __aenter__(self):", "        print('aenter')",
                 f"        return {pick('await W(1)', '2', 'self')}", "    async def __aexit__(self, *e):",
                 "        print('aexit', e[0] and e[0].__name__)",
                 f"        {pick('return True', 'await W(3)', 'raise KeyError(1)', 'pass')}",
                 "async def gen(n):", "    try:", "        for i in range(n):",
                 f"            {pick('await W(i)', 'pass')}", "            got = yield i",
                 "            print('gen got', got)", "    finally:", "        print('gen end')",
                 "async def main():"]
        body = random.sample([
            ["async with M() as m:", "    print('in', type(m).__name__)", f"    {pick('1/0', 'pass', 'await W(4)')}"],
            ["async for i in gen(2):", "    print('i', i)", f"    {pick('break', 'continue', 'await W(5)', 'raise OSError')}",
             "else:", "    print('else')"],
            ["print([i async for i in gen(3) if i])"], ["print({i: await W(i) async for i in gen(2)})"],
            ["a = gen(2)", "print(await a.asend(None))", f"print(await a.{pick('asend(7)', 'athrow(ValueError)', 'aclose()')})"],
            ["print(await W(6))"], ["print([await W(i) for i in range(2)])"], ["await 5"], ["return await W('r')"],
            ["print(await anext(gen(1)), await anext(gen(0), 'default'))"], ["async with 5: pass"], ["async for i in [1]: pass"],
            ["try:", "    await W('t')", "except ValueError as e:", "    print('caught', e)", "finally:", "    await W('f')"],
        ], random.randint(1, 4))
        lines += ["    " + line for part in body for line in part]
        step = pick("c.send(n)", "c.send(n)", "c.send(n) if n < 2 else c.throw(ValueError('v'))")
        return [*lines, "c = main()", "n = None", "try:", "    for n in [None, 1, 2, 3, 4, 5, 6, 7]:",
                f"        print('step', {step if step == 'c.send(n)' else 'c.send(n) if n is None or n < 2 else c.throw(ValueError(1))'})",
                "    c.close()", "except BaseException as e:", "    show_places(e)"]
