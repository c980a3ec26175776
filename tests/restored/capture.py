"""Imports what the other scripts use out of the archive."""

import dispatch
import late
import nest.leaf
import nest_user
import zoo.main_user
import zoo.values
