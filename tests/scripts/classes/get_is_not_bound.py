class Callable:
    def __call__(self, *args):
        return len(args)


class Descriptor:
    __get__ = Callable()


class A:
    d = Descriptor()


print(A.d, A().d)  # expect: 3 3
