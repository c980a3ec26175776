import re

print(re.match('a+', 'baa'), re.search('a+', 'baa'))  # expect: None <re.Match object; span=(1, 3), match='aa'>
print(re.fullmatch('a|ab', 'ab').span())  # expect: (0, 2)
print(re.match(r'(?P<first>\w+) (?P<second>\w+)?', 'one two').groupdict())  # expect: {'first': 'one', 'second': 'two'}
p = re.compile('(a)|(b)')
print(p.match('b').groups(), p.match('b').lastindex, p.match('b').regs)  # expect: (None, 'b') 2 ((0, 1), (-1, -1), (0, 1))
print(p.match('b').group(1, 2), p.match('b')[2], p.match('b').groups('x'))  # expect: (None, 'b') b ('x', 'b')
print(p.search('xxb', 1).span(), p.search('xxb', 0, 2), p.match('b').pos, p.match('b').endpos)  # expect: (2, 3) None 0 1
print(re.compile('^b').search('ab', 1), re.compile('b$').search('abc', 0, 2).span())  # expect: None (1, 2)
m = re.match('(?P<n>a)(b)?', 'a')
print(m.lastgroup, m.span(2), m.start('n'), m.end('n'), m.string, m.re.pattern)  # expect: n (-1, -1) 0 1 a (?P<n>a)(b)?
print(re.search('x*', 'aaa').span(), [x.span() for x in re.finditer('x*', 'axa')])  # expect: (0, 0) [(0, 0), (1, 2), (2, 2), (3, 3)]
print(re.findall('a|(b)', 'ab'), re.findall('(a)(b)?', 'aab'), re.findall('a.', 'abac'))  # expect: ['', 'b'] [('a', ''), ('a', 'b')] ['ab', 'ac']
print(bool(re.match('', '')), re.search(b'\xff+', b'a\xff\xff').group())  # expect: True b'\xff\xff'
for bad in (3, 'x', -1, 1 << 70):
    try:
        m.group(bad)
    except IndexError as e:
        error = str(e)
print(error)  # expect: no such group
