import _collections
import _operator as op
import itertools as it

deque = _collections.deque
L = list

def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (L(it.accumulate([1,2,3])), L(it.accumulate([1,2,3],op.mul)), L(it.accumulate([1,2],initial=10))))  # expect: ([1, 3, 6], [1, 2, 6], [10, 11, 13])
show(lambda: (L(it.batched('ABCDEFG',3)), it.batched('a',0)))  # expect: ValueError: n must be at least one
show(lambda: L(it.chain(1)))  # expect: TypeError: 'int' object is not iterable
show(lambda: (L(it.combinations('ABCD',2)), L(it.combinations([1,2],3)), L(it.combinations([1],0))))  # expect: ([('A', 'B'), ('A', 'C'), ('A', 'D'), ('B', 'C'), ('B', 'D'), ('C', 'D')], [], [()])
show(lambda: (it.combinations('a',-1)))  # expect: ValueError: r must be non-negative
show(lambda: it.combinations('a'))  # expect: TypeError: combinations() missing required argument 'r' (pos 2)
show(lambda: it.combinations())  # expect: TypeError: combinations() missing required argument 'iterable' (pos 1)
show(lambda: (L(it.combinations_with_replacement('ABC',2)), L(it.combinations_with_replacement('',0))))  # expect: ([('A', 'A'), ('A', 'B'), ('A', 'C'), ('B', 'B'), ('B', 'C'), ('C', 'C')], [()])
show(lambda: (L(it.compress('ABCDEF',[1,0,1,0,1,1]))))  # expect: ['A', 'C', 'E', 'F']
show(lambda: (it.count(5), it.count(1,2), it.count(1.5), L(it.islice(it.count(2.5,.5),3)), next(it.count(2**70))))  # expect: (count(5), count(1, 2), count(1.5), [2.5, 3.0, 3.5], 1180591620717411303424)
show(lambda: it.count('a'))  # expect: TypeError: a number is required
show(lambda: (L(it.islice(it.cycle('ab'),5)), L(it.cycle([]))))  # expect: (['a', 'b', 'a', 'b', 'a'], [])
show(lambda: (L(it.dropwhile(lambda x:x<3,[1,2,3,1])), L(it.takewhile(lambda x:x<3,[1,2,3,1])), L(it.filterfalse(None,[0,1,2]))))  # expect: ([3, 1], [1, 2], [0])
show(lambda: ([(k,L(g)) for k,g in it.groupby('AAABBC')], [k for k,g in it.groupby([1,2,3],lambda x:x>1)]))  # expect: ([('A', ['A', 'A', 'A']), ('B', ['B', 'B']), ('C', ['C'])], [False, True])
show(lambda: (L(it.islice(range(10),2,None,3)), L(it.islice('abc',0)), L(it.islice(range(10),3,5))))  # expect: ([2, 5, 8], [], [3, 4])
show(lambda: (it.islice('a',-1)))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
show(lambda: (it.islice('a',1,2,0)))  # expect: ValueError: Step for islice() must be a positive integer or None.
show(lambda: it.islice('a'))  # expect: TypeError: islice expected at least 2 arguments, got 1
show(lambda: (it.islice('a','b')))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
show(lambda: (L(it.pairwise('abcd')), L(it.pairwise('a'))))  # expect: ([('a', 'b'), ('b', 'c'), ('c', 'd')], [])
show(lambda: (L(it.permutations('ABC',2)), L(it.permutations([1,2,3])), L(it.permutations([1],2))))  # expect: ([('A', 'B'), ('A', 'C'), ('B', 'A'), ('B', 'C'), ('C', 'A'), ('C', 'B')], [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)], [])
show(lambda: (it.permutations('a',1.5)))  # expect: TypeError: Expected int as r
show(lambda: (L(it.product('ab',range(2))), L(it.product([1,2],repeat=2)), L(it.product()), L(it.product('a',''))))  # expect: ([('a', 0), ('a', 1), ('b', 0), ('b', 1)], [(1, 1), (1, 2), (2, 1), (2, 2)], [()], [])
show(lambda: (it.product('a',repeat=-1)))  # expect: ValueError: repeat argument cannot be negative
show(lambda: (it.product('a',foo=1)))  # expect: TypeError: 'foo' is an invalid keyword argument for product()
show(lambda: (L(it.repeat(1,3)), it.repeat(1), it.repeat(1,2), op.length_hint(it.repeat(1,5))))  # expect: ([1, 1, 1], repeat(1), repeat(1, 2), 5)
show(lambda: it.repeat())  # expect: TypeError: repeat() missing required argument 'object' (pos 1)
show(lambda: (L(it.starmap(pow,[(2,3),(3,2)])), L(it.zip_longest('ab','c',fillvalue='-')), L(it.zip_longest())))  # expect: ([8, 9], [('a', 'c'), ('b', '-')], [])
show(lambda: ([L(x) for x in it.tee('abc')], it.tee('a',0), it.tee('a',-1)))  # expect: ValueError: n must be >= 0
show(lambda: (it.zip_longest('a',x=1)))  # expect: TypeError: zip_longest() got an unexpected keyword argument
show(lambda: it.cycle(x=1))  # expect: TypeError: cycle() takes no keyword arguments
show(lambda: it.starmap(pow))  # expect: TypeError: starmap expected 2 arguments, got 1
show(lambda: (deque.__doc__ is not None, it.chain[int], deque[int]))  # expect: (True, itertools.chain[int], collections.deque[int])
