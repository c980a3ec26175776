# What a function puts into *args and **kwargs dies with them; what was given to it, when nothing has it any more.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def adds(**kwargs):
    kwargs["a"] = Noisy("added")
    print("end")


adds()
print("after adds")
# expect: end
# expect: gone added
# expect: after adds


def replaces(*args):
    args = (Noisy("put in the place"),)
    print(len(args))


replaces(1)
print("after replaces")
# expect: 1
# expect: gone put in the place
# expect: after replaces


def lets_go(*args, **kwargs):
    args = None
    kwargs.clear()
    print("end")


lets_go(Noisy("positional"), name=Noisy("keyword"))
print("after lets_go")
# expect: gone positional
# expect: gone keyword
# expect: end
# expect: after lets_go


def exchanges(**kwargs):
    kwargs["a"] = Noisy("new")
    print("end")


kept = Noisy("kept")
exchanges(a=kept)
print(kept.name)
# expect: end
# expect: gone new
# expect: kept


def adds_both(*args, **kwargs):
    args += (Noisy("one more"),)
    kwargs = {"b": Noisy("another")}
    print(len(args), list(kwargs))


adds_both(kept, a=kept)
print(kept.name)
# expect: 2 ['b']
# expect: gone one more
# expect: gone another
# expect: kept


def returns(*args, **kwargs):
    kwargs["more"] = args
    return kwargs


made = returns(Noisy("in the result"), a=Noisy("too"))
print(sorted(made))      # expect: ['a', 'more']
made.clear()
# expect: gone too
# expect: gone in the result


def pops(**kwargs):
    return kwargs.pop("a")


print(pops(a=Noisy("popped")).name)
# expect: gone popped
# expect: popped


def passes_on(*args, **kwargs):
    kwargs.setdefault("default", Noisy("default"))
    return takes(*args, **kwargs)


def takes(*args, **kwargs):
    print(len(args), sorted(kwargs))


passes_on(kept, x=kept)
print("after passes_on")
# expect: 1 ['default', 'x']
# expect: gone default
# expect: after passes_on


def in_a_closure(*args):
    def get():
        return args
    return get


get = in_a_closure(Noisy("in a cell"))
print(get()[0].name)     # expect: in a cell
get = None
# expect: gone in a cell


def raises(*args, **kwargs):
    kwargs["own"] = Noisy("own")
    args = kwargs
    raise ValueError


try:
    raises(kept)
except ValueError:
    print("caught")
# expect: caught
# expect: gone own
kept = None
# expect: gone kept
