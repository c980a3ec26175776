def f(a, b, c):
    x = a < b <= c
    y = a is None or b is not c
    z = a in (1, 2) and b not in {3, 4}
    return x, y, z, a == b != c

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "comparisons.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 3/0/0 registers 6+4 held 0
#>   r0 a
#>   r1 b
#>   r2 c
#>   r3 x
#>   r4 y
#>   r5 z
#>      2      0  COMPARE                t0, a, b, <
#>             5  JUMP_IF_FALSE_KEEP     t0, ->13
#>             8  COMPARE                t0, b, c, <=
#>            13  STORE_LOCAL            x, t0
#>      3     16  IS                     t0, a, None, 0
#>            21  JUMP_IF_TRUE_KEEP      t0, ->29
#>            24  IS                     t0, b, c, 1
#>            29  STORE_LOCAL            y, t0
#>      4     32  CONTAINS               t0, a, (1, 2), 0
#>            37  JUMP_IF_FALSE_KEEP     t0, ->55
#>            40  LOAD_CONST             t0, 3
#>            43  LOAD_CONST             t1, 4
#>            46  BUILD_SET              t0, t0, 2
#>            50  CONTAINS               t0, b, t0, 1
#>            55  STORE_LOCAL            z, t0
#>      5     58  MOVE                   t0, x
#>            61  MOVE                   t1, y
#>            64  MOVE                   t2, z
#>            67  COMPARE                t3, a, b, ==
#>            72  JUMP_IF_FALSE_KEEP     t3, ->80
#>            75  COMPARE                t3, b, c, !=
#>            80  BUILD_TUPLE            t0, t0, 4
#>            84  RETURN                 t0
