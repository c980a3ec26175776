# Temporaries of statements: with, unpacking, call arguments, chained comparisons, match and others.
import gc


class Noisy:
    def __init__(self, name, value=None):
        self.name = name
        self.value = value

    def __del__(self):
        print('del', self.name)

    def __repr__(self):
        return self.name

    def __add__(self, other):
        print('add', self.name, other.name)
        return Noisy(self.name + other.name)

    def __lt__(self, other):
        print('less', self.name, other)
        return True

    def __bool__(self):
        print('bool', self.name)
        return self.value is not None

    def __getitem__(self, index):
        print('get', self.name, index)
        return Noisy(f'{self.name}[{index}]')

    def __setitem__(self, index, value):
        print('set', self.name, index, value)

    def __enter__(self):
        print('enter', self.name)
        return Noisy(self.name + ' entered')

    def __exit__(self, *info):
        print('exit', self.name)

    def __call__(self, *args, **names):
        print('call', self.name, args, names)


def case(function):
    print(function.__name__)
    function()


@case
def with_keeps_only_the_exit_function():
    with Noisy('manager'):
        print('body')
    print('end')
# expect: with_keeps_only_the_exit_function
# expect: enter manager
# expect: del manager entered
# expect: body
# expect: exit manager
# expect: del manager
# expect: end


@case
def with_as():
    with Noisy('a') as a, Noisy('b') as b:
        print('body', a, b)
    print('end')
# expect: with_as
# expect: enter a
# expect: enter b
# expect: body a entered b entered
# expect: exit b
# expect: del b
# expect: exit a
# expect: del a
# expect: end
# expect: del a entered
# expect: del b entered


@case
def with_and_return():
    def f():
        with Noisy('m'):
            return Noisy('result')
    print(f().name)
    print('end')
# expect: with_and_return
# expect: enter m
# expect: del m entered
# expect: exit m
# expect: del m
# expect: del result
# expect: result
# expect: end


@case
def unpacking():
    a, b = Noisy('a'), Noisy('b')
    a, b = b, a
    print('swapped', a, b)
    [a, *b] = Noisy('x'), Noisy('y'), Noisy('z')
    print('unpacked', a, b)
# expect: unpacking
# expect: swapped b a
# expect: del b
# expect: del a
# expect: unpacked x [y, z]
# expect: del x
# expect: del z
# expect: del y


@case
def unpacking_that_fails():
    try:
        a, b = [Noisy('one'), Noisy('two'), Noisy('three')]
    except ValueError as e:
        print(e)
    print('end')
# expect: unpacking_that_fails
# expect: del three
# expect: del two
# expect: del one
# expect: too many values to unpack (expected 2)
# expect: end


@case
def nested_targets():
    x = [0]
    x[0], (a, x[0]) = Noisy('first'), (Noisy('second'), Noisy('third'))
    print('assigned', x[0])
# expect: nested_targets
# expect: del first
# expect: assigned third
# expect: del third
# expect: del second


@case
def chained_assignment():
    class C:
        pass
    c = C()
    c.x = c.y = Noisy('shared')
    del c.x
    print('one left')
    del c.y
    print('end')
# expect: chained_assignment
# expect: one left
# expect: del shared
# expect: end


@case
def binary_operations():
    Noisy('a') + Noisy('b') + Noisy('c')
    print('end')
# expect: binary_operations
# expect: add a b
# expect: del a
# expect: del b
# expect: add ab c
# expect: del ab
# expect: del c
# expect: del abc
# expect: end


@case
def augmented_assignment():
    x = Noisy('x')
    x += Noisy('y')
    print('end', x)
# expect: augmented_assignment
# expect: add x y
# expect: del y
# expect: del x
# expect: end xy
# expect: del xy


@case
def comparisons():
    Noisy('a') < Noisy('b')
    print('one')
    Noisy('a') < Noisy('b') < 'c'
    print('end')
# expect: comparisons
# expect: less a b
# expect: del a
# expect: del b
# expect: one
# expect: less a b
# expect: del a
# expect: less b c
# expect: del b
# expect: end


@case
def boolean_operations():
    x = Noisy('false') or Noisy('true', 1)
    print('or')
    y = Noisy('true', 1) and Noisy('second')
    print('and')
    not Noisy('not')
    print('end')
# expect: boolean_operations
# expect: bool false
# expect: del false
# expect: or
# expect: bool true
# expect: del true
# expect: and
# expect: bool not
# expect: del not
# expect: end
# expect: del true
# expect: del second


