# Containers that change while __del__ of their contents runs.
import sys


def case(function):
    print(function.__name__)
    function()


class Calls:
    def __init__(self, name, function):
        self.name = name
        self.function = function

    def __del__(self):
        print('del', self.name, self.function())


@case
def list_clear():
    items = []
    items += [Calls('a', lambda: len(items)), Calls('b', lambda: items.append('new'))]
    items.clear()
    print(items)
# expect: list_clear
# expect: del b None
# expect: del a 1
# expect: ['new']


@case
def list_item_assignment():
    items = []
    items.append(Calls('a', lambda: items[0]))
    items[0] = 'new'
    print(items)
# expect: list_item_assignment
# expect: del a new
# expect: ['new']


@case
def list_slice_deletion():
    items = [1]
    items += [Calls('a', lambda: items[:]), Calls('b', lambda: items.append(2))]
    del items[1:]
    print(items)
# expect: list_slice_deletion
# expect: del b None
# expect: del a [1, 2]
# expect: [1, 2]


@case
def list_slice_assignment():
    items = []
    items += [Calls('a', lambda: list(items)), Calls('b', lambda: items.append('late'))]
    items[:] = ['new']
    print(items)
# expect: list_slice_assignment
# expect: del b None
# expect: del a ['new', 'late']
# expect: ['new', 'late']


@case
def list_pop_and_remove():
    items = []
    items += [Calls('a', lambda: len(items)), Calls('b', lambda: len(items)), 3]
    items.pop(0)
    print('popped')
    items.remove(items[0])
    print(items)
# expect: list_pop_and_remove
# expect: del a 2
# expect: popped
# expect: del b 1
# expect: [3]


@case
def list_iteration():
    items = []
    items += [Calls('a', lambda: len(items)), 'b', 'c']
    for x in items:
        if items[0] != 'z':
            x = None
            items[0] = 'z'
        print('at', x)
# expect: list_iteration
# expect: del a 3
# expect: at None
# expect: at b
# expect: at c


@case
def dict_assignment_and_deletion():
    d = {}
    d['k'] = Calls('a', lambda: d['k'].name)
    d['k'] = Calls('b', lambda: d.get('k', 'missing'))
    del d['k']
    print(d)
# expect: dict_assignment_and_deletion
# expect: del a b
# expect: del b missing
# expect: {}


@case
def dict_clear():
    d = {}
    d['a'] = Calls('a', lambda: len(d))
    d['b'] = Calls('b', lambda: d.setdefault('new', 'value'))
    d.clear()
    print(d)
# expect: dict_clear
# expect: del a 0
# expect: del b value
# expect: {'new': 'value'}


@case
def dict_pop_and_popitem():
    d = {}
    d['a'] = Calls('a', lambda: list(d))
    d['b'] = Calls('b', lambda: list(d))
    d.popitem()
    d.pop('a')
    print(d)
# expect: dict_pop_and_popitem
# expect: del b ['a']
# expect: del a []
# expect: {}


@case
def dict_update():
    d = {}
    d['a'] = Calls('a', lambda: d.update(late=1))
    d.update({'a': 1, 'b': 2})
    print(sorted(d))
# expect: dict_update
# expect: del a None
# expect: ['a', 'b', 'late']


@case
def set_discard_and_clear():
    s = set()
    s.add(Calls('a', lambda: len(s)))
    s.clear()
    s.add(Calls('b', lambda: s.add('new')))
    s.discard(next(iter(s)))
    print(s)
# expect: set_discard_and_clear
# expect: del a 0
# expect: del b None
# expect: {'new'}


@case
def set_difference_update():
    s = set()
    s.add(Calls('a', lambda: sorted(s)))
    s.add('x')
    s &= {'x'}
    print(s)
# expect: set_difference_update
# expect: del a ['x']
# expect: {'x'}


@case
def attribute_assignment():
    class C:
        pass
    c = C()
    c.x = Calls('x', lambda: c.x)
    c.x = 'new'
    c.x = Calls('again', lambda: hasattr(c, 'x'))
    del c.x
    print(vars(c))
# expect: attribute_assignment
# expect: del x new
# expect: del again False
# expect: {}


@case
def global_rebinding():
    global name
    name = Calls('global', lambda: name)
    name = 'new'
    name = Calls('global again', lambda: 'name' in globals())
    del name
# expect: global_rebinding
# expect: del global new
# expect: del global again False


@case
def local_and_cell_rebinding():
    x = Calls('cell', lambda: x)
    x = 'new'
    x = Calls('cell again', lambda: unbound())

    def unbound():
        try:
            return x
        except NameError as e:
            return e
    del x
# expect: local_and_cell_rebinding
# expect: del cell new
# expect: del cell again cannot access free variable 'x' where it is not associated with a value in enclosing scope


@case
def slots_reassigned_during_death():
    class C:
        __slots__ = ('a', 'b')
    c = C()
    c.a = Calls('a', lambda: getattr(c, 'b', 'none'))
    c.b = 'b'
    c.a = None
    print(c.a)
# expect: slots_reassigned_during_death
# expect: del a b
# expect: None


@case
def deletion_chain():
    class Link:
        def __init__(self, n, next):
            self.n, self.next = n, next

        def __del__(self):
            order.append(self.n)
            self.next = None
    order = []
    chain = None
    for i in range(50):
        chain = Link(i, chain)
    del chain
    print(order == sorted(order, reverse=True), len(order))
# expect: deletion_chain
# expect: True 50


@case
def creating_during_death():
    class Heir:
        def __init__(self, n):
            self.n = n

        def __del__(self):
            print('del', self.n)
            if self.n:
                Heir(self.n - 1)
            print('after', self.n)
    Heir(2)
    print('end')
# expect: creating_during_death
# expect: del 2
# expect: del 1
# expect: del 0
# expect: after 0
# expect: after 1
# expect: after 2
# expect: end


@case
def deleting_module_entries():
    class C:
        def __del__(self):
            print('del', 'lifetime_gone' in sys.modules)
    sys.modules['lifetime_gone'] = C()
    del sys.modules['lifetime_gone']
    print('end')
# expect: deleting_module_entries
# expect: del False
# expect: end
