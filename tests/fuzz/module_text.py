"""What the modules of random programs are made of: see modules.py."""

# What each module has, for others to read and to change.
STATE = '''\
import collections
import functools
import itertools

X = {x}
NAME = "n"
L = [{x}]
D = {{"a": {x}, "l": [], 1: "one", (1, 2): []}}
S = {{{x}}}
N = {{"in": {{"deep": [1]}}}}
Q = collections.deque([1])
DD = collections.defaultdict(list)
OD = collections.OrderedDict(a=1, b=2)
B = bytearray(b"x")
COUNT = itertools.count()


class C:
    a = {x}
    items = []
    subs = []

    def __init__(self, v=0):
        self.v = v
        self.l = []

    @classmethod
    def set(cls, v):
        cls.a = v

    def put(self, v):
        self.v = v

    def more(self, k, v):
        setattr(self, k, v)

    @property
    def p(self):
        return self.v, self.a

    def __init_subclass__(cls, **kw):
        C.subs.append(cls.__name__)


class T:
    __slots__ = "s", "t"

    def __init__(self):
        self.s, self.t = 1, []


o, o2, t = C(1), C(2), T()


def closure():
    n, l = 0, []

    def get():
        return n, list(l)

    def inc():
        nonlocal n
        n += 1

    return get, inc, l.append


get, inc, add = closure()


def default(x=None, seen=[]):
    if x is not None:
        seen.append(x)
    return len(seen)


def set_x(v):
    global X
    X = v


def get_x():
    return X


def late(v):
    global LATE
    LATE = v


def get_late():
    return globals().get("LATE")


def register(f):
    D[f.__name__] = f
    return f


def call(name):
    return D[name]() if callable(D.get(name)) else None


def twice(f):
    @functools.wraps(f)
    def g(*a):
        return f(*a), L[-1:]
    return g


def swap():
    global L
    L = L + ["swapped"]


def pick(k):
    return D.get(k, "none")


@functools.cache
def memo(k):
    return X, len(L), D.get(k), C.a, NAME


@functools.lru_cache(2)
def memo2(k):
    return memo(k), o.v


@functools.cache
def single(k=0):
    L.append(k)
    return [k]


@functools.lru_cache(2)
def few(k, *, by=0):
    return {{k: by}}


mine = single(9)


def total():
    return sum(x for x in L if isinstance(x, int))


'''

# Statements that make a module another where the environment is, which the archive tells by a condition or not at all.
ASKS = tuple(f"import os; {what} {value}" for what in ("X =", "L =", "C.a =", "D['a'] =", "o.v =", "NAME +=", "mine =")
             for value in ("[os.environ['FUZZ']][0]", "dict(os.environ)['FUZZ']"))

# The end of a main module: shows what all modules have.
SHOW = '''\
import sys
import types


def shown(o, depth=0):
    """A value with all that it leads to, a few steps deep, without identities."""
    if isinstance(o, types.FunctionType):
        cells = [shown(c.cell_contents, depth + 1) for c in o.__closure__ or ()] if depth < 3 else []
        return f"f:{o.__qualname__}{cells}{shown(o.__defaults__, depth + 1)}"
    if isinstance(o, type):
        own = sorted((k, shown(v, depth + 1)) for k, v in vars(o).items() if k[:2] != "__") if depth < 2 else []
        return f"c:{o.__qualname__}{own if is_of_program(o) else []}"
    if isinstance(o, dict):
        return type(o).__name__ + str([(shown(k, depth + 1), shown(v, depth + 1)) for k, v in o.items()])
    if isinstance(o, (list, tuple)) or type(o).__name__ == "deque":
        return type(o).__name__ + str([shown(x, depth + 1) for x in o])
    if isinstance(o, (set, frozenset)):
        return str(sorted(map(str, o)))
    if isinstance(o, (classmethod, property, types.MemberDescriptorType, types.GetSetDescriptorType)):
        return type(o).__name__
    if isinstance(o, types.ModuleType):
        return o.__name__
    if hasattr(o, "__slots__"):
        return str([shown(getattr(o, s, None), depth + 1) for s in o.__slots__])
    return shown(vars(o), depth + 1) if is_of_program(type(o)) and hasattr(o, "__dict__") else repr(o)


def is_of_program(c):
    return c.__module__[0] == "m" and c.__module__[1:].isdigit()


def show_all():
    for name in sorted(sys.modules):
        if name[0] == "m" and name[1:].isdigit():
            print(name, [(k, shown(v)) for k, v in vars(sys.modules[name]).items() if k[:2] != "__"])


'''

