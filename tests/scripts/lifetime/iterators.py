# Iterators and adapters let go of what they hold as soon as CPython's do.
import collections
import itertools


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)

    def __lt__(self, other):
        return self.name < other.name


def noisy(names):
    return map(Noisy, names)


def case(function):
    print(function.__name__)
    function()


@case
def exhausted_list_iterator_lets_go():
    it = iter([Noisy('item')])
    for x in it:
        pass
    x = None
    print('exhausted', list(it))
# expect: exhausted_list_iterator_lets_go
# expect: del item
# expect: exhausted []


@case
def exhausted_iterators_of_other_kinds():
    for make in tuple, set, dict.fromkeys, lambda items: iter(lambda: None, None), reversed, collections.deque:
        it = iter(make([Noisy('item')]))
        for x in it:
            pass
        x = None
        print('exhausted', type(it).__name__)
        it = None
# expect: exhausted_iterators_of_other_kinds
# expect: del item
# expect: exhausted tuple_iterator
# expect: del item
# expect: exhausted set_iterator
# expect: del item
# expect: exhausted dict_keyiterator
# expect: del item
# expect: exhausted callable_iterator
# expect: del item
# expect: exhausted list_reverseiterator
# expect: exhausted _deque_iterator
# expect: del item


@case
def chain():
    it = itertools.chain([Noisy('a')], [Noisy('b')])
    x = next(it)
    print('first')
    x = next(it)
    print('second')
    del it
    print('chain gone')
# expect: chain
# expect: first
# expect: second
# expect: del a
# expect: chain gone
# expect: del b


@case
def chain_from_iterable():
    it = itertools.chain.from_iterable([n] for n in noisy('ab'))
    for x in it:
        print('at', x.name)
    x = None
    print('end')
# expect: chain_from_iterable
# expect: at a
# expect: del a
# expect: at b
# expect: del b
# expect: end


@case
def cycle_and_repeat():
    it = itertools.cycle([Noisy('a'), Noisy('b')])
    [next(it) for _ in range(5)]
    del it
    print('cycle gone')
    it = itertools.repeat(Noisy('r'), 2)
    list(it)
    print('repeated')
    del it
    print('end')
# expect: cycle_and_repeat
# expect: del b
# expect: del a
# expect: cycle gone
# expect: repeated
# expect: del r
# expect: end


@case
def tee():
    a, b = itertools.tee(noisy('xy'))
    next(a), next(a)
    del a
    print('a gone')
    x = next(b)
    print(x.name)
    del b
    print('end')
# expect: tee
# expect: a gone
# expect: x
# expect: del y
# expect: end
# expect: del x


@case
def islice():
    it = itertools.islice(noisy('abcdef'), 1, 4, 2)
    print([x.name for x in it])
    print('end')
# expect: islice
# expect: del a
# expect: del c
# expect: del b
# expect: del d
# expect: ['b', 'd']
# expect: end


@case
def groupby():
    for key, group in itertools.groupby(noisy('aab'), lambda n: n.name):
        print(key, len(list(group)))
    group = None
    print('end')
# expect: groupby
# expect: del a
# expect: del a
# expect: a 2
# expect: del b
# expect: b 1
# expect: end


@case
def product_and_permutations():
    it = itertools.product([Noisy('a')], [Noisy('b')])
    t = next(it)
    print(next(it, None))
    del it
    print('product gone')
    del t
    it = itertools.permutations([Noisy('p')])
    print(len(list(it)))
    del it
    print('end')
# expect: product_and_permutations
# expect: None
# expect: product gone
# expect: del b
# expect: del a
# expect: 1
# expect: del p
# expect: end


@case
def zip_and_filter():
    for a, b in zip(noisy('ab'), noisy('xy')):
        print(a.name, b.name)
    a = b = None
    print('zipped')
    for x in filter(lambda n: n.name != 'b', noisy('abc')):
        print('at', x.name)
    x = None
    print('end')