@case
def conditions():
    if Noisy('if'):
        pass
    elif Noisy('elif', 1):
        print('elif taken')
    while Noisy('while'):
        pass
    print('end')
# expect: conditions
# expect: bool if
# expect: del if
# expect: bool elif
# expect: del elif
# expect: elif taken
# expect: bool while
# expect: del while
# expect: end


@case
def subscripts():
    Noisy('a')[0][1]
    print('loaded')
    Noisy('target')[Noisy('index')] = Noisy('value')
    print('stored')
# expect: subscripts
# expect: get a 0
# expect: del a
# expect: get a[0] 1
# expect: del a[0]
# expect: del a[0][1]
# expect: loaded
# expect: set target index value
# expect: del value
# expect: del target
# expect: del index
# expect: stored


@case
def calls():
    Noisy('f')(Noisy('argument'), k=Noisy('keyword'))
    print('called')
    Noisy('g')(*[Noisy('starred')], **{'n': Noisy('named')})
    print('called')
# expect: calls
# expect: call f (argument,) {'k': keyword}
# expect: del f
# expect: del argument
# expect: del keyword
# expect: called
# expect: call g (starred,) {'n': named}
# expect: del g
# expect: del starred
# expect: del named
# expect: called


@case
def failing_call():
    def f(a):
        pass
    try:
        f(Noisy('one'), Noisy('two'))
    except TypeError as e:
        print('TypeError')
    print('end')
# expect: failing_call
# expect: del two
# expect: del one
# expect: TypeError
# expect: end


@case
def displays():
    [Noisy('list'), Noisy('second')]
    print('list')
    {Noisy('key'): Noisy('value')}
    print('dict')
    [*[Noisy('starred')], Noisy('after')]
    print('starred')
    f'{Noisy("formatted")}{Noisy("second")}'
    print('formatted')
    slice(Noisy('start'), Noisy('stop'))
    print('end')
# expect: displays
# expect: del second
# expect: del list
# expect: list
# expect: del key
# expect: del value
# expect: dict
# expect: del after
# expect: del starred
# expect: starred
# expect: del formatted
# expect: del second
# expect: formatted
# expect: del start
# expect: del stop
# expect: end


@case
def loops():
    for Noisy.attribute in [Noisy('first'), Noisy('second')]:
        print('at', Noisy.attribute)
    del Noisy.attribute
    for x in [Noisy('a'), Noisy('b')]:
        if x.name == 'a':
            continue
        print('at', x)
        break
    else:
        print('never')
    print('end')
# expect: loops
# expect: at first
# expect: at second
# expect: del first
# expect: del second
# expect: at b
# expect: del a
# expect: end
# expect: del b


@case
def match_subjects():
    match Noisy('subject'):
        case Noisy(name='other'):
            pass
        case Noisy(name=n) as whole:
            print('matched', n)
    print('after match')
    del whole
    match [Noisy('x'), Noisy('y')]:
        case [a, *rest]:
            print('matched', a, rest)
    print('end')
# expect: match_subjects
# expect: matched subject
# expect: after match
# expect: del subject
# expect: matched x [y]
# expect: end
# expect: del x
# expect: del y


@case
def returned_and_ignored():
    def f():
        a = Noisy('a')
        b = Noisy('b')
        return a
    f()
    print('ignored')
    f().name
    print('end')
# expect: returned_and_ignored
# expect: del b
# expect: del a
# expect: ignored
# expect: del b
# expect: del a
# expect: end


@case
def assert_and_raise():
    try:
        assert Noisy('condition'), Noisy('message')
    except AssertionError as e:
        print('caught', e)
    print('end')
# expect: assert_and_raise
# expect: bool condition
# expect: del condition
# expect: caught message
# expect: del message
# expect: end


@case
def del_of_many():
    a, b, c = Noisy('a'), Noisy('b'), Noisy('c')
    del b, (a, c)
    print('end')
# expect: del_of_many
# expect: del b
# expect: del a
# expect: del c
# expect: end


@case
def import_star_and_lambda():
    (lambda x=Noisy('default'): print('called'))()
    (lambda x: print('called', x))(Noisy('argument'))
    print('end')
# expect: import_star_and_lambda
# expect: called
# expect: del default
# expect: called argument
# expect: del argument
# expect: end


@case
def class_statement():
    class C(*[object], **{}):
        x = Noisy('attribute')
        y = [Noisy('element') for _ in range(1)]
        del x
        print('body')
    del C
    gc.collect()
    print('end')
# expect: class_statement
# expect: del attribute
# expect: body
# expect: del element
# expect: end
