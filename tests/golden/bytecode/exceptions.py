def f(g):
    try:
        g()
    except (ValueError, KeyError) as e:
        raise RuntimeError("no") from e
    except TypeError:
        pass
    else:
        g(1)
    finally:
        g(2)
    try:
        g()
    except* OSError as group:
        g(group)
    assert g, "message"
    raise

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object f, file "exceptions.py", line 1>, t0, 0
#>             5  STORE_NAME             f, t0
#>             8  RETURN                 None
#>
#> code f line 1 flags 0x3 args 1/0/0 registers 10+2 held 0
#>   r0 g
#>   r1 e
#>   r2 group
#>      2      0  NOP
#>      3      1  CALL                   t0, g, t0, 0, #0
#>             7  DROP                   t0
#>      9      9  LOAD_CONST             t0, 1
#>            12  CALL                   t0, g, t0, 1, #1
#>            18  DROP                   t0
#>     -1     20  JUMP                   ->94
#>            22  PUSH_HANDLED           h2, h1
#>      4     25  LOAD_GLOBAL            t0, ValueError, #2
#>            29  LOAD_GLOBAL            t1, KeyError, #3
#>            33  BUILD_TUPLE            t0, t0, 2
#>            37  MATCH_EXCEPTION        t0, h1, t0
#>            41  JUMP_IF_FALSE          t0, ->70
#>            44  STORE_LOCAL            e, h1
#>      5     47  LOAD_GLOBAL            t0, RuntimeError, #4
#>            51  LOAD_CONST             t1, 'no'
#>            54  CALL                   t0, t0, t1, 1, #5
#>            60  RAISE                  t0, e
#>     -1     63  STORE_LOCAL            e, None
#>            66  DELETE_LOCAL           e
#>            68  RERAISE                h1
#>      6     70  LOAD_GLOBAL            t0, TypeError, #6
#>            74  MATCH_EXCEPTION        t0, h1, t0
#>            78  JUMP_IF_FALSE          t0, ->88
#>      7     81  NOP
#>            82  POP_HANDLED            h2
#>            84  CLEAR_LOCAL            h1
#>     -1     86  JUMP                   ->94
#>      6     88  RERAISE                h1
#>     -1     90  POP_HANDLED            h2
#>            92  RERAISE                h1
#>     11     94  LOAD_CONST             t0, 2
#>            97  CALL                   t0, g, t0, 1, #7
#>           103  DROP                   t0
#>     -1    105  JUMP                   ->131
#>           107  CLEAR_LOCAL            h2
#>           109  CLEAR_LOCAL            h1
#>           111  PUSH_HANDLED           h1, h0
#>     11    114  LOAD_CONST             t0, 2
#>           117  CALL                   t0, g, t0, 1, #8
#>           123  DROP                   t0
#>           125  RERAISE                h0
#>     -1    127  POP_HANDLED            h1
#>           129  RERAISE                h0
#>     12    131  NOP
#>     13    132  CALL                   t0, g, t0, 0, #9
#>           138  DROP                   t0
#>     -1    140  JUMP                   ->246
#>           142  PUSH_HANDLED           h1, h0
#>           145  BUILD_LIST             t0, t0, 0
#>           149  STORE_LOCAL            h2, t0
#>           152  STORE_LOCAL            h3, h0
#>     14    155  LOAD_GLOBAL            t0, OSError, #10
#>           159  MATCH_GROUP            t0, h3, t0
#>           163  STORE_LOCAL            h4, t1
#>           166  STORE_LOCAL            h3, t0
#>           169  JUMP_IF_NONE           h4, ->214
#>           172  PUSH_HANDLED           h5, h4
#>           175  STORE_LOCAL            group, h4
#>     15    178  MOVE                   t0, group
#>           181  CALL                   t0, g, t0, 1, #11
#>           187  DROP                   t0
#>     -1    189  POP_HANDLED            h5
#>           191  STORE_LOCAL            group, None
#>           194  DELETE_LOCAL           group
#>           196  CLEAR_LOCAL            h4
#>           198  JUMP                   ->214
#>           200  POP_HANDLED            h5
#>           202  LIST_APPEND            h2, h6
#>           205  CLEAR_LOCAL            h6
#>           207  STORE_LOCAL            group, None
#>           210  DELETE_LOCAL           group
#>           212  CLEAR_LOCAL            h4
#>           214  JUMP_IF_NONE           h3, ->220
#>           217  LIST_APPEND            h2, h3
#>           220  PREPARE_RERAISE_STAR   t0, h0, h2
#>           224  STORE_LOCAL            h3, t0
#>           227  CLEAR_LOCAL            h2
#>           229  POP_HANDLED            h1
#>           231  CLEAR_LOCAL            h0
#>           233  JUMP_IF_NOT_NONE       h3, ->240
#>           236  CLEAR_LOCAL            h3
#>           238  JUMP                   ->246
#>           240  RERAISE                h3
#>           242  POP_HANDLED            h1
#>           244  RERAISE                h0
#>     16    246  JUMP_IF_TRUE           g, ->263
#>           249  ASSERTION_ERROR        t0
#>           251  LOAD_CONST             t1, 'message'
#>           254  CALL                   t0, t0, t1, 1, #12
#>           260  RAISE                  t0, -
#>     17    263  RAISE                  -, -
#>   exceptions 1..9 ->22 in h1
#>   exceptions 47..63 ->63 in h1
#>   exceptions 25..70 ->90 in h1
#>   exceptions 70..82 ->90 in h1
#>   exceptions 88..90 ->90 in h1
#>   exceptions 1..94 ->107 in h0
#>   exceptions 114..127 ->127 in h0
#>   exceptions 132..140 ->142 in h0
#>   exceptions 178..189 ->200 in h6
#>   exceptions 145..227 ->242 in h0
