package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.Positions;
import org.krait.runtime.Arithmetic;

/** The fields that {@code code.replace} can change. */
final class CodeReplacement {
    private CodeReplacement() {}

    static void set(ThreadState ts, CodeObject code, CodeParts parts, String field, PyObject value) {
        switch (field) {
            case "co_argcount" -> parts.argCount = number(ts, value);
            case "co_posonlyargcount" -> parts.positionalOnlyCount = number(ts, value);
            case "co_kwonlyargcount" -> parts.keywordOnlyCount = number(ts, value);
            case "co_flags" -> parts.flags = number(ts, value);
            case "co_firstlineno" -> parts.firstLine = number(ts, value);
            case "co_name" -> parts.name = CodeMethods.string(field, value);
            case "co_qualname" -> parts.qualifiedName = CodeMethods.string(field, value);
            case "co_filename" -> parts.filename = CodeMethods.string(field, value);
            case "co_consts" -> parts.constants = tuple(field, value).items.clone();
            case "co_names" -> parts.names = strings(field, value);
            case "co_linetable" -> parts.positions = positions(bytes(field, value), parts.firstLine);
            case "co_varnames" -> rename(code, parts, CodeObject.LOCAL, strings(field, value));
            case "co_cellvars" -> rename(code, parts, CodeObject.CELL, strings(field, value));
            case "co_freevars" -> rename(code, parts, CodeObject.FREE, strings(field, value));
            case "co_code" -> requireSame(field, bytes(field, value), ((PyBytes) CodeMethods.getCode(code)).value);
            case "co_exceptiontable" ->
                requireSame(field, bytes(field, value), ((PyBytes) CodeMethods.getExceptionTable(code)).value);
            case "co_nlocals" -> requireNumber(field, number(ts, value), CodeMethods.getLocalCount(code));
            case "co_stacksize" -> number(ts, value);
            default -> throw Errors.typeError("replace() got an unexpected keyword argument '" + field + "'");
        }
    }

    /** A table as given; one that is none of ours (CPython's) says nothing about any instruction. */
    private static byte[] positions(byte[] table, int firstLine) {
        try {
            Positions.Reader reader = new Positions.Reader(table, firstLine);
            while (reader.next()) {
                continue;
            }
            return table;
        } catch (IllegalArgumentException e) {
            Positions.Writer none = new Positions.Writer(firstLine);
            none.add(0, new Positions.Position(-1, -1, -1, -1));
            return none.toByteArray();
        }
    }

    private static int number(ThreadState ts, PyObject value) {
        PyInt i = Arithmetic.index(ts, value);
        if (!i.fitsLong() || i.value != (int) i.value) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        if (i.value < 0) {
            throw Errors.valueError("code: argument must not be negative");
        }
        return (int) i.value;
    }

    private static PyTuple tuple(String field, PyObject value) {
        if (value instanceof PyTuple t) {
            return t;
        }
        throw Errors.typeError("replace() argument '" + field + "' must be tuple, not " + value.type.name());
    }

    private static PyStr[] strings(String field, PyObject value) {
        PyObject[] items = tuple(field, value).items;
        PyStr[] names = new PyStr[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyStr s)) {
                throw Errors.typeError("name tuples must contain only strings, not '" + items[i].type.name() + "'");
            }
            names[i] = s.intern();
        }
        return names;
    }

    private static byte[] bytes(String field, PyObject value) {
        if (value instanceof PyBytes b) {
            return b.value.clone();
        }
        throw Errors.typeError("replace() argument '" + field + "' must be bytes, not " + value.type.name());
    }

    private static void rename(CodeObject code, CodeParts parts, byte kind, PyStr[] names) {
        PyTuple old = code.variableNames(kind);
        if (old.size() != names.length) {
            throw Errors.valueError("code: the number of variables cannot be changed");
        }
        if (parts.variables == code.variables) {
            parts.variables = code.variables.clone();
        }
        int n = 0;
        for (int i = 0; i < parts.variables.length; i++) {
            if ((code.variableKinds[i] & kind) != 0) {
                parts.variables[i] = names[n++];
            }
        }
    }

    private static void requireSame(String field, byte[] given, byte[] own) {
        if (!Arrays.equals(given, own)) {
            throw Errors.valueError("replace() cannot change " + field + ": instructions are not bytes in Krait");
        }
    }

    private static void requireNumber(String field, int given, int own) {
        if (given != own) {
            throw Errors.valueError("code: " + field + " is inconsistent with the variables");
        }
    }
}
