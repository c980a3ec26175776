try:
    print((-float("inf")) ** 2j)
except ZeroDivisionError as e:
    print(e)                    # expect: 0.0 to a negative or complex power
print(float("nan") ** 2j)       # expect: (nan+nanj)
