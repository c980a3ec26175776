# reason: an OrderedDict here is a dict whose own order is the order; methods of dict cannot bring it out of step
# workaround: none is needed; do not rely on the KeyError
from collections import OrderedDict

od = OrderedDict.fromkeys('abc')
dict.__delitem__(od, 'b')
print(list(od.items()))  # expect: [('a', None), ('c', None)]
print(od)  # expect: OrderedDict({'a': None, 'c': None})
