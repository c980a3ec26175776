import io
import pickle


def show(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return vars(self) == vars(other)


class Slotted:
    __slots__ = 'a', 'b'


class Odd:
    def __init__(self, reduction):
        self.reduction = reduction

    def __reduce__(self):
        return self.reduction


class Persistent(pickle.Pickler):
    def persistent_id(self, o):
        return 'id-' + o[1:] if isinstance(o, str) and o.startswith('#') else None


class Loading(pickle.Unpickler):
    def persistent_load(self, pid):
        return '#' + pid[3:]

    def find_class(self, module, name):
        if name == 'system':
            raise pickle.UnpicklingError('forbidden: ' + name)
        return super().find_class(module, name)


class Overriding(pickle.Pickler):
    def reducer_override(self, o):
        return (int, ('42',)) if isinstance(o, Point) else NotImplemented


values = [None, True, 0, 255, 65536, -1, 2**31, -2**70, 1.5, 'a\u20ac\U0001f600', b'\xff' * 300, bytearray(b'x'), (), (1,),
          (1, 2, 3, 4), [], [1], {'a': [1]}, {1, 2}, frozenset([3]), int, len, Point(1, 2), slice(1, 2), Ellipsis, 1j]
results = [pickle.loads(pickle.dumps(values, p)) == values for p in range(6)]
print(results)  # expect: [True, True, True, True, True, True]
same = [1]
show(lambda: (lambda r: r[0] is r[1])(pickle.loads(pickle.dumps([same, same]))))  # expect: True
same.append(same)
show(lambda: (lambda r: r[1] is r)(pickle.loads(pickle.dumps(same))))  # expect: True
show(lambda: pickle.dumps([1, 'a', (2, 3)], 0))  # expect: b'(lp0\nI1\naVa\np1\na(I2\nI3\ntp2\na.'
show(lambda: pickle.dumps({'k': [1.5, None]}, 2))  # expect: b'\x80\x02}q\x00X\x01\x00\x00\x00kq\x01]q\x02(G?\xf8\x00\x00\x00\x00\x00\x00Nes.'
show(lambda: pickle.dumps(('text', b'bytes', {7}), 4))  # expect: b'\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00\x8c\x04text\x94C\x05bytes\x94\x8f\x94(K\x07\x90\x87\x94.'
show(lambda: pickle.dumps(range(3), 5))  # expect: b'\x80\x05\x95 \x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05range\x94\x93\x94K\x00K\x03K\x01\x87\x94R\x94.'
show(lambda: pickle.dumps(lambda: 1))  # expect: AttributeError: Can't pickle local object '<lambda>.<locals>.<lambda>'
show(lambda: pickle.dumps(Odd(5)))  # expect: PicklingError: __reduce__ must return a string or tuple
show(lambda: pickle.dumps(Odd((int,))))  # expect: PicklingError: tuple returned by __reduce__ must contain 2 through 6 elements
show(lambda: pickle.dumps(1, 6))  # expect: ValueError: pickle protocol must be <= 5
show(lambda: pickle.loads(b'\x80\x04K'))  # expect: UnpicklingError: pickle data was truncated
show(lambda: pickle.loads(b''))  # expect: EOFError: Ran out of input
show(lambda: pickle.loads(b'!'))  # expect: UnpicklingError: invalid load key, '!'.
show(lambda: pickle.loads(b'csys\nnothing\n.'))  # expect: AttributeError: Can't get attribute 'nothing' on <module 'sys' (built-in)>
show(lambda: pickle.loads(b"S'\\xe9'\n.", encoding='latin-1'))  # expect: 'é'
show(lambda: pickle.loads(b'c__builtin__\nxrange\n(K\x03tR.'))  # expect: range(0, 3)
file = io.BytesIO()
Persistent(file).dump(['#one', 'two'])
file.seek(0)
show(lambda: Loading(file).load())  # expect: ['#one', 'two']
show(lambda: Loading(io.BytesIO(b'cos\nsystem\n.')).load())  # expect: UnpicklingError: forbidden: system
file = io.BytesIO()
Overriding(file).dump([Point(1, 2), 3])
show(lambda: pickle.loads(file.getvalue()))  # expect: [42, 3]
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
pickler.dump(same)
first = file.tell()
pickler.dump(same)
show(lambda: (file.tell() - first, sorted(i for i, o in pickler.memo.copy().values())))  # expect: (5, [0])
buffers = []
data = pickle.dumps(pickle.PickleBuffer(bytearray(b'large')), 5, buffer_callback=buffers.append)
show(lambda: (len(data), bytes(pickle.loads(data, buffers=buffers))))  # expect: (4, b'large')
show(lambda: pickle.loads(data))  # expect: UnpicklingError: pickle stream refers to out-of-band data but no *buffers* argument was given
s = Slotted()
s.a = 1
show(lambda: (pickle.loads(pickle.dumps(s)).a, hasattr(pickle.loads(pickle.dumps(s)), 'b')))  # expect: (1, False)
