package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** {@code str.format} and {@code format_map}: replacement fields in braces. */
final class StrFormat {
    private static final int MAX_DEPTH = 2;

    private final ThreadState ts;
    /** Positional arguments; null for format_map. */
    private final PyObject[] args;
    /** The keyword arguments or the mapping. */
    private final PyObject named;
    /** How fields are numbered: nothing seen yet, by hand or automatically. */
    private enum Numbering { UNKNOWN, MANUAL, AUTOMATIC }

    private Numbering numbering = Numbering.UNKNOWN;
    private int nextIndex;

    StrFormat(ThreadState ts, PyObject[] args, PyObject named) {
        this.ts = ts;
        this.args = args;
        this.named = named;
    }

    PyStr format(PyStr text) {
        return format(text, MAX_DEPTH);
    }

    private PyStr format(PyStr text, int depth) {
        if (depth <= 0) {
            throw Errors.valueError("Max string recursion exceeded");
        }
        PyStrBuilder out = new PyStrBuilder(text.length() + 32);
        FieldParser parser = new FieldParser(text);
        while (parser.next()) {
            out.append(text, parser.literalStart, parser.literalEnd);
            if (parser.hasField) {
                out.append(field(text, parser, depth));
            }
        }
        return out.toPyStr();
    }

    private PyStr field(PyStr text, FieldParser f, int depth) {
        PyObject value = value(text, f.nameStart, f.nameEnd);
        if (f.conversion != 0) {
            value = switch (f.conversion) {
                case 'r' -> Texts.repr(ts, value);
                case 's' -> Texts.str(ts, value);
                case 'a' -> Protocol.ascii(ts, value);
                default -> throw Errors.valueError(f.conversion > 32 && f.conversion < 127
                        ? "Unknown conversion specifier " + (char) f.conversion
                        : "Unknown conversion specifier \\x" + Integer.toHexString(f.conversion));
            };
        }
        PyStr spec = f.specEnd > f.specStart ? text.substring(f.specStart, f.specEnd) : PyStr.EMPTY;
        if (f.specNested) {
            spec = format(spec, depth - 1);
        }
        return format(ts, value, spec);
    }

    /** {@code format(value, spec)}. */
    static PyStr format(ThreadState ts, PyObject value, PyStr spec) {
        if (spec.length() == 0) {
            if (value.getClass() == PyStr.class) {
                return (PyStr) value;
            }
            if (value.getClass() == PyInt.class) {
                return PyStr.of(value.toString());
            }
        }
        PyObject made = Protocol.callSpecial(ts, Special.FORMAT, value, spec);
        if (made == null) {
            throw Errors.typeError("Type " + value.type.name() + " doesn't define __format__");
        }
        if (!(made instanceof PyStr s)) {
            throw Errors.typeError("__format__ must return a str, not " + made.type.name());
        }
        return s;
    }

    private PyObject value(PyStr text, int from, int to) {
        FieldName name = new FieldName(text, from, to);
        PyObject value;
        long index = name.index;
        if (name.isEmpty()) {
            number(Numbering.AUTOMATIC);
            index = nextIndex++;
        } else if (index >= 0) {
            number(Numbering.MANUAL);
        }
        if (index >= 0) {
            if (args == null) {
                throw Errors.valueError("Format string contains positional fields");
            }
            if (index >= args.length) {
                throw Errors.indexError("Replacement index " + index + " out of range for positional args tuple");
            }
            value = args[(int) index];
        } else {
            if (named == null) {
                throw Errors.keyError(name.first());
            }
            value = named.type.slots().getItem(ts, named, name.first());
        }
        while (name.next()) {
            if (name.isAttribute) {
                value = Protocol.getAttribute(ts, value, name.text());
            } else {
                PyObject key = name.index >= 0 ? PyInt.of(name.index) : name.text();
                value = value.type.slots().getItem(ts, value, key);
            }
        }
        return value;
    }

    private void number(Numbering how) {
        if (args == null) {
            throw Errors.valueError("Format string contains positional fields");
        }
        if (numbering != Numbering.UNKNOWN && numbering != how) {
            throw Errors.valueError(how == Numbering.AUTOMATIC
                    ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field specification");
        }
        numbering = how;
    }
}
