"""Imports what the other scripts use out of the archive."""

import dispatch
import zoo.main_user
import zoo.values
