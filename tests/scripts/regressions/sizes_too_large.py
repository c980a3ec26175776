"""Sizes that no memory has, and those that a C int or Py_ssize_t does not hold."""


def error(function):
    try:
        function()
    except Exception as e:
        print(type(e).__name__, str(e) or '-')


error(lambda: 1 << 2 ** 64)    # expect: MemoryError -
error(lambda: 1 << 2 ** 70)    # expect: OverflowError too many digits in integer
error(lambda: 'a'.center(2 ** 62))    # expect: MemoryError -
error(lambda: 'ab'.center(2 ** 63 - 1))    # expect: MemoryError -
error(lambda: b'a'.ljust(2 ** 62))    # expect: MemoryError -
error(lambda: '\t'.expandtabs(2 ** 31))    # expect: OverflowError Python int too large to convert to C int
error(lambda: b'ab'.hex(':', -2 ** 31 - 1))    # expect: OverflowError Python int too large to convert to C int
