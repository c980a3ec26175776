import _collections

OD = _collections.OrderedDict
L = list
class SubOD(OD): pass

def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (OD(), OD([('a',1),('b',2)]), OD(a=1), OD({'a':1})==OD(a=1), OD([('a',1),('b',2)])==OD([('b',2),('a',1)]), OD([('a',1),('b',2)])=={'b':2,'a':1}))  # expect: (OrderedDict(), OrderedDict({'a': 1, 'b': 2}), OrderedDict({'a': 1}), True, False, True)
show(lambda: ((o:=OD(a=1,b=2,c=3), o.move_to_end('a'), L(o), o.move_to_end('c',last=False), L(o), o.popitem(), o.popitem(last=False), o, L(reversed(o)))))  # expect: (OrderedDict({'b': 2}), None, ['b', 'c', 'a'], None, ['c', 'b', 'a'], ('a', 1), ('c', 3), OrderedDict({'b': 2}), ['b'])
show(lambda: OD().popitem())  # expect: KeyError: 'dictionary is empty'
show(lambda: OD().move_to_end('a'))  # expect: KeyError: 'a'
show(lambda: (OD.fromkeys('abc',1), OD(a=1).pop('a'), OD().pop('z',5), OD(a=1)|{'b':2}, {'z':1}|OD(a=1)))  # expect: (OrderedDict({'a': 1, 'b': 1, 'c': 1}), 1, 5, OrderedDict({'a': 1, 'b': 2}), OrderedDict({'z': 1, 'a': 1}))
show(lambda: OD().pop('z'))  # expect: KeyError: 'z'
show(lambda: (OD(a=1).setdefault('b',3), OD(a=1).copy(), SubOD(a=1), SubOD(a=1).copy(), OD(a=1).__reduce__()[:2]))  # expect: (3, OrderedDict({'a': 1}), SubOD({'a': 1}), SubOD({'a': 1}), (<class 'collections.OrderedDict'>, ()))
show(lambda: (OD(a=1,b=2).keys(), OD(a=1).items(), OD(a=1).values(), L(reversed(OD(a=1,b=2).items()))))  # expect: (odict_keys(['a', 'b']), odict_items([('a', 1)]), odict_values([1]), [('b', 2), ('a', 1)])
