import inspect
import traceback
import types
import zoo
from zoo import shapes, values

# A weak reference that is not restored yet is not shown.
LEFT_OUT = ('__builtins__', '__spec__', '__loader__', '__weakref__')

print(inspect.getsource(shapes.plain))
print(inspect.getsource(shapes.Circle)[:60])
print(inspect.getsource(shapes.closure(1)[0]), inspect.getsourcelines(shapes.anonymous)[1])
print(inspect.getsource(zoo.ring_a))
print(inspect.signature(shapes.plain), inspect.signature(shapes.Circle), inspect.signature(shapes.wrapper))
print(inspect.signature(shapes.double), inspect.signature(values.bound), inspect.signature(shapes.Item))
print(inspect.getmodule(shapes.plain) is shapes, inspect.getmodule(shapes.Circle) is shapes, inspect.getmodule(values.circle))
print(inspect.getfile(shapes.Circle) == shapes.__file__, inspect.getsourcefile(shapes) == shapes.__file__)
print(inspect.getdoc(shapes.Circle), inspect.getdoc(shapes.plain), inspect.getdoc(zoo), inspect.getdoc(shapes.Circle.area))
for o in shapes, shapes.Circle, values.circle, shapes.Color, values:
    print([(n, type(v).__name__) for n, v in inspect.getmembers(o) if n not in LEFT_OUT])
print(inspect.getmembers(shapes, inspect.isclass)[:3], [n for n, f in inspect.getmembers(shapes, inspect.isfunction)])
print(inspect.getclosurevars(shapes.add), inspect.getfullargspec(shapes.plain))
print(inspect.classify_class_attrs(shapes.Circle)[-1][:3], inspect.isabstract(shapes.Shape), inspect.isabstract(shapes.Circle))
print(inspect.getmro(shapes.Box), inspect.unwrap(shapes.wrapper) is shapes.plain, inspect.iscoroutinefunction(shapes.awaited))
print(inspect.isgeneratorfunction(shapes.generate), inspect.getattr_static(shapes.Circle, 'diameter').fget.__name__)
print(inspect.get_annotations(shapes.plain), inspect.get_annotations(shapes.Item), shapes.plain.__kwdefaults__, shapes.plain.__defaults__)
code = shapes.plain.__code__
print(code.co_name, code.co_qualname, code.co_filename == shapes.__file__, code.co_firstlineno, code.co_varnames, code.co_flags)
print(code == shapes.plain.__code__, code is shapes.plain.__code__, code.replace(co_name='x') == code, hash(code) == hash(shapes.plain.__code__))
print([l for _, _, l in shapes.closure.__code__.co_lines()], list(code.co_positions())[:2])
print(types.FunctionType(code, {}, 'other').__name__, vars(shapes.wrapper).keys(), shapes.wrapper.__wrapped__ is shapes.plain)
print(shapes.__dict__.keys() == vars(shapes).keys(), '__warningregistry__' in vars(shapes))
try:
    shapes.plain()
except TypeError as e:
    print(e)
try:
    values.circle.area(1)
except TypeError as e:
    print(e)
try:
    shapes.describe.register(1)(2)
except Exception as e:
    trace = inspect.trace()
    print(type(e).__name__, e)
try:
    shapes.generate('x').__next__()
except TypeError as e:
    print(traceback.extract_tb(e.__traceback__)[-1].line, traceback.extract_tb(e.__traceback__)[-1].lineno)
