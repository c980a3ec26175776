import zlib

data = b'hello world ' * 50
print(zlib.compress(b'hello'), zlib.decompress(zlib.compress(data)) == data, len(zlib.compress(data, 9)) < 40)  # expect: b'x\x9c\xcbH\xcd\xc9\xc9\x07\x00\x06,\x02\x15' True True
print(zlib.crc32(b'a'), zlib.crc32(b'b', zlib.crc32(b'a')), zlib.adler32(b'abc'), zlib.adler32(b'c', zlib.adler32(b'ab')))  # expect: 3904355907 2659403885 38600999 38600999
for wbits in (15, -15, 31, 9, -9, 25):
    c = zlib.compressobj(wbits=wbits)
    packed = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(b'end') + c.flush()
    assert zlib.decompress(packed, wbits) == data + b'end', wbits
    d = zlib.decompressobj(wbits)
    parts = [d.decompress(packed[i:i + 1]) for i in range(len(packed))]
    assert b''.join(parts) == data + b'end' and d.eof
print(zlib.decompress(packed, 47) == data + b'end')  # expect: True
d = zlib.decompressobj()
print(d.decompress(zlib.compress(data) + b'rest', 20), d.eof, len(d.unconsumed_tail) > 0)  # expect: b'hello world hello wo' False True
print(len(d.decompress(d.unconsumed_tail)), d.unused_data, d.eof, d.unconsumed_tail)  # expect: 580 b'rest' True b'rest'
c = zlib.compressobj(zdict=b'hello world')
z = c.compress(b'hello world') + c.flush()
print(zlib.decompressobj(zdict=b'hello world').decompress(z))  # expect: b'hello world'
c = zlib.compressobj()
head = c.compress(data)
e = c.copy()
print(head + c.compress(b'x') + c.flush() == zlib.compress(data + b'x'), zlib.decompress(head + e.flush()) == data)  # expect: True True
d = zlib._ZlibDecompressor()
print(d.decompress(zlib.compress(b'abcdef') + b'zz', 3), d.needs_input, d.decompress(b''), d.eof, d.unused_data)  # expect: b'abc' False b'def' True b'zz'


def error(call, *args, **keywords):
    try:
        return call(*args, **keywords)
    except Exception as e:
        return type(e).__module__, type(e).__name__, str(e)


print(error(zlib.decompress, b'abc'), error(zlib.decompress, zlib.compress(data)[:-1]), error(zlib.compress, b'', 10))  # expect: ('zlib', 'error', 'Error -3 while decompressing data: incorrect header check') ('zlib', 'error', 'Error -5 while decompressing data: incomplete or truncated stream') ('zlib', 'error', 'Bad compression level')
print(error(zlib.decompressobj().decompress, z), error(zlib.compressobj, 99), error(zlib.decompress, b'', wbits=7))  # expect: ('zlib', 'error', 'Error 2 while decompressing data') ('builtins', 'ValueError', 'Invalid initialization option') ('zlib', 'error', 'Error -2 while preparing to decompress data: inconsistent stream state')
print(error(zlib.compress, 'x'), error(zlib.crc32, 3), error(d.decompress, b''))  # expect: ('builtins', 'TypeError', "a bytes-like object is required, not 'str'") ('builtins', 'TypeError', "a bytes-like object is required, not 'int'") ('builtins', 'EOFError', 'End of stream already reached')
