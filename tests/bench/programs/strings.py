"""Strings: formatting, splitting, joining, searching."""


def run():
    parts = []
    for i in range(20000):
        parts.append(f'{i:05d}:{i * 2}')
    text = ','.join(parts)
    fields = [part.split(':') for part in text.split(',')]
    return len(text), sum(int(a) + int(b) for a, b in fields), text.count('9'), text.replace('1', 'one').find('one9')


RESULT = (234444, 599970000, 14000, 201)
