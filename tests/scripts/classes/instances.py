try:
    object(1)
except TypeError as e:
    print(e)  # expect: object() takes no arguments
class A: pass
try:
    A(1)
except TypeError as e:
    print(e)  # expect: A() takes no arguments
class B:
    def __init__(self): return 1
try:
    B()
except TypeError as e:
    print(e)  # expect: __init__() should return None, not 'int'
try:
    object.__new__(int)
except TypeError as e:
    print(e)  # expect: object.__new__(int) is not safe, use int.__new__()
try:
    list.__new__(int)
except TypeError as e:
    print(e)  # expect: list.__new__(int): int is not a subtype of list
try:
    type(lambda: 0)()
except TypeError as e:
    print(str(e)[:26])  # expect: function() missing require
from abc import ABC, abstractmethod
class Abstract(ABC):
    @abstractmethod
    def f(self): ...
    @abstractmethod
    def g(self): ...
try:
    Abstract()
except TypeError as e:
    print(e)  # expect: Can't instantiate abstract class Abstract without an implementation for abstract methods 'f', 'g'
class Died:
    def __del__(self): print('died')
d = Died()
del d  # expect: died
class Keep:
    def __init__(self):
        me = self
        self.other = 5
print(Keep().other)  # expect: 5
