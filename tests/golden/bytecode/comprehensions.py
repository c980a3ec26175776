def f(rows, n):
    a = [x * n for x in rows if x]
    b = {x for row in rows for x in row}
    c = {k: v for k, v in rows}
    d = (x + n for x in rows)
    return a, b, c, d, [*a, *b], {*a, n}, {**c, n: 1}

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "comprehensions.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 2/0/0 registers 13+9 held 1
#>   r0 rows
#>   r1 n cell replaced
#>   r2 x
#>   r3 a
#>   r4 row
#>   r5 b
#>   r6 k
#>   r7 v
#>   r8 c
#>   r9 d
#>      1      0  STORE_LOCAL            held0, n
#>             3  MAKE_CELL              n
#>      2      5  GET_ITER               h0, rows
#>             8  BUILD_LIST             t0, t0, 0
#>            12  FOR_ITER               t1, h0, ->34
#>            16  STORE_LOCAL            x, t1
#>            19  JUMP_IF_FALSE          x, ->32
#>            22  LOAD_DEREF             t1, n
#>            25  MULTIPLY               t1, x, t1
#>            29  LIST_APPEND            t0, t1
#>            32  JUMP_BACK              ->12
#>            34  CLEAR_LOCAL            x
#>            36  STORE_LOCAL            a, t0
#>      3     39  GET_ITER               h0, rows
#>            42  BUILD_SET              t0, t0, 0
#>            46  FOR_ITER               t1, h0, ->70
#>            50  STORE_LOCAL            row, t1
#>            53  GET_ITER               h1, row
#>            56  FOR_ITER               t1, h1, ->68
#>            60  STORE_LOCAL            x, t1
#>            63  SET_ADD                t0, x
#>            66  JUMP_BACK              ->56
#>            68  JUMP_BACK              ->46
#>            70  CLEAR_LOCAL            x
#>            72  CLEAR_LOCAL            row
#>            74  STORE_LOCAL            b, t0
#>      4     77  GET_ITER               h0, rows
#>            80  BUILD_MAP              t0, t0, 0
#>            84  FOR_ITER               t1, h0, ->104
#>            88  UNPACK                 t1, t1, 2
#>            92  STORE_LOCAL            k, t1
#>            95  STORE_LOCAL            v, t2
#>            98  MAP_ADD                t0, k, v
#>           102  JUMP_BACK              ->84
#>           104  CLEAR_LOCAL            v
#>           106  CLEAR_LOCAL            k
#>           108  STORE_LOCAL            c, t0
#>      5    111  GET_ITER               h0, rows
#>           114  MOVE                   t1, n
#>           117  BUILD_TUPLE            t1, t1, 1
#>           121  MAKE_FUNCTION          t1, <code object <genexpr>, file "comprehensions.py", line 5>, t1, 8
#>           126  MOVE                   t2, h0
#>           129  CALL                   t0, t1, t2, 1, #0
#>           135  CLEAR_LOCAL            h0
#>           137  STORE_LOCAL            d, t0
#>      6    140  MOVE                   t1, a
#>           143  MOVE                   t2, b
#>           146  MOVE                   t3, c
#>           149  MOVE                   t4, d
#>           152  BUILD_LIST             t5, t5, 0
#>           156  LIST_EXTEND            t5, a
#>           159  LIST_EXTEND            t5, b
#>           162  BUILD_SET              t6, t6, 0
#>           166  SET_UPDATE             t6, a
#>           169  LOAD_DEREF             t7, n
#>           172  SET_ADD                t6, t7
#>           175  BUILD_MAP              t7, t7, 0
#>           179  DICT_UPDATE            t7, c
#>           182  LOAD_DEREF             t8, n
#>           185  MAP_ADD                t7, t8, 1
#>           189  BUILD_TUPLE            t0, t1, 7
#>           193  RETURN                 t0
#>
#> code f.<locals>.<genexpr> line 5 flags 0x33 args 1/0/0 registers 5+1 held 0
#>   r0 .0
#>   r1 x
#>   r2 n free
#>      5      0  STORE_LOCAL            h0, .0
#>             3  FOR_ITER               t0, h0, ->24
#>             7  STORE_LOCAL            x, t0
#>            10  LOAD_DEREF             t0, n
#>            13  ADD                    t0, x, t0
#>            17  YIELD                  t0, t0
#>            20  DROP                   t0
#>            22  JUMP_BACK              ->3
#>            24  RETURN                 None
#>            26  INTRINSIC              t0, STOP_ITERATION_ERROR, h1
#>            30  STORE_LOCAL            h1, t0
#>            33  RERAISE                h1
#>   exceptions 0..26 ->26 in h1
