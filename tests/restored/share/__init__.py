"""Modules that do not import one another and have the same objects out of caches and code."""
