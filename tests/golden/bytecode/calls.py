def f(g, o, a, *rest, k=1, **named):
    g()
    g(a, 1, k=a)
    g(*rest, a, **named, k=2)
    o.method(a)
    o.method(g(), a).method(g(), k=a)
    o.method(g(a), *rest)
    print(len(rest), a)
    return g(f(g, o, a))

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  LOAD_CONST             t0, 1
#>             3  BUILD_MAP_CONST        t0, t0, 1, ('k')
#>             8  MAKE_FUNCTION          t0, <code object f, file "calls.py", line 1>, t0, 2
#>            13  STORE_NAME             f, t0
#>            16  RETURN                 None
#>
#> code f line 1 flags 0xf args 3/0/1 registers 6+6 held 0
#>   r0 g
#>   r1 o
#>   r2 a
#>   r3 k
#>   r4 rest
#>   r5 named
#>      2      0  CALL                   t0, g, t0, 0, #0
#>             6  DROP                   t0
#>      3      8  MOVE                   t0, a
#>            11  LOAD_CONST             t1, 1
#>            14  MOVE                   t2, a
#>            17  CALL_KW                t0, g, t0, 3, ('k')
#>            23  DROP                   t0
#>      4     25  BUILD_LIST             t1, t1, 0
#>            29  LIST_EXTEND            t1, rest
#>            32  LIST_APPEND            t1, a
#>            35  LIST_TO_TUPLE          t1, t1
#>            38  BUILD_MAP              t2, t2, 0
#>            42  DICT_MERGE             t2, named, g
#>            46  BUILD_MAP              t3, t3, 0
#>            50  MAP_ADD                t3, 'k', 2
#>            54  DICT_MERGE             t2, t3, g
#>            58  CALL_EX                t0, g, t1, t2
#>            63  DROP                   t0
#>      5     65  MOVE                   t0, o
#>            68  MOVE                   t1, a
#>            71  INVOKE                 t0, t0, 2, method, #1
#>            77  DROP                   t0
#>      6     79  LOAD_METHOD            t2, o, method, #2
#>            84  HOLD                   t2, 2
#>            87  CALL                   t4, g, t4, 0, #3
#>            93  MOVE                   t5, a
#>            96  RELEASE                t2, 2
#>            99  CALL_METHOD            t1, t2, 2, #4
#>           104  LOAD_METHOD            t1, t1, method, #5
#>           109  HOLD                   t1, 2
#>           112  CALL                   t3, g, t3, 0, #6
#>           118  MOVE                   t4, a
#>           121  RELEASE                t1, 2
#>           124  CALL_METHOD_KW         t0, t1, 2, ('k')
#>           129  DROP                   t0
#>      7    131  LOAD_ATTR              t1, o, method, #7
#>           136  HOLD                   t1, 1
#>           139  BUILD_LIST             t2, t2, 0
#>           143  MOVE                   t3, a
#>           146  CALL                   t3, g, t3, 1, #8
#>           152  LIST_APPEND            t2, t3
#>           155  LIST_EXTEND            t2, rest
#>           158  LIST_TO_TUPLE          t2, t2
#>           161  RELEASE                t1, 1
#>           164  CALL_EX                t0, t1, t2, -
#>           169  DROP                   t0
#>      8    171  LOAD_GLOBAL            t1, print, #9
#>           175  HOLD                   t1, 1
#>           178  LOAD_GLOBAL            t2, len, #10
#>           182  MOVE                   t3, rest
#>           185  CALL                   t2, t2, t3, 1, #11
#>           191  MOVE                   t3, a
#>           194  RELEASE                t1, 1
#>           197  CALL                   t0, t1, t2, 2, #12
#>           203  DROP                   t0
#>      9    205  LOAD_GLOBAL            t1, f, #13
#>           209  MOVE                   t2, g
#>           212  MOVE                   t3, o
#>           215  MOVE                   t4, a
#>           218  CALL                   t1, t1, t2, 3, #14
#>           224  CALL                   t0, g, t1, 1, #15
#>           230  RETURN                 t0
#>   exceptions 87..96 release 2 from t2
#>   exceptions 112..121 release 2 from t1
#>   exceptions 139..161 release 1 from t1
#>   exceptions 178..194 release 1 from t1
