import math


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: math.sqrt(-1))  # expect: ValueError: math domain error
show(lambda: math.log(0))  # expect: ValueError: math domain error
show(lambda: math.log(-1))  # expect: ValueError: math domain error
show(lambda: (math.log(8,2)))  # expect: 3.0
show(lambda: math.log(10**400))  # expect: 921.0340371976182
show(lambda: (math.log10(10**400), math.log2(2**400)))  # expect: (400.0, 400.0)
show(lambda: (math.log(1,1)))  # expect: ZeroDivisionError: float division by zero
show(lambda: math.log())  # expect: TypeError: log expected at least 1 argument, got 0
show(lambda: (math.log(1,2,3)))  # expect: TypeError: log expected at most 2 arguments, got 3
show(lambda: math.exp(1000))  # expect: OverflowError: math range error
show(lambda: math.factorial(-1))  # expect: ValueError: factorial() not defined for negative values
show(lambda: math.factorial(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: (math.factorial(20), math.factorial(30)))  # expect: (2432902008176640000, 265252859812191058636308480000000)
show(lambda: (math.floor(1.5), math.ceil(1.5), math.trunc(-1.5)))  # expect: (1, 2, -1)
show(lambda: math.trunc("a"))  # expect: TypeError: type str doesn't define __trunc__ method
show(lambda: math.floor("a"))  # expect: TypeError: must be real number, not str
show(lambda: (math.gcd(12,18), math.lcm(4,6), math.gcd(), math.lcm(), math.gcd(0), math.lcm(0,5), math.gcd(-4,6)))  # expect: (6, 12, 0, 1, 0, 0, 2)
show(lambda: (math.comb(5,2), math.perm(5), math.perm(5,2), math.comb(-1,2)))  # expect: ValueError: n must be a non-negative integer
show(lambda: (math.comb(5,-1)))  # expect: ValueError: k must be a non-negative integer
show(lambda: math.isqrt(-1))  # expect: ValueError: isqrt() argument must be nonnegative
show(lambda: math.isqrt(10**50))  # expect: 10000000000000000000000000
show(lambda: (math.hypot(3,4), math.hypot(), math.hypot(1,2,3), math.dist((1,2),(4,6))))  # expect: (5.0, 0.0, 3.7416573867739413, 5.0)
show(lambda: (math.dist((1,),(1,2))))  # expect: ValueError: both points must have the same number of dimensions
show(lambda: (math.fsum([.1]*10), math.fsum([1e308,1e308,-1e308])))  # expect: OverflowError: intermediate overflow in fsum
show(lambda: (math.fsum([float('inf'), -float('inf')])))  # expect: ValueError: -inf + inf in fsum
show(lambda: (math.prod([1,2,3]), math.prod([1.5,2], start=2)))  # expect: (6, 6.0)
show(lambda: (math.sumprod([1,2,3],[4,5,6]), math.sumprod([.1]*10,[1]*10)))  # expect: (32, 1.0)
show(lambda: (math.sumprod([1],[1,2])))  # expect: ValueError: Inputs are not the same length
show(lambda: (math.isclose(1,1+1e-10), math.isclose(1,2,rel_tol=-1)))  # expect: ValueError: tolerances must be non-negative
show(lambda: (math.frexp(10), math.ldexp(.5,3), math.modf(-1.25), math.frexp(5e-324)))  # expect: ((0.625, 4), 4.0, (-0.25, -1.0), (0.5, -1073))
show(lambda: (math.ldexp(1,5000)))  # expect: OverflowError: math range error
show(lambda: (math.ldexp(1,1.5)))  # expect: TypeError: Expected an int as second argument to ldexp.
show(lambda: (math.fmod(5,3), math.fmod(-5,3), math.remainder(5,3), math.copysign(1,-0.0)))  # expect: (2.0, -2.0, -1.0, -1.0)
show(lambda: (math.fmod(1,0)))  # expect: ValueError: math domain error
show(lambda: (math.pow(0,-1)))  # expect: ValueError: math domain error
show(lambda: (math.pow(-1,.5)))  # expect: ValueError: math domain error
show(lambda: (math.pow(2,2000)))  # expect: OverflowError: math range error
show(lambda: (math.nextafter(1,2), math.nextafter(1,2,steps=3), math.ulp(1)))  # expect: (1.0000000000000002, 1.0000000000000007, 2.220446049250313e-16)
show(lambda: (math.nextafter(1,2,steps=-1)))  # expect: ValueError: steps must be a non-negative integer
show(lambda: (math.gamma(5), math.gamma(0)))  # expect: ValueError: math domain error
show(lambda: math.lgamma(0))  # expect: ValueError: math domain error
show(lambda: math.gamma(172))  # expect: OverflowError: math range error
show(lambda: (math.radians(180), math.degrees(math.pi)))  # expect: (3.141592653589793, 180.0)
show(lambda: math.sqrt("a"))  # expect: TypeError: must be real number, not str
show(lambda: math.sqrt())  # expect: TypeError: math.sqrt() takes exactly one argument (0 given)
show(lambda: (math.sqrt(1,2)))  # expect: TypeError: math.sqrt() takes exactly one argument (2 given)
show(lambda: math.sqrt(x=1))  # expect: TypeError: math.sqrt() takes no keyword arguments
show(lambda: (math.pi, math.e, math.tau, math.inf, math.nan))  # expect: (3.141592653589793, 2.718281828459045, 6.283185307179586, inf, nan)
show(lambda: (math.atan2(1,0), math.acos(2)))  # expect: ValueError: math domain error
