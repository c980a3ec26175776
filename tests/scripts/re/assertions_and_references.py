import re

print(re.match('(?=a)(a)', 'a').groups(), re.match('(?!a)', 'a'), re.search('(?<=a)b', 'ab').span())  # expect: ('a',) None (1, 2)
print(re.search('(?<!a)b', 'ab'), re.search('(?<=(a))b', 'ab').groups(), re.search('(?<=ab|cd)e', 'cde').span())  # expect: None ('a',) (2, 3)
print(re.match(r'(a)(b)\2\1', 'abba').span(), re.match(r'(?i)(a)\1', 'aA').span(), re.match(r'(?P<q>["\']).*?(?P=q)', '"it\'s"').span())  # expect: (0, 4) (0, 2) (0, 6)
print(re.match('(<)?a(?(1)>|$)', '<a>').span(), re.match('(<)?a(?(1)>|$)', '<a'), re.match('(?:(a)|b)(?(1)c|d)', 'bd').span())  # expect: (0, 3) None (0, 2)
print(re.findall(r'\bfoo\b', 'foo food foo'), re.findall(r'\B.', 'ab c'), re.search(r'\Aa\Z', 'a').span())  # expect: ['foo', 'foo'] ['b'] (0, 1)
print(re.findall('^.', 'a\nb', re.M), re.findall('.$', 'a\nb\n', re.M), re.findall('.$', 'a\nb\n'), re.findall('(?s).', 'a\n'))  # expect: ['a', 'b'] ['a', 'b'] ['b'] ['a', '\n']
print([m.start() for m in re.finditer('(?m)^', 'a\n\nb')], re.search('(?a)\\w+', 'é1').span(), re.search(r'\b', ''))  # expect: [0, 2, 3] (1, 2) None
