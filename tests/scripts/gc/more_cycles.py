# Cycles through everything that can hold a reference.
import collections
import contextvars
import functools
import gc
import itertools
import threading
import types
import weakref
gc.disable()
gc.collect()


class Node:
    pass


def check(function):
    node = Node()
    ref = weakref.ref(node)
    function(node)
    del node
    alive = ref() is not None
    gc.collect()
    print(function.__name__, alive, ref() is None)


@check
def bound_method(n):
    n.method = types.MethodType(lambda self: 0, n)
# expect: bound_method True True


@check
def partial(n):
    n.x = functools.partial(print, n, k=n)
# expect: partial True True


@check
def partial_keyword(n):
    n.x = functools.partial(print, k=n)
# expect: partial_keyword True True


@check
def property_(n):
    n.x = property(lambda self: n)
# expect: property_ True True


@check
def static_and_class_method(n):
    n.x = staticmethod(lambda: n)
    n.y = classmethod(lambda: n)
# expect: static_and_class_method True True


@check
def slot(n):
    class Slotted:
        __slots__ = ('x',)
    n.x = Slotted()
    n.x.x = n
# expect: slot True True


@check
def deque(n):
    n.x = collections.deque([n])
# expect: deque True True


@check
def ordered_and_default_dict(n):
    n.x = collections.OrderedDict(k=n)
    n.y = collections.defaultdict(lambda: n)
# expect: ordered_and_default_dict True True


@check
def chain(n):
    n.x = itertools.chain([n], [n])
# expect: chain True True


@check
def started_chain(n):
    n.x = itertools.chain([1, n])
    next(n.x)
# expect: started_chain True True


@check
def cycle(n):
    n.x = itertools.cycle([n])
    next(n.x)
# expect: cycle True True


@check
def tee(n):
    n.x = itertools.tee([n])
    next(n.x[0])
# expect: tee True True


@check
def more_itertools(n):
    n.x = [itertools.repeat(n), itertools.islice([n], 1), itertools.product([n], [n]),
           itertools.permutations([n]), itertools.combinations([n], 1), itertools.accumulate([n]),
           itertools.starmap(print, [(n,)]), itertools.takewhile(bool, [n]), itertools.filterfalse(bool, [n]),
           itertools.zip_longest([n], fillvalue=n), itertools.groupby([n]), itertools.pairwise([n]),
           itertools.compress([n], [1]), itertools.count(1), itertools.batched([n], 2)]
# expect: more_itertools True True


@check
def builtin_iterators(n):
    n.x = [iter([n]), iter((n,)), iter({n: 1}), iter({n}), map(id, [n]), filter(None, [n]), zip([n]), enumerate([n]),
           reversed([n]), iter(lambda: n, 0), {1: n}.values(), {n: 1}.keys(), {n: n}.items()]
# expect: builtin_iterators True True


@check
def frozen_set_and_tuple(n):
    n.x = frozenset([(n, (n,))])
# expect: frozen_set_and_tuple True True


@check
def generator_frame(n):
    def g():
        yield n
    n.x = g()
    next(n.x)
# expect: generator_frame True True


@check
def generator_argument(n):
    def g(a):
        yield a
    n.x = g(n)
# expect: generator_argument True True


@check
def coroutine(n):
    @types.coroutine
    def pause():
        yield

    async def c(a):
        await pause()
    n.x = c(n)
    n.x.send(None)
# expect: coroutine True True


@check
def async_generator(n):
    async def g(a):
        yield a
    n.x = g(n)
    try:
        n.x.asend(None).send(None)
    except StopIteration:
        pass
# expect: async_generator True True


@check
def traceback(n):
    try:
        raise ValueError
    except ValueError as e:
        n.x = e.__traceback__
    local = n
# expect: traceback True True


@check
def exception_attributes(n):
    n.x = ValueError(n)
    n.x.__cause__ = ValueError()
    n.x.__cause__.__context__ = n.x
# expect: exception_attributes True True


@check
def exception_group(n):
    n.x = ExceptionGroup('g', [ValueError(n)])
# expect: exception_group True True


@check
def function_defaults(n):
    def f(a=n, *, k=n):
        pass
    n.x = f
# expect: function_defaults True True


@check
def function_attributes_and_annotations(n):
    def f():
        pass
    f.x = n
    f.__annotations__ = {'a': n}
    n.x = f
# expect: function_attributes_and_annotations True True


@check
def function_globals(n):
    names = {'n': n}
    exec('def f(): pass', names)
    n.x = names['f']
# expect: function_globals True True


@check
def cell(n):
    n.x = types.CellType(n)
# expect: cell True True


@check
def class_attribute(n):
    class C:
        x = n
    n.c = C
# expect: class_attribute True True


@check
def metaclass(n):
    class Meta(type):
        x = n

    class C(metaclass=Meta):
        pass
    n.c = C()
# expect: metaclass True True


@check
def module(n):
    m = types.ModuleType('m')
    m.n = n
    n.m = m
# expect: module True True


@check
def simple_namespace_and_proxy(n):
    n.x = types.SimpleNamespace(n=n)
    n.y = types.MappingProxyType({1: n})
# expect: simple_namespace_and_proxy True True


@check
def context_variable(n):
    var = contextvars.ContextVar('v')
    context = contextvars.Context()
    context.run(var.set, n)
    n.x = context
    n.v = var
# expect: context_variable True True


@check
def thread_local(n):
    n.x = threading.local()
    n.x.n = n
# expect: thread_local True True


@check
def weak_reference_callback(n):
    n.x = Node()
    n.ref = weakref.ref(n.x, lambda r: n)
# expect: weak_reference_callback True True


@check
def weak_containers(n):
    n.x = weakref.WeakValueDictionary()
    n.x['n'] = n
    n.y = weakref.WeakSet([n])
# expect: weak_containers False True


@check
def lru_cache(n):
    @functools.lru_cache
    def f(a):
        return a
    f(n)
    n.x = f
# expect: lru_cache True True


@check
def cmp_to_key_and_singledispatch(n):
    n.x = functools.cmp_to_key(lambda a, b: n)(n)
    n.y = functools.singledispatch(lambda a: n)
# expect: cmp_to_key_and_singledispatch True True


@check
def slice_and_range(n):
    n.x = slice(n, n, n)
# expect: slice_and_range True True


@check
def generic_alias_and_union(n):
    class C:
        x = n
    n.x = list[C]
    n.y = C | int
# expect: generic_alias_and_union True True


@check
def memory_view_of_a_subclass(n):
    class B(bytearray):
        pass
    b = B(b'abc')
    b.n = n
    n.x = memoryview(b)
# expect: memory_view_of_a_subclass True True


@check
def list_of_itself(n):
    items = [n]
    items.append(items)
# expect: list_of_itself True True


@check
def dict_of_itself(n):
    d = {'n': n}
    d['d'] = d
# expect: dict_of_itself True True


@check
def instance_dict(n):
    n.d = n.__dict__
# expect: instance_dict False True


@check
def super_object(n):
    class C(Node):
        pass
    c = C()
    c.s = super(C, c)
    c.n = n
# expect: super_object True True
