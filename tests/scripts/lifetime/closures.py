# Closures, cells, comprehension variables, functions and what they hold.
import functools
import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)

    def method(self, *args):
        return self.name


def case(function):
    print(function.__name__)
    gc.collect()
    function()


@case
def cell_outlives_the_function():
    def outer():
        cell, local = Noisy('cell'), Noisy('local')
        return lambda: cell
    f = outer()
    print('returned')
    del f
    print('end')
# expect: cell_outlives_the_function
# expect: del local
# expect: returned
# expect: del cell
# expect: end


@case
def two_closures_share_a_cell():
    def outer():
        shared = Noisy('shared')
        return (lambda: shared), (lambda: shared)
    f, g = outer()
    del f
    print('one left')
    del g
    print('end')
# expect: two_closures_share_a_cell
# expect: one left
# expect: del shared
# expect: end


@case
def nonlocal_rebinding():
    x = Noisy('x')

    def f():
        nonlocal x
        x = Noisy('new x')
        print('rebound')
    f()
    print('end')
# expect: nonlocal_rebinding
# expect: del x
# expect: rebound
# expect: end
# expect: del new x


@case
def cell_contents_deleted_or_set():
    x = Noisy('x')
    f = lambda: x
    f.__closure__[0].cell_contents = Noisy('set')
    print('set')
    del f.__closure__[0].cell_contents
    print('deleted')
# expect: cell_contents_deleted_or_set
# expect: del x
# expect: set
# expect: del set
# expect: deleted


@case
def captured_argument():
    def outer(a):
        return lambda: a
    f = outer(Noisy('a'))
    print('returned')
    f = None
    print('end')
# expect: captured_argument
# expect: returned
# expect: del a
# expect: end


@case
def recursive_local_function():
    def outer():
        held = Noisy('held')

        def f():
            return f, held
        print('made')
    outer()
    print('left')
    gc.collect()
    print('collected')
# expect: recursive_local_function
# expect: made
# expect: left
# expect: del held
# expect: collected


@case
def comprehension_variables():
    [x for x in [Noisy('a'), Noisy('b')]]
    print('list')
    names = [x.name for x in map(Noisy, 'cd')]
    print('names', names)
    {x.name: y for x in [Noisy('e')] for y in 'f'}
    print('dict')
# expect: comprehension_variables
# expect: del b
# expect: del a
# expect: list
# expect: del c
# expect: del d
# expect: names ['c', 'd']
# expect: del e
# expect: dict


@case
def comprehension_with_a_closure():
    fs = [lambda: x.name for x in [Noisy('a'), Noisy('b')]]
    print([f() for f in fs])
    del fs
    print('end')
# expect: comprehension_with_a_closure
# expect: del a
# expect: ['b', 'b']
# expect: del b
# expect: end


@case
def walrus_outlives_the_comprehension():
    [last := x for x in [Noisy('a'), Noisy('b')]]
    print('end', last.name)
# expect: walrus_outlives_the_comprehension
# expect: del a
# expect: end b
# expect: del b


@case
def defaults():
    def f(a=Noisy('default'), *, k=Noisy('keyword default')):
        pass
    f()
    print('called')
    f.__defaults__ = None
    print('no defaults')
    del f
    print('end')
# expect: defaults
# expect: called
# expect: del default
# expect: no defaults
# expect: del keyword default
# expect: end


@case
def annotations_and_attributes():
    def f(a: Noisy('annotation')) -> Noisy('return'):
        pass
    f.attribute = Noisy('attribute')
    del f
    print('end')
# expect: annotations_and_attributes
# expect: del attribute
# expect: del return
# expect: del annotation
# expect: end


@case
def decorators():
    def decorator(f):
        @functools.wraps(f)
        def wrapper(*args):
            return f(*args)
        return wrapper

    @decorator
    def f(a=Noisy('default')):
        pass
    f()
    print('called')
    del f
    print('end')
# expect: decorators
# expect: called
# expect: del default
# expect: end


@case
def bound_methods():
    m = Noisy('self').method
    print(m())
    del m
    print('end')
    Noisy('temporary').method()
    print('called')
# expect: bound_methods
# expect: self
# expect: del self
# expect: end
# expect: del temporary
# expect: called


@case
def unbound_and_bound_by_hand():
    m = Noisy.method.__get__(Noisy('a'))
    print(m.__self__.name)
    m = None
    print('end')
    print(Noisy.method(Noisy('b')))
# expect: unbound_and_bound_by_hand
# expect: a
# expect: del a
# expect: end
# expect: del b
# expect: b


@case
def partials():
    p = functools.partial(print, Noisy('argument').name, end='!\n')
    p()
    q = functools.partial(Noisy.method, Noisy('held'), k=Noisy('keyword'))
    q = functools.partial(q, Noisy('more'))
    del q
    print('end')
# expect: partials
# expect: del argument
# expect: argument!
# expect: del more
# expect: del held
# expect: del keyword
# expect: end


@case
def lru_cache():
    @functools.lru_cache(maxsize=2)
    def make(n):
        return Noisy(n)
    make(1), make(2)
    print('two')
    make(3)
    print('three')
    make.cache_clear()
    print('cleared')
# expect: lru_cache
# expect: two
# expect: del 1
# expect: three
# expect: del 2
# expect: del 3
# expect: cleared


@case
def cached_property():
    class C:
        @functools.cached_property
        def p(self):
            return Noisy('property')
    c = C()
    print(c.p.name)
    del c.p
    print('deleted')
    c.p
    del c
    print('end')
# expect: cached_property
# expect: property
# expect: del property
# expect: deleted
# expect: del property
# expect: end


@case
def sorted_with_a_key():
    print([x.name for x in sorted(map(Noisy, 'yx'), key=lambda n: n.name)])
# expect: sorted_with_a_key
# expect: del x
# expect: del y
# expect: ['x', 'y']


@case
def lambda_default_in_a_loop():
    fs = []
    for i in range(2):
        fs.append(lambda x=Noisy(i): x.name)
    print([f() for f in fs])
    fs.pop(0)
    print('popped')
# expect: lambda_default_in_a_loop
# expect: [0, 1]
# expect: del 0
# expect: popped
# expect: del 1
