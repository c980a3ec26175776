def replaced(a, b):
    a = a + b
    del b
    return a


def held_temporary(a, g):
    return [a] + g(a), (a, g()), a[g()][g()]

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object replaced, file "held_arguments.py", line 1>, t0, 0
#>             5  STORE_NAME             replaced, t0
#>      7      8  MAKE_FUNCTION          t0, <code object held_temporary, file "held_arguments.py", line 7>, t0, 0
#>            13  STORE_NAME             held_temporary, t0
#>            16  RETURN                 None
#>
#> code replaced line 1 flags 0x3 args 2/0/0 registers 4+1 held 2
#>   r0 a replaced
#>   r1 b replaced
#>      1      0  STORE_LOCAL            held0, a
#>             3  STORE_LOCAL            held1, b
#>      2      6  ADD                    t0, a, b
#>            10  STORE_LOCAL            a, t0
#>      3     13  DELETE_LOCAL           b
#>      4     15  RETURN                 a
#>
#> code held_temporary line 7 flags 0x3 args 2/0/0 registers 2+6 held 0
#>   r0 a
#>   r1 g
#>      8      0  MOVE                   t1, a
#>             3  BUILD_LIST             t1, t1, 1
#>             7  MOVE                   t2, a
#>            10  CALL                   t2, g, t2, 1, #0
#>            16  ADD                    t1, t1, t2
#>            20  MOVE                   t3, a
#>            23  CALL                   t4, g, t4, 0, #1
#>            29  BUILD_TUPLE            t2, t3, 2
#>            33  CALL                   t4, g, t4, 0, #2
#>            39  LOAD_ITEM              t4, a, t4
#>            43  HOLD                   t4, 1
#>            46  CALL                   t5, g, t5, 0, #3
#>            52  RELEASE                t4, 1
#>            55  LOAD_ITEM              t3, t4, t5
#>            59  BUILD_TUPLE            t0, t1, 3
#>            63  RETURN                 t0
#>   exceptions 46..52 release 1 from t4