# Statements that change a module {m}.
CHANGES = (
    "{m}.set_x({v})", "{m}.X = {v}", "{m}.L.append({v})", "{m}.L.extend([{v}, {v}])", "{m}.L.insert(0, {v})",
    "{m}.L[:1] = [{v}]", "{m}.L.clear()", "{m}.L.pop() if {m}.L else 0", "{m}.L.reverse()", "{m}.D['a'] = {v}",
    "{m}.D['k{v}'] = {v}", "{m}.D.pop('a', 0)", "{m}.D['l'].append({v})", "{m}.D[1] = {v}",
    "{m}.D[(1, 2)].append({v})", "{m}.D.update(u={v})", "{m}.D.setdefault('sd', []).append({v})", "{m}.S.add({v})",
    "{m}.S.discard({v})", "{m}.S.clear()", "{m}.N['in']['deep'].append({v})", "{m}.N['in']['k'] = {v}",
    "{m}.N['new'] = {v}", "{m}.Q.append({v})", "{m}.Q.popleft() if {m}.Q else 0", "{m}.DD['k'].append({v})",
    "{m}.DD['z']", "{m}.OD.move_to_end('a') if 'a' in {m}.OD else 0", "{m}.OD['c'] = {v}", "{m}.B.append({v} % 256)",
    "next({m}.COUNT)", "{m}.C.set({v})", "{m}.C.a = {v}", "{m}.C.items.append({v})", "{m}.C.extra = {v}",
    "{m}.o.put({v})", "{m}.o.v = {v}", "{m}.o.more('w', {v})", "{m}.o.l.append({v})", "{m}.o.__dict__['q'] = {v}",
    "del {m}.o2.v; {m}.o2.v = {v}", "{m}.o.__class__ = {m}.C", "{m}.t.s = {v}", "{m}.t.t.append({v})", "{m}.inc()",
    "{m}.add({v})", "{m}.default({v})", "{m}.late({v})", "{m}.swap()", "{m}.NAME += 'x'", 'setattr({m}, "dyn", {v})',
    '{m}.C.put = lambda self, v: setattr(self, "v", -v)', "{m}.get_x = lambda: {v}", "{m}.L += [{v}]",
    "{m}.S |= {{{v}, 7}}", '{m}.D |= {{"or": {v}}}', "class Sub{v}({m}.C): pass",
    "class Subb{v}({m}.C):\n    a = {v}\n    def put(self, v): super().put(v + 1)",
    "@{m}.register\ndef fn{v}(): return {v}", "{m}.single().append({v})", "{m}.single({v}).append({v})",
    "{m}.single(9).append({v})", "{m}.few({v}, by=1)[1] = {v}", "{m}.few(1)['n'] = {v}", "{m}.single.cache_clear()",
    "{m}.few(({v}, 'b'))[2] = {v}",
)

# Expressions that read one.
READS = (
    "{m}.memo({v})", "{m}.memo2({v})", "{m}.memo(1)", "{m}.memo2(1)", "{m}.X", "{m}.get_x()", "{m}.L", "len({m}.L)",
    "{m}.L[-1:]", "{m}.total()", "{v} in {m}.L", "[x for x in {m}.L]", '{m}.D.get("a")', "{m}.D", "len({m}.D)",
    '"k{v}" in {m}.D', "sorted(map(str, {m}.D))", '{m}.D["l"]', "{m}.pick(1)", "{m}.pick((1, 2))", '{m}.pick("u")',
    "sorted({m}.S)", "len({m}.S)", "{v} in {m}.S", "{m}.N", '{m}.N["in"]["deep"]', '{m}.N.get("new")', "list({m}.Q)",
    "dict({m}.DD)", "list({m}.OD)", "bytes({m}.B)", "{m}.C.a", "{m}.C().a", "{m}.o.p", "{m}.o.v",
    'getattr({m}.o, "w", None)', "vars({m}.o)", "{m}.o.l", 'hasattr({m}.C, "extra")', "{m}.C.items", "{m}.t.s",
    "{m}.t.t", "{m}.get()", "{m}.default()", "{m}.get_late()", 'getattr({m}, "dyn", None)', 'hasattr({m}, "LATE")',
    "{m}.NAME", "{m}.C.subs", "len({m}.C.__subclasses__())", '{m}.call("fn{v}")', "{m}.o2.v",
    'sorted(k for k in dir({m}) if k[0] != "_")', "{m}.L == [{v}]", "bool({m}.S)",
    "max(map(str, {m}.L), default=None)", "{m}.twice({m}.get_x)()", "max({m}.OD.items())", "{m}.OD == dict(a=1, b=2)",
    'str({m}.D["l"])', "isinstance({m}.o, {m}.C)", "str({m}.Q)", "list(zip({m}.L, {m}.Q))", "any({m}.L)",
    'f"{{{m}.L}}"', '"%s" % ({m}.L,)', "tuple({m}.L)", "str({m}.L).upper()",
    'sum(map(len, {m}.N.values())) if all(hasattr(x, "__len__") for x in {m}.N.values()) else 0', "{m}.L * 2",
    "{m}.L[0] if {m}.L else None", "reversed({m}.L).__length_hint__()", "{m}.L.count({v})",
    'sorted({m}.D.keys() & {{"a", "u"}})', "{m}.single()", "{m}.single({v})", "{m}.single(9) is {m}.mine",
    "{m}.few({v}, by=1)", "{m}.few(1)", "{m}.few(({v}, 'b'))", "{m}.single.cache_info().currsize",
)
