"""math.gcd of numbers of all sizes is what Euclid's algorithm finds."""
import math
import random


def euclid(a, b):
    a, b = abs(a), abs(b)
    while b:
        a, b = b, a % b
    return a


chooser = random.Random(3)
wrong = []
for bits in [1, 31, 32, 33, 62, 63, 64, 65, 95, 96, 97, 128, 200, 640, 3000]:
    for _ in range(20):
        common = chooser.getrandbits(chooser.randrange(1, bits + 1))
        a = common * chooser.getrandbits(bits) * chooser.choice([1, -1])
        b = common * chooser.getrandbits(chooser.randrange(1, bits + 1))
        if math.gcd(a, b) != euclid(a, b) or math.gcd(b, a) != euclid(a, b):
            wrong.append((a, b))
print(wrong)    # expect: []

a, b = 1, 1
for _ in range(2000):
    a, b = a + b, a
print(math.gcd(a, b), math.gcd(a * 6, b * 6))    # expect: 1 6
for special in [2 ** 64 - 1, 2 ** 64, 2 ** 96 - 1, 2 ** 96, 2 ** 192 - 2 ** 64]:
    print(math.gcd(special, special), math.gcd(special, 0) == special, math.gcd(special, special - 1))
# expect: 18446744073709551615 True 1
# expect: 18446744073709551616 True 1
# expect: 79228162514264337593543950335 True 1
# expect: 79228162514264337593543950336 True 1
# expect: 6277101735386680763835789423207666416083908700390324961280 True 1
print(math.gcd(-2 ** 63, 2 ** 63), math.gcd(-2 ** 63), math.gcd(-2 ** 63, 6))
# expect: 9223372036854775808 9223372036854775808 2
print(math.gcd(), math.gcd(0, 0), math.lcm(2 ** 70, -6), math.lcm(2 ** 70, 0), math.lcm())
# expect: 0 0 3541774862152233910272 0 1
