"""Writes what modules look like as a text that two processes can compare: namespaces.py FILE MODULE...

The modules are imported in their order, those that cannot be are named. That is all with - in the place of FILE. Then
every object that sys.modules leads to is described once, under the shortest path to it; elsewhere the path stands for
it. So the text tells names and their order, types, attributes, contents and identities. What differs from process to
process is left out: addresses, numbers of processes and threads, caches, what the import machinery remembers.
"""

import gc
import re
import sys
import warnings

type_ = type
FUNCTION = type_(lambda: 0)
CODE = type_((lambda: 0).__code__)
CELL = type_((lambda x: lambda: x)(0).__closure__[0])
MODULE = type_(sys)
BUILTIN = type_(len)
METHOD = type_((lambda self: 0).__get__(0))
GETSET = type_(type_.__dict__['__dict__'])
MEMBER = type_(type_.__dict__['__basicsize__'])
PROXY = type_(type_.__dict__)
ALIAS = type_(list[int])
LEAVES = (type_(None), bool, int, float, complex, str, bytes, type_(...), type_(NotImplemented))

# Attributes of objects that differ from process to process or that looking changes.
LEFT_OUT = {
    'sys': {'path_importer_cache', 'argv', 'orig_argv', '_git'},
    'builtins': {'_'},
    'time': {'_'},
    '_frozen_importlib': {'_module_locks', '_blocking_on'},
    'importlib._bootstrap': {'_module_locks', '_blocking_on'},
    'logging': {'_startTime'},
    're': {'_cache', '_cache2'},
    'linecache': {'cache'},
    'platform': {'_uname_cache'},
    # Its keys have addresses.
    'multiprocessing.util': {'_afterfork_registry'},
    'typing': {'_caches', '_cleanups'},
}
ADDRESS = re.compile(r' at 0x[0-9a-f]+')
# Native objects of which neither repr() nor what they are pickled as tells anything that two processes have alike, or
# that are told of elsewhere.
UNTOLD = {'frame', 'generator', 'coroutine', 'traceback', 'TextIOWrapper', 'FileIO', 'BufferedWriter', 'BufferedReader',
          'FileFinder', 'lock', 'RLock', 'weakref', 'weakproxy', 'weakcallableproxy', '_thread._local', 'module', 'type',
          'mappingproxy', 'object', 'SimpleNamespace', 'cell', 'property', 'staticmethod', 'classmethod', 'method'}
# What native attributes say of a moment, an address or a thread.
VOLATILE = {'__dict__', '__weakref__', '__doc__', '__class__', '__abstractmethods__', 'tb_frame', 'gi_frame',
            'cr_frame', 'co_lnotab', 'native_id', 'ident', '_native_id', '_ident', 'authkey', '_tstate_lock', '__self__',
            '_state', '_hash', '__value__', 'tzname', '_lastpid'}


def members(o):
    """The attributes that native code gives an object."""
    for cls in type_(o).__mro__:
        if cls is object or cls.__flags__ & 512:
            continue
        for name, descriptor in cls.__dict__.items():
            if type_(descriptor) in (GETSET, MEMBER) and name not in VOLATILE:
                try:
                    yield name, descriptor.__get__(o)
                except Exception as e:
                    yield name, type_(e).__name__


def slots(o):
    """The attributes of an object in slots of classes of Python."""
    for cls in type_(o).__mro__:
        if cls.__flags__ & 512:
            for name, descriptor in cls.__dict__.items():
                if type_(descriptor) is MEMBER and name not in VOLATILE:
                    try:
                        yield name, descriptor.__get__(o)
                    except AttributeError:
                        pass


def by_name(classes):
    return sorted(classes, key=lambda cls: (str(cls.__module__), cls.__qualname__))


def own_dict(o):
    try:
        d = object.__getattribute__(o, '__dict__')
    except (AttributeError, TypeError):
        return None
    return d if isinstance(d, dict) else None


