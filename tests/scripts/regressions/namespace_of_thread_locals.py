# A thread-local object shows the namespace that it has in the running thread, subclasses included.
import threading


class Local(threading.local):
    kind = "local"

    def __init__(self, **values):
        self.__dict__.update(values)


local = Local(a=1)
local.b = 2
print(local.__dict__, vars(local), local.a)  # expect: {'a': 1, 'b': 2} {'a': 1, 'b': 2} 1
print(threading.local().__dict__)  # expect: {}


def other():
    print(local.__dict__, hasattr(local, "b"))  # expect: {'a': 1} False
    local.__dict__["c"] = 3
    print(local.c)  # expect: 3


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(local.__dict__)  # expect: {'a': 1, 'b': 2}
try:
    local.__dict__ = {}
except AttributeError as e:
    print(e)  # expect: 'Local' object attribute '__dict__' is read-only
