# Recursion through native code ends in a RecursionError, however high the limit of Python calls is.
import ast
import collections
import contextvars
import copy
import functools
import heapq
import itertools
import json
import operator
import pickle
import re
import sys
import types


class Node:
    def __init__(self, value=None):
        self.value = value


def nested(make, count=3000, value=None):
    for _ in range(count):
        value = make(value)
    return value


def methods(**functions):
    """An object of a class with these methods."""
    return type("Recursive", (), functions)()


def key_of_sorted(x=0):
    return sorted([1, 2], key=key_of_sorted)


def key_of_max(x=0):
    return max([1, 2], key=key_of_max)


def function_of_map(x=0):
    return list(map(function_of_map, [x]))


def function_of_filter(x=0):
    return list(filter(function_of_filter, [x]))


def function_of_starmap(x=0):
    return list(itertools.starmap(function_of_starmap, [(x,)]))


def function_of_accumulate(x=0, y=0):
    return list(itertools.accumulate([1, 2], function_of_accumulate))


def key_of_groupby(x=0):
    return list(itertools.groupby([1, 2], key_of_groupby))


def function_of_reduce(x=0, y=0):
    return functools.reduce(function_of_reduce, [1, 2])


def replacement_of_sub(match=None):
    return re.sub("a", replacement_of_sub, "a")


def run_in_a_context():
    return contextvars.copy_context().run(run_in_a_context)


def partial():
    return functools.partial(functools.partial(partial))()


@functools.lru_cache(None)
def cached(n=0):
    return cached(n + 1)


def generator():
    yield from generator()


def iterating_generator():
    for x in iterating_generator():
        yield x


async def coroutine():
    return await coroutine()


def metaclass_call():
    class Meta(type):
        def __call__(cls):
            return cls()
    return Meta("C", (), {})()


def call_by_an_instance():
    class Called:
        pass
    Called.__call__ = Called()
    return Called()()


def init():
    class Made:
        def __init__(self):
            Made()
    return Made()


def init_subclass():
    class Base:
        def __init_subclass__(cls):
            class Derived(Base):
                pass
    return type("Derived", (Base,), {})


def instance_check():
    class Meta(type):
        def __instancecheck__(cls, o):
            return isinstance(o, cls)
    return isinstance(1, Meta("C", (), {}))


def missing_key():
    class Missing(dict):
        def __missing__(self, key):
            return self[key]
    return Missing()[1]


def default_factory():
    d = collections.defaultdict(lambda: d[len(d)])
    return d[0]


def context_manager():
    class Manager:
        def __enter__(self):
            with self:
                pass

        def __exit__(self, *error):
            pass
    with Manager():
        pass


def comparing_heap():
    class Item:
        def __lt__(self, other):
            return heapq.heapify([Item(), Item()])
    heapq.heapify([Item(), Item()])


def error_handler():
    import codecs
    codecs.register_error("recursive", lambda e: ("\udc80".encode("ascii", "recursive"), 1))
    "\udc80".encode("ascii", "recursive")


def reduction():
    class Reduced:
        def __init__(self, value):
            self.value = value

        def __reduce__(self):
            return list, ([self.value],)
    pickle.dumps(nested(Reduced))


