import re

print(re.match('(?:a|b)*c', 'abbac').span(), re.match('(a*)*', 'aab').groups())  # expect: (0, 5) ('',)
print(re.match('(?:(a)|b)*', 'ab').groups(), re.match('(?:(a)|(b))*', 'ab').groups())  # expect: ('a',) ('a', 'b')
print(re.match('(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.match('(a+?)(a*)', 'aaa').groups())  # expect: ('a', 'bcd', '') ('a', 'aa')
print(re.match('a{2,3}?', 'aaaa').span(), re.match('(?:ab){2,}', 'ababa').span(), re.match('a{0}b', 'b').span())  # expect: (0, 2) (0, 4) (0, 1)
print(re.match('a*+a', 'aaa'), re.match('a++b', 'aab').span(), re.match('(?:ab|a)++b', 'ab'))  # expect: None (0, 3) None
print(re.match('(?>a+)a', 'aaa'), re.match('(?>a|ab)c', 'abc'))  # expect: None None
print(re.match(r'(?:a?)*?$', 'a').span(), re.match(r'(?:a?)*?b', 'ab').span())  # expect: (0, 1) (0, 2)
print(len(re.match('(?:x)*', 50000 * 'x').group()), len(re.match('(x|y)*?z', 50000 * 'xy' + 'z').group()))  # expect: 50000 100001
print(re.match('(?:a{1,2}){2,3}$', 'aaaaaa').span(), re.match('.*?,(.*?),', 'a,b,c').groups())  # expect: (0, 6) ('b',)
