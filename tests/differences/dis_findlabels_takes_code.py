# reason: dis.findlabels reads Krait's instructions through the code object; CPython's takes the bytes of co_code
# workaround: pass f.__code__ where CPython is given f.__code__.co_code
import dis


def f(a):
    while a:
        a -= 1


print(set(dis.findlabels(f.__code__)) == {i.offset for i in dis.get_instructions(f) if i.is_jump_target})  # expect: True
