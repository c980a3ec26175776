import os, os.path as path
from collections import deque as d, OrderedDict
from . import sibling
from ..parent import *

#> code <module> line 1 flags 0x0 args 0/0/0 registers 1+1 held 0
#>      1      0  IMPORT_NAME            t0, os, None, 0
#>             5  STORE_NAME             os, t0
#>             8  IMPORT_NAME            t0, os.path, None, 0
#>            13  STORE_LOCAL            h0, t0
#>            16  IMPORT_FROM            t0, h0, path
#>            20  STORE_NAME             path, t0
#>            23  CLEAR_LOCAL            h0
#>      2     25  IMPORT_NAME            t0, collections, ('deque', 'OrderedDict'), 0
#>            30  STORE_LOCAL            h0, t0
#>            33  IMPORT_FROM            t0, h0, deque
#>            37  STORE_NAME             d, t0
#>            40  IMPORT_FROM            t0, h0, OrderedDict
#>            44  STORE_NAME             OrderedDict, t0
#>            47  CLEAR_LOCAL            h0
#>      3     49  IMPORT_NAME            t0, , ('sibling'), 1
#>            54  STORE_LOCAL            h0, t0
#>            57  IMPORT_FROM            t0, h0, sibling
#>            61  STORE_NAME             sibling, t0
#>            64  CLEAR_LOCAL            h0
#>      4     66  IMPORT_NAME            t0, parent, ('*'), 2
#>            71  IMPORT_STAR            t0
#>            73  RETURN                 None
