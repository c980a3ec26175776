import ast
import inspect

for source in ["async for i in a: pass", "async with a: pass", "await a", "b = [x async for x in a]"]:
    code = compile(source, "?", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    print(bool(code.co_flags & inspect.CO_COROUTINE))
# expect: True
# expect: True
# expect: True
# expect: True
