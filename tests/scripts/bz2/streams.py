import bz2
import io
import tarfile

data = b''.join(b'line %d of a text that repeats itself\n' % n for n in range(3000))
packed = bz2.compress(data)
print(packed[:4], len(packed) < len(data) // 5, bz2.decompress(packed) == data)  # expect: b'BZh9' True True
print(bz2.compress(b''), bz2.decompress(bz2.compress(b'')))  # expect: b'BZh9\x17rE8P\x90\x00\x00\x00\x00' b''
for sample in (b'\0' * 1_000_000, bytes(range(256)) * 5, b'abc' * 70_000, b'aaaa', b'a' * 259 + b'b'):
    for level in (1, 9):
        assert bz2.decompress(bz2.compress(sample, level)) == sample
print(bz2.decompress(b'BZh91AY&SY\x9eb[\xfe\x00\x00\x02\x91\x00@\x00\x02D\xa0\x00!\x14`f\x82\x91\xef#G\x0b\xb9"\x9c(HO1-\xff\x00'))  # expect: b'hello hello hello'
d = bz2.BZ2Decompressor()
out = b''.join(d.decompress(packed[i:i + 11]) for i in range(0, len(packed), 11))
print(out == data, d.eof, d.needs_input)  # expect: True True False
d = bz2.BZ2Decompressor()
print(len(d.decompress(packed + b'rest', 100)), d.needs_input, len(d.decompress(b'')) + 100 == len(data), d.unused_data)  # expect: 100 False True b'rest'
c = bz2.BZ2Compressor(3)
print(bz2.decompress(c.compress(b'one ') + c.compress(b'two') + c.flush()))  # expect: b'one two'
print(bz2.decompress(bz2.compress(b'a') + bz2.compress(b'b')))  # expect: b'ab'


def error(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(bz2.decompress, b'BZh9 no'))  # expect: OSError: Invalid data stream
print(error(bz2.decompress, packed[:-5]))  # expect: ValueError: Compressed data ended before the end-of-stream marker was reached
print(error(d.decompress, b'more'))  # expect: EOFError: End of stream already reached
print(error(c.flush))  # expect: ValueError: Repeated call to flush()
print(error(bz2.compress, b'', 10))  # expect: ValueError: compresslevel must be between 1 and 9
broken = bytearray(packed)
broken[12] ^= 4
print(error(bz2.decompress, broken))  # expect: OSError: Invalid data stream
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode='w:bz2') as archive:
    info = tarfile.TarInfo('name')
    info.size = 5
    archive.addfile(info, io.BytesIO(b'hello'))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    print(archive.extractfile('name').read())  # expect: b'hello'
