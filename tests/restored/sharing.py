import re
import sys

from share import second

print(sorted(m for m in sys.modules if m.startswith('share')), 'pkgutil' in sys.modules)
print(second.flags, second.flags is re.RegexFlag(88), 88 in re.RegexFlag._value2member_map_)
print(second.pattern, second.alias, second.dispatched.register.__defaults__)
with second.manager() as name:
    print(name, second.dispatched(0))

from share import first

print(first.flags is second.flags, first.pattern is second.pattern, first.alias is second.alias)
print(first.manager.__code__ is second.manager.__code__, first.manager is not second.manager)
print(first.dispatched.register.__defaults__ is second.dispatched.register.__defaults__)
print(first.alias.__args__[1] is second.alias.__args__[1])

import decimal

print('numbers' in sys.modules, decimal.Decimal(1).as_integer_ratio())
