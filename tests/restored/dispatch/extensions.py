"""Changes objects of the other module in all ways."""

from . import core


@core.add.register(str, str)
def add_texts(a, b):
    return f'{a}+{b}'


@core.add.register(core.Node, core.Node)
def add_nodes(a, b):
    return core.Node('sum', a, b)


def describe(cls):
    cls.described = cls.__name__.lower()
    cls.__doc__ = f'{cls.__name__}, decorated.'
    return cls


describe(core.Described)
core.known[core.add(core.leaf, core.tree)] = 'sum'
late = core.Node('late', core.leaf)
core.known[late] = 'late'
core.letters.sort()
core.letters.reverse()
core.letters[0] = 'E'
core.numbers[1:3] = [20, 30, 31]
del core.numbers[0]
core.numbers += [7]
del core.numbers[::2]
core.pending.discard('two')
core.pending |= {'four'}
core.options.clear()
core.options['new'] = core.add(1, 2)


class AsSized:
    size = core.Sized.__dict__['size']
