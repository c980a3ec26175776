def f(items):
    total = 0
    for i, item in enumerate(items):
        if item is None:
            continue
        elif item < 0:
            break
        total += item
    else:
        return total
    while total > 9 or not total < 0:
        total += 1
    while True:
        total -= 1
        if total < 0:
            return i

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "loops.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 1/0/0 registers 5+2 held 0
#>   r0 items
#>   r1 total
#>   r2 i
#>   r3 item
#>      2      0  STORE_LOCAL            total, 0
#>      3      3  LOAD_GLOBAL            t0, enumerate, #0
#>             7  MOVE                   t1, items
#>            10  CALL                   t0, t0, t1, 1, #1
#>            16  GET_ITER               h0, t0
#>            19  FOR_ITER               t0, h0, ->58
#>            23  UNPACK                 t0, t0, 2
#>            27  STORE_LOCAL            i, t0
#>            30  STORE_LOCAL            item, t1
#>      4     33  JUMP_IF_NOT_NONE       item, ->39
#>      5     36  NOP
#>            37  JUMP_BACK              ->19
#>      6     39  JUMP_IF_NOT_COMPARE    item, 0, <, ->48
#>      7     44  CLEAR_LOCAL            h0
#>            46  JUMP                   ->60
#>      8     48  INPLACE_OP             t0, total, item, +
#>            53  STORE_LOCAL            total, t0
#>      3     56  JUMP_BACK              ->19
#>     10     58  RETURN                 total
#>     11     60  JUMP_IF_COMPARE        total, 9, >, ->70
#>            65  JUMP_IF_COMPARE        total, 0, <, ->80
#>     12     70  INPLACE_OP             t0, total, 1, +
#>            75  STORE_LOCAL            total, t0
#>     11     78  JUMP_BACK              ->60
#>     13     80  NOP
#>     14     81  INPLACE_OP             t0, total, 1, -
#>            86  STORE_LOCAL            total, t0
#>     15     89  JUMP_IF_NOT_COMPARE    total, 0, <, ->98
#>     16     94  CHECK_LOCAL            i
#>            96  RETURN                 i
#>     13     98  JUMP_BACK              ->81
