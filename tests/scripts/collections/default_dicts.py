import _collections

dd = _collections.defaultdict

def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (dd(int)['a'], dd(list), dd(), dd(None,{'a':1}), dd(int,a=1)|{'b':2}, {'b':2}|dd(int,a=1)))  # expect: (0, defaultdict(<class 'list'>, {}), defaultdict(None, {}), defaultdict(None, {'a': 1}), defaultdict(<class 'int'>, {'a': 1, 'b': 2}), defaultdict(<class 'int'>, {'b': 2, 'a': 1}))
show(lambda: dd(5))  # expect: TypeError: first argument must be callable or None
show(lambda: dd()['x'])  # expect: KeyError: 'x'
show(lambda: ((x:=dd(list), x['a'].append(1), x, x.copy(), x.default_factory, x.__reduce__()[:2])))  # expect: (defaultdict(<class 'list'>, {'a': [1]}), None, defaultdict(<class 'list'>, {'a': [1]}), defaultdict(<class 'list'>, {'a': [1]}), <class 'list'>, (<class 'collections.defaultdict'>, (<class 'list'>,)))
