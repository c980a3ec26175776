import hashlib
import hmac

for_all = sorted(hashlib.algorithms_guaranteed)
print(for_all)  # expect: ['blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512', 'shake_128', 'shake_256']
digests = {}
for name in for_all:
    h = hashlib.new(name, b'abc')
    digests[name] = h.hexdigest(4) if name.startswith('shake') else h.hexdigest()[:8]
print(digests)  # expect: {'blake2b': 'ba80a53f', 'blake2s': '508c5e8c', 'md5': '90015098', 'sha1': 'a9993e36', 'sha224': '23097d22', 'sha256': 'ba7816bf', 'sha384': 'cb00753f', 'sha3_224': 'e642824c', 'sha3_256': '3a985da7', 'sha3_384': 'ec014982', 'sha3_512': 'b751850b', 'sha512': 'ddaf35a1', 'shake_128': '5881092d', 'shake_256': '48336660'}
h = hashlib.sha256()
h.update(b'a')
other = h.copy()
other.update(bytearray(b'bc'))
print(h.hexdigest()[:8], other.hexdigest()[:8], h.name, h.digest_size, h.block_size)  # expect: ca978112 ba7816bf sha256 32 64
print(hashlib.blake2b(b'x', digest_size=4, key=b'k', salt=b's', person=b'p').hexdigest())  # expect: 8935d7ad
print(hmac.new(b'key', b'The quick brown fox jumps over the lazy dog', 'sha256').hexdigest()[:16])  # expect: f7bc83f430538424
print(hmac.digest(b'k' * 200, b'm', 'md5').hex(), hmac.compare_digest('a', 'a'))  # expect: a540332f0f34ebc0f5a4f42a3e8316d1 True
print(hashlib.pbkdf2_hmac('sha1', b'password', b'salt', 2).hex())  # expect: ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957
print(hashlib.scrypt(b'password', salt=b'NaCl', n=16, r=8, p=2, dklen=8).hex())  # expect: d8d4867127a6369b


def error(call, *args, **keywords):
    try:
        return call(*args, **keywords)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(hashlib.new, 'nothing'))  # expect: ValueError: unsupported hash type nothing
print(error(hashlib.md5, 'text'))  # expect: TypeError: Strings must be encoded before hashing
print(error(hashlib.pbkdf2_hmac, 'md5', b'', b'', 0))  # expect: ValueError: iteration value must be greater than 0.
print(error(hashlib.scrypt, b'p', salt=b's', n=3, r=8, p=1))  # expect: ValueError: n must be a power of 2.
print(error(hashlib.scrypt, b'p', salt=b's', n=1 << 20, r=8, p=1))  # expect: ValueError: [digital envelope routines] memory limit exceeded
