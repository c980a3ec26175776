class Base:
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
class Child(Base, tag='x'): pass
print(Child.tag)  # expect: x
class Named:
    def __set_name__(self, owner, name):
        print(owner.__name__, name)
class Holder:
    a = Named()  # expect: Holder a
try:
    class Bad(Base, other=1): pass
except TypeError as e:
    print(e)  # expect: Bad.__init_subclass__() takes no keyword arguments
class Fails:
    def __set_name__(self, owner, name):
        raise ValueError('no')
try:
    class Owner:
        f = Fails()
except ValueError as e:
    print(e, e.__notes__)  # expect: no ["Error calling __set_name__ on 'Fails' instance 'f' in 'Owner'"]
class Item:
    def __class_getitem__(cls, key):
        return cls.__name__, key
print(Item[1])  # expect: ('Item', 1)
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        return {'made': name}
    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, ns)
    def __call__(cls, *args):
        return ('called', cls.__name__, args)
class M(metaclass=Meta, key=1): pass
print(M.made, M(3))  # expect: M ('called', 'M', (3,))
class Entry:
    def __mro_entries__(self, bases):
        return (Base,)
class FromEntry(Entry()): pass
print(FromEntry.__bases__[0].__name__, len(FromEntry.__orig_bases__))  # expect: Base 1
class A:
    def f(self): return __class__
print(A().f() is A)  # expect: True
print(type('Dyn', (), {'v': 3})().v)  # expect: 3
