def f(command):
    match command:
        case 1 | "one":
            return 1
        case [first, *rest] if rest:
            return first
        case {"key": value, **others}:
            return value, others
        case Point(x=0, y=y) as point:
            return point, y
        case None:
            return None
        case _:
            return command

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "match_statement.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 1/0/0 registers 11+2 held 0
#>   r0 command
#>   r1 first
#>   r2 rest
#>   r3 value
#>   r4 others
#>   r5 y
#>   r6 point
#>      2      0  STORE_LOCAL            h0, command
#>      3      3  JUMP_IF_NOT_COMPARE    h0, 1, ==, ->10
#>             8  JUMP                   ->15
#>            10  JUMP_IF_NOT_COMPARE    h0, 'one', ==, ->19
#>     -1     15  CLEAR_LOCAL            h0
#>      4     17  RETURN                 1
#>      5     19  MATCH_SEQUENCE         t0, h0
#>            22  JUMP_IF_FALSE          t0, ->62
#>            25  GET_LENGTH             t0, h0
#>            28  JUMP_IF_NOT_COMPARE    t0, 1, >=, ->62
#>            33  UNPACK_EX              t0, h0, 1, 0
#>            38  STORE_LOCAL            h1, t0
#>            41  STORE_LOCAL            h2, t1
#>            44  NOP
#>            45  STORE_LOCAL            first, h1
#>            48  STORE_LOCAL            rest, h2
#>            51  CLEAR_LOCAL            h2
#>            53  CLEAR_LOCAL            h1
#>            55  JUMP_IF_FALSE          rest, ->62
#>     -1     58  CLEAR_LOCAL            h0
#>      6     60  RETURN                 first
#>     -1     62  CLEAR_LOCAL            h2
#>            64  CLEAR_LOCAL            h1
#>      7     66  MATCH_MAPPING          t0, h0
#>            69  JUMP_IF_FALSE          t0, ->137
#>            72  GET_LENGTH             t0, h0
#>            75  JUMP_IF_NOT_COMPARE    t0, 1, >=, ->137
#>            80  MATCH_KEYS             t0, h0, ('key')
#>            84  STORE_LOCAL            h1, t0
#>            87  JUMP_IF_NONE           h1, ->137
#>            90  UNPACK                 t0, h1, 1
#>            94  STORE_LOCAL            h2, t0
#>            97  NOP
#>            98  BUILD_MAP              t0, t0, 0
#>           102  DICT_UPDATE            t0, h0
#>           105  STORE_LOCAL            h3, t0
#>           108  DELETE_ITEM            h3, 'key'
#>           111  STORE_LOCAL            value, h2
#>           114  STORE_LOCAL            others, h3
#>           117  CLEAR_LOCAL            h3
#>           119  CLEAR_LOCAL            h2
#>           121  CLEAR_LOCAL            h1
#>     -1    123  CLEAR_LOCAL            h0
#>      8    125  MOVE                   t0, value
#>           128  MOVE                   t1, others
#>           131  BUILD_TUPLE            t0, t0, 2
#>           135  RETURN                 t0
#>     -1    137  CLEAR_LOCAL            h3
#>           139  CLEAR_LOCAL            h2
#>           141  CLEAR_LOCAL            h1
#>      9    143  LOAD_GLOBAL            t0, Point, #0
#>           147  MATCH_CLASS            t0, h0, t0, 0, ('x', 'y')
#>           153  STORE_LOCAL            h1, t0
#>           156  JUMP_IF_NONE           h1, ->201
#>           159  UNPACK                 t0, h1, 2
#>           163  STORE_LOCAL            h2, t0
#>           166  STORE_LOCAL            h3, t1
#>           169  JUMP_IF_NOT_COMPARE    h2, 0, ==, ->201
#>           174  NOP
#>           175  STORE_LOCAL            y, h3
#>           178  STORE_LOCAL            point, h0
#>           181  CLEAR_LOCAL            h3
#>           183  CLEAR_LOCAL            h2
#>           185  CLEAR_LOCAL            h1
#>     -1    187  CLEAR_LOCAL            h0
#>     10    189  MOVE                   t0, point
#>           192  MOVE                   t1, y
#>           195  BUILD_TUPLE            t0, t0, 2
#>           199  RETURN                 t0
#>     -1    201  CLEAR_LOCAL            h3
#>           203  CLEAR_LOCAL            h2
#>           205  CLEAR_LOCAL            h1
#>     11    207  JUMP_IF_NOT_NONE       h0, ->214
#>     -1    210  CLEAR_LOCAL            h0
#>     12    212  RETURN                 None
#>     13    214  NOP
#>     -1    215  CLEAR_LOCAL            h0
#>     14    217  RETURN                 command
