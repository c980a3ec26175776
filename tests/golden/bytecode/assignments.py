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
#>             7  RELEASE                t0, 1
#>            10  STORE_LOCAL            a, t0
#>            13  RELEASE                t1, 1
#>            16  STORE_LOCAL            b, t1
#>      3     19  UNPACK_EX              t0, items, 1, 0
#>            24  HOLD                   t0, 2
#>            27  RELEASE                t0, 1
#>            30  STORE_LOCAL            first, t0
#>            33  RELEASE                t1, 1
#>            36  STORE_LOCAL            rest, t1
#>      4     39  MOVE                   t0, b
#>            42  MOVE                   t1, a
#>            45  HOLD                   t0, 2
#>            48  RELEASE                t0, 1
#>            51  STORE_LOCAL            a, t0
#>            54  RELEASE                t1, 1
#>            57  STORE_LOCAL            b, t1
#>      5     60  MOVE                   t0, first
#>            63  MOVE                   t1, rest
#>            66  HOLD                   t0, 2
#>            69  RELEASE                t0, 1
#>            72  STORE_LOCAL            x, t0
#>            75  MOVE                   t2, t1
#>            78  RELEASE                t1, 1
#>            81  UNPACK                 t2, t2, 2
#>            85  STORE_LOCAL            y, t2
#>            88  STORE_LOCAL            z, t3
#>      6     91  STORE_LOCAL            d, a
#>            94  STORE_LOCAL            e, a
#>      7     97  STORE_ITEM             items, 0, d
#>           101  BUILD_SLICE            t0, 1, 2, None
#>           106  STORE_ITEM             items, t0, e
#>      8    110  STORE_LOCAL            n, 1
#>      9    113  STORE_LOCAL            m, n
#>           116  JUMP_IF_NOT_COMPARE    m, 0, >, ->123
#>     10    121  DELETE_LOCAL           m
#>     11    123  MOVE                   t0, x
#>           126  MOVE                   t1, y
#>           129  MOVE                   t2, z
#>           132  MOVE                   t3, rest
#>           135  BUILD_TUPLE            t0, t0, 4
#>           139  RETURN                 t0
#>   exceptions 10..13 release 1 from t1
#>   exceptions 30..33 release 1 from t1
#>   exceptions 51..54 release 1 from t1
#>   exceptions 72..78 release 1 from t1
