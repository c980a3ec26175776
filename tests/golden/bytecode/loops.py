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
#>            19  FOR_ITER               t0, h0, ->57
#>            23  UNPACK                 t0, t0, 2
#>            27  STORE_LOCAL            i, t0
#>            30  STORE_LOCAL            item, t1
#>      4     33  JUMP_IF_NOT_NONE       item, ->38
#>      5     36  JUMP_BACK              ->19
#>      6     38  JUMP_IF_NOT_COMPARE    item, 0, <, ->47
#>      7     43  CLEAR_LOCAL            h0
#>            45  JUMP                   ->59
#>      8     47  INPLACE_OP             t0, total, item, +
#>            52  STORE_LOCAL            total, t0
#>      3     55  JUMP_BACK              ->19
#>     10     57  RETURN                 total
#>     11     59  JUMP_IF_COMPARE        total, 9, >, ->69
#>            64  JUMP_IF_COMPARE        total, 0, <, ->79
#>     12     69  INPLACE_OP             t0, total, 1, +
#>            74  STORE_LOCAL            total, t0
#>     11     77  JUMP_BACK              ->59
#>     14     79  INPLACE_OP             t0, total, 1, -
#>            84  STORE_LOCAL            total, t0
#>     15     87  JUMP_IF_NOT_COMPARE    total, 0, <, ->96
#>     16     92  CHECK_LOCAL            i
#>            94  RETURN                 i
#>     13     96  JUMP_BACK              ->79
