from pyexpat import version_info


def grow(n):
    return n + 1
