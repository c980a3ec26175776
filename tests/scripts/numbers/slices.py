def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: slice())  # expect: TypeError: slice expected at least 1 argument, got 0
show(lambda: (slice(1,2,3,4)))  # expect: TypeError: slice expected at most 3 arguments, got 4
show(lambda: slice(1).indices(-1))  # expect: ValueError: length should not be negative
show(lambda: (slice(1,2,0).indices(5)))  # expect: ValueError: slice step cannot be zero
show(lambda: slice('a').indices(5))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: slice(1)<slice(2))  # expect: True
