def f():
    a = 2 * 3 + 1, "a" "b" * 2, (1, (2.5, 3j))
    b = -1, not True, None, ..., b"bytes"
    if __debug__:
        c = [1, 2, 3]
    if 0:
        c = unreachable
    return a, b, c

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "constants.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 0/0/0 registers 3+3 held 0
#>   r0 a
#>   r1 b
#>   r2 c
#>      2      0  STORE_LOCAL            a, (7, 'abab', (1, (2.5, 3j)))
#>      3      3  STORE_LOCAL            b, (-1, False, None, Ellipsis, b[5])
#>      4      6  NOP
#>      5      7  BUILD_LIST             t0, t0, 0
#>            11  LIST_EXTEND            t0, (1, 2, 3)
#>            14  STORE_LOCAL            c, t0
#>      6     17  NOP
#>            18  JUMP                   ->20
#>      8     20  MOVE                   t0, a
#>            23  MOVE                   t1, b
#>            26  CHECK_LOCAL            c
#>            28  MOVE                   t2, c
#>            31  BUILD_TUPLE            t0, t0, 3
#>            35  RETURN                 t0
