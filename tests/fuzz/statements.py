"""Makes random programs: functions, loops, exceptions, generators, classes, matches, closures, with statements.

Every loop is bounded and every step is printed, so that two VMs can be compared by their output.
"""

NAMES = ["a", "b", "c", "d"]
ERRORS = ["ValueError", "KeyError", "TypeError", "ZeroDivisionError", "IndexError", "LookupError", "StopIteration",
          "RuntimeError", "ExceptionGroup('g', [ValueError(1), KeyError(2)])"]
PREAMBLE = '''
class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise ValueError("enter " + self.name)
        return self.name
    def __exit__(self, *error):
        print("exit", self.name, error[0].__name__ if error[0] else None)
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.swallow
    def __del__(self):
        print("del", self.name)
def show(*values):
    print(*(short(v) for v in values))
def short(v):
    return repr(v)[:200] if type(v).__module__ == "builtins" and not callable(v) and "at 0x" not in repr(v) \\
        else type(v).__name__
'''


class Programs:
    def __init__(self, random, expressions):
        self.random = random
        self.expressions = expressions
        self.serial = 0
        self.where = "module"

    def program(self):
        lines = []
        for _ in range(self.random.randint(1, 3)):
            lines += self.definition()
        lines += self.block(3, "module")
        return PREAMBLE + "\n".join(lines) + "\n"

    def fresh(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def simple(self, depth=2):
        """An expression of names and small numbers that mostly succeeds."""
        random = self.random
        if depth == 0 or random.random() < 0.3:
            return random.choice([*NAMES, *NAMES, "1", "2", "3", "'s'", "None", "[1, 2]", "(1, 'x')", "{'k': 1}"])
        a, b = self.simple(depth - 1), self.simple(depth - 1)
        return random.choice([
            f"({a} + {b})", f"({a}, {b})", f"[{a}, {b}]", f"({a} == {b})", f"({a} and {b})", f"({a} or {b})",
            f"({a} if {b} else {a})", f"str({a})", f"len({a})", f"{a}[0]", f"{{{a!s}: {b}}}", f"({a} is {b})",
            f"[x for x in {a}]", f"list(x for x in ({a}, {b}) if x)", f"f'{{{random.choice(NAMES)}!r}}'",
            f"(lambda x, y={b}: (x, y))({a})", f"({random.choice(NAMES)} := {b})",
            f"({a} < {b})", f"isinstance({a}, (int, str))", f"sorted([{a}, {b}], key=str)", f"{a} // {b}",
            f"[*({a}, {b}), {a}]", f"dict(p={a}, q={b})", f"type({a}).__name__", f"next(iter({a}), {b})",
        ])

    def indented(self, lines):
        return ["    " + line for line in lines]

    def block(self, depth, where, count=None):
        self.where = where
        lines = []
        for _ in range(count or self.random.randint(1, 4)):
            lines += self.statement(depth, where)
            self.where = where
        return lines

    def statement(self, depth, where):
        random = self.random
        if depth == 0:
            return self.plain(where)
        return random.choice([self.plain, self.plain, self.conditional, self.loop, self.whiled, self.attempt,
                              self.attempt, self.withs, self.match, self.delete, self.raising, self.inner,
                              self.unpacking, self.augmented])(where, depth)

    def plain(self, where, depth=0):
        random = self.random
        name = random.choice(NAMES)
        expression = self.simple()
        choices = [f"{name} = {expression}", f"show({expression}, {self.simple()})", f"{name} = {expression}",
                   f"show({name})"]
        if where == "function":
            choices += [f"return {expression}"]
        if where == "generator":
            choices += [f"{name} = yield {expression}", f"yield {expression}", f"yield from ({expression}, 2)",
                        f"return {expression}"]
        if where == "loop" and random.random() < 0.5:
            choices += ["break", "continue"]
        return [random.choice(choices)]

    def conditional(self, where, depth):
        lines = [f"if {self.simple()}:", *self.indented(self.block(depth - 1, where))]
        if self.random.random() < 0.5:
            lines += [f"elif {self.simple()}:", *self.indented(self.block(depth - 1, where))]
        if self.random.random() < 0.5:
            lines += ["else:", *self.indented(self.block(depth - 1, where))]
        return lines

    def looped(self, where):
        """Inside of a loop of a generator its yields matter more than break and continue."""
        return where if where in ("generator", "function") else "loop"

    def loop(self, where, depth):
        target = self.random.choice(["a", "b", "c", "a, b", "(a, *b)"])
        source = self.random.choice(["range(3)", "'xy'", "[(1, 2), (3, 4)]", "{'p': 1, 'q': 2}.items()",
                                     self.simple(), "enumerate('ab')", "zip('ab', (1, 2))"])
        lines = [f"for {target} in {source}:", *self.indented(["show('loop')"] + self.block(depth - 1,
                                                                                           self.looped(where)))]
        if self.random.random() < 0.4:
            lines += ["else:", *self.indented(self.block(depth - 1, where, 1))]
        return lines

    def whiled(self, where, depth):
        count = self.fresh("n")
        lines = [f"{count} = 0", f"while {count} < 3:", f"    {count} += 1",
                 *self.indented(self.block(depth - 1, self.looped(where)))]
        if self.random.random() < 0.4:
            lines += ["else:", *self.indented(self.block(depth - 1, where, 1))]
        return lines

    def attempt(self, where, depth):
        random = self.random
        lines = ["try:", *self.indented(self.block(depth - 1, where))]
        star = random.random() < 0.15
        handlers = random.choice([0, 1, 1, 2])
        for i in range(handlers):
            kind = random.choice(["ValueError", "KeyError", "TypeError", "Exception", "LookupError", "ArithmeticError",
                                  "(IndexError, TypeError)", "AttributeError"])
            inside = "module" if star and where != "generator" else where
            lines += [f"except{'*' if star else ''} {kind} as error:",
                      "    show(type(error), str(error))" if not star else "    show(type(error), error.exceptions)",
                      *self.indented(self.block(depth - 1, inside if not star else "none", 1))]
        if handlers and not star and random.random() < 0.5:
            lines += ["except:", "    show('caught')", *self.indented(self.block(depth - 1, where, 1))]
        if handlers and random.random() < 0.3:
            lines += ["else:", *self.indented(self.block(depth - 1, where, 1))]
        if not handlers or random.random() < 0.4:
            lines += ["finally:", "    show('finally')", *self.indented(self.block(depth - 1, where, 1))]
        return lines

    def withs(self, where, depth):
        def manager():
            name = self.fresh("m")
            options = self.random.choice(["", "", ", swallow=True", ", fail='enter'", ", fail='exit'"])
            return f"Manager({name!r}{options})" + self.random.choice(["", " as a", " as b"])
        managers = ", ".join(manager() for _ in range(self.random.choice([1, 1, 2])))
        return [f"with {managers}:", *self.indented(self.block(depth - 1, where))]

    def match(self, where, depth):
        patterns = ["1", "'s'", "None", "[]", "[x]", "[x, *rest]", "(1, y)", "{'k': v}", "{'k': v, **rest}", "str()",
                    "int(x)", "str() | int()", "[1 | 2 as first, _]", "list() as whole", "(x, y) if x == y", "-1",
                    "float(real=r)"]
        lines = [f"match {self.simple()}:"]
        for pattern in self.random.sample(patterns, self.random.randint(1, 4)):
            lines += [f"    case {pattern}:", *self.indented(self.indented(["show('case')"]
                                                                         + self.block(depth - 1, where, 1)))]
        if self.random.random() < 0.5:
            lines += ["    case _:", *self.indented(self.indented(self.block(depth - 1, where, 1)))]
        return lines

    def delete(self, where, depth):
        return [f"del {self.random.choice(NAMES)}"]

    def raising(self, where, depth):
        error = self.random.choice(ERRORS)
        cause = self.random.choice(["", "", " from None", " from KeyError('cause')"])
        return [f"if {self.simple()}:", f"    raise {error}{cause}"]

    def unpacking(self, where, depth):
        target = self.random.choice(["a, b", "a, *b", "*a, b", "(a, (b, c))", "[a, b, *c]", "a, b, c"])
        return [f"{target} = {self.simple()}"]

    def augmented(self, where, depth):
        name = self.random.choice(NAMES)
        return [f"{name} {self.random.choice(['+=', '-=', '*=', '|=', '//=', '%='])} {self.simple(1)}"]

    def inner(self, where, depth):
        lines = self.definition(depth - 1)
        return lines if where != "none" else ["pass"]

    def definition(self, depth=2):
        return self.random.choice([self.function, self.function, self.generator, self.classed, self.asynchronous])(depth)

    def function(self, depth):
        name = self.fresh("f")
        parameters = self.random.choice(["a, b", "a, b=2", "a, /, b", "a, *b", "a, *, b=5", "a=1, **b", "*a, **b"])
        arguments = self.random.choice(["1, 2", "1", "a=3, b=4", "'x', b=1", "*[1, 2]", "**{'a': 1}", ""])
        header = self.random.choice([[], [f"nonlocal_{name} = 0"]])
        body = ["c = d = 0", *self.block(depth, "function")]
        if self.random.random() < 0.3:
            body = [f"def {name}_in():", "    nonlocal c", f"    c = {self.simple()}", "    return c", *body,
                    f"show({name}_in(), c)"]
            body.insert(0, "c = d = 0")
        return [*header, f"def {name}({parameters}):", *self.indented(body),
                "try:", f"    show({name}({arguments}))", "except Exception as error:",
                "    show(type(error), str(error))"]

    def generator(self, depth):
        name = self.fresh("g")
        use = self.random.choice([
            [f"show(list({name}()))"],
            [f"it = {name}()", "show(next(it, 'end'))", "it.close()", "show('closed')"],
            [f"it = {name}()", "show(next(it))", "show(it.send('sent'))", "show(it.throw(ValueError('thrown')))"],
            [f"show([x for x in {name}()])"],
            [f"def {name}_outer():", f"    r = yield from {name}()", "    show('result', r)", "    yield r",
             f"show(list({name}_outer()))"],
            [f"it = {name}()", "next(it)", "del it", "show('dropped')"],
        ])
        return [f"def {name}(a=1, b=2):", "    c = d = 0", "    try:", *self.indented(self.indented(
            ["yield 'first'", *self.block(depth, "generator")])), "    finally:", "        show('gen finally')",
            "try:", *self.indented(use), "except (Exception, StopIteration) as error:",
            "    show(type(error), str(error))"]

    def classed(self, depth):
        name = self.fresh("C")
        random = self.random
        base = random.choice(["", "(list)", "(dict)", "(int)", "(Exception)", "(str)"])
        members = [f"    attr = {self.simple(1)}" if random.random() < 0.3 else "    attr = 1"]
        choices = [
            ["    def __repr__(self):", f"        return '<{name}>'"],
            ["    def __eq__(self, other):", "        show('eq')", "        return NotImplemented"],
            ["    def __add__(self, other):", "        show('add')", "        return other"],
            ["    def __getattr__(self, name):", "        show('getattr', name)", "        return 7"],
            ["    def __len__(self):", f"        return {random.choice(['0', '3', '-1', repr('x')])}"],
            ["    def __iter__(self):", "        yield 1", "        yield 2"],
            ["    def __bool__(self):", f"        return {random.choice(['True', 'False', '1'])}"],
            ["    @property", "    def prop(self):", "        show('prop')", "        return self.attr"],
            ["    @classmethod", "    def made(cls):", "        return cls()"],
            ["    @staticmethod", "    def stat(x):", "        return x"],
            ["    def __init__(self, *args):", "        show('init', args)", "        self.own = 1"],
            ["    def __contains__(self, x):", "        return x"],
            ["    def __call__(self, *args, **kwargs):", "        return (args, kwargs)"],
            ["    def __hash__(self):", "        return 5"],
            ["    def __getitem__(self, i):", "        if i == 3: raise IndexError(i)", "        return i"],
            ["    def __set_name__(self, owner, name):", "        show('set_name', name)"],
            ["    def __init_subclass__(cls, **kwargs):", "        show('subclass', cls.__name__, kwargs)"],
            ["    def __del__(self):", f"        show('del {name}')"],
            ["    __slots__ = ()"],
        ]
        for choice in random.sample(choices, random.randint(1, 6)):
            members += choice
        uses = ["x == 1", "x + 1", "1 + x", "x.attr", "x.missing", "len(x)", "list(x)", "bool(x)", "x.prop", "x.made()",
                "x.stat(3)", "x.own", "1 in x", "x(1, k=2)", "x[1]", "{x: 1}", "x < x", "-x", "x.attr()",
                "str(x)", "repr(x)", "iter(x)", "x.__class__.__name__", "isinstance(x, object)", "x != x", "x @ 2",
                f"type('Sub', ({name},), {{}})", f"{name}.__mro__[-1]", "[*x]", "x.__dict__", "f'{x}'", "x[0:2]"]
        lines = [f"class {name}{base}:", *members]
        for use in random.sample(uses, 5):
            lines += ["try:", f"    x = {name}()", f"    show({use!r}, {use})", "except Exception as error:",
                      "    show(type(error), str(error))"]
        return [*lines, "x = None"]

    def asynchronous(self, depth):
        name = self.fresh("co")
        body = self.block(max(depth - 1, 0), "function")
        return ["class Awaited:", "    def __init__(self, v): self.v = v", "    def __await__(self):",
                "        got = yield self.v", "        return got",
                f"async def {name}(a=1, b=2):", "    c = d = 0", "    x = await Awaited('w')", "    show('got', x)",
                *self.indented(body), "    async for y in ticks():", "        show(y)", "    return [z async for z in ticks()]",
                "async def ticks():", "    try:", "        yield 1", "        await Awaited('t')", "        yield 2",
                "    finally:", "        show('ticks end')",
                "try:", f"    coro = {name}()", "    value = None", "    for step in range(20):",
                "        show('step', coro.send(value))", "        value = step",
                "except (StopIteration, Exception) as error:", "    show(type(error), str(error), getattr(error, 'value', None))",
                "coro.close()"]
