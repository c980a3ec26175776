from typing import TypeVar
T = TypeVar('T')
print(list[int], dict[str, list[T]], tuple[()], list[T][int])  # expect: list[int] dict[str, list[~T]] tuple[()] list[int]
print(int | str, int | None, int | int)  # expect: int | str int | None <class 'int'>
print(isinstance(1, int | str), issubclass(bytes, int | str))  # expect: True False
try:
    isinstance(1, list[int])
except TypeError as e:
    print(e)  # expect: isinstance() argument 2 cannot be a parameterized generic
try:
    int[str]
except TypeError as e:
    print(e)  # expect: type 'int' is not subscriptable
print((int | str) == (str | int), hash(list[int]) == hash(list[int]))  # expect: True True
print(list[int]([1]))  # expect: [1]
import types
print(types.SimpleNamespace(a=1, b='x'))  # expect: namespace(a=1, b='x')
