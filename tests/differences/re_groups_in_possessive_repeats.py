# reason: CPython 3.12 doesn't restore the groups of an item of a possessive repeat when a part of it fails, and then
#     reports wrong spans or raises SystemError (fixed in later versions).
# workaround: none is needed; the result is that of the same repeat without the plus in an atomic group.
import re

print(re.match('((x)|y|z)*+', 'xyz').groups())  # expect: ('z', 'x')
print(re.match('(?:(ba){2}(?:b|a)|a$b?)++', 'babaa').regs)  # expect: ((0, 5), (2, 4))
print(re.match('(?:(a)x|a(?=b)|b)*+', 'axab').span(1))  # expect: (0, 1)
print(re.match('(?>(?:(a)x|a(?=b)|b)*)', 'axab').span(1))  # expect: (0, 1)
