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
#>            23  CLEAR_LOCAL            h1
#>            25  STORE_LOCAL            held, t0
#>      3     28  GET_AWAITABLE          h2, held, 0
#>            32  LOAD_CONST             t0, None
#>            35  SEND                   t0, h2, t0, ->47
#>            40  YIELD_DELEGATED        t0, t0, h2, ->47
#>            45  JUMP_BACK              ->35
#>            47  CLEAR_LOCAL            h2
#>            49  DROP                   t0
#>      2     51  LOAD_CONST             t0, None
#>            54  LOAD_CONST             t1, None
#>            57  LOAD_CONST             t2, None
#>            60  CALL                   t0, h0, t0, 3, #0
#>            66  GET_AWAITABLE          h2, t0, 2
#>            70  LOAD_CONST             t0, None
#>            73  SEND                   t0, h2, t0, ->85
#>            78  YIELD_DELEGATED        t0, t0, h2, ->85
#>            83  JUMP_BACK              ->73
#>            85  CLEAR_LOCAL            h2
#>            87  DROP                   t0
#>            89  CLEAR_LOCAL            h0
#>            91  JUMP                   ->142
#>     -1     93  CLEAR_LOCAL            h2
#>      2     95  PUSH_HANDLED           h2, h1
#>            98  WITH_EXIT              t0, h0, h1
#>           102  GET_AWAITABLE          h3, t0, 2
#>           106  LOAD_CONST             t0, None
#>           109  SEND                   t0, h3, t0, ->121
#>           114  YIELD_DELEGATED        t0, t0, h3, ->121
#>           119  JUMP_BACK              ->109
#>           121  CLEAR_LOCAL            h3
#>           123  JUMP_IF_TRUE           t0, ->128
#>           126  RERAISE                h1
#>           128  POP_HANDLED            h2
#>           130  CLEAR_LOCAL            h1
#>           132  CLEAR_LOCAL            h0
#>           134  JUMP                   ->142
#>     -1    136  POP_HANDLED            h2
#>           138  CLEAR_LOCAL            h0
#>           140  RERAISE                h1
#>      4    142  GET_ASYNC_ITER         h0, source
#>           145  GET_ASYNC_NEXT         h2, h0
#>           148  LOAD_CONST             t0, None
#>           151  SEND                   t0, h2, t0, ->163
#>           156  YIELD_DELEGATED        t0, t0, h2, ->163
#>           161  JUMP_BACK              ->151
#>           163  CLEAR_LOCAL            h2
#>           165  STORE_LOCAL            item, t0
#>      5    168  INTRINSIC              t0, ASYNC_GEN_WRAP, item
#>           172  YIELD                  t0, t0
#>           175  DROP                   t0
#>      4    177  JUMP_BACK              ->145
#>           179  CLEAR_LOCAL            h2
#>           181  CLEAR_LOCAL            h0
#>           183  END_ASYNC_FOR          h1
#>      6    185  GET_ASYNC_ITER         h0, source
#>           188  BUILD_LIST             t0, t0, 0
#>           192  GET_ASYNC_NEXT         h2, h0
#>           195  LOAD_CONST             t1, None
#>           198  SEND                   t1, h2, t1, ->210
#>           203  YIELD_DELEGATED        t1, t1, h2, ->210
#>           208  JUMP_BACK              ->198
#>           210  CLEAR_LOCAL            h2
#>           212  STORE_LOCAL            x, t1
#>           215  GET_AWAITABLE          h2, x, 0
#>           219  LOAD_CONST             t1, None
#>           222  SEND                   t1, h2, t1, ->234
#>           227  YIELD_DELEGATED        t1, t1, h2, ->234
#>           232  JUMP_BACK              ->222
#>           234  CLEAR_LOCAL            h2
#>           236  JUMP_IF_FALSE          t1, ->242
#>           239  LIST_APPEND            t0, x
#>           242  JUMP_BACK              ->192
#>           244  CLEAR_LOCAL            h2
#>           246  CLEAR_LOCAL            h0
#>           248  END_ASYNC_FOR          h1
#>           250  CLEAR_LOCAL            x
#>           252  STORE_LOCAL            return_value, t0
#>           255  RETURN                 None
#>           257  INTRINSIC              t0, STOP_ITERATION_ERROR, h0
#>           261  STORE_LOCAL            h0, t0
#>           264  RERAISE                h0
#>   exceptions 25..51 ->93 in h1
#>   exceptions 98..128 ->136 in h1
#>   exceptions 145..165 ->179 in h1
#>   exceptions 192..212 ->244 in h1 keeps 1
#>   exceptions 0..257 ->257 in h0
