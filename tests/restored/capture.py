"""Imports what the other scripts use out of the archive."""

import decimal
import dispatch
import ends
import late
import nest.leaf
import nest_user
import share.first
import share.second
import zoo.main_user
import zoo.plain
import zoo.values
