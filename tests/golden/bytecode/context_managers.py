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
#>      5    148  NOP
#>      4    149  LOAD_CONST             t0, None
#>           152  LOAD_CONST             t1, None
#>           155  LOAD_CONST             t2, None
#>           158  CALL                   t0, h0, t0, 3, #6
#>           164  DROP                   t0
#>           166  CLEAR_LOCAL            h0
#>     -1    168  RETURN                 1
#>      4    170  PUSH_HANDLED           h2, h1
#>           173  WITH_EXIT              t0, h0, h1
#>           177  JUMP_IF_TRUE           t0, ->182
#>           180  RERAISE                h1
#>           182  POP_HANDLED            h2
#>           184  CLEAR_LOCAL            h1
#>           186  CLEAR_LOCAL            h0
#>           188  JUMP                   ->196
#>     -1    190  POP_HANDLED            h2
#>           192  CLEAR_LOCAL            h0
#>           194  RERAISE                h1
#>      4    196  RETURN                 None
#>   exceptions 23..36 ->57 in h3
#>   exceptions 60..69 ->77 in h3
#>   exceptions 10..83 ->104 in h1
#>   exceptions 113..122 ->130 in h1
#>   exceptions 146..149 ->170 in h1
#>   exceptions 173..182 ->190 in h1
