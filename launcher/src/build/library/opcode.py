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
# Operands have their full width: no instruction has this number.
EXTENDED_ARG = 255

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
ENABLE_SPECIALIZATION = False

# Instructions of CPython that Krait has no like of. They have numbers beyond those of any instruction, so that a program
# that looks for one of them in some code finds none.
opmap["EXTENDED_ARG"] = EXTENDED_ARG
for _name in """
    BEFORE_ASYNC_WITH BEFORE_WITH BINARY_SLICE BINARY_SUBSCR BUILD_CONST_KEY_MAP CACHE CALL_FUNCTION_EX
    CALL_INTRINSIC_1 CALL_INTRINSIC_2 CHECK_EG_MATCH CHECK_EXC_MATCH CLEANUP_THROW COMPARE_OP CONTAINS_OP COPY
    COPY_FREE_VARS DELETE_FAST DELETE_SUBSCR END_FOR END_SEND GET_AITER GET_ANEXT GET_LEN INSTRUMENTED_CALL
    INSTRUMENTED_CALL_FUNCTION_EX INSTRUMENTED_END_FOR INSTRUMENTED_END_SEND INSTRUMENTED_FOR_ITER
    INSTRUMENTED_INSTRUCTION INSTRUMENTED_JUMP_BACKWARD INSTRUMENTED_JUMP_FORWARD INSTRUMENTED_LINE
    INSTRUMENTED_LOAD_SUPER_ATTR INSTRUMENTED_POP_JUMP_IF_FALSE INSTRUMENTED_POP_JUMP_IF_NONE
    INSTRUMENTED_POP_JUMP_IF_NOT_NONE INSTRUMENTED_POP_JUMP_IF_TRUE INSTRUMENTED_RESUME
    INSTRUMENTED_RETURN_CONST INSTRUMENTED_RETURN_VALUE INSTRUMENTED_YIELD_VALUE INTERPRETER_EXIT IS_OP
    JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT JUMP_FORWARD JUMP_NO_INTERRUPT KW_NAMES LOAD_ASSERTION_ERROR
    LOAD_BUILD_CLASS LOAD_CLOSURE LOAD_FAST LOAD_FAST_AND_CLEAR LOAD_FAST_CHECK LOAD_FROM_DICT_OR_DEREF
    LOAD_FROM_DICT_OR_GLOBALS LOAD_SUPER_METHOD LOAD_ZERO_SUPER_ATTR LOAD_ZERO_SUPER_METHOD POP_BLOCK POP_EXCEPT
    POP_JUMP_IF_FALSE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE POP_JUMP_IF_TRUE POP_TOP PUSH_EXC_INFO PUSH_NULL
    RAISE_VARARGS RESERVED RESUME RETURN_CONST RETURN_GENERATOR RETURN_VALUE SETUP_CLEANUP SETUP_FINALLY
    SETUP_WITH STORE_FAST STORE_FAST_MAYBE_NULL STORE_SLICE STORE_SUBSCR SWAP UNARY_INVERT UNARY_NEGATIVE
    UNARY_NOT UNPACK_SEQUENCE WITH_EXCEPT_START YIELD_VALUE
""".split():
    opmap[_name] = len(opname)
    opname.append(_name)
del _name
