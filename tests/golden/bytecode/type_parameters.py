type Pair[T] = tuple[T, T]


def first[T: int](items: list[T]) -> T:
    return items[0]


class Box[T]:
    pass

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+1 held 0
#>      1      0  MAKE_FUNCTION          t0, <code object <generic parameters of Pair>, file "type_parameters.py", line 1>, t0, 0
#>             5  CALL                   t0, t0, t1, 0, #0
#>            11  STORE_NAME             Pair, t0
#>      4     14  MAKE_FUNCTION          t0, <code object <generic parameters of first>, file "type_parameters.py", line 4>, t0, 0
#>            19  CALL                   t0, t0, t0, 0, #1
#>            25  STORE_NAME             first, t0
#>      8     28  MAKE_FUNCTION          t0, <code object <generic parameters of Box>, file "type_parameters.py", line 8>, t0, 0
#>            33  CALL                   t0, t0, t1, 0, #2
#>            39  STORE_NAME             Box, t0
#>            42  RETURN                 None
#>
#> code <generic parameters of Pair> line 1 flags 0x3 args 0/0/0 registers 1+3 held 0
#>   r0 T cell
#>      1      0  MAKE_CELL              T
#>             2  LOAD_CONST             t0, 'Pair'
#>             5  INTRINSIC              t1, TYPEVAR, 'T'
#>             9  MOVE                   t2, t1
#>            12  STORE_DEREF            T, t2
#>            15  BUILD_TUPLE            t1, t1, 1
#>            19  MOVE                   t2, T
#>            22  BUILD_TUPLE            t2, t2, 1
#>            26  MAKE_FUNCTION          t2, <code object Pair, file "type_parameters.py", line 1>, t2, 8
#>            31  BUILD_TUPLE            t0, t0, 3
#>            35  INTRINSIC              t0, TYPEALIAS, t0
#>            39  RETURN                 t0
#>
#> code Pair line 1 flags 0x13 args 0/0/0 registers 1+3 held 0
#>   r0 T free
#>      1      0  LOAD_GLOBAL            t0, tuple, #0
#>             4  LOAD_DEREF             t1, T
#>             7  LOAD_DEREF             t2, T
#>            10  BUILD_TUPLE            t1, t1, 2
#>            14  LOAD_ITEM              t0, t0, t1
#>            18  RETURN                 t0
#>
#> code <generic parameters of first> line 4 flags 0x3 args 0/0/0 registers 1+5 held 0
#>   r0 T
#>      4      0  MAKE_FUNCTION          t1, <code object T, file "type_parameters.py", line 4>, t1, 0
#>             5  INTRINSIC_2            t0, TYPEVAR_WITH_BOUND, 'T', t1
#>            10  MOVE                   t1, t0
#>            13  STORE_LOCAL            T, t1
#>            16  BUILD_TUPLE            t0, t0, 1
#>            20  LOAD_CONST             t1, 'items'
#>            23  LOAD_GLOBAL            t2, list, #0
#>            27  LOAD_ITEM              t2, t2, T
#>            31  LOAD_CONST             t3, 'return'
#>            34  MOVE                   t4, T
#>            37  BUILD_TUPLE            t1, t1, 4
#>            41  MAKE_FUNCTION          t1, <code object first, file "type_parameters.py", line 4>, t1, 4
#>            46  INTRINSIC_2            t0, SET_FUNCTION_TYPE_PARAMS, t1, t0
#>            51  RETURN                 t0
#>
#> code T line 4 flags 0x13 args 0/0/0 registers 0+1 held 0
#>      4      0  LOAD_GLOBAL            t0, int, #0
#>             4  RETURN                 t0
#>
#> code first line 4 flags 0x13 args 1/0/0 registers 1+1 held 0
#>   r0 items
#>      5      0  LOAD_ITEM              t0, items, 0
#>             4  RETURN                 t0
#>
#> code <generic parameters of Box> line 8 flags 0x3 args 0/0/0 registers 3+4 held 0
#>   r0 T
#>   r1 .generic_base
#>   r2 .type_params cell
#>      8      0  MAKE_CELL              .type_params
#>             2  INTRINSIC              t0, TYPEVAR, 'T'
#>             6  MOVE                   t1, t0
#>             9  STORE_LOCAL            T, t1
#>            12  BUILD_TUPLE            t0, t0, 1
#>            16  STORE_DEREF            .type_params, t0
#>            19  BUILD_CLASS            t0
#>            21  MOVE                   t1, .type_params
#>            24  BUILD_TUPLE            t1, t1, 1
#>            28  MAKE_FUNCTION          t1, <code object Box, file "type_parameters.py", line 8>, t1, 8
#>            33  LOAD_DEREF             t2, .type_params
#>            36  INTRINSIC              t2, SUBSCRIPT_GENERIC, t2
#>            40  STORE_LOCAL            .generic_base, t2
#>            43  LOAD_CONST             t2, 'Box'
#>            46  MOVE                   t3, .generic_base
#>            49  CALL                   t0, t0, t1, 3, #0
#>            55  RETURN                 t0
#>
#> code Box line 8 flags 0x0 args 0/0/0 registers 1+1 held 0
#>   r0 .type_params free
#>      8      0  LOAD_NAME              t0, __name__, #0
#>             4  STORE_NAME             __module__, t0
#>             7  STORE_NAME             __qualname__, 'Box'
#>            10  LOAD_CLASS_DEREF       t0, .type_params, -
#>            14  STORE_NAME             __type_params__, t0
#>      9     17  NOP
#>     -1     18  RETURN                 None
