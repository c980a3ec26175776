import builtins
import sys

print(sys, builtins)  # expect: <module 'sys' (built-in)> <module 'builtins' (built-in)>
try:
    sys.stdou
except AttributeError as e:
    print(e.name, e.obj is sys)  # expect: stdou True
raise SyntaxError  # expect error: SyntaxError: None
