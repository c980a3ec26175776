import struct

print(struct.pack('<bBhHiIqQ?', -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1, 2), struct.calcsize('@bhilq'))  # expect: b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff\xfc\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01' 24
print(struct.pack('>efd', 1.5, -0.25, 1e300), struct.pack('5s3p2xc', b'abc', b'defg', b'z'), struct.pack('0s0i', b''))  # expect: b'>\x00\xbe\x80\x00\x00~7\xe4<\x88\x00u\x9c' b'abc\x00\x00\x02de\x00\x00z' b''
print(struct.unpack('>hHiIqQ', bytes(range(240, 256)) + bytes(12)), struct.unpack('<3s4p?', b'abc\x02xyzA'))  # expect: (-3855, 62195, -185207049, 4177132283, -216736835873800192, 0) (b'abc', b'xy', True)
print(struct.unpack_from('<h', b'abcdef', 2), struct.unpack_from('<h', b'abcdef', -2), list(struct.iter_unpack('BB', b'abcd')))  # expect: (25699,) (26213,) [(97, 98), (99, 100)]
b = bytearray(6)
struct.pack_into('>H', b, 2, 0x4142)
print(b, struct.Struct('<iq').size, struct.Struct(b'2h').format, struct.calcsize('<iq'))  # expect: bytearray(b'\x00\x00AB\x00\x00') 12 2h 12
print(struct.unpack('<e', b'\x00\x7c'), struct.unpack('<f', b'\x00\x00\x80\x3f'), struct.pack('<e', 65504.0))  # expect: (inf,) (1.0,) b'\xff{'


def error(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


print(error(struct.pack, '<h', 40000), error(struct.pack, 'B', -1), error(struct.pack, '>I', 2**32))  # expect: ('error', "'h' format requires -32768 <= number <= 32767") ('error', "'B' format requires 0 <= number <= 255") ('error', "'I' format requires 0 <= number <= 4294967295")
print(error(struct.pack, 'q', 2**63), error(struct.pack, 'Q', -1), error(struct.pack, 'i', 'x'), error(struct.pack, 'f', 'x'))  # expect: ('error', "'q' format requires -9223372036854775808 <= number <= 9223372036854775807") ('error', "'Q' format requires 0 <= number <= 18446744073709551615") ('error', 'required argument is not an integer') ('error', 'required argument is not a float')
print(error(struct.pack, 'e', 1e6), error(struct.pack, '<f', 1e39), struct.pack('f', 1e39), error(struct.pack, 'c', b'ab'), error(struct.pack, 's', 1))  # expect: ('OverflowError', 'float too large to pack with e format') ('OverflowError', 'float too large to pack with f format') b'\x00\x00\x80\x7f' ('error', 'char format requires a bytes object of length 1') ('error', "argument for 's' must be a bytes object")
print(error(struct.unpack, 'i', b'a'), error(struct.unpack_from, 'i', b'abcde', 3), error(struct.pack, 'ii', 1))  # expect: ('error', 'unpack requires a buffer of 4 bytes') ('error', 'unpack_from requires a buffer of at least 7 bytes for unpacking 4 bytes at offset 3 (actual buffer size is 5)') ('error', 'pack expected 2 items for packing (got 1)')
print(error(struct.calcsize, 'z'), error(struct.calcsize, '3'), error(struct.calcsize, '<n'), error(struct.calcsize, 5))  # expect: ('error', 'bad char in struct format') ('error', 'repeat count given without format specifier') ('error', 'bad char in struct format') ('TypeError', 'Struct() argument 1 must be a str or bytes object, not int')
print(error(struct.unpack_from, 'i', b'abcd', -9), error(struct.pack_into, 'i', b, 5, 1), error(struct.iter_unpack, 'i', b'a'))  # expect: ('error', 'offset -9 out of range for 4-byte buffer') ('error', 'pack_into requires a buffer of at least 9 bytes for packing 4 bytes at offset 5 (actual buffer size is 6)') ('error', 'iterative unpacking requires a buffer of a multiple of 4 bytes')
