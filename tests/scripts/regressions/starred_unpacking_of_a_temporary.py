# The dict died of the check whether it is iterable.
a, *b = {"k": 1}
print(a, b)  # expect: k []
*a, b = {"k": 1, "l": 2}
print(a, b)  # expect: ['k'] l


class Once:
    def __iter__(self):
        print("iter")
        return iter("xyz")


a, *b = Once()  # expect: iter
print(a, b)  # expect: x ['y', 'z']
print(*Once())  # expect: iter
# expect: x y z
