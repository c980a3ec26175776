"""Shows the instructions of code objects: the interface of CPython's module of this name over Krait's instructions.

An instruction has several operands; `Instruction.arg` and `argval` are those of the most telling one (a jump's target,
a constant, a name, an operator, a count, else the first), and `argrepr` shows all.
"""

import collections
import io
import sys
import types

import _opcode
from opcode import *
from opcode import __all__ as _opcode_names

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code",
           "get_instructions", "Instruction", "Bytecode"] + _opcode_names
del _opcode_names

_HAS_CODE = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}

# The operand that says most comes first.
_TELLING = ["TARGET", "CONST", "NAME", "COMPARE", "BINARY", "UNARY", "COUNT"]
_OFFSET_WIDTH = 4
_NAME_WIDTH = 20


class Positions(collections.namedtuple("Positions", "lineno end_lineno col_offset end_col_offset",
                                       defaults=(None,) * 4)):
    """Where in the source an instruction comes from."""

    __slots__ = ()


class Instruction(collections.namedtuple(
        "Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target positions",
        defaults=(None,))):
    """An instruction: opname, opcode, arg, argval, argrepr, offset (bytes of co_code), starts_line (the line that
    begins here, or None), is_jump_target, positions."""

    __slots__ = ()

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        line = "" if self.starts_line is None else str(self.starts_line)
        columns = [line.rjust(lineno_width)] if lineno_width else []
        columns += ["-->" if mark_as_current else "   ", ">>" if self.is_jump_target else "  ",
                    str(self.offset).rjust(offset_width), self.opname.ljust(_NAME_WIDTH), self.argrepr]
        return " ".join(columns).rstrip()


def pretty_flags(flags):
    """The names of the flags of a code object, with commas between them."""
    names = []
    for i in range(32):
        flag = 1 << i
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
    return ", ".join(names + [hex(flags)] if flags or not names else names)