# expect: zip_and_filter
# expect: a x
# expect: del a
# expect: del x
# expect: b y
# expect: del b
# expect: del y
# expect: zipped
# expect: at a
# expect: del b
# expect: del a
# expect: at c
# expect: del c
# expect: end


@case
def accumulate_and_starmap():
    for x in itertools.accumulate(noisy('ab'), lambda a, b: Noisy(a.name + b.name)):
        print('at', x.name)
    x = None
    for x in itertools.starmap(lambda a, b: Noisy(a.name + b), [(Noisy('s'), 't')]):
        print('at', x.name)
    print('end')
# expect: accumulate_and_starmap
# expect: at a
# expect: del b
# expect: del a
# expect: at ab
# expect: del ab
# expect: at st
# expect: del s
# expect: end
# expect: del st


@case
def takewhile_dropwhile():
    print([x.name for x in itertools.takewhile(lambda n: n.name < 'c', noisy('abcd'))])
    print([x.name for x in itertools.dropwhile(lambda n: n.name < 'b', noisy('abc'))])
# expect: takewhile_dropwhile
# expect: del a
# expect: del c
# expect: del b
# expect: ['a', 'b']
# expect: del a
# expect: del b
# expect: del c
# expect: ['b', 'c']


@case
def pairwise_and_batched():
    for a, b in itertools.pairwise(noisy('abc')):
        print(a.name, b.name)
    a = b = None
    print('pairs')
    for batch in itertools.batched(noisy('abc'), 2):
        print(len(batch))
    batch = None
    print('end')
# expect: pairwise_and_batched
# expect: a b
# expect: del a
# expect: b c
# expect: del b
# expect: del c
# expect: pairs
# expect: 2
# expect: del b
# expect: del a
# expect: 1
# expect: del c
# expect: end


@case
def deque():
    d = collections.deque(noisy('abcd'), maxlen=3)
    print('made')
    d.append(Noisy('e'))
    d.popleft()
    d.rotate()
    del d[0]
    print('deleted')
    d.clear()
    print('end')
# expect: deque
# expect: del a
# expect: made
# expect: del b
# expect: del c
# expect: del e
# expect: deleted
# expect: del d
# expect: end


@case
def maximum_and_sum():
    print(max(noisy('aca')).name)
    print(min(noisy('bab'), key=lambda n: n.name).name)
    print(sum((n for n in [1, 2]), 0))
    print(any(noisy('x')), all(noisy('')))
# expect: maximum_and_sum
# expect: del a
# expect: del a
# expect: del c
# expect: c
# expect: del b
# expect: del b
# expect: del a
# expect: a
# expect: 3
# expect: del x
# expect: True True


@case
def sort_keys():
    items = ['b', 'a']
    items.sort(key=Noisy)
    print(items)
# expect: sort_keys
# expect: del a
# expect: del b
# expect: ['a', 'b']


@case
def dict_views():
    d = {1: Noisy('value')}
    v = d.values()
    del d
    print('view left', len(v))
    it = iter(v)
    del v
    print('iterator left')
    del it
    print('end')
# expect: dict_views
# expect: view left 1
# expect: iterator left
# expect: del value
# expect: end


@case
def a_counter_and_a_default():
    d = collections.defaultdict(lambda: Noisy('default'))
    d['x']
    d['x'] = None
    print('replaced')
    o = collections.OrderedDict(a=Noisy('a'), b=Noisy('b'))
    o.move_to_end('a')
    o.popitem(last=False)
    print('popped')
    del o
    print('end')
# expect: a_counter_and_a_default
# expect: del default
# expect: replaced
# expect: del b
# expect: popped
# expect: del a
# expect: end


@case
def struct_like_tuples():
    P = collections.namedtuple('P', 'x y')
    p = P(Noisy('x'), Noisy('y'))
    q = p._replace(x=None)
    del p
    print('replaced')
    del q
    print('end')
# expect: struct_like_tuples
# expect: del x
# expect: replaced
# expect: del y
# expect: end
