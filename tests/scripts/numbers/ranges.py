def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: range())  # expect: TypeError: range expected at least 1 argument, got 0
show(lambda: (range(1,2,3,4)))  # expect: TypeError: range expected at most 3 arguments, got 4
show(lambda: (range(1,2,0)))  # expect: ValueError: range() arg 3 must not be zero
show(lambda: range(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: range("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: range(10)[20])  # expect: IndexError: range object index out of range
show(lambda: range(10)["a"])  # expect: TypeError: range indices must be integers or slices, not str
show(lambda: range(10).index(20))  # expect: ValueError: 20 is not in range
show(lambda: range(10).index("a"))  # expect: ValueError: sequence.index(x): x not in sequence
show(lambda: range(10).count(3))  # expect: 1
show(lambda: len(range(2**100)))  # expect: OverflowError: Python int too large to convert to C ssize_t
show(lambda: len(range(2**40)))  # expect: 1099511627776
show(lambda: range(2**100)[2**70:])  # expect: range(1180591620717411303424, 1267650600228229401496703205376)
show(lambda: hash(range(5)))  # expect: 5795932985296280846
show(lambda: (repr(range(1,10,2))))  # expect: range(1, 10, 2)
show(lambda: range(5).start)  # expect: 0
show(lambda: (range(0)==range(2,2)))  # expect: True
show(lambda: range(5)<range(6))  # expect: TypeError: '<' not supported between instances of 'range' and 'range'
show(lambda: list(reversed(range(5))))  # expect: [4, 3, 2, 1, 0]
show(lambda: iter(range(5)).__reduce__()[1:])  # expect: ((range(0, 5),), None)
show(lambda: iter(range(2**70)).__reduce__()[1:])  # expect: ((range(0, 1180591620717411303424),), None)
show(lambda: iter(range(5)).__setstate__(10))  # expect: None
show(lambda: range(stop=5))  # expect: TypeError: range() takes no keyword arguments
show(lambda: ([x for x in range(10**30, 10**30+3)]))  # expect: [1000000000000000000000000000000, 1000000000000000000000000000001, 1000000000000000000000000000002]
show(lambda: (range(10**20)[5], range(10)[-1], range(0,10,3)[1:3]))  # expect: (5, 9, range(3, 9, 3))
show(lambda: (2**70 in range(2**80), 5 in range(0,10,2), 5.0 in range(10), 'a' in range(3)))  # expect: (True, False, True, False)
show(lambda: (min(range(5)), max(range(5)), sum(range(100))))  # expect: (0, 4, 4950)
