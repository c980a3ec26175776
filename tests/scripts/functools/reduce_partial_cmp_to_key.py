import _functools as ft
import _operator as op
import itertools as it


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (ft.reduce(op.add,[1,2,3]), ft.reduce(op.add,[],5), ft.reduce(op.add,[])))  # expect: TypeError: reduce() of empty iterable with no initial value
show(lambda: (ft.reduce(op.add,5)))  # expect: TypeError: reduce() arg 2 must support iteration
show(lambda: (sorted([3,1,2],key=ft.cmp_to_key(lambda a,b:b-a)), ft.cmp_to_key(cmp:=None) is None))  # expect: ([3, 2, 1], False)
show(lambda: hash(ft.cmp_to_key(None)(1)))  # expect: TypeError: unhashable type: 'functools.KeyWrapper'
show(lambda: (ft.partial(int,base=2)('101'), ft.partial(pow,2)(5), ft.partial(print,1,a=2).args, ft.partial(ft.partial(pow,2),3).args))  # expect: (5, 32, (1,), (2, 3))
show(lambda: ft.partial())  # expect: TypeError: type 'partial' takes at least one argument
show(lambda: ft.partial(5))  # expect: TypeError: the first argument must be callable
show(lambda: (ft.partial(pow,1,x=2).keywords, str(ft.partial(int,1,x='a'))))  # expect: ({'x': 2}, "functools.partial(<class 'int'>, 1, x='a')")
show(lambda: (it.chain.__name__, it.chain.__module__, it.chain, deque, OD, dd, ft.partial, op.itemgetter))  # expect: NameError: name 'deque' is not defined
