"""A result that is the object of an operand, of a decorator or of what was awaited lives as long as it is used."""
log = []


class Same:
    """Whatever is done with it, the result is itself."""

    def __init__(self, number):
        self.number = number

    def same(self, *arguments):
        return self

    __lt__ = __gt__ = __contains__ = __enter__ = __iadd__ = __add__ = __getitem__ = __call__ = same
    __iter__ = __await__ = same

    def __exit__(self, *arguments):
        return self

    def __bool__(self):
        log.append('bool')
        return True

    def __next__(self):
        raise StopIteration(self)

    def __del__(self):
        log.append('del')


def other():
    return Same(2)


def compared():
    value = Same(1) < other()
    return value


def compared_twice():
    value = Same(1) < other() < Same(3)
    return value


def condition():
    if Same(1) < other():
        return 1


def condition_twice():
    if Same(1) < other() < Same(3):
        return 2


def decorated():
    @Same(1)
    def function():
        pass
    return function


def decorated_class():
    @Same(1)
    class Class:
        pass
    return Class


def decorated_twice():
    @Same(1)
    @Same(2)
    def function():
        pass
    return function


def entered():
    with Same(1) as value:
        return value


def assigned_twice():
    first = second = Same(1)
    return first


def augmented_item():
    items = [Same(1)]
    items[other() and 0] += 1
    return items[0]


def called_twice():
    return Same(1)(other())(other())


def added_twice():
    return Same(1) + other() + other()


def either():
    return Same(1) or other()


def conditional():
    return Same(1) if Same(2) > other() else 3


def guarded():
    match Same(1):
        case value if other():
            return value


def asserted():
    assert Same(1) < other()


def looped():
    while Same(1) < other():
        break


def negated():
    return not Same(1) < other()


def named():
    return (value := Same(1)) < other()


def collected():
    return [Same(i) < other() for i in range(2)]


def yielded():
    def generator():
        yield Same(1) < other()
    return list(generator())


def mixed():
    return Same(1) < other() and Same(2) > other() or other()


async def awaits():
    return await Same(1)


def awaited():
    try:
        awaits().send(None)
    except StopIteration as e:
        return e.value


def delegates():
    value = yield from Same(1)
    log.append('kept')
    return value


def delegated():
    try:
        next(delegates())
    except StopIteration as e:
        return e.value


for case in (compared, compared_twice, condition, condition_twice, decorated, decorated_class, decorated_twice, entered,
             assigned_twice, augmented_item, called_twice, added_twice, either, conditional, guarded, asserted, looped,
             negated, named, collected, yielded, mixed, awaited, delegated):
    log.clear()
    result = case()
    log.append('done')
    del result
    print(case.__name__, *log)
# expect: compared del done del
# expect: compared_twice bool del del done del
# expect: condition del bool del done
# expect: condition_twice bool del del bool del done
# expect: decorated done del
# expect: decorated_class done del
# expect: decorated_twice del done del
# expect: entered done del
# expect: assigned_twice done del
# expect: augmented_item bool del done del
# expect: called_twice del del done del
# expect: added_twice del del done del
# expect: either bool done del
# expect: conditional del bool del done del
# expect: guarded bool del done del
# expect: asserted del bool del done
# expect: looped del bool del done
# expect: negated del bool del done
# expect: named del done del
# expect: collected del del done del del
# expect: yielded del done del
# expect: mixed del bool del del bool done del
# expect: awaited done del
# expect: delegated kept done del
