import re

print(re.match('(?i)STRASSE', 'strasse').span(), re.match('(?i)\u00e4', '\u00c4').span(), re.match('(?ai)\u00e4', '\u00c4'))  # expect: (0, 7) (0, 1) None
print([bool(re.match('(?i)' + a, b)) for a, b in ('i\u0130', 's\u017f', 'k\u212a', '\u03c3\u03c2', '\u1c80\u0432', '\ufb05\ufb06')])  # expect: [True, True, True, True, True, True]
print(re.findall(r'\w+', 'a_\u0434\u0661 \u4e2d-\u00b2'), re.findall(r'(?a)\w+', 'a\u0434b'), re.findall(r'\d', '1\u0661\u00b2'))  # expect: ['a_д١', '中', '²'] ['a', 'b'] ['1', '١']
print(re.findall(r'\s', ' \x1c\x85\xa0\u2003\u200b'), re.findall(br'\s', b' \x1c\x85\xa0'))  # expect: [' ', '\x1c', '\x85', '\xa0', '\u2003'] [b' ']
print(re.findall('[\U00010400-\U00010410]', '\U00010400\U00010428'), re.findall('(?i)[\U00010400-\U00010410]', '\U00010400\U00010428'))  # expect: ['𐐀'] ['𐐀', '𐐨']
print(re.findall('(?i)[a-z]', 'aZ\u017f\u212a'), re.findall('[^a-z]', 'a\ud800b\u20ac'), re.findall('(?i)[^x]', 'xXy'))  # expect: ['a', 'Z', 'ſ', 'K'] ['\ud800', '€'] ['y']
print(re.findall('[\u0100-\u0400x]', '\u00ff\u0100\u03ffx\u0401'), re.search('\U0001f600', 'a\U0001f600').span())  # expect: ['Ā', 'Ͽ', 'x'] (1, 2)
print(re.match(b'(?iL)[a-z]+', b'aZ\xe9').span(), re.match('(?i:a)b', 'Ab').span(), re.match('(?i)(?-i:a)b', 'aB').span())  # expect: (0, 2) (0, 2) (0, 2)