PATHS = {
    "repr of lists": lambda: repr(nested(lambda x: [x])),
    "repr of dicts": lambda: repr(nested(lambda x: {1: x})),
    "repr of aliases": lambda: repr(nested(lambda x: list[x])),
    "repr of namespaces": lambda: repr(nested(lambda x: types.SimpleNamespace(a=x))),
    "repr of deques": lambda: repr(nested(lambda x: collections.deque([x]))),
    "== of lists": lambda: nested(lambda x: [x]) == nested(lambda x: [x]),
    "== of dicts": lambda: nested(lambda x: {1: x}) == nested(lambda x: {1: x}),
    "< of tuples": lambda: nested(lambda x: (x,)) < nested(lambda x: (x,)),
    "isinstance": lambda: isinstance(1, nested(lambda x: (x,), value=str)),
    "json.dumps": lambda: json.dumps(nested(lambda x: [x])),
    "json.loads": lambda: json.loads("[" * 3000 + "]" * 3000),
    "json.loads of objects": lambda: json.loads('{"a":' * 3000 + "1" + "}" * 3000),
    "pickle.dumps": lambda: pickle.dumps(nested(lambda x: [x])),
    "pickle of reductions": reduction,
    "ast": lambda: compile(ast.Expression(nested(lambda x: ast.UnaryOp(ast.USub(), x, lineno=1, col_offset=0),
                                                 value=ast.Constant(1, lineno=1, col_offset=0))), "", "eval"),
    "exception groups": lambda: nested(lambda e: ExceptionGroup("g", [e]), value=ValueError()).split(TypeError),
    "classes with bases": lambda: issubclass(type("Based", (), {"__bases__": property(lambda o: (o, o))})(), Node),
    "sorted": key_of_sorted,
    "max": key_of_max,
    "map": function_of_map,
    "filter": function_of_filter,
    "starmap": function_of_starmap,
    "accumulate": function_of_accumulate,
    "groupby": key_of_groupby,
    "reduce": function_of_reduce,
    "re.sub": replacement_of_sub,
    "Context.run": run_in_a_context,
    "partial": partial,
    "lru_cache": cached,
    "nested lru_cache": lambda: nested(functools.lru_cache(None), 30_000, abs)("a"),
    "yield from": lambda: list(generator()),
    "for in a generator": lambda: list(iterating_generator()),
    "await": lambda: coroutine().send(None),
    "metaclass": metaclass_call,
    "__call__ by an instance": call_by_an_instance,
    "__init__": init,
    "__init_subclass__": init_subclass,
    "__instancecheck__": instance_check,
    "__missing__": missing_key,
    "defaultdict": default_factory,
    "with": context_manager,
    "heapq": comparing_heap,
    "codec errors": error_handler,
    "eval": lambda: eval("eval(s)", {"s": "eval(s)"}),
    "__getattr__": lambda: methods(__getattr__=lambda o, name: getattr(o, name)).x,
    "__setattr__": lambda: setattr(methods(__setattr__=lambda o, name, value: setattr(o, name, value)), "x", 1),
    "property": lambda: methods(p=property(lambda o: o.p)).p,
    "attrgetter": lambda: methods(p=property(lambda o: operator.attrgetter("p")(o))).p,
    "__getitem__": lambda: methods(__getitem__=lambda o, i: o[i])[1],
    "__contains__": lambda: 1 in methods(__contains__=lambda o, i: i in o),
    "__add__": lambda: methods(__add__=lambda o, other: o + other) + 1,
    "__eq__": lambda: methods(__eq__=lambda o, other: o == other) == 1,
    "__hash__": lambda: {methods(__hash__=lambda o: hash(o))},
    "__len__": lambda: len(methods(__len__=lambda o: len(o))),
    "__bool__": lambda: bool(methods(__bool__=lambda o: bool(o))),
    "__iter__": lambda: list(methods(__iter__=lambda o: iter(o))),
    "__next__": lambda: next(methods(__next__=lambda o: next(o))),
    "__repr__": lambda: repr(methods(__repr__=lambda o: repr(o))),
    "__str__": lambda: str(methods(__str__=lambda o: "%s" % o)),
    "__format__": lambda: format(methods(__format__=lambda o, spec: f"{o}")),
    "__index__": lambda: [1][methods(__index__=lambda o: operator.index(o))],
    "__float__": lambda: float(methods(__float__=lambda o: float(o))),
    "__deepcopy__": lambda: copy.deepcopy(methods(__deepcopy__=lambda o, memo: copy.deepcopy(o))),
}


def ends(path):
    cached.cache_clear()
    try:
        path()
    except RecursionError as e:
        return str(e).startswith("maximum recursion depth exceeded")
    return False


print(len(PATHS), [name for name, path in PATHS.items() if not ends(path)])     # expect: 63 []
sys.setrecursionlimit(40_000)
print([name for name, path in PATHS.items() if not ends(path)])                 # expect: []


# The depth is what it was, whoever catches the error.
def as_deep_as_at_first():
    return repr(nested(lambda x: [x], 1400)).count("[")


def caught_natively():
    return hasattr(methods(__getattr__=lambda o, name: nested(lambda x: [x]) == nested(lambda x: [x])), "x")


for _ in range(5):
    try:
        caught_natively()
    except RecursionError:
        pass
print(as_deep_as_at_first())     # expect: 1400
