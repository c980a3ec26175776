import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', 2), re.subn('x*', '-', 'abxd'), re.sub('(?:b|)', '*', 'abc'))  # expect: bbnbnb bbnbna ('-a-b--d-', 5) *a**c*
print(re.sub(r'(\w)(\d)?', r'\1<\2>', 'a1b'), re.sub('(?P<x>a)', r'\g<x>\g<0>\\', 'aa'), re.sub('a', r'\n\t', 'a') == '\n\t')  # expect: a<1>b<> aa\aa\ True
print(re.sub('.', lambda m: m[0].upper() + str(m.start()), 'abc'), re.sub('a', lambda m: '', 'aba'))  # expect: A0B1C2 b
print(re.sub(b'a', bytearray(b'x'), b'bab'), re.sub(b'a', memoryview(b'\\g<0>!'), b'bab'), re.sub('a', 'x', 'b'))  # expect: b'bxb' b'ba!b' b
s = 'unchanged'
print(re.sub('z', 'x', s) is s, re.split('z', s), re.split(',', 'a,b,,c'), re.split('(,)', 'a,b', 1), re.split('x*', 'axbc'))  # expect: True ['unchanged'] ['a', 'b', '', 'c'] ['a', ',', 'b'] ['', 'a', '', 'b', 'c', '']
print(re.split(r'(-)|(,)', 'a-b,c'), re.split('(?<=a)', 'baab'), re.split(b':', b'a:b'))  # expect: ['a', '-', None, 'b', None, ',', 'c'] ['ba', 'a', 'b'] [b'a', b'b']
print(re.match('(a)(b)?', 'a').expand(r'[\1|\2]'), repr(re.escape('a.b*[c]-\n')))  # expect: [a|] 'a\\.b\\*\\[c\\]\\-\\\n'


def error(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


print(error(re.sub, '(a)', r'\g<5>', 'a'), error(re.sub, '(a)', r'\g<n>', 'a'))  # expect: ('error', 'invalid group reference 5 at position 3') ('IndexError', "unknown group name 'n'")
print(error(re.sub, '(a)', r'\2', 'a'), error(re.sub, '(a)', r'\q', 'a'), error(re.sub, '(a)', '\\', 'a'))  # expect: ('error', 'invalid group reference 2 at position 1') ('error', 'bad escape \\q at position 0') ('error', 'bad escape (end of pattern) at position 0')
print(error(re.sub, 'a', 3, 'a'), error(re.sub, 'a', b'x', 'a'), error(re.sub, 'a', lambda m: 3, 'a'))  # expect: ('TypeError', 'decoding to str: need a bytes-like object, int found') ('TypeError', 'sequence item 0: expected str instance, bytes found') ('TypeError', 'sequence item 0: expected str instance, int found')
print(error(re.match, 'a', 3), error(re.match, 'a', b'a'), error(re.match, b'a', 'a'), error(re.split, 'a', None))  # expect: ('TypeError', "expected string or bytes-like object, got 'int'") ('TypeError', 'cannot use a string pattern on a bytes-like object') ('TypeError', 'cannot use a bytes pattern on a string-like object') ('TypeError', "expected string or bytes-like object, got 'NoneType'")
