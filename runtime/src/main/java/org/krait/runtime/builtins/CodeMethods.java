package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.LocationTable;
import org.krait.objects.code.Positions;
import org.krait.runtime.Iteration;
import org.krait.runtime.Warnings;

/**
 * The methods of {@code code}. An int of the instructions counts as one instruction of two bytes, so that offsets mean
 * to {@code traceback} and {@code inspect} what they mean in CPython.
 */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = "Create a code object.  Not for mere mortals.")
public final class CodeMethods {
    private CodeMethods() {}

    @Builtin("__new__(cls, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, "
            + "constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, "
            + "freevars=(), cellvars=(), /)")
    static PyObject make(ThreadState ts, PyType cls, PyObject argCount, PyObject positionalOnlyCount,
            PyObject keywordOnlyCount, PyObject localCount, PyObject stackSize, PyObject flags, PyObject code,
            PyObject constants, PyObject names, PyObject variables, PyObject filename, PyObject name,
            PyObject qualifiedName, PyObject firstLine, PyObject lineTable, PyObject exceptionTable, PyObject free,
            PyObject cells) {
        return CodeFields.make(ts, new PyObject[] {argCount, positionalOnlyCount, keywordOnlyCount, localCount,
            stackSize, flags, code, constants, names, variables, filename, name, qualifiedName, firstLine, lineTable,
            exceptionTable, free == null ? PyTuple.EMPTY : free, cells == null ? PyTuple.EMPTY : cells});
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, CodeObject self) {
        return "<code object " + self.name + " at " + Addresses.of(ts, self) + ", file \"" + self.filename
                + "\", line " + self.firstLine + ">";
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, CodeObject self, PyObject value) {
        return value instanceof CodeObject other
                ? PyBool.of(CodeEquality.same(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, CodeObject self, PyObject value) {
        return value instanceof CodeObject other
                ? PyBool.of(!CodeEquality.same(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, CodeObject self) {
        long h = Equality.hash(ts, self.name) * 31 + Arrays.hashCode(self.load().code);
        h = ((h * 31 + self.argCount) * 31 + self.positionalOnlyCount) * 31 + self.keywordOnlyCount;
        h = h * 31 + self.firstLine;
        return h == -1 ? -2 : h;
    }

    @Attribute(value = "co_argcount", member = true)
    static int getArgCount(CodeObject self) {
        return self.argCount;
    }

    @Attribute(value = "co_posonlyargcount", member = true)
    static int getPositionalOnlyCount(CodeObject self) {
        return self.positionalOnlyCount;
    }

    @Attribute(value = "co_kwonlyargcount", member = true)
    static int getKeywordOnlyCount(CodeObject self) {
        return self.keywordOnlyCount;
    }

    @Attribute(value = "co_stacksize", member = true)
    static int getStackSize(CodeObject self) {
        return Math.max(self.registerCount - self.load().variables.length, 1);
    }

    @Attribute(value = "co_flags", member = true)
    static int getFlags(CodeObject self) {
        return self.flags;
    }

    @Attribute(value = "co_names", member = true)
    static PyObject getNames(CodeObject self) {
        PyObject[] names = new PyObject[self.load().names.length];
        System.arraycopy(self.load().names, 0, names, 0, names.length);
        return PyTuple.of(names);
    }

    @Attribute(value = "co_filename", member = true)
    static PyObject getFilename(CodeObject self) {
        return self.filename;
    }

    @Attribute(value = "co_name", member = true)
    static PyObject getName(CodeObject self) {
        return self.name;
    }

    @Attribute(value = "co_qualname", member = true)
    static PyObject getQualifiedName(CodeObject self) {
        return self.qualifiedName;
    }

    @Attribute(value = "co_firstlineno", member = true)
    static int getFirstLine(CodeObject self) {
        return self.firstLine;
    }

    @Attribute(value = "co_consts", member = true)
    static PyObject getConstants(CodeObject self) {
        return PyTuple.of(self.load().constants.clone());
    }

    @Attribute("co_nlocals")
    static int getLocalCount(CodeObject self) {
        return variables(self, CodeObject.LOCAL).size();
    }

    @Attribute("co_varnames")
    static PyTuple getVariableNames(CodeObject self) {
        return variables(self, CodeObject.LOCAL);
    }

    @Attribute("co_cellvars")
    static PyTuple getCellVariables(CodeObject self) {
        return variables(self, CodeObject.CELL);
    }

    @Attribute("co_freevars")
    static PyTuple getFreeVariables(CodeObject self) {
        return variables(self, CodeObject.FREE);
    }

    private static PyTuple variables(CodeObject self, byte kind) {
        return self.variableNames(kind);
    }

    @Attribute("co_code")
    static PyObject getCode(CodeObject self) {
        return new PyBytes(CodeBytes.ofCode(self));
    }

    @Attribute("_co_code_adaptive")
    static PyObject getAdaptiveCode(CodeObject self) {
        return getCode(self);
    }

    @Attribute(value = "co_linetable", member = true)
    static PyObject getLineTable(CodeObject self) {
        return new PyBytes(LocationTable.encode(self));
    }

    @Attribute(value = "co_exceptiontable", member = true)
    static PyObject getExceptionTable(CodeObject self) {
        return new PyBytes(CodeBytes.ofExceptions(self));
    }

    /** The old table of (bytes of code, lines) steps. */
    @Attribute("co_lnotab")
    static PyObject getOldLineTable(ThreadState ts, CodeObject self) {
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                "co_lnotab is deprecated, use co_lines instead.", 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Positions.Reader reader = new Positions.Reader(self.load().positions, self.firstLine);
        int line = self.firstLine;
        int offset = 0;
        while (reader.next()) {
            int at = reader.position().line();
            if (at < 0 || at == line) {
                continue;
            }
            int bytes = reader.start() * 2 - offset;
            for (; bytes > 254; bytes -= 254) {
                out.write(254);
                out.write(0);
            }
            int lines = at - line;
            for (; lines > 127; lines -= 127) {
                out.write(bytes);
                out.write(127);
                bytes = 0;
            }
            for (; lines < -128; lines += 128) {
                out.write(bytes);
                out.write(-128);
                bytes = 0;
            }
            out.write(bytes);
            out.write(lines);
            line = at;
            offset = reader.start() * 2;
        }
        return new PyBytes(out.toByteArray());
    }

    @Builtin(value = "co_lines(self, /)", doc = "Iterate over (start, end, line) of the code's line ranges.")
    static PyObject lines(ThreadState ts, CodeObject self) {
        PyList all = new PyList();
        Positions.Reader reader = new Positions.Reader(self.load().positions, self.firstLine);
        int start = 0;
        int line = -2;
        while (reader.next()) {
            int at = reader.position().line();
            if (at != line) {
                addRange(all, start, reader.start(), line);
                start = reader.start();
                line = at;
            }
        }
        addRange(all, start, self.load().code.length, line);
        return Iteration.iter(ts, all);
    }

    private static void addRange(PyList all, int start, int end, int line) {
        if (end > start && line != -2) {
            all.append(PyTuple.of(PyInt.of(start * 2L), PyInt.of(end * 2L), orNone(line)));
        }
    }

    private static PyObject orNone(int number) {
        return number < 0 ? PySingleton.NONE : PyInt.of(number);
    }

    @Builtin(value = "co_positions(self, /)",
            doc = "Iterate over (line, end line, column, end column) of the code's instructions.")
    static PyObject positions(ThreadState ts, CodeObject self) {
        PyObject[] all = new PyObject[self.load().positions.length == 0 ? 0 : self.code.length];
        Positions.Reader reader = new Positions.Reader(self.load().positions, self.firstLine);
        PyTuple unknown = PyTuple.of(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
        int done = 0;
        PyTuple current = unknown;
        while (reader.next()) {
            for (; done < reader.start() && done < all.length; done++) {
                all[done] = current;
            }
            Positions.Position p = reader.position();
            current = PyTuple.of(orNone(p.line()), orNone(p.endLine()), orNone(p.column()), orNone(p.endColumn()));
        }
        for (; done < all.length; done++) {
            all[done] = current;
        }
        return Iteration.iter(ts, PyList.of(all));
    }

    @Builtin(value = "_varname_from_oparg(self, oparg)", doc = "(internal-only) Return the local variable name.")
    static PyObject variableName(CodeObject self, int oparg) {
        if (oparg < 0 || oparg >= self.load().variables.length) {
            throw Errors.indexError("tuple index out of range");
        }
        return self.load().variables[oparg];
    }

    @Builtin(value = "replace(self, /, **changes)",
            doc = "Return a copy of the code object with new values for the specified fields.")
    static PyObject replace(ThreadState ts, CodeObject self, PyDict changes) {
        return CodeFields.replace(ts, self, changes);
    }
}
