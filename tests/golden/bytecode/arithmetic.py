def f(a, b):
    c = a + b * 2 - -a
    c += 1 << 3
    return c // 2, a @ b, not a, ~b

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "arithmetic.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 2/0/0 registers 3+4 held 0
#>   r0 a
#>   r1 b
#>   r2 c
#>      2      0  MULTIPLY               t0, b, 2
#>             4  ADD                    t0, a, t0
#>             8  UNARY_OP               t1, a, -
#>            12  SUBTRACT               t0, t0, t1
#>            16  STORE_LOCAL            c, t0
#>      3     19  INPLACE_OP             t0, c, 8, +
#>            24  STORE_LOCAL            c, t0
#>      4     27  BINARY_OP              t0, c, 2, //
#>            32  BINARY_OP              t1, a, b, @
#>            37  NOT                    t2, a
#>            40  UNARY_OP               t3, b, ~
#>            44  BUILD_TUPLE            t0, t0, 4
#>            48  RETURN                 t0