def _try_compile(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def _code_of(x):
    """The code object of a function, method, generator, source text or code object."""
    x = getattr(x, "__func__", x)
    for attribute in ("__code__", "gi_code", "ag_code", "cr_code"):
        found = getattr(x, attribute, None)
        if found is not None:
            x = found
            break
    if isinstance(x, str):
        x = _try_compile(x, "<disassembly>")
    if hasattr(x, "co_code"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def findlabels(code):
    """The offsets of all jump targets of a code object."""
    labels = []
    for _, opcode, *operands in _opcode.decode(code):
        for kind, value in zip(_opcode.operands(opcode), operands):
            if kind == "TARGET" and value not in labels:
                labels.append(value)
    return labels


def findlinestarts(code):
    """Yields (offset, line) where a line of the source begins."""
    last = None
    for start, end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def _register(code, number):
    names = code.co_varnames + code.co_cellvars + code.co_freevars
    local = [name for i, name in enumerate(names) if name not in names[:i]]
    return local[number] if number < len(local) else f"r{number}"


def _operand(code, kind, value):
    """How an operand is shown, and what it stands for."""
    if value is None:
        return "-", None
    match kind:
        case "CONST":
            constant = code.co_consts[value]
            return repr(constant), constant
        case "SRC" | "OPTIONAL" if value < 0:
            constant = code.co_consts[~value]
            return repr(constant), constant
        case "NAME":
            return code.co_names[value], code.co_names[value]
        case "TARGET":
            return f"to {value}", value
        case "COMPARE" | "BINARY" | "UNARY":
            symbol = _opcode.symbols(kind)[value]
            return symbol, symbol
        case "COUNT":
            return f"#{value}", value
        case "CACHE":
            return f"cache {value}", value
        case "BASE":
            return f"r{value}…", value
    name = _register(code, value)
    return name, name


def _argument(code, opcode, operands):
    kinds = _opcode.operands(opcode)
    shown = [_operand(code, kind, value) for kind, value in zip(kinds, operands)]
    if not shown:
        return None, None, ""
    chosen = next((kinds.index(kind) for kind in _TELLING if kind in kinds), 0)
    text = ", ".join(text for (text, _), kind in zip(shown, kinds) if kind != "CACHE")
    return operands[chosen], shown[chosen][1], text


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """Yields the instructions of a function, method, generator, source text or code object. With show_caches the
    operands too, as CPython its caches: then there is one for each item of co_positions()."""
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    starts = dict(findlinestarts(code))
    labels = set(findlabels(code))
    positions = list(code.co_positions())
    for offset, opcode, *operands in _opcode.decode(code):
        arg, argval, argrepr = _argument(code, opcode, operands)
        line = starts.get(offset)
        unit = offset // 2
        yield Instruction(opname[opcode], opcode, arg, argval, argrepr, offset,
                          None if line is None else line + shift, offset in labels, Positions(*positions[unit]))
        if show_caches:
            for i in range(1, len(operands) + 1):
                yield Instruction("CACHE", opmap["CACHE"], operands[i - 1], None, "", offset + 2 * i, None, False,
                                  Positions(*positions[unit + i]))


def code_info(x):
    """What can be said of a function, method, source text or code object, as text."""
    code = _code_of(x)
    lines = [
        f"Name:              {code.co_name}",
        f"Filename:          {code.co_filename}",
        f"Argument count:    {code.co_argcount}",
        f"Positional-only arguments: {code.co_posonlyargcount}",
        f"Kw-only arguments: {code.co_kwonlyargcount}",
        f"Number of locals:  {code.co_nlocals}",
        f"Stack size:        {code.co_stacksize}",
        f"Flags:             {pretty_flags(code.co_flags)}",
    ]
    for title, items, show in (("Constants", code.co_consts, repr), ("Names", code.co_names, str),
                               ("Variable names", code.co_varnames, str), ("Free variables", code.co_freevars, str),
                               ("Cell variables", code.co_cellvars, str)):
        if items:
            lines.append(f"{title}:")
            lines += [f"{i:4d}: {show(item)}" for i, item in enumerate(items)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints code_info."""
    print(code_info(co), file=file)


def _exception_entries(code):
    """Yields (start, end, handler) as offsets; handlers that are none (the end of a hold) are left out."""
    table = code.co_exceptiontable
    numbers = [int.from_bytes(table[i:i + 4], "little", signed=True) for i in range(0, len(table), 4)]
    for i in range(numbers[0] if numbers else 0, len(numbers), 4):
        start, end, handler, _ = numbers[i:i + 4]
        if handler >= 0:
            yield start * 2, end * 2, handler * 2


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, first_line=None):
    """Prints the instructions of a code object, with a mark before the one at lasti."""
    starts = [line for _, line in findlinestarts(co)]
    line_width = max([3, *(len(str(line)) for line in starts)]) if starts else 0
    offset_width = max(_OFFSET_WIDTH, len(str(len(co.co_code))))
    for instruction in get_instructions(co, first_line=first_line, show_caches=show_caches):
        if instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(line_width, instruction.offset == lasti, offset_width), file=file)
    entries = list(_exception_entries(co))
    if entries:
        print("ExceptionTable:", file=file)
        for start, end, handler in entries:
            print(f"  {start} to {end} -> {handler}", file=file)


disco = disassemble


def _disassemble_all(co, *, file, depth):
    disassemble(co, file=file)
    if depth is None or depth > 0:
        for constant in co.co_consts:
            if hasattr(constant, "co_code"):
                print(file=file)
                print(f"Disassembly of {constant!r}:", file=file)
                _disassemble_all(constant, file=file, depth=None if depth is None else depth - 1)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Prints the instructions of classes, methods, functions, modules, source text and code objects; without an
    argument those of the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    for attribute in ("__code__", "gi_code", "ag_code", "cr_code"):
        x = getattr(x, attribute, x) or x
    if isinstance(x, str):
        x = _try_compile(x, "<dis>")
    if hasattr(x, "co_code"):
        _disassemble_all(x, file=file, depth=depth)
    elif hasattr(x, "__dict__"):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _HAS_CODE):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(member, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
    elif isinstance(x, (bytes, bytearray)):
        raise TypeError("Krait's instructions cannot be read from bytes: pass the code object")
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Prints the instructions of the function where a traceback, by default the last one, ends."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, "last_exc") else sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


class Bytecode:
    """The instructions of a function, method, source text or code object: iterable, and as text by dis()."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._original = x
        self.current_offset = current_offset
        self.show_caches = show_caches

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line, show_caches=self.show_caches)

    def __repr__(self):
        return f"{type(self).__name__}({self._original!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code in which a traceback ends, with its last instruction as the current one."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """code_info of the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """The listing as text."""
        out = io.StringIO()
        disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, file=out,
                    first_line=self.first_line)
        return out.getvalue()


def main():
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("-C", "--show-caches", action="store_true", help="show inline caches")
    parser.add_argument("infile", nargs="?", type=argparse.FileType("rb"), default="-")
    options = parser.parse_args()
    with options.infile as file:
        source = file.read()
    dis(compile(source, options.infile.name, "exec"))


if __name__ == "__main__":
    main()
