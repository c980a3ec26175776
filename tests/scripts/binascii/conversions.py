import binascii

print(binascii.hexlify(b'\x00\xffab'), binascii.hexlify(b'abcdef', '-', 2), binascii.b2a_hex(b'abcde', b':', -2), binascii.unhexlify('00fF'))  # expect: b'00ff6162' b'6162-6364-6566' b'6162:6364:65' b'\x00\xff'
print(binascii.b2a_base64(b'hello'), binascii.b2a_base64(b'hello', newline=False), binascii.a2b_base64('aGVs\nbG8='), binascii.a2b_base64(b'YQ=='))  # expect: b'aGVsbG8=\n' b'aGVsbG8=' b'hello' b'a'
print(binascii.b2a_uu(b'hello'), binascii.a2b_uu(b'%:&5L;&\\ \n'), binascii.b2a_uu(b'\0', backtick=True))  # expect: b'%:&5L;&\\ \n' b'hello' b'!````\n'
print(binascii.b2a_qp(b'a=\xe9 \t\n.\n'), binascii.a2b_qp(b'a=3D=\nb_', header=True), binascii.b2a_qp(b'a b', header=True))  # expect: b'a=3D=E9 =09\n=2E\n' b'a=b ' b'a_b'
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'hello', 0))  # expect: 907060870 907060870 50018


def error(call, *args, **keywords):
    try:
        return call(*args, **keywords)
    except Exception as e:
        return type(e).__name__, str(e)


print(error(binascii.unhexlify, 'abc'), error(binascii.unhexlify, 'zz'), error(binascii.a2b_base64, 'a'), error(binascii.a2b_base64, 'ab'))  # expect: ('Error', 'Odd-length string') ('Error', 'Non-hexadecimal digit found') ('Error', 'Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4') ('Error', 'Incorrect padding')
print(error(binascii.a2b_base64, 'YQ==\n', strict_mode=True), error(binascii.a2b_base64, '=', strict_mode=True))  # expect: ('Error', 'Excess data after padding') ('Error', 'Leading padding not allowed')
print(error(binascii.hexlify, 'x'), error(binascii.unhexlify, '\u0661'), error(binascii.a2b_hex, 3), error(binascii.hexlify, b'a', 'xy'))  # expect: ('TypeError', "a bytes-like object is required, not 'str'") ('ValueError', 'string argument should contain only ASCII characters') ('TypeError', "argument should be bytes, buffer or ASCII string, not 'int'") ('ValueError', 'sep must be length 1.')
print(error(binascii.b2a_uu, b'x' * 46), issubclass(binascii.Error, ValueError))  # expect: ('Error', 'At most 45 bytes at once') True
