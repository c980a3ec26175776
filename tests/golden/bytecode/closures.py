def outer(a, b):
    count = a

    def inner(step=1):
        nonlocal count, b
        count += step
        del b
        return lambda: (count, a)
    return inner

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object outer, file "closures.py", line 1>, t0, 0
#>             5  STORE_NAME             outer, t0
#>             8  RETURN                 None
#>
#> code outer line 1 flags 0x3 args 2/0/0 registers 6+4 held 2
#>   r0 a cell replaced
#>   r1 b cell replaced
#>   r2 inner
#>   r3 count cell
#>      1      0  STORE_LOCAL            held0, a
#>             3  STORE_LOCAL            held1, b
#>             6  MAKE_CELL              a
#>             8  MAKE_CELL              b
#>            10  MAKE_CELL              count
#>      2     12  LOAD_DEREF             t0, a
#>            15  STORE_DEREF            count, t0
#>      4     18  LOAD_CONST             t0, (1)
#>            21  MOVE                   t1, a
#>            24  MOVE                   t2, b
#>            27  MOVE                   t3, count
#>            30  BUILD_TUPLE            t1, t1, 3
#>            34  MAKE_FUNCTION          t0, <code object inner, file "closures.py", line 4>, t0, 9
#>            39  STORE_LOCAL            inner, t0
#>      9     42  RETURN                 inner
#>
#> code outer.<locals>.inner line 4 flags 0x13 args 1/0/0 registers 4+2 held 0
#>   r0 step
#>   r1 a free
#>   r2 b free
#>   r3 count free
#>      6      0  LOAD_DEREF             t1, count
#>             3  INPLACE_OP             t0, t1, step, +
#>             8  STORE_DEREF            count, t0
#>      7     11  DELETE_DEREF           b
#>      8     13  MOVE                   t0, a
#>            16  MOVE                   t1, count
#>            19  BUILD_TUPLE            t0, t0, 2
#>            23  MAKE_FUNCTION          t0, <code object <lambda>, file "closures.py", line 8>, t0, 8
#>            28  RETURN                 t0
#>
#> code outer.<locals>.inner.<locals>.<lambda> line 8 flags 0x13 args 0/0/0 registers 2+2 held 0
#>   r0 a free
#>   r1 count free
#>      8      0  LOAD_DEREF             t0, count
#>             3  LOAD_DEREF             t1, a
#>             6  BUILD_TUPLE            t0, t0, 2
#>            10  RETURN                 t0
