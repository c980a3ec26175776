import _random


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: ((r:=_random.Random(), r.seed(5), r.random(), r.getrandbits(5), r.getrandbits(100), r.seed(2**100), r.random(), r.seed(-3), r.random(), r.seed(1.5), r.random())[2::2]))  # expect: (0.6229016948897019, 1243125272628914304950441933756, 0.7586581712996778, 0.23796462709189137, 0.551763726942059)
show(lambda: ((r:=_random.Random(7), s:=r.getstate(), a:=r.random(), r.setstate(s), a==r.random(), len(s), s[-1])[2:]))  # expect: (0.32383276483316237, None, True, 625, 624)
show(lambda: _random.Random(1).getrandbits(-1))  # expect: ValueError: number of bits must be non-negative
show(lambda: (_random.Random(1).setstate((1,))))  # expect: ValueError: state vector is the wrong size
show(lambda: _random.Random(1).setstate(1))  # expect: TypeError: state vector must be a tuple
show(lambda: _random.Random(1).getrandbits(0))  # expect: 0
