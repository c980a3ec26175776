"""Imports what the other scripts use out of the archive."""

import re

# Combined flags are no state of the program, even if it has them first.
assert re.MULTILINE | re.DOTALL | re.VERBOSE == 88

import decimal
import dispatch
import ends
import late
import nest.leaf
import nest_user
import share.first
import share.second
import walks
import zoo.main_user
import zoo.plain
import zoo.values
