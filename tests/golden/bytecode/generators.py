def f(n):
    for i in range(n):
        got = yield i
        if got:
            yield from got
    return n

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "generators.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x23 args 1/0/0 registers 5+2 held 0
#>   r0 n
#>   r1 i
#>   r2 got
#>      2      0  LOAD_GLOBAL            t0, range, #0
#>             4  MOVE                   t1, n
#>             7  CALL                   t0, t0, t1, 1, #1
#>            13  GET_ITER               h0, t0
#>            16  FOR_ITER               t0, h0, ->62
#>            20  STORE_LOCAL            i, t0
#>      3     23  YIELD                  t0, i
#>            26  STORE_LOCAL            got, t0
#>      4     29  JUMP_IF_FALSE          got, ->60
#>      5     32  GET_YIELD_FROM_ITER    h1, got
#>            35  LOAD_CONST             t0, None
#>            38  SEND                   t0, h1, t0, ->50
#>            43  YIELD_DELEGATED        t0, t0, h1, ->50
#>            48  JUMP_BACK              ->38
#>            50  HOLD                   t0, 1
#>            53  CLEAR_LOCAL            h1
#>            55  RELEASE                t0, 1
#>            58  DROP                   t0
#>      2     60  JUMP_BACK              ->16
#>      6     62  RETURN                 n
#>            64  INTRINSIC              t0, STOP_ITERATION_ERROR, h0
#>            68  STORE_LOCAL            h0, t0
#>            71  RERAISE                h0
#>   exceptions 53..55 release 1 from t0
#>   exceptions 0..64 ->64 in h0
