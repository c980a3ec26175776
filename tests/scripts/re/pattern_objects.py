import copy
import re

p = re.compile('(?P<a>x)(y)', re.I | re.M)
print(p, p.flags, p.groups, p.groupindex, p.pattern)  # expect: re.compile('(?P<a>x)(y)', re.IGNORECASE|re.MULTILINE) 42 2 {'a': 1} (?P<a>x)(y)
print(re.compile(b'a', re.L), re.compile('a', re.A), len(repr(re.compile('a' * 300))))  # expect: re.compile(b'a', re.LOCALE) re.compile('a', re.ASCII) 212
print(p == re.compile('(?P<a>x)(y)', re.I | re.M), p == re.compile('(?P<a>x)(y)'), hash(p) == hash(copy.copy(p)), p != 1)  # expect: True False True True
print(copy.deepcopy(p) is p, re.Pattern[str], re.Match[bytes], type(p), type(p.match('xy')))  # expect: True re.Pattern[str] re.Match[bytes] <class 're.Pattern'> <class 're.Match'>
print(p.match('xy'), re.match('.*', 'x' * 60))  # expect: <re.Match object; span=(0, 2), match='xy'> <re.Match object; span=(0, 60), match='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>
s = re.compile('a|b').scanner('ab.a')
print(s.match().group(), s.match().group(), s.match(), s.match(), s.pattern)  # expect: a b None None re.compile('a|b')
it = re.finditer('a', 'aXa')
print(next(it).span(), [m.span() for m in it], iter(it) is it, type(it).__name__)  # expect: (0, 1) [(2, 3)] True callable_iterator


def error(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


print(error(re.Pattern), error(re.Match), error(p.match), error(p.match, 'a', 'b'))  # expect: ('TypeError', "cannot create 're.Pattern' instances") ('TypeError', "cannot create 're.Match' instances") ('TypeError', "match() missing required argument 'string' (pos 1)") ('TypeError', "'str' object cannot be interpreted as an integer")
print(error(re.compile, '('), error(re.compile, '*'), error(re.compile, '[z-a]'), error(re.compile, '(?<=a*)'))  # expect: ('error', 'missing ), unterminated subpattern at position 0') ('error', 'nothing to repeat at position 0') ('error', 'bad character range z-a at position 1') ('error', 'look-behind requires fixed-width pattern')
print(error(setattr, p, 'flags', 1), error(p.match('xy').group, 'no'))  # expect: ('AttributeError', 'readonly attribute') ('IndexError', 'no such group')
b = bytearray(b'x')
it = re.finditer(b'a', b)
print(error(b.extend, b'y'))  # expect: ('BufferError', 'Existing exports of data: object cannot be re-sized')
del it
b.extend(b'y')
print(b)  # expect: bytearray(b'xy')
