"""pow with a negative exponent and a modulus, for numbers of all sizes."""
import math
import random

chooser = random.Random(7)
wrong = []
for bits in [2, 8, 31, 32, 33, 63, 64, 65, 128, 500, 2000]:
    for _ in range(20):
        modulus = chooser.getrandbits(bits) + 2
        base = chooser.getrandbits(bits + 3) * chooser.choice([1, -1])
        exponent = chooser.choice([-1, -2, -5])
        try:
            found = pow(base, exponent, modulus) * pow(base, -exponent, modulus) % modulus == 1
        except ValueError:
            found = math.gcd(base, modulus) != 1
        if not found:
            wrong.append((base, exponent, modulus))
print(wrong)    # expect: []
print(pow(3, -1, 7), pow(3, -1, -7), pow(-3, -1, 7), pow(5, -1, 1), pow(0, -1, 1))    # expect: 5 -2 2 0 0
print(pow(6, -1, 9))    # expect error: ValueError: base is not invertible for the given modulus
