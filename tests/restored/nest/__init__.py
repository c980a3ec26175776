"""A package that no module asks for by its name alone."""
