def f(o):
    o.x = o.y.z
    o.n += 1
    o.items[0] += o.items[-1]
    del o.x, o.items[1]
    return o.items[1:2:3]

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "attributes_and_subscripts.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 1/0/0 registers 2+3 held 0
#>   r0 o
#>      2      0  LOAD_ATTR              t0, o, y, #0
#>             5  LOAD_ATTR              t0, t0, z, #1
#>            10  STORE_ATTR             o, x, t0, #2
#>      3     15  LOAD_ATTR              t1, o, n, #3
#>            20  INPLACE_OP             t0, t1, 1, +
#>            25  STORE_ATTR             o, n, t0, #4
#>      4     30  LOAD_ATTR              t0, o, items, #5
#>            35  STORE_LOCAL            h0, t0
#>            38  LOAD_ITEM              t1, h0, 0
#>            42  LOAD_ATTR              t2, o, items, #6
#>            47  LOAD_ITEM              t2, t2, -1
#>            51  INPLACE_OP             t0, t1, t2, +
#>            56  STORE_ITEM             h0, 0, t0
#>            60  CLEAR_LOCAL            h0
#>      5     62  DELETE_ATTR            o, x
#>            65  LOAD_ATTR              t0, o, items, #7
#>            70  DELETE_ITEM            t0, 1
#>      6     73  LOAD_ATTR              t0, o, items, #8
#>            78  BUILD_SLICE            t1, 1, 2, 3
#>            83  LOAD_ITEM              t0, t0, t1
#>            87  RETURN                 t0
