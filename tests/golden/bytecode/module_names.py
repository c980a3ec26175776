x = 1
x += y
del x
print(x, __name__)


def f():
    global x
    x = len
    del x

#> code <module> line 1 flags 0x0 args 0/0/0 registers 0+3 held 0
#>      1      0  STORE_GLOBAL           x, 1
#>      2      3  LOAD_GLOBAL            t1, x, #0
#>             7  LOAD_NAME              t2, y, #1
#>            11  INPLACE_OP             t0, t1, t2, +
#>            16  STORE_GLOBAL           x, t0
#>      3     19  DELETE_GLOBAL          x
#>      4     21  LOAD_NAME              t0, print, #2
#>            25  LOAD_GLOBAL            t1, x, #3
#>            29  LOAD_NAME              t2, __name__, #4
#>            33  CALL                   t0, t0, t1, 2, #5
#>            39  DROP                   t0
#>      7     41  MAKE_FUNCTION          t0, <code object f, file "module_names.py", line 7>, t0, 0
#>            46  STORE_NAME             f, t0
#>            49  RETURN                 None
#>
#> code f line 7 flags 0x3 args 0/0/0 registers 0+1 held 0
#>      9      0  LOAD_GLOBAL            t0, len, #0
#>             4  STORE_GLOBAL           x, t0
#>     10      7  DELETE_GLOBAL          x
#>             9  RETURN                 None
