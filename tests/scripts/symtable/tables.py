import symtable

source = '''
import os
x = 1
class C:
    y = x
    def method(self, a, *rest):
        global g
        g = a
        def inner():
            nonlocal a
            a = x
            return __class__
        return [i for i in rest if os]
def gen(b): yield lambda: b
'''
top = symtable.symtable(source, 'file.py', 'exec')
print(top.get_type(), top.get_name(), top.get_lineno(), sorted(top.get_identifiers()))  # expect: module top 0 ['C', 'g', 'gen', 'os', 'x']
cls, gen = top.get_children()
print(cls.get_type(), cls.get_name(), cls.get_lineno(), cls.get_methods())  # expect: class C 4 ('method',)
method = cls.get_children()[0]
print(method.get_parameters(), *map(sorted, (method.get_locals(), method.get_globals(), method.get_frees())))  # expect: ('self', 'a', 'rest') ['a', 'i', 'inner', 'rest', 'self'] ['g', 'os'] ['__class__']
inner = method.get_children()[0]
print(inner.is_nested(), sorted(inner.get_frees()), inner.get_nonlocals(), inner.lookup('x').is_global())  # expect: True ['__class__', 'a'] ('a',) True
print(method.lookup('a').is_parameter(), top.lookup('os').is_imported(), top.lookup('C').is_namespace())  # expect: True True True
print(gen.get_children()[0].get_name(), gen.lookup('b').is_local())  # expect: lambda True


def error(text, mode):
    try:
        return symtable.symtable(text, '?', mode)
    except (SyntaxError, ValueError) as e:
        return type(e).__name__, str(e)


print(error('def f(a, a): pass', 'exec'))  # expect: ('SyntaxError', "duplicate argument 'a' in function definition (?, line 1)")
print(error('x', 'other'))  # expect: ('ValueError', "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
