"""Imports what the other scripts use out of the archive."""

import zoo.values
