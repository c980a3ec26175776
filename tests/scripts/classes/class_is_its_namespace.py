def meta(name, bases, namespace):
    return namespace


class Config(metaclass=meta):
    host = "localhost"
    port = 80


print(type(Config) is dict, Config["host"], Config["port"])  # expect: True localhost 80


class Single(metaclass=lambda name, bases, namespace: bases):
    pass


print(Single)  # expect: ()
