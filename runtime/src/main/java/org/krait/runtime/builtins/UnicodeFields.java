package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** The fields of UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError (which has no encoding). */
final class UnicodeFields {
    static final int ENCODING = 0;
    static final int OBJECT = 1;
    static final int START = 2;
    static final int END = 3;
    static final int REASON = 4;

    private UnicodeFields() {}

    /** The exception with its fields: native code may have set the arguments only. */
    static PyBaseException of(PyBaseException self) {
        if (self.extra(OBJECT) == null) {
            PyTuple args = self.args();
            int shift = self.type.isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR) ? 1 : 0;
            if (args.size() == 5 - shift) {
                for (int i = 0; i < args.size(); i++) {
                    self.setExtra(i + shift, args.item(i));
                }
            }
        }
        return self;
    }

    static void initialize(ThreadState ts, PyBaseException self, PyObject[] args) {
        boolean translate = self.type.isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR);
        boolean decode = self.type.isSubtypeOf(ExceptionTypes.UNICODE_DECODE_ERROR);
        int shift = translate ? 1 : 0;
        if (args.length != 5 - shift) {
            throw Errors.typeError("function takes exactly " + (5 - shift) + " arguments (" + args.length + " given)");
        }
        for (int i = 0; i < args.length; i++) {
            int field = i + shift;
            PyObject value = args[i];
            if (field == START || field == END) {
                value = value instanceof PyInt ? value : value.type.slots().index(ts, value);
                if (value == null) {
                    throw Errors.typeError("'" + args[i].type.name() + "' object cannot be interpreted as an integer");
                }
            } else if (field == OBJECT && decode) {
                if (!(value instanceof PyBytes)) {
                    PyBuffer buffer = value.type.slots().buffer(ts, value, 0);
                    if (buffer == null) {
                        throw Errors.typeError("a bytes-like object is required, not '" + value.type.name() + "'");
                    }
                    value = new PyBytes(buffer.toByteArray());
                    buffer.release();
                }
            } else if (!(value instanceof PyStr)) {
                throw Errors.typeError("argument " + (i + 1) + " must be str, not " + Arguments.shown(value));
            }
            self.setExtra(field, value);
        }
    }

    static PyObject number(PyObject value) {
        if (value == null) {
            throw Errors.typeError("can't delete numeric/char attribute");
        }
        if (!(value instanceof PyInt)) {
            throw Errors.typeError("an integer is required");
        }
        return value;
    }

    static PyObject str(ThreadState ts, PyBaseException self) {
        PyObject object = self.extra(OBJECT);
        if (object == null) {
            return PyStr.EMPTY;
        }
        boolean decode = object instanceof PyBytes;
        int length = decode ? ((PyBytes) object).length() : ((PyStr) object).length();
        long from = ((PyInt) self.extra(START)).value;
        long to = ((PyInt) self.extra(END)).value;
        PyStr reason = Texts.str(ts, self.extra(REASON));
        boolean one = from < length && to == from + 1;
        StringBuilder text = new StringBuilder();
        if (self.type.isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR)) {
            text.append("can't translate ");
        } else {
            text.append('\'').append(Texts.str(ts, self.extra(ENCODING))).append("' codec can't ");
            text.append(decode ? "decode " : "encode ");
        }
        if (!one) {
            text.append(decode ? "bytes" : "characters").append(" in position ").append(from).append('-');
            return PyStr.of(text.append(to - 1).append(": ").append(reason).toString());
        }
        if (decode) {
            text.append("byte 0x");
            hex(text, ((PyBytes) object).value[(int) from] & 0xff, 2);
        } else {
            int c = ((PyStr) object).at((int) from);
            text.append("character '\\").append(c <= 0xff ? 'x' : c <= 0xffff ? 'u' : 'U');
            hex(text, c, c <= 0xff ? 2 : c <= 0xffff ? 4 : 8);
            text.append('\'');
        }
        return PyStr.of(text.append(" in position ").append(from).append(": ").append(reason).toString());
    }

    private static void hex(StringBuilder text, int value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(value >>> shift & 15, 16));
        }
    }
}
