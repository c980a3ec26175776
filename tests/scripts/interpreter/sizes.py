import sys


class Sized:
    def __init__(self, answer):
        self.answer = answer

    def __sizeof__(self):
        return self.answer


for answer in 2**63, -1, "8":
    try:
        sys.getsizeof(Sized(answer))
    except (OverflowError, TypeError, ValueError) as e:
        print(type(e).__name__)
# expect: OverflowError
# expect: ValueError
# expect: TypeError
print(sys.getsizeof(Sized("8"), "unknown"))    # expect: unknown
