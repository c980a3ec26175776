package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.LocationTable;

/** Makes code objects out of the fields that programs see: {@code code(…)} and {@code code.replace(…)}. */
final class CodeFields {
    private static final String[] NAMES = {
        "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_code",
        "co_consts", "co_names", "co_varnames", "co_filename", "co_name", "co_qualname", "co_firstlineno",
        "co_linetable", "co_exceptiontable", "co_freevars", "co_cellvars"
    };
    private static final int STACK_SIZE = 4;
    private static final int CODE = 6;

    private final ThreadState ts;
    /** What the fields that are not given are taken from; null when all are given. */
    private final CodeObject base;
    /** In the order of the names; null for those of the base. */
    private final PyObject[] values;
    private final CodeParts parts;

    private CodeFields(ThreadState ts, CodeObject base, PyObject[] values) {
        this.ts = ts;
        this.base = base;
        this.values = values;
        parts = base == null ? new CodeParts() : new CodeParts(base);
    }

    /** A code object of all fields in the order of the constructor. */
    static CodeObject make(ThreadState ts, PyObject[] values) {
        return new CodeFields(ts, null, values).make("code");
    }

    /** A copy with some fields changed. */
    static CodeObject replace(ThreadState ts, CodeObject base, PyDict changes) {
        PyObject[] values = new PyObject[NAMES.length];
        for (int i = changes.nextEntry(0); i >= 0; i = changes.nextEntry(i + 1)) {
            String name = changes.keys[i].toString();
            int field = Arrays.asList(NAMES).indexOf(name);
            if (field < 0) {
                throw Errors.typeError("'" + name + "' is an invalid keyword argument for replace()");
            }
            values[field] = changes.values[i];
        }
        return new CodeFields(ts, base, values).make("replace");
    }

    private CodeObject make(String function) {
        parts.argCount = number(0, parts.argCount);
        parts.positionalOnlyCount = number(1, parts.positionalOnlyCount);
        parts.keywordOnlyCount = number(2, parts.keywordOnlyCount);
        int localCount = number(3, base == null ? 0 : CodeMethods.getLocalCount(base));
        number(STACK_SIZE, 0);
        parts.flags = number(5, parts.flags);
        parts.firstLine = number(13, parts.firstLine);
        parts.filename = string(function, 10, parts.filename);
        parts.name = string(function, 11, parts.name);
        parts.qualifiedName = string(function, 12, parts.qualifiedName);
        if (values[7] != null) {
            parts.constants = tuple(function, 7).items.clone();
        }
        if (values[8] != null) {
            parts.names = strings(function, 8, (byte) 0);
        }
        PyStr[] locals = strings(function, 9, CodeObject.LOCAL);
        PyStr[] free = strings(function, 16, CodeObject.FREE);
        PyStr[] cells = strings(function, 17, CodeObject.CELL);
        if (localCount != locals.length) {
            throw Errors.valueError("code: co_nlocals != len(co_varnames)");
        }
        int parameters = parts.argCount + parts.keywordOnlyCount
                + ((parts.flags & CodeObject.VARARGS) != 0 ? 1 : 0)
                + ((parts.flags & CodeObject.VARKEYWORDS) != 0 ? 1 : 0);
        if (parameters > locals.length) {
            throw Errors.valueError("code: varnames is too small");
        }
        if (parts.positionalOnlyCount > parts.argCount) {
            throw Errors.valueError("code: posonlyargcount is greater than argcount");
        }
        byte[] code = bytes(function, CODE);
        if (code != null && (base == null || !Arrays.equals(code, CodeBytes.ofCode(base)))) {
            parts.code = CodeBytes.toCode(code);
        }
        byte[] lines = bytes(function, 14);
        if (lines != null && (base == null || !Arrays.equals(lines, LocationTable.encode(base)))) {
            parts.positions = LocationTable.decode(lines, parts.firstLine, parts.code.length);
        }
        byte[] table = bytes(function, 15);
        if (base != null && code == null) {
            CodeVariables.change(parts, locals, cells, free);
        } else {
            CodeVariables.set(parts, locals, cells, free);
        }
        if (table != null && (base == null || !Arrays.equals(table, CodeBytes.ofExceptions(base)))) {
            CodeBytes.setExceptions(parts, table);
        }
        if (base == null && table.length == 0) {
            CodeVariables.widest(parts, number(STACK_SIZE, 0));
        }
        return new CodeObject(parts);
    }

    private int number(int field, int old) {
        if (values[field] == null) {
            return old;
        }
        int n = Arguments.toInt(ts, values[field]);
        if (n < 0 && base != null) {
            throw Errors.valueError(NAMES[field] + " must be a positive integer");
        }
        if (n < 0 && field < STACK_SIZE) {
            throw Errors.valueError("code: " + NAMES[field].substring(3) + " must not be negative");
        }
        return n;
    }

    private PyStr string(String function, int field, PyStr old) {
        if (values[field] == null) {
            return old;
        }
        if (values[field] instanceof PyStr s) {
            return s;
        }
        throw wrongType(function, field, "str");
    }

    private PyTuple tuple(String function, int field) {
        if (values[field] instanceof PyTuple t) {
            return t;
        }
        throw wrongType(function, field, "tuple");
    }

    /** Names out of a tuple, or the base's variables of a kind. */
    private PyStr[] strings(String function, int field, byte kind) {
        PyObject[] items = values[field] == null ? base.variableNames(kind).items : tuple(function, field).items;
        PyStr[] names = new PyStr[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyStr s)) {
                throw Errors.typeError("name tuples must contain only strings, not '" + items[i].type.name() + "'");
            }
            names[i] = s.intern();
        }
        return names;
    }

    private byte[] bytes(String function, int field) {
        if (values[field] == null) {
            return null;
        }
        if (values[field] instanceof PyBytes b) {
            return b.value;
        }
        throw wrongType(function, field, "bytes");
    }

    private RuntimeException wrongType(String function, int field, String wanted) {
        String argument = base == null ? String.valueOf(field + 1) : "'" + NAMES[field] + "'";
        return Errors.typeError(function + "() argument " + argument + " must be " + wanted + ", not "
                + Arguments.shown(values[field]));
    }
}
