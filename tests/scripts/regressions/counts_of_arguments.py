# Found by fuzzing: how messages count the arguments, and how they name None and parameters.


def error(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as e:
        print(e)


group = ExceptionGroup("g", [ValueError(1)])
error(group.derive)                         # expect: function takes exactly 1 argument (0 given)
error(group.split, 1, 2)                    # expect: split expected 1 argument, got 2
error(group.subgroup)                       # expect: subgroup expected 1 argument, got 0
error(sorted, 1, 2)                         # expect: sorted expected 1 argument, got 2
error(sorted, [], cmp=1)                    # expect: 'cmp' is an invalid keyword argument for sort()
error([].sort, 1)                           # expect: sort() takes no positional arguments
error([].sort, 1, key=2, reverse=3)         # expect: sort() takes at most 2 arguments (3 given)
error(b"".translate)                        # expect: translate() takes at least 1 positional argument (0 given)
error((1).to_bytes, 1, 2, 3)                # expect: to_bytes() takes at most 2 positional arguments (3 given)
error((1).to_bytes, 1, 2, 3, 4)             # expect: to_bytes() takes at most 3 arguments (4 given)
error(memoryview._from_flags, 1, 2, 3)      # expect: _from_flags() takes at most 2 arguments (3 given)
print(end="|")
error("".__mul__)                           # expect: | expected 1 argument, got 0
error((1).__mul__)                          # expect: expected 1 argument, got 0

error(format, 1, None)                      # expect: format() argument 2 must be str, not None
error(str, b"", None)                       # expect: str() argument 'encoding' must be str, not None
error(object().__format__, None)            # expect: __format__() argument must be str, not None
error(type, None, (), {})                   # expect: type.__new__() argument 1 must be str, not None
error(type, "x", (), None)                  # expect: type.__new__() argument 3 must be dict, not None
error((1).to_bytes, 1, 2)                   # expect: to_bytes() argument 'byteorder' must be str, not int
error(int.from_bytes, b"", None)            # expect: from_bytes() argument 'byteorder' must be str, not None

# Too many are said first, then what is missing, then names that are wrong or given twice.
error(round, 1, 2, x=3)     # expect: round() takes at most 2 arguments (3 given)
error(sum, [], 1, start=2)  # expect: sum() takes at most 2 arguments (3 given)
error(round, x=1)           # expect: round() missing required argument 'number' (pos 1)
error(sum, x=1)             # expect: sum() takes at least 1 positional argument (0 given)
error(round, 1, x=2)        # expect: 'x' is an invalid keyword argument for round()
error(round, 1, number=2)
# expect: argument for round() given by name ('number') and position (1)
