import codecs


def search(name):
    print('asked for', name)
    return codecs.lookup('latin-1') if name == 'zork' else None


codecs.register(search)
print('é'.encode('cp1252'), 'a'.encode('utf-16-le'))  # expect: b'\xe9' b'a\x00'
print('é'.encode('zork'))
# expect: asked for zork
# expect: b'\xe9'
print('é'.encode('ZORK'))  # expect: b'\xe9'
codecs.unregister(search)
try:
    'é'.encode('zork')
except LookupError as e:
    print(e)  # expect: unknown encoding: zork
