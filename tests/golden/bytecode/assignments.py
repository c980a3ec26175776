def f(pair, items):
    a, b = pair
    first, *rest = items
    a, b = b, a
    [x, (y, z)] = first, rest
    d = e = a
    items[0], items[1:2] = d, e
    n: int = 1
    if (m := n) > 0:
        del m
    return x, y, z, rest

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "assignments.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 2/0/0 registers 13+4 held 0
#>   r0 pair
#>   r1 items
#>   r2 a
#>   r3 b
#>   r4 first
#>   r5 rest
#>   r6 x
#>   r7 y
#>   r8 z
#>   r9 d
#>   r10 e
#>   r11 n
#>   r12 m
#>      2      0  UNPACK                 t0, pair, 2
#>             4  HOLD                   t0, 2
#>             7  STORE_LOCAL            a, t0
#>            10  STORE_LOCAL            b, t1
#>            13  RELEASE                t0, 2
#>      3     16  UNPACK_EX              t0, items, 1, 0
#>            21  HOLD                   t0, 2
#>            24  STORE_LOCAL            first, t0
#>            27  STORE_LOCAL            rest, t1
#>            30  RELEASE                t0, 2
#>      4     33  MOVE                   t0, b
#>            36  MOVE                   t1, a
#>            39  HOLD                   t0, 2
#>            42  STORE_LOCAL            a, t0
#>            45  STORE_LOCAL            b, t1
#>            48  RELEASE                t0, 2
#>      5     51  MOVE                   t0, first
#>            54  MOVE                   t1, rest
#>            57  HOLD                   t0, 2
#>            60  STORE_LOCAL            x, t0
#>            63  MOVE                   t2, t1
#>            66  UNPACK                 t2, t2, 2
#>            70  STORE_LOCAL            y, t2
#>            73  STORE_LOCAL            z, t3
#>            76  RELEASE                t0, 2
#>      6     79  STORE_LOCAL            d, a
#>            82  STORE_LOCAL            e, a
#>      7     85  STORE_ITEM             items, 0, d
#>            89  BUILD_SLICE            t0, 1, 2, None
#>            94  STORE_ITEM             items, t0, e
#>      8     98  STORE_LOCAL            n, 1
#>      9    101  STORE_LOCAL            m, n
#>           104  JUMP_IF_NOT_COMPARE    m, 0, >, ->111
#>     10    109  DELETE_LOCAL           m
#>     11    111  MOVE                   t0, x
#>           114  MOVE                   t1, y
#>           117  MOVE                   t2, z
#>           120  MOVE                   t3, rest
#>           123  BUILD_TUPLE            t0, t0, 4
#>           127  RETURN                 t0
#>   exceptions 7..13 release 2 from t0
#>   exceptions 24..30 release 2 from t0
#>   exceptions 42..48 release 2 from t0
#>   exceptions 60..76 release 2 from t0
