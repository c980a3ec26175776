"""A module that is imported when the program has changed others: it reads what is as it was in the capture."""
import settings

number = next(settings.numbers)
chosen = dict(settings.chosen)
level = settings.level[0]
settings.names.append(__name__)
