def f(a, b):
    return f"{a}", f"x{a!r:>{b}}y{b=}", f"{a:.2f} {{}}"

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "format_strings.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 2/0/0 registers 2+6 held 0
#>   r0 a
#>   r1 b
#>      2      0  FORMAT_VALUE           t1, a, 0, -
#>             5  LOAD_CONST             t2, 'x'
#>             8  LOAD_CONST             t3, '>'
#>            11  FORMAT_VALUE           t4, b, 0, -
#>            16  LOAD_CONST             t5, ''
#>            19  BUILD_STRING           t3, t3, 3
#>            23  FORMAT_VALUE           t3, a, 114, t3
#>            28  LOAD_CONST             t4, 'yb='
#>            31  FORMAT_VALUE           t5, b, 114, -
#>            36  BUILD_STRING           t2, t2, 4
#>            40  FORMAT_VALUE           t3, a, 0, '.2f'
#>            45  LOAD_CONST             t4, ' {}'
#>            48  BUILD_STRING           t3, t3, 2
#>            52  BUILD_TUPLE            t0, t1, 3
#>            56  RETURN                 t0
