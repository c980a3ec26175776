import _collections

deque = _collections.deque
L = list
class SubD(deque): pass

def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (deque('abc'), deque([1,2,3],2), deque([],maxlen=0), deque(maxlen=-1)))  # expect: ValueError: maxlen must be non-negative
show(lambda: deque(maxlen='a'))  # expect: TypeError: an integer is required
show(lambda: deque(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: deque().pop())  # expect: IndexError: pop from an empty deque
show(lambda: deque().popleft())  # expect: IndexError: pop from an empty deque
show(lambda: (deque([1,2,3])[5]))  # expect: IndexError: deque index out of range
show(lambda: (deque([1,2,3])['a']))  # expect: TypeError: sequence index must be integer, not 'str'
show(lambda: (deque([1,2,3])[-1], 2 in deque([1,2]), deque([1,2])+deque([3]), deque([1,2])*2, 2*deque([1],maxlen=3), deque([1])==deque([1]), deque([1])<deque([2]), deque([1])==[1]))  # expect: (3, True, deque([1, 2, 3]), deque([1, 2, 1, 2]), deque([1, 1], maxlen=3), True, True, False)
show(lambda: deque([1])+[1])  # expect: TypeError: can only concatenate deque (not "list") to deque
show(lambda: (deque([1,2,3]).index(2), deque([1,2,1]).count(1), deque([1]).index(5)))  # expect: ValueError: 5 is not in deque
show(lambda: deque([1]).remove(5))  # expect: ValueError: 5 is not in deque
show(lambda: ((d:=deque(range(5)), d.rotate(2), d.rotate(-3), d.reverse(), d.insert(2,'x'), d.remove('x'), d.append(9), d.appendleft(8), d.extend('ab'), d.extendleft('cd'), L(d), L(reversed(d)), d.maxlen, d.copy(), d.__reduce__()[:3])))  # expect: (deque(['d', 'c', 8, 0, 4, 3, 2, 1, 9, 'a', 'b']), None, None, None, None, None, None, None, None, None, ['d', 'c', 8, 0, 4, 3, 2, 1, 9, 'a', 'b'], ['b', 'a', 9, 1, 2, 3, 4, 0, 8, 'c', 'd'], None, deque(['d', 'c', 8, 0, 4, 3, 2, 1, 9, 'a', 'b']), (<class 'collections.deque'>, (), None))
show(lambda: (deque([1],maxlen=1).insert(0,2)))  # expect: IndexError: deque already at its maximum size
show(lambda: hash(deque()))  # expect: TypeError: unhashable type: 'collections.deque'
show(lambda: (SubD('ab'), SubD('ab').copy(), type(SubD('a')+deque('b')).__name__))  # expect: (SubD(['a', 'b']), SubD(['a', 'b']), 'SubD')
