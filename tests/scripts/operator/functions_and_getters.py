import _operator as op


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (op.itemgetter(1)([1,2]), op.itemgetter(0,1)('ab'), op.itemgetter(1), op.itemgetter()))  # expect: TypeError: itemgetter expected 1 argument, got 0
show(lambda: (op.attrgetter('real')(5), op.attrgetter('real','imag')(5), op.attrgetter('real.imag')(5), op.attrgetter('a.b','c')))  # expect: (5, (5, 0), 0, operator.attrgetter('a.b', 'c'))
show(lambda: op.attrgetter(1))  # expect: TypeError: attribute name must be a string
show(lambda: (op.methodcaller('upper')('a'), op.methodcaller('split',',',maxsplit=1)('a,b,c'), op.methodcaller('f',1,x=2)))  # expect: ('A', ['a', 'b,c'], operator.methodcaller('f', 1, x=2))
show(lambda: op.methodcaller())  # expect: TypeError: methodcaller needs at least one argument, the method name
show(lambda: op.methodcaller(1))  # expect: TypeError: method name must be a string
show(lambda: (op.itemgetter(1).__reduce__()[1], op.methodcaller('f',1).__reduce__()[1]))  # expect: ((1,), ('f', 1))
show(lambda: (op.add(1,2), op.iadd([1],[2]), op.concat([1],[2]), op.truth([]), op.not_(1), op.contains([1],1), op.countOf([1,1],1), op.indexOf([1,2],2)))  # expect: (3, [1, 2], [1, 2], False, False, True, 2, 1)
show(lambda: (op.concat(1,2)))  # expect: TypeError: 'int' object can't be concatenated
show(lambda: (op.indexOf([1],2)))  # expect: ValueError: sequence.index(x): x not in sequence
show(lambda: (op.countOf(1,2)))  # expect: TypeError: argument of type 'int' is not iterable
show(lambda: (op.index(True), op.index(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: (op.length_hint([1,2]), op.length_hint(1,5), op.call(lambda *a,**k:(a,k),1,x=2)))  # expect: (2, 5, ((1,), {'x': 2}))
show(lambda: (op._compare_digest('a','a'), op._compare_digest(b'a','a')))  # expect: TypeError: a bytes-like object is required, not 'str'
show(lambda: (op.is_(None,None), op.matmul(1,2)))  # expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
