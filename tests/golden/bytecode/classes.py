class A(Base, metaclass=Meta, option=1):
    "doc"
    x: int = 1

    @decorate
    def method(self, y=x):
        return super().method(__class__)
    del x
    type Alias[T] = dict[x, T]

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+6 held 0
#>      1      0  BUILD_CLASS            t0
#>             2  MAKE_FUNCTION          t1, <code object A, file "classes.py", line 1>, t1, 0
#>             7  LOAD_CONST             t2, 'A'
#>            10  LOAD_NAME              t3, Base, #0
#>            14  LOAD_NAME              t4, Meta, #1
#>            18  LOAD_CONST             t5, 1
#>            21  CALL_KW                t0, t0, t1, 5, ('metaclass', 'option')
#>            27  STORE_NAME             A, t0
#>            30  RETURN                 None
#>
#> code A line 1 flags 0x0 args 0/0/0 registers 3+2 held 0
#>   r0 __class__ cell
#>   r1 __classdict__ cell
#>      1      0  MAKE_CELL              __class__
#>             2  MAKE_CELL              __classdict__
#>             4  LOAD_NAME              t0, __name__, #0
#>             8  STORE_NAME             __module__, t0
#>            11  STORE_NAME             __qualname__, 'A'
#>            14  LOAD_LOCALS            t0
#>            16  STORE_DEREF            __classdict__, t0
#>            19  SETUP_ANNOTATIONS
#>      2     20  STORE_NAME             __doc__, 'doc'
#>      3     23  STORE_NAME             x, 1
#>            26  LOAD_NAME              t0, int, #1
#>            30  LOAD_NAME              t1, __annotations__, #2
#>            34  STORE_ITEM             t1, 'x', t0
#>      5     38  LOAD_NAME              t0, decorate, #3
#>            42  STORE_LOCAL            h0, t0
#>      6     45  LOAD_NAME              t0, x, #4
#>            49  BUILD_TUPLE            t0, t0, 1
#>            53  MOVE                   t1, __class__
#>            56  BUILD_TUPLE            t1, t1, 1
#>            60  MAKE_FUNCTION          t0, <code object method, file "classes.py", line 5>, t0, 9
#>      5     65  CALL                   t0, h0, t0, 1, #5
#>            71  HOLD                   t0, 1
#>            74  CLEAR_LOCAL            h0
#>            76  RELEASE                t0, 1
#>      6     79  STORE_NAME             method, t0
#>      8     82  DELETE_NAME            x
#>      9     84  MOVE                   t0, __classdict__
#>            87  BUILD_TUPLE            t0, t0, 1
#>            91  MAKE_FUNCTION          t0, <code object <generic parameters of Alias>, file "classes.py", line 9>, t0, 8
#>            96  CALL                   t0, t0, t1, 0, #6
#>           102  STORE_NAME             Alias, t0
#>     -1    105  MOVE                   t0, __classdict__
#>           108  STORE_NAME             __classdictcell__, t0
#>           111  MOVE                   t0, __class__
#>           114  STORE_NAME             __classcell__, t0
#>           117  RETURN                 __class__
#>   exceptions 74..76 release 1 from t0
#>
#> code A.method line 5 flags 0x3 args 2/0/0 registers 3+3 held 0
#>   r0 self
#>   r1 y
#>   r2 __class__ free
#>      7      0  LOAD_GLOBAL            t0, super, #0
#>             4  LOAD_DEREF             t1, __class__
#>             7  MOVE                   t2, self
#>            10  LOAD_SUPER_ATTR        t0, t0, method, 1
#>            15  LOAD_DEREF             t1, __class__
#>            18  CALL                   t0, t0, t1, 1, #1
#>            24  RETURN                 t0
#>
#> code A.<generic parameters of Alias> line 9 flags 0x3 args 0/0/0 registers 2+4 held 0
#>   r0 T cell
#>   r1 __classdict__ free
#>      9      0  MAKE_CELL              T
#>             2  LOAD_CONST             t0, 'Alias'
#>             5  INTRINSIC              t1, TYPEVAR, 'T'
#>             9  MOVE                   t2, t1
#>            12  STORE_DEREF            T, t2
#>            15  BUILD_TUPLE            t1, t1, 1
#>            19  MOVE                   t2, T
#>            22  MOVE                   t3, __classdict__
#>            25  BUILD_TUPLE            t2, t2, 2
#>            29  MAKE_FUNCTION          t2, <code object Alias, file "classes.py", line 9>, t2, 8
#>            34  BUILD_TUPLE            t0, t0, 3
#>            38  INTRINSIC              t0, TYPEALIAS, t0
#>            42  RETURN                 t0
#>
#> code A.Alias line 9 flags 0x13 args 0/0/0 registers 2+3 held 0
#>   r0 T free
#>   r1 __classdict__ free
#>      9      0  LOAD_DEREF             t0, __classdict__
#>             3  LOAD_NAME_OR_GLOBAL    t0, t0, dict
#>             7  LOAD_DEREF             t1, __classdict__
#>            10  LOAD_NAME_OR_GLOBAL    t1, t1, x
#>            14  LOAD_DEREF             t2, __classdict__
#>            17  LOAD_CLASS_DEREF       t2, T, t2
#>            21  BUILD_TUPLE            t1, t1, 2
#>            25  LOAD_ITEM              t0, t0, t1
#>            29  RETURN                 t0
