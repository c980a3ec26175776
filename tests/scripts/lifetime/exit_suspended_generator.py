# A generator that is suspended at exit finds the globals of its module still there.
first = [1]


def suspended():
    try:
        yield
    finally:
        print('finally', first, last)


generator = suspended()
next(generator)
last = [2]
print('end')
# expect: end
# expect: finally [1] [2]
