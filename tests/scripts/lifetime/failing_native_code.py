# What native code has in its hands when it fails, or no longer needs, dies at once.
import heapq
import codecs
import warnings

warnings.simplefilter("ignore")


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def fails(function, *args, **keywords):
    try:
        function(*args, **keywords)
    except Exception as e:
        print(type(e).__name__)


class Int(int):
    def __del__(self):
        print("gone int")


class Float(float):
    def __del__(self):
        print("gone float")


class Truncated:
    def __init__(self, result):
        self.result = result

    def __trunc__(self):
        return self.result()


class Converted:
    def __int__(self):
        return Int(1)

    def __float__(self):
        return Float(2)

    def __index__(self):
        return Int(3)


print(int(Converted()))
# expect: gone int
# expect: 1
print(float(Converted()))
# expect: gone float
# expect: 2.0
fails(int, Truncated(lambda: Noisy("no number")))
# expect: gone no number
# expect: TypeError
print(int(Truncated(lambda: Int(4))))
# expect: gone int
# expect: 4


class Changing:
    def __index__(self):
        items.clear()
        return 42

    def __del__(self):
        print("gone item")


items = [Changing()]
print(bytes(items))
# expect: gone item
# expect: b'*'


class Unequal(Noisy):
    def __lt__(self, other):
        if heap:
            heap.clear()
        return False


heap = [Unequal("first"), Unequal("second")]
fails(heapq.heappush, heap, Unequal("third"))
print(len(heap))
# expect: gone second
# expect: gone first
# expect: RuntimeError
# expect: gone third
# expect: 0


class Derived(str):
    def __del__(self):
        print("gone str")


def answers(error):
    return Derived("?"), error.end


codecs.register_error("answers", answers)
print("a\xe4".encode("ascii", "answers"))
# expect: gone str
# expect: b'a?'
print(b"a\xe4".decode("ascii", "answers"))
# expect: gone str
# expect: a?


def answers_wrongly(error):
    return [Noisy("wrong answer")]


codecs.register_error("answers wrongly", answers_wrongly)
fails("\xe4".encode, "ascii", "answers wrongly")
# expect: gone wrong answer
# expect: TypeError


class Names(dict):
    def __del__(self):
        print("gone names")


def evaluates():
    return eval("1 + 1", Names())


print(evaluates())
# expect: gone names
# expect: 2
