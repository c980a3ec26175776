def f(a, b, c):
    if a and not (b or c):
        return 1
    elif a or b:
        x = b if c else a
    else:
        x = a and b
    while not a:
        a = b or c
    return x

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "conditions.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 3/0/0 registers 5+1 held 1
#>   r0 a replaced
#>   r1 b
#>   r2 c
#>   r3 x
#>      1      0  STORE_LOCAL            held0, a
#>      2      3  JUMP_IF_FALSE          a, ->14
#>             6  JUMP_IF_TRUE           b, ->14
#>             9  JUMP_IF_TRUE           c, ->14
#>      3     12  RETURN                 1
#>      4     14  JUMP_IF_TRUE           a, ->20
#>            17  JUMP_IF_FALSE          b, ->36
#>      5     20  JUMP_IF_FALSE          c, ->28
#>            23  MOVE                   t0, b
#>            26  JUMP                   ->31
#>            28  MOVE                   t0, a
#>            31  STORE_LOCAL            x, t0
#>     -1     34  JUMP                   ->48
#>      7     36  MOVE                   t0, a
#>            39  JUMP_IF_FALSE_KEEP     t0, ->45
#>            42  MOVE                   t0, b
#>            45  STORE_LOCAL            x, t0
#>      8     48  JUMP_IF_TRUE           a, ->65
#>      9     51  MOVE                   t0, b
#>            54  JUMP_IF_TRUE_KEEP      t0, ->60
#>            57  MOVE                   t0, c
#>            60  STORE_LOCAL            a, t0
#>      8     63  JUMP_BACK              ->48
#>     10     65  RETURN                 x
