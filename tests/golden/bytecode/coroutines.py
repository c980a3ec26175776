async def f(source, lock):
    async with lock as held:
        await held
    async for item in source:
        yield item
    return_value = [x async for x in source if await x]

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "coroutines.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x203 args 2/0/0 registers 10+3 held 0
#>   r0 source
#>   r1 lock
#>   r2 held
#>   r3 item
#>   r4 x
#>   r5 return_value
#>      2      0  ASYNC_WITH_ENTER       h0, t0, lock
#>             4  GET_AWAITABLE          h1, t0, 1
#>             8  LOAD_CONST             t0, None
#>            11  SEND                   t0, h1, t0, ->23
#>            16  YIELD_DELEGATED        t0, t0, h1, ->23
#>            21  JUMP_BACK              ->11
#>            23  HOLD                   t0, 1
#>            26  CLEAR_LOCAL            h1
#>            28  RELEASE                t0, 1
#>            31  STORE_LOCAL            held, t0
#>      3     34  GET_AWAITABLE          h2, held, 0
#>            38  LOAD_CONST             t0, None
#>            41  SEND                   t0, h2, t0, ->53
#>            46  YIELD_DELEGATED        t0, t0, h2, ->53
#>            51  JUMP_BACK              ->41
#>            53  HOLD                   t0, 1
#>            56  CLEAR_LOCAL            h2
#>            58  RELEASE                t0, 1
#>            61  DROP                   t0
#>      2     63  LOAD_CONST             t0, None
#>            66  LOAD_CONST             t1, None
#>            69  LOAD_CONST             t2, None
#>            72  CALL                   t0, h0, t0, 3, #0
#>            78  GET_AWAITABLE          h2, t0, 2
#>            82  LOAD_CONST             t0, None
#>            85  SEND                   t0, h2, t0, ->97
#>            90  YIELD_DELEGATED        t0, t0, h2, ->97
#>            95  JUMP_BACK              ->85
#>            97  HOLD                   t0, 1
#>           100  CLEAR_LOCAL            h2
#>           102  RELEASE                t0, 1
#>           105  DROP                   t0
#>           107  CLEAR_LOCAL            h0
#>           109  JUMP                   ->166
#>     -1    111  CLEAR_LOCAL            h2
#>      2    113  PUSH_HANDLED           h2, h1
#>           116  WITH_EXIT              t0, h0, h1
#>           120  GET_AWAITABLE          h3, t0, 2
#>           124  LOAD_CONST             t0, None
#>           127  SEND                   t0, h3, t0, ->139
#>           132  YIELD_DELEGATED        t0, t0, h3, ->139
#>           137  JUMP_BACK              ->127
#>           139  HOLD                   t0, 1
#>           142  CLEAR_LOCAL            h3
#>           144  RELEASE                t0, 1
#>           147  JUMP_IF_TRUE           t0, ->152
#>           150  RERAISE                h1
#>           152  POP_HANDLED            h2
#>           154  CLEAR_LOCAL            h1
#>           156  CLEAR_LOCAL            h0
#>           158  JUMP                   ->166
#>     -1    160  POP_HANDLED            h2
#>           162  CLEAR_LOCAL            h0
#>           164  RERAISE                h1
#>      4    166  GET_ASYNC_ITER         h0, source
#>           169  GET_ASYNC_NEXT         h2, h0
#>           172  LOAD_CONST             t0, None
#>           175  SEND                   t0, h2, t0, ->187
#>           180  YIELD_DELEGATED        t0, t0, h2, ->187
#>           185  JUMP_BACK              ->175
#>           187  HOLD                   t0, 1
#>           190  CLEAR_LOCAL            h2
#>           192  RELEASE                t0, 1
#>           195  STORE_LOCAL            item, t0
#>      5    198  INTRINSIC              t0, ASYNC_GEN_WRAP, item
#>           202  YIELD                  t0, t0
#>           205  DROP                   t0
#>      4    207  JUMP_BACK              ->169
#>           209  CLEAR_LOCAL            h2
#>           211  CLEAR_LOCAL            h0
#>           213  END_ASYNC_FOR          h1
#>      6    215  GET_ASYNC_ITER         h0, source
#>           218  BUILD_LIST             t0, t0, 0
#>           222  GET_ASYNC_NEXT         h2, h0
#>           225  LOAD_CONST             t1, None
#>           228  SEND                   t1, h2, t1, ->240
#>           233  YIELD_DELEGATED        t1, t1, h2, ->240
#>           238  JUMP_BACK              ->228
#>           240  HOLD                   t1, 1
#>           243  CLEAR_LOCAL            h2
#>           245  RELEASE                t1, 1
#>           248  STORE_LOCAL            x, t1
#>           251  GET_AWAITABLE          h2, x, 0
#>           255  LOAD_CONST             t1, None
#>           258  SEND                   t1, h2, t1, ->270
#>           263  YIELD_DELEGATED        t1, t1, h2, ->270
#>           268  JUMP_BACK              ->258
#>           270  HOLD                   t1, 1
#>           273  CLEAR_LOCAL            h2
#>           275  RELEASE                t1, 1
#>           278  JUMP_IF_FALSE          t1, ->284
#>           281  LIST_APPEND            t0, x
#>           284  JUMP_BACK              ->222
#>           286  CLEAR_LOCAL            h2
#>           288  CLEAR_LOCAL            h0
#>           290  END_ASYNC_FOR          h1
#>           292  CLEAR_LOCAL            x
#>           294  STORE_LOCAL            return_value, t0
#>           297  RETURN                 None
#>           299  INTRINSIC              t0, STOP_ITERATION_ERROR, h0
#>           303  STORE_LOCAL            h0, t0
#>           306  RERAISE                h0
#>   exceptions 26..28 release 1 from t0
#>   exceptions 56..58 release 1 from t0
#>   exceptions 31..63 ->111 in h1
#>   exceptions 100..102 release 1 from t0
#>   exceptions 142..144 release 1 from t0
#>   exceptions 116..152 ->160 in h1
#>   exceptions 190..192 release 1 from t0
#>   exceptions 169..195 ->209 in h1
#>   exceptions 243..245 release 1 from t1
#>   exceptions 222..248 ->286 in h1 keeps 1
#>   exceptions 273..275 release 1 from t1
#>   exceptions 0..299 ->299 in h0
