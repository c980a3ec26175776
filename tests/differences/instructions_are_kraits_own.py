# reason: the instructions are those of Krait's register machine: dis, co_code, the offsets that sys.monitoring's INSTRUCTION events tell, co_stacksize and co_consts are of them; line numbers and positions have the same meaning as in CPython, but no entry for RESUME and other instructions that there are not
# workaround: read instructions through dis, which knows Krait's; look at names of instructions only where sys.implementation.name is 'cpython'
import dis


def f(a):
    return a + 1


print([i.opname for i in dis.get_instructions(f)][0] == "RESUME")  # expect: False
print([line - f.__code__.co_firstlineno for _, _, line in f.__code__.co_lines()])  # expect: [1]
