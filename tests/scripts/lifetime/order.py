# The order in which locals, arguments and the contents of containers die.
class Noisy:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    function()


@case
def locals_die_in_the_order_of_their_slots():
    first = Noisy('first')
    second = Noisy('second')
    first = Noisy('first again')
    print('end')
# expect: locals_die_in_the_order_of_their_slots
# expect: del first
# expect: end
# expect: del first again
# expect: del second


@case
def an_argument_the_caller_keeps():
    def f(a):
        del a
        print('end of f')
    kept = Noisy('kept')
    f(kept)
    print('end')
# expect: an_argument_the_caller_keeps
# expect: end of f
# expect: end
# expect: del kept


@case
def tuple_list_dict_set():
    (Noisy('t1'), Noisy('t2'), Noisy('t3'))
    [Noisy('l1'), Noisy('l2'), Noisy('l3')]
    {1: Noisy('d1'), 2: Noisy('d2'), Noisy('key'): 3}
    {Noisy('s')}
# expect: tuple_list_dict_set
# expect: del t3
# expect: del t2
# expect: del t1
# expect: del l3
# expect: del l2
# expect: del l1
# expect: del d1
# expect: del d2
# expect: del key
# expect: del s


@case
def nested_containers():
    x = [(Noisy('a'), [Noisy('b')]), {'k': Noisy('c')}, Noisy('d')]
    x = None
    print('end')
# expect: nested_containers
# expect: del d
# expect: del c
# expect: del b
# expect: del a
# expect: end


@case
def owner_before_owned():
    x = Noisy('outer', Noisy('middle', Noisy('inner')))
    del x
    print('end')
# expect: owner_before_owned
# expect: del outer
# expect: del middle
# expect: del inner
# expect: end


@case
def attributes_die_in_their_order():
    class Bag:
        pass
    bag = Bag()
    bag.b = Noisy('b')
    bag.a = Noisy('a')
    bag.c = Noisy('c')
    bag.b = Noisy('b again')
    del bag.a
    del bag
    print('end')
# expect: attributes_die_in_their_order
# expect: del b
# expect: del a
# expect: del b again
# expect: del c
# expect: end


@case
def slots_die_after_del_ran():
    class Slotted:
        __slots__ = ('z', 'y', '__dict__')

        def __del__(self):
            print('del slotted')
    s = Slotted()
    s.y, s.z, s.x = Noisy('y'), Noisy('z'), Noisy('x')
    del s
    print('end')
# expect: slots_die_after_del_ran
# expect: del slotted
# expect: del y
# expect: del z
# expect: del x
# expect: end


@case
def rebinding_in_a_loop():
    for i in range(3):
        x = Noisy(i)
    print('loop ended')
# expect: rebinding_in_a_loop
# expect: del 0
# expect: del 1
# expect: loop ended
# expect: del 2


@case
def loop_over_a_temporary_list():
    for x in [Noisy(1), Noisy(2)]:
        print('at', x.name)
    print('loop ended')
    del x
    print('end')
# expect: loop_over_a_temporary_list
# expect: at 1
# expect: at 2
# expect: del 1
# expect: loop ended
# expect: del 2
# expect: end


@case
def loop_over_an_iterator_that_makes_them():
    for x in map(Noisy, 'ab'):
        print('at', x.name)
    print('loop ended')
# expect: loop_over_an_iterator_that_makes_them
# expect: at a
# expect: del a
# expect: at b
# expect: loop ended
# expect: del b


@case
def deep_nesting_dies_from_the_outside():
    x = None
    for i in range(200000):
        x = [x]
    x = Noisy('around', x)
    del x
    print('end')
# expect: deep_nesting_dies_from_the_outside
# expect: del around
# expect: end


@case
def replaced_items():
    items = [Noisy('i0'), Noisy('i1'), Noisy('i2'), Noisy('i3')]
    items[1] = None
    items[2:] = [Noisy('new')]
    print(len(items))
    items *= 0
    names = {'a': Noisy('a'), 'b': Noisy('b')}
    names['a'] = None
    names.update(b=Noisy('b again'))
    names.popitem()
    print('end')
# expect: replaced_items
# expect: del i1
# expect: del i3
# expect: del i2
# expect: 3
# expect: del new
# expect: del i0
# expect: del a
# expect: del b
# expect: del b again
# expect: end
