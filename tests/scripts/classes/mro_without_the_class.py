class Base:
    pass


class Meta(type):
    def mro(cls):
        return (Base,)


class A(metaclass=Meta):  # expect error: TypeError: super(type, obj): obj must be an instance or subtype of type
    pass
