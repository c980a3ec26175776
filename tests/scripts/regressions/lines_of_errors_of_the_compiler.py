# The source line of an error that is found after parsing comes from the file; symbol errors have their message only.
import os
import tempfile
import traceback

path = os.path.join(tempfile.mkdtemp(), "mistaken.py")


def compiled(source):
    with open(path, "w") as file:
        file.write(source)
    try:
        compile(source, path, "exec")
    except SyntaxError as e:
        print(len(e.args), repr(e.text), e.offset, e.end_offset)
        print(*traceback.format_exception_only(e)[1:], sep="", end="")


compiled("x = 1\ny = ((yield) for _ in ())\n")
# expect: 1 'y = ((yield) for _ in ())\n' 7 12
# expect:     y = ((yield) for _ in ())
# expect:           ^^^^^
# expect: SyntaxError: 'yield' inside generator expression
compiled("def f():\n  nonlocal x")
# expect: 1 '  nonlocal x' 3 13
# expect:     nonlocal x
# expect:     ^^^^^^^^^^
# expect: SyntaxError: no binding for nonlocal 'x' found
compiled("if 1:\n    return 1\n")
# expect: 2 '    return 1\n' 5 13
# expect:     return 1
# expect:     ^^^^^^^^
# expect: SyntaxError: 'return' outside function
compiled("from __future__ import features\n")
# expect: 1 'from __future__ import features\n' 1 None
# expect:     from __future__ import features
# expect:     ^
# expect: SyntaxError: future feature features is not defined
os.remove(path)
os.rmdir(os.path.dirname(path))
try:
    compile("return 1", path, "exec")
except SyntaxError as e:
    print(len(e.args), e.text)      # expect: 2 None
