"""Nested loops over small ints, with branches."""


def run():
    total = 0
    for i in range(1000):
        j = 0
        while j < i:
            if (i ^ j) & 3:
                total += j
            else:
                total -= 1
            j += 1
    return total


RESULT = 124687750
