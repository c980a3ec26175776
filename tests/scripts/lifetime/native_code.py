# What native code makes, looks up or catches dies when it has done, after errors too. Audits of counts found these.
import collections
import functools
import gc
import itertools
import re
import types
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)

    def fails(self, *args, **names):
        raise ValueError(self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


def error(function, *args, **names):
    try:
        function(*args, **names)
    except Exception as e:
        print(type(e).__name__)


@case
def call_that_does_not_fit():
    def f(a, *rest, key, **names):
        pass
    error(f, 1, Noisy('rest'))
    error(f, 1, other=Noisy('other'))
    print('end')
# expect: call_that_does_not_fit
# expect: TypeError
# expect: del rest
# expect: TypeError
# expect: del other
# expect: end


@case
def class_that_was_changed():
    class Old:
        pass

    class New:
        pass
    o = Old()
    o.__class__ = New
    old, new = weakref.ref(Old), weakref.ref(New)
    del Old, New
    gc.collect()
    print(old(), new().__name__)
    del o
    gc.collect()
    print(new())
# expect: class_that_was_changed
# expect: None New
# expect: None


@case
def method_of_a_failing_call():
    class Sub(Noisy):
        @classmethod
        def make(cls):
            raise ValueError
    n = Noisy('receiver')
    error(lambda: n.fails(Noisy('argument')))
    n = None
    print('end')
# expect: method_of_a_failing_call
# expect: ValueError
# expect: del argument
# expect: del receiver
# expect: end


@case
def method_of_a_proxied_mapping():
    class Mapping(dict):
        def __del__(self):
            print('del mapping')
    proxy = types.MappingProxyType(Mapping(a=1))
    print(proxy.get('a'), list(proxy.keys()))
    del proxy
    print('end')
# expect: method_of_a_proxied_mapping
# expect: 1 ['a']
# expect: del mapping
# expect: end


@case
def key_of_a_cached_call():
    @functools.lru_cache
    def f(*args):
        raise ValueError
    error(f, Noisy('cached'), 1)
    print('end')
# expect: key_of_a_cached_call
# expect: ValueError
# expect: del cached
# expect: end


@case
def builtins_that_fail():
    def fail(o):
        raise ValueError
    error(sorted, [1, 2], key=fail)
    error(lambda: max([Noisy('a'), Noisy('b')], key=fail))
    error(lambda: sum([1, Noisy('summand')]))
    error(lambda: all(fail(o) for o in [Noisy('item')]))
    error(lambda: dict.fromkeys([Noisy('key'), []]))
    print('end')
# expect: builtins_that_fail
# expect: ValueError
# expect: del b
# expect: ValueError
# expect: del a
# expect: del summand
# expect: TypeError
# expect: ValueError
# expect: del item
# expect: del key
# expect: TypeError
# expect: end


@case
def keywords_of_builtins():
    n = Noisy('key function')
    print(max([1, 2], key=lambda x, n=n: x))
    del n
    print('end')
# expect: keywords_of_builtins
# expect: 2
# expect: del key function
# expect: end


@case
def key_whose_comparison_fails():
    class Key(Noisy):
        def __hash__(self):
            return 1

        def __eq__(self, other):
            raise ValueError
    d = {Key('in the dict'): 1}
    error(lambda: d[Key('sought')])
    s = {Key('in the set')}
    error(lambda: Key('sought, too') in s)
    d.clear()
    s.clear()
    print('end')
# expect: key_whose_comparison_fails
# expect: ValueError
# expect: del sought
# expect: ValueError
# expect: del sought, too
# expect: del in the dict
# expect: del in the set
# expect: end


@case
def manager_without_exit():
    class Manager(Noisy):
        def __enter__(self):
            pass

    def use():
        with Manager('manager'):
            pass
    error(use)
    print('end')
# expect: manager_without_exit
# expect: del manager
# expect: TypeError
# expect: end


@case
def traceback_taken_from_its_exception():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, cls, e, traceback):
            e.with_traceback(None)
            return True

    def fail():
        local = Noisy('local of a frame in the traceback')
        raise ValueError
    with Manager():
        fail()
    print('end')
# expect: traceback_taken_from_its_exception
# expect: del local of a frame in the traceback
# expect: end


@case
def starred_arguments():
    def f(*args):
        raise ValueError
    n = [Noisy('starred')]
    error(lambda: f(*n))
    del n
    print('end')
# expect: starred_arguments
# expect: ValueError
# expect: del starred
# expect: end


@case
def template_of_another_class():
    print(re.compile('a').sub('b', 'cab'), re.compile(b'a').sub(bytearray(b'b'), b'cab'))
# expect: template_of_another_class
# expect: cbb b'cbb'


@case
def attributes_that_cannot_be_set():
    class Slotted(Noisy):
        __slots__ = ()

        def __setattr__(self, name, value):
            if name != 'name':
                raise AttributeError(name)
            super().__setattr__(name, value)
    o = types.GenericAlias(Slotted, (int,))('made by an alias')
    print(o.name)
    del o
    print('end')
# expect: attributes_that_cannot_be_set
# expect: made by an alias
# expect: del made by an alias
# expect: end


@case
def length_that_fails():
    class Items:
        def __init__(self):
            self.n = Noisy('held by items')

        def __len__(self):
            raise TypeError

        def __iter__(self):
            yield self.n.name
    print(list(Items()))
    print('end')
# expect: length_that_fails
# expect: del held by items
# expect: ['held by items']
# expect: end


@case
def bases_that_were_changed():
    class Base:
        pass

    class Other:
        pass

    class Sub(Base):
        pass
    base = weakref.ref(Base)
    Sub.__bases__ = (Other,)
    del Base
    gc.collect()
    print(base())
# expect: bases_that_were_changed
# expect: None


@case
def unpacking_that_fails():
    class Sequence(Noisy):
        def __getitem__(self, i):
            if i < 3:
                return i
            raise IndexError

    def unpack():
        a, b = Sequence('unpacked')
    error(unpack)
    print('end')
# expect: unpacking_that_fails
# expect: del unpacked
# expect: ValueError
# expect: end


@case
def counting_with_a_method():
    class Counts(collections.Counter):
        def get(self, *args):
            return super().get(*args)

        def __del__(self):
            print('del counts')
    c = Counts('aab')
    print(c['a'])
    del c
    print('end')
# expect: counting_with_a_method
# expect: 2
# expect: del counts
# expect: end


@case
def iterator_that_is_shared():
    class Items(Noisy):
        def __iter__(self):
            return self

        def __next__(self):
            raise StopIteration
    a, b = itertools.tee(Items('source'))
    print(list(a), list(b))
    del a, b
    print('end')
# expect: iterator_that_is_shared
# expect: [] []
# expect: del source
# expect: end


@case
def defaults_when_they_die():
    class Looks:
        def __del__(self):
            print('defaults are', f.__defaults__)

    def f(a=Looks()):
        pass
    f.__defaults__ = None
# expect: defaults_when_they_die
# expect: defaults are None


@case
def objects_of_the_collector():
    def one():
        return [o for o in gc.get_objects() if isinstance(o, types.FunctionType) and o.__name__ == 'one']
    print(len(one()))
# expect: objects_of_the_collector
# expect: 1
