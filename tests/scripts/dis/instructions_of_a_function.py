# The instructions are Krait's own; what holds for those of any VM is checked.
import dis
import io


def f(a, b=2):
    for i in range(a):
        try:
            print(i + b)
        except ValueError as e:
            return e.args
    return [x for x in b if x > 3]


instructions = list(dis.get_instructions(f))
print(all(isinstance(i, dis.Instruction) for i in instructions))  # expect: True
print(instructions[0].offset, instructions[0].starts_line - f.__code__.co_firstlineno in (0, 1))  # expect: 0 True
print([i.offset for i in instructions] == sorted({i.offset for i in instructions}))  # expect: True
print({i.argval for i in instructions if i.opcode in dis.hasname} >= {"range", "print", "args"})  # expect: True
targets = {i.argval for i in instructions if i.opcode in dis.hasjabs + dis.hasjrel}
print(targets <= {i.offset for i in instructions if i.is_jump_target})  # expect: True
print({1, 2, 3} <= {line - f.__code__.co_firstlineno for _, line in dis.findlinestarts(f.__code__)})  # expect: True
out = io.StringIO()
dis.dis(f, file=out)
print("ExceptionTable:" in out.getvalue(), "range" in out.getvalue())  # expect: True True
print(dis.code_info(f).splitlines()[0])  # expect: Name:              f
print(dis.Bytecode("a + 1").codeobj.co_names)  # expect: ('a',)
try:
    dis.dis(3)
except TypeError as e:
    print(e)  # expect: don't know how to disassemble int objects
