package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import org.krait.objects.PyBool;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** Values between Python and the other languages: plain ones are copied, the others wrapped. */
final class Conversion {
    private Conversion() {}

    /** What others see of a Python value; consumes the value. */
    static Object toHost(KraitContext context, PyObject o) {
        Object plain = null;
        if (o instanceof PyBool b) {
            return b == PyBool.TRUE;
        } else if (o.type == PyInt.TYPE && ((PyInt) o).fitsLong()) {
            long value = ((PyInt) o).value;
            plain = value == (int) value ? (Object) (int) value : (Object) value;
        } else if (o.type == PyFloat.TYPE) {
            plain = ((PyFloat) o).value;
        } else if (o.type == PyStr.TYPE) {
            plain = o.toString();
        } else if (o instanceof PyForeign foreign) {
            plain = foreign.value;
        }
        if (plain == null) {
            return PythonBuffer.isBuffer(o) ? new PythonBuffer(context, o)
                    : o instanceof PyType type ? new PythonType(context, type) : new PythonValue(context, o);
        }
        Refs.drop(o);
        return plain;
    }

    /** The Python value of what another language gives. */
    static PyObject toPython(Object o) {
        if (o instanceof PythonValue own) {
            return own.value;
        }
        if (o instanceof KraitException own) {
            return own.exception.value;
        }
        InteropLibrary interop = InteropLibrary.getUncached(o);
        try {
            if (interop.isNull(o)) {
                return PySingleton.NONE;
            }
            if (interop.isBoolean(o)) {
                return PyBool.of(interop.asBoolean(o));
            }
            if (interop.isString(o)) {
                return PyStr.of(interop.asString(o));
            }
            if (interop.isNumber(o)) {
                boolean floating = o instanceof Double || o instanceof Float;
                if (!floating && interop.fitsInLong(o)) {
                    return PyInt.of(interop.asLong(o));
                }
                if (!floating && interop.fitsInBigInteger(o)) {
                    return PyInt.of(interop.asBigInteger(o));
                }
                if (interop.fitsInDouble(o)) {
                    return new PyFloat(interop.asDouble(o));
                }
            }
        } catch (UnsupportedMessageException e) {
            throw CompilerDirectives.shouldNotReachHere(e);
        }
        return new PyForeign(o);
    }

    static PyObject[] toPython(Object[] values) {
        PyObject[] made = new PyObject[values.length];
        for (int i = 0; i < values.length; i++) {
            made[i] = toPython(values[i]);
        }
        return made;
    }
}
