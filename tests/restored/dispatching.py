import logging
import sys
import dispatch
from dispatch import core, extensions, journal, lazy

print(core.add(1, 2), core.add('a', 'b'), core.add(core.leaf, core.leaf), core.add.order == dispatch.add.order)
print([[t.__name__ for t in signature] for signature in core.add.order], len(core.add.cache))
try:
    core.add(1, 'b')
except NotImplementedError as e:
    print(e)
fresh = core.Node('tree', core.Node('leaf'), core.Node('other'))
print(core.known[fresh], core.known[core.Node('leaf')], core.known[core.Node('sum', core.leaf, fresh)])
print(hash(fresh) == hash(core.tree), core.known[core.Node('late', core.Node('leaf'))], extensions.late in core.known)
print(core.eager.number == hash('eager'), core.eager.of_itself == id(core.eager))
print(core.hashed['number'] == hash('text'), core.hashed['ids'] == [id(core.leaf)])
print(core.Described.described, core.Described.__doc__, core.letters, core.numbers, sorted(core.pending), core.options)
print(journal.log.handlers, journal.log.level, journal.log.propagate, logging.getLevelName(35))
print(journal.named.logger is logging.getLogger('dispatch.named'), journal.named.logger.parent is journal.log)
print(lazy.anything, lazy is sys.modules['dispatch.lazy'] is dispatch.lazy, type(lazy).__name__, lazy.__doc__)
print(lazy.__name__, lazy.__spec__.name, sorted(vars(lazy)))
print(extensions.AsSized().size, core.Sized().size, extensions.AsSized.size is core.Sized.size)
