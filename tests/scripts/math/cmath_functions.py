import cmath


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (cmath.sqrt(-1), cmath.log(1j), cmath.phase(-1), cmath.polar(1j), cmath.rect(1,2)))  # expect: (1j, 1.5707963267948966j, 3.141592653589793, (1.0, 1.5707963267948966), (-0.4161468365471424+0.9092974268256817j))
show(lambda: cmath.log(0))  # expect: ValueError: math domain error
show(lambda: cmath.sqrt("a"))  # expect: TypeError: must be real number, not str
show(lambda: (cmath.isclose(1,1+1e-10j), cmath.isnan(complex('nan')), cmath.acos(2), cmath.tanh(.5+1j), cmath.atan(1+2j)))  # expect: (True, True, -1.3169578969248166j, (1.0428307283443612+0.8068774121630852j), (1.3389725222944935+0.40235947810852507j))
