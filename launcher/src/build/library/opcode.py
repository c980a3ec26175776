"""The table of Krait's instructions, as CPython's module of this name tells of CPython's.

An instruction is a number and operands that name registers, constants, names, jump targets and the like; an opcode is
in `hasconst` when one of its operands is the index of a constant, and so on.
"""

from _opcode import having as _having, names as _names, operands as _operands, stack_effect, symbols as _symbols

__all__ = ["cmp_op", "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree",
           "hasexc", "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "stack_effect"]

cmp_op = tuple(_symbols("COMPARE"))
opmap = {name: number for number, name in enumerate(_names())}
opname = [*opmap, *(f"<{number}>" for number in range(len(opmap), 256))]

hasarg = [number for number in opmap.values() if _operands(number)]
hasconst = _having("CONST")
hasname = _having("NAME")
# Targets are indexes into the code.
hasjrel = []
hasjabs = _having("TARGET")
haslocal = sorted({*_having("DST"), *_having("SRC"), *_having("REG")})
hascompare = _having("COMPARE")
hasfree = [number for name, number in opmap.items() if name.endswith("_DEREF")]
# Handlers stand in the exception table.
hasexc = []

# CPython's opcodes from this one on have an argument; here all but NOP.
HAVE_ARGUMENT = 1
# Operands have their full width: no instruction has this number.
EXTENDED_ARG = 255
