# A code object shows the table of lines it was given, longer than its code or empty.
def short():
    x = 1
    return x


def long():
    y = 2
    z = 3
    return y


table = long.__code__.co_linetable
print(short.__code__.replace(co_linetable=table).co_linetable == table)     # expect: True
table = short.__code__.co_linetable
print(short.__code__.replace(co_linetable=table).co_linetable == table)     # expect: True
empty = short.__code__.replace(co_linetable=b"")
print(empty.co_linetable, list(empty.co_lines()))   # expect: b'' []
