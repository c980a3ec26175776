import _collections as co


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (co._tuplegetter(1,'doc'), co._tuplegetter(0,'d').__get__((5,6)), co._tuplegetter(0,'d').__doc__))  # expect: (_tuplegetter(1, 'doc'), 5, 'd')
show(lambda: ((m:={}, co._count_elements(m,'hello'), m)))  # expect: ({'h': 1, 'e': 1, 'l': 2, 'o': 1}, None, {'h': 1, 'e': 1, 'l': 2, 'o': 1})
