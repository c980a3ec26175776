class Before(ValueError):
    pass


class Other(Exception):
    pass


import json.decoder


class Between(ValueError):
    pass


import zoo
import binascii
import zipfile


class After(ValueError):
    pass


names = ('Before', 'JSONDecodeError', 'Between', 'After')
print([c.__name__ for c in ValueError.__subclasses__() if c.__name__ in names])


class Last(ValueError):
    pass


import configparser
print([c.__name__ for c in Exception.__subclasses__() if c.__name__ in ('Other', 'BadZipFile', 'Error')][:2])
print([c.__name__ for c in ValueError.__subclasses__() if c.__name__ in names + ('Last',)])
