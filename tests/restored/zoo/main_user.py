"""Refers to the program's own module."""

import sys
import __main__

main = __main__
names = vars(sys.modules['__main__'])
sys.modules['zoo.__main_alias__'] = main