class Dump:
    def __init__(self):
        self.paths = {}
        self.queue = []
        self.keep = []
        self.lines = []

    def ref(self, o, path):
        """The text that stands for an object."""
        cls = type_(o)
        if cls in LEAVES:
            return self.leaf(o)
        if (cls is tuple or cls is frozenset) and not o:
            return cls.__name__ + '()'
        known = self.paths.get(id(o))
        if known is None:
            self.paths[id(o)] = known = path
            self.keep.append(o)
            self.queue.append((o, path))
        return '<' + known + '>'

    def leaf(self, o):
        text = repr(o)
        return text if len(text) < 300 else text[:300] + '...' + str(len(text)) + ':' + str(sum(text.encode(
            'utf-8', 'surrogatepass')) % 65521)

    def run(self):
        at = 0
        while at < len(self.queue):
            o, path = self.queue[at]
            at += 1
            parts = self.describe(o, path)
            self.lines.append(path + ' = ' + '\n    '.join(parts))

    def constants(self, o, path):
        """Constants are compared by value: which of them are also other objects is no promise."""
        if type_(o) in (tuple, frozenset):
            parts = [self.constants(item, '%s[%d]' % (path, i)) for i, item in enumerate(o)]
            return type_(o).__name__ + '(' + ', '.join(parts if type_(o) is tuple else sorted(parts)) + ')'
        return self.ref(o, path)

    def entries(self, d, path, left_out=()):
        parts = []
        # Classes of dicts may have their own way to keys and values.
        d = d if type_(d) is dict else dict(dict.items(d)) if isinstance(d, dict) else dict(d)
        name = dict.get(d, '__name__') if isinstance(d, dict) and '__path__' in d else None
        # The order in which submodules were imported depends on which modules are left to their code.
        children = {key for key in d if type_(key) is str and type_(name) is str
                    and sys.modules.get(name + '.' + key) is d[key]}
        for key in [key for key in d if key not in children] + sorted(children):
            if path.endswith('._value2member_map_') and d[key]._name_ not in type_(d[key])._member_map_:
                # A combination of flags that somebody has asked for: a cache.
                continue
            if type_(key) is str:
                if key in left_out or key in VOLATILE and key[:2] != '__':
                    parts.append('.%s: ...' % key)
                    continue
                parts.append('.%s: %s' % (key, self.ref(d[key], path + '.' + key)))
            else:
                n = str(len(parts))
                if type_(key) is int and getattr(d[key], 'ident', None) == key:
                    # A thread by its number.
                    parts.append('[ident]: ' + self.ref(d[key], path + '.value' + n))
                    continue
                parts.append('[%s]: %s' % (self.ref(key, path + '.key' + n), self.ref(d[key], path + '.value' + n)))
        return parts

    def items(self, items, path):
        return ['[%d]: %s' % (i, self.ref(item, '%s[%d]' % (path, i))) for i, item in enumerate(items)]

    def native_state(self, o, path):
        """What native code tells of an object whose parts have no names."""
        parts = ['repr: ' + ADDRESS.sub('', repr(o))[:300]]
        try:
            # That those of itertools will have no reduced form one day is no difference.
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', DeprecationWarning)
                reduced = o.__reduce_ex__(4)
        except Exception as e:
            parts.append('reduced: ' + type_(e).__name__)
        else:
            if type_(reduced) is tuple:
                # Made anew each time: the tuples are not objects of their own.
                parts += ['reduced %d: %s' % (i, self.value(part, '%s.reduced%d' % (path, i)))
                          for i, part in enumerate(reduced[:3])]
        return parts

    def value(self, o, path, depth=3):
        if type_(o) in (tuple, list, dict) and depth:
            items = list(o.items()) if type_(o) is dict else o
            return type_(o).__name__ + '(' + ', '.join(
                self.value(item, '%s[%d]' % (path, i), depth - 1) for i, item in enumerate(items[:1000])) + ')'
        # What is reached in this way alone may have been made by looking.
        return self.ref(o, path) if type_(o) in LEAVES or id(o) in self.paths else type_(o).__name__

    def is_found(self, o):
        """Whether looking for what a container has finds it: hashes and order agree with its content."""
        cls = type_(o)
        try:
            if cls is dict:
                return all(o[key] is value for key, value in list(o.items()))
            return all(item in o for item in list(o))
        except Exception as e:
            return type_(e).__name__

    def describe(self, o, path):
        cls = type_(o)
        parts = [cls.__name__ + ' ' + self.ref(cls, path + '.type')]
        if not gc.is_tracked(o) and cls not in (tuple, dict):
            parts.append('not tracked')
        if cls in (dict, set, frozenset) and o is not sys.modules:
            parts.append('found: %s' % self.is_found(o))
        if isinstance(o, MODULE):
            return parts + ['names: ' + self.ref(o.__dict__, path + '.__dict__')]
        if isinstance(o, type_):
            return parts + self.of_class(o, path)
        if cls is FUNCTION:
            names = ('__code__', '__defaults__', '__kwdefaults__', '__closure__', '__annotations__', '__dict__',
                     '__name__', '__qualname__', '__module__', '__doc__', '__type_params__', '__globals__',
                     '__builtins__')
        elif cls is CODE:
            names = ('co_name', 'co_qualname', 'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals',
                     'co_flags', 'co_code', 'co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars',
                     'co_filename', 'co_firstlineno', 'co_linetable', 'co_exceptiontable')
        elif cls is BUILTIN:
            names = ('__name__', '__qualname__', '__self__', '__module__', '__doc__')
        elif cls is METHOD:
            names = ('__func__', '__self__')
        elif cls is ALIAS:
            names = ('__origin__', '__args__', '__parameters__')
        elif cls is CELL:
            names = ('cell_contents',)
        else:
            return parts + self.of_instance(o, path)
        for name in names:
            try:
                value = getattr(o, name)
            except (AttributeError, ValueError) as e:
                parts.append('.%s: %s' % (name, type_(e).__name__))
            else:
                describe = self.constants if name == 'co_consts' else self.ref
                parts.append('.%s: %s' % (name, describe(value, path + '.' + name)))
        return parts

    def of_class(self, o, path):
        parts = []
        for name in ('__name__', '__qualname__', '__flags__', '__basicsize__', '__base__', '__bases__', '__mro__',
                     '__type_params__', '__text_signature__', '__dictoffset__', '__weakrefoffset__'):
            try:
                value = type_.__getattribute__(o, name)
            except (AttributeError, TypeError) as e:
                parts.append('.%s: %s' % (name, type_(e).__name__))
                continue
            parts.append('.%s: %s' % (name, self.ref(value, path + '.' + name)))
        parts += self.entries(type_.__getattribute__(o, '__dict__'), path)
        # Their order, and who gets its path here, depends on which modules are left to their code.
        subclasses = sorted(self.ref(s, path + '.subclass.' + s.__name__)
                            for s in by_name(type_.__subclasses__(o)) if s is not Dump)
        parts.append('subclasses: ' + ' '.join(subclasses))
        if '_abc_impl' in o.__dict__:
            registry = by_name(r() for r in sys.modules['_abc']._get_dump(o)[0])
            parts.append('registry: ' + ' '.join(sorted(self.ref(r, path + '.registered.' + r.__name__)
                                                        for r in registry)))
        return parts

    def of_instance(self, o, path):
        parts = []
        cls = type_(o)
        if isinstance(o, (int, float, complex, str, bytes)):
            base = next(b for b in (int, float, complex, str, bytes) if isinstance(o, b))
            parts.append('value: ' + base.__repr__(o))
        elif isinstance(o, (list, tuple)):
            base = list if isinstance(o, list) else tuple
            parts += self.items(list(base.__iter__(o)), path)
        elif isinstance(o, (set, frozenset)):
            base = set if isinstance(o, set) else frozenset
            texts = sorted(((repr(i) if isinstance(i, LEAVES) else type_(i).__name__ + getattr(i, '__name__', '')), n)
                           for n, i in enumerate(base.__iter__(o)))
            all_ = list(base.__iter__(o))
            parts += self.items([all_[n] for _, n in texts], path)
        elif o is sys.modules:
            parts += ['.%s: %s' % (name, self.ref(o[name], path + '.' + name)) for name in names_of_modules()]
        elif isinstance(o, dict):
            name = dict.get(o, '__name__') if '__spec__' in o else None
            parts += self.entries(o, path, LEFT_OUT.get(name, ()) if type_(name) is str else ())
        elif cls is PROXY:
            parts += self.entries(dict(o), path)
        elif isinstance(o, bytearray):
            parts.append('value: ' + bytearray.__repr__(o))
        elif isinstance(o, sys.modules['_weakref'].ref):
            referent = o()
            parts.append('to: ' + (self.ref(referent, path + '.referent') if referent is not None else 'nothing'))
            parts.append('callback: ' + self.ref(o.__callback__, path + '.callback'))
        elif cls.__name__ == 'deque':
            parts += self.items(list(o), path)
        elif cls.__name__ in ('count', 'Struct', 'repeat'):
            parts.append('repr: ' + (repr(o) if cls.__name__ != 'Struct' else repr(getattr(o, 'format', None))))
        elif isinstance(o, (property, staticmethod, classmethod)):
            for name in ('fget', 'fset', 'fdel', '__doc__', '__func__'):
                if hasattr(o, name):
                    parts.append('.%s: %s' % (name, self.ref(getattr(o, name), path + '.' + name)))
        if cls.__name__ not in ('frame', 'generator', 'traceback', 'TextIOWrapper', 'FileIO', 'BufferedWriter',
                                'BufferedReader', 'FileFinder'):
            for name, value in members(o):
                parts.append('native %s: %s' % (name, self.ref(value, path + '.' + name)))
        if not cls.__flags__ & 512 and not isinstance(o, (int, float, complex, str, bytes, list, tuple, set, frozenset,
                                                          dict, BaseException)) and cls.__name__ not in UNTOLD:
            parts += self.native_state(o, path)
        for name, value in slots(o):
            parts.append('slot %s: %s' % (name, self.ref(value, path + '.' + name)))
        d = own_dict(o)
        if d is not None and cls is not PROXY:
            parts += self.entries(d, path)
        return parts


def names_of_modules():
    """
    The names in sys.modules, those last under which modules put themselves there again. Sorted: which come first
    depends on which modules are left to their code.
    """
    own = []
    again = []
    for name, module in sys.modules.items():
        spec = getattr(module, '__spec__', None)
        (own if spec is None or spec.name == name else again).append(name)
    return sorted(own) + sorted(again)


def main():
    file, *names = sys.argv[1:]
    failures = []
    for name in names:
        try:
            # As a module does it: a program gets warnings that others do not.
            exec('__import__(name)', {'__name__': 'importer', 'name': name})
        except BaseException as e:
            failures.append('%s: %s: %s' % (name, type_(e).__name__, e))
    if file == '-':
        return
    # Classes that decorators replaced.
    gc.collect()
    dump = Dump()
    order = names_of_modules()
    for name in order:
        if name != '__main__':
            dump.ref(sys.modules[name], name)
    dump.run()
    with open(file, 'w', encoding='utf-8', errors='surrogatepass') as out:
        out.write('cannot be imported:\n' + '\n'.join(failures) + '\n')
        out.write('sys.modules: ' + ' '.join(order) + '\n')
        for line in dump.lines:
            out.write(line + '\n')


if __name__ == '__main__':
    main()
