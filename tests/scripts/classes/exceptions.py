print(repr(ValueError('a', 1)), str(ValueError('a', 1)), repr(ValueError('x')))  # expect: ValueError('a', 1) ('a', 1) ValueError('x')
print(str(KeyError('k')), repr(OSError(2, 'no', 'f')))  # expect: 'k' FileNotFoundError(2, 'no')
print(OSError(2, 'no', 'f'))  # expect: [Errno 2] no: 'f'
print(OSError(2, 'no', 'f', None, 'g'))  # expect: [Errno 2] no: 'f' -> 'g'
print(type(OSError(13, 'x')).__name__, OSError(13, 'x').errno)  # expect: PermissionError 13
e = StopIteration(4)
print(e.value, SystemExit(3).code, SystemExit().code)  # expect: 4 3 None
print(ImportError('m', name='n', path='p').name)  # expect: n
try:
    ImportError('m', bad=1)
except TypeError as e:
    print(e)  # expect: 'bad' is an invalid keyword argument for ImportError()
s = SyntaxError('msg', ('file.py', 3, 4, 'text'))
print(s, s.lineno, s.offset, s.text)  # expect: msg (file.py, line 3) 3 4 text
print(UnicodeDecodeError('ascii', b'a\xff', 1, 2, 'bad'))  # expect: 'ascii' codec can't decode byte 0xff in position 1: bad
print(UnicodeEncodeError('ascii', 'a\xff\xff', 1, 3, 'bad'))  # expect: 'ascii' codec can't encode characters in position 1-2: bad
e = ValueError('x')
e.add_note('n1')
print(e.__notes__, e.with_traceback(None) is e)  # expect: ['n1'] True
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError('k') from z
except KeyError as k:
    print(type(k.__cause__).__name__, type(k.__context__).__name__, k.__suppress_context__)  # expect: ZeroDivisionError ZeroDivisionError True
g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
print(g)  # expect: g (2 sub-exceptions)
m, r = g.split(ValueError)
print(repr(m), repr(r))  # expect: ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) ExceptionGroup('g', [ExceptionGroup('h', [TypeError(2)])])
print(g.subgroup(KeyError))  # expect: None
print(type(BaseExceptionGroup('b', [ValueError()])).__name__)  # expect: ExceptionGroup
class Own(Exception):
    def __init__(self, a, b): self.pair = a, b
print(Own(1, 2).args, Own(1, 2).pair)  # expect: (1, 2) (1, 2)
import pickle
print(repr(pickle.loads(pickle.dumps(OSError(2, 'no', 'f')))))  # expect: FileNotFoundError(2, 'no')
