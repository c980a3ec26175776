# mode: single
x + 1

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      2      0  LOAD_NAME              t0, x, #0
#>             4  ADD                    t0, t0, 1
#>             8  PRINT_EXPRESSION       t0
#>            10  RETURN                 None
