"""Powers of complex numbers to the last digit."""
print(1j ** 2j)                # expect: (0.04321391826377225+0j)
print((1 + 2j) ** (0.5 - 3j))  # expect: (-11.836148847160064-39.6946511258405j)
print(2.0 ** 1j)               # expect: (0.7692389013639721+0.6389612763136348j)
print((3 - 4j) ** -2)          # expect: (-0.0112+0.0384j)
