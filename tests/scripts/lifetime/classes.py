# The death of classes, modules and what belongs to them.
import gc
import sys
import types
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def case(function):
    print(function.__name__)
    gc.collect()
    function()


@case
def a_class_is_a_cycle():
    class C:
        attribute = Noisy('attribute')
    ref = weakref.ref(C)
    del C
    print('dropped', ref() is not None)
    gc.collect()
    print('collected', ref())
# expect: a_class_is_a_cycle
# expect: dropped True
# expect: del attribute
# expect: collected None


@case
def replaced_class_attributes():
    class C:
        a = Noisy('a')
        b = Noisy('b')
    C.a = Noisy('new a')
    del C.b
    print('end')
# expect: replaced_class_attributes
# expect: del a
# expect: del b
# expect: end


@case
def subclasses_are_weak():
    class Base:
        pass

    class Derived(Base):
        pass
    print([c.__name__ for c in Base.__subclasses__()])
    del Derived
    gc.collect()
    print(Base.__subclasses__())
# expect: subclasses_are_weak
# expect: del new a
# expect: ['Derived']
# expect: []


@case
def an_instance_keeps_its_class():
    class C:
        def __del__(self):
            print('del', type(self).__name__, C2 is None)
    c = C()
    ref = weakref.ref(C)
    C2 = None
    del C
    gc.collect()
    print(ref() is type(c))
    del c
    gc.collect()
    print(ref())
# expect: an_instance_keeps_its_class
# expect: True
# expect: del C True
# expect: None


@case
def changing_the_class():
    class A:
        pass

    class B:
        def __del__(self):
            print('del of B')
    a = A()
    a.__class__ = B
    del a
    b = B()
    b.__class__ = A
    del b
    print('end')
# expect: changing_the_class
# expect: del of B
# expect: end


@case
def changing_the_bases():
    class A:
        held = Noisy('of A')

    class B:
        pass

    class C(A):
        pass
    C.__bases__ = (B,)
    ref = weakref.ref(A)
    del A
    gc.collect()
    print(ref())
# expect: changing_the_bases
# expect: del of A
# expect: None


@case
def class_body_locals():
    class C:
        temporary = Noisy('temporary')
        del temporary
        print('in the body')
    print('end')
# expect: class_body_locals
# expect: del temporary
# expect: in the body
# expect: end


@case
def metaclass_with_del():
    class Meta(type):
        def __del__(cls):
            print('del class', cls.__name__)

    class C(metaclass=Meta):
        pass
    del C
    print('dropped')
    gc.collect()
    print('collected')
# expect: metaclass_with_del
# expect: dropped
# expect: del class C
# expect: collected


@case
def set_name_and_init_subclass_keep_nothing():
    class Descriptor(Noisy):
        def __set_name__(self, owner, name):
            print('set name', name)

    class Base:
        def __init_subclass__(cls, argument):
            print('init', argument.name)

    class C(Base, argument=Noisy('argument')):
        d = Descriptor('descriptor')
    print('made')
    del C
    gc.collect()
    print('end')
# expect: set_name_and_init_subclass_keep_nothing
# expect: set name d
# expect: init argument
# expect: del argument
# expect: made
# expect: del descriptor
# expect: end


@case
def modules():
    m = types.ModuleType('m')
    m.a = Noisy('a')
    m.b = Noisy('b')
    del m
    print('end')
# expect: modules
# expect: del a
# expect: del b
# expect: end


@case
def functions_keep_the_globals_but_not_the_module():
    m = types.ModuleType('m')
    exec('def f(): return held', m.__dict__)
    m.held = Noisy('held')
    f = m.f
    del m
    print('module gone')
    print(f().name)
    del f
    gc.collect()
    print('end')
# expect: functions_keep_the_globals_but_not_the_module
# expect: module gone
# expect: held
# expect: del held
# expect: end


@case
def module_out_of_sys_modules():
    m = types.ModuleType('lifetime_m')
    sys.modules['lifetime_m'] = m
    m.held = Noisy('held')
    ref = weakref.ref(m)
    import lifetime_m
    del m, lifetime_m
    print(ref() is sys.modules['lifetime_m'])
    del sys.modules['lifetime_m']
    print(ref())
# expect: module_out_of_sys_modules
# expect: True
# expect: del held
# expect: None


@case
def exec_namespace():
    names = {}
    exec('a = N("a")\nb = N("b")\ndel a\nprint("ran")', {'N': Noisy}, names)
    names.clear()
    print('end')
# expect: exec_namespace
# expect: del a
# expect: ran
# expect: del b
# expect: end


@case
def slots_and_members():
    class C:
        __slots__ = ('x', '__weakref__')
    c = C()
    c.x = Noisy('x')
    c.x = Noisy('x again')
    del c.x
    print('deleted')
    c.x = Noisy('last')
    del c
    print('end')
# expect: slots_and_members
# expect: del x
# expect: del x again
# expect: deleted
# expect: del last
# expect: end


@case
def attribute_dict_outlives_the_instance():
    class C:
        pass
    c = C()
    c.x = Noisy('x')
    d = c.__dict__
    del c
    print('gone', list(d))
    d = None
    print('end')
# expect: attribute_dict_outlives_the_instance
# expect: gone ['x']
# expect: del x
# expect: end


@case
def attribute_dict_replaced():
    class C:
        pass
    c = C()
    c.x = Noisy('old')
    c.__dict__ = {'x': Noisy('new')}
    print('replaced')
    del c
    print('end')
# expect: attribute_dict_replaced
# expect: del old
# expect: replaced
# expect: del new
# expect: end


@case
def properties_and_static_methods():
    class C:
        p = property(Noisy('getter').__init__)
        s = staticmethod(Noisy('static').__init__)
        c = classmethod(Noisy('class').__init__)
    del C.p, C.s, C.c
    print('end')
# expect: properties_and_static_methods
# expect: del getter
# expect: del static
# expect: del class
# expect: end


@case
def instances_of_builtin_subclasses():
    for base in int, float, str, tuple, list, dict, set, frozenset, bytes, bytearray, Exception, complex:
        class C(base):
            def __del__(self):
                print('del', type(self).__mro__[1].__name__)
        c = C()
        c.attribute = Noisy('attribute of it')
        c = None
    print('end')
# expect: instances_of_builtin_subclasses
# expect: del int
# expect: del attribute of it
# expect: del float
# expect: del attribute of it
# expect: del str
# expect: del attribute of it
# expect: del tuple
# expect: del attribute of it
# expect: del list
# expect: del attribute of it
# expect: del dict
# expect: del attribute of it
# expect: del set
# expect: del attribute of it
# expect: del frozenset
# expect: del attribute of it
# expect: del bytes
# expect: del attribute of it
# expect: del bytearray
# expect: del attribute of it
# expect: del Exception
# expect: del attribute of it
# expect: del complex
# expect: del attribute of it
# expect: end
