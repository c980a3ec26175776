def f(make):
    with make() as a, make():
        a.use()
    with make():
        return 1

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "context_managers.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 1/0/0 registers 7+3 held 0
#>   r0 make
#>   r1 a
#>      2      0  CALL                   t0, make, t0, 0, #0
#>             6  WITH_ENTER             h0, t0, t0
#>            10  STORE_LOCAL            a, t0
#>            13  CALL                   t0, make, t0, 0, #1
#>            19  WITH_ENTER             h2, t0, t0
#>            23  DROP                   t0
#>      3     25  MOVE                   t0, a
#>            28  INVOKE                 t0, t0, 1, use, #2
#>            34  DROP                   t0
#>      2     36  LOAD_CONST             t0, None
#>            39  LOAD_CONST             t1, None
#>            42  LOAD_CONST             t2, None
#>            45  CALL                   t0, h2, t0, 3, #3
#>            51  DROP                   t0
#>            53  CLEAR_LOCAL            h2
#>            55  JUMP                   ->83
#>            57  PUSH_HANDLED           h4, h3
#>            60  WITH_EXIT              t0, h2, h3
#>            64  JUMP_IF_TRUE           t0, ->69
#>            67  RERAISE                h3
#>            69  POP_HANDLED            h4
#>            71  CLEAR_LOCAL            h3
#>            73  CLEAR_LOCAL            h2
#>            75  JUMP                   ->83
#>     -1     77  POP_HANDLED            h4
#>            79  CLEAR_LOCAL            h2
#>            81  RERAISE                h3
#>      2     83  LOAD_CONST             t0, None
#>            86  LOAD_CONST             t1, None
#>            89  LOAD_CONST             t2, None
#>            92  CALL                   t0, h0, t0, 3, #4
#>            98  DROP                   t0
#>           100  CLEAR_LOCAL            h0
#>           102  JUMP                   ->136
#>     -1    104  CLEAR_LOCAL            h4
#>           106  CLEAR_LOCAL            h3
#>           108  CLEAR_LOCAL            h2
#>      2    110  PUSH_HANDLED           h2, h1
#>           113  WITH_EXIT              t0, h0, h1
#>           117  JUMP_IF_TRUE           t0, ->122
#>           120  RERAISE                h1
#>           122  POP_HANDLED            h2
#>           124  CLEAR_LOCAL            h1
#>           126  CLEAR_LOCAL            h0
#>           128  JUMP                   ->136
#>     -1    130  POP_HANDLED            h2
#>           132  CLEAR_LOCAL            h0
#>           134  RERAISE                h1
#>      4    136  CALL                   t0, make, t0, 0, #5
#>           142  WITH_ENTER             h0, t0, t0
#>           146  DROP                   t0
#>           148  LOAD_CONST             t0, None
#>           151  LOAD_CONST             t1, None
#>           154  LOAD_CONST             t2, None
#>           157  CALL                   t0, h0, t0, 3, #6
#>           163  DROP                   t0
#>           165  CLEAR_LOCAL            h0
#>      5    167  RETURN                 1
#>      4    169  PUSH_HANDLED           h2, h1
#>           172  WITH_EXIT              t0, h0, h1
#>           176  JUMP_IF_TRUE           t0, ->181
#>           179  RERAISE                h1
#>           181  POP_HANDLED            h2
#>           183  CLEAR_LOCAL            h1
#>           185  CLEAR_LOCAL            h0
#>           187  JUMP                   ->195
#>     -1    189  POP_HANDLED            h2
#>           191  CLEAR_LOCAL            h0
#>           193  RERAISE                h1
#>      4    195  RETURN                 None
#>   exceptions 23..36 ->57 in h3
#>   exceptions 60..69 ->77 in h3
#>   exceptions 10..83 ->104 in h1
#>   exceptions 113..122 ->130 in h1
#>   exceptions 146..148 ->169 in h1
#>   exceptions 172..181 ->189 in h1
