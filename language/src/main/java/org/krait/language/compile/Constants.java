package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.ConstantValue;
import org.krait.objects.Equality;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Makes the Python object of a constant of the tree. */
final class Constants {
    private Constants() {}

    static PyObject of(ConstantValue value) {
        if (value instanceof ConstantValue.Str s) {
            return text(s);
        }
        if (value instanceof ConstantValue.Int i) {
            return PyInt.of(i.value());
        }
        if (value instanceof ConstantValue.Singleton s) {
            return switch (s) {
                case NONE -> PySingleton.NONE;
                case TRUE -> PyBool.TRUE;
                case FALSE -> PyBool.FALSE;
                case ELLIPSIS -> PySingleton.ELLIPSIS;
            };
        }
        if (value instanceof ConstantValue.Float f) {
            return new PyFloat(f.value());
        }
        if (value instanceof ConstantValue.Bytes b) {
            return new PyBytes(b.value());
        }
        if (value instanceof ConstantValue.BigInt b) {
            return PyInt.of(b.value());
        }
        if (value instanceof ConstantValue.Complex c) {
            return new PyComplex(c.real(), c.imaginary());
        }
        if (value instanceof ConstantValue.Tuple t) {
            return PyTuple.constant(all(t.items()));
        }
        return frozenSet(all(((ConstantValue.FrozenSet) value).items()));
    }

    private static PyObject[] all(List<ConstantValue> values) {
        PyObject[] items = new PyObject[values.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = of(values.get(i));
        }
        return items;
    }

    /** The str of a constant; what looks like a name is interned. */
    static PyStr text(ConstantValue.Str s) {
        if (s.codePoints() != null) {
            return PyStr.ofUcs4(s.codePoints().clone());
        }
        return text(s.value());
    }

    static PyStr text(String value) {
        PyStr made = PyStr.of(value);
        for (int i = 0; i < value.length(); i++) {
            char ch = value.charAt(i);
            if (!(ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch == '_' || ch >= '0' && ch <= '9')) {
                return made;
            }
        }
        return made.intern();
    }

    /** A frozenset of constants, or null when they cannot be hashed because no context is there. */
    static PySet frozenSet(PyObject[] items) {
        ThreadState ts = ThreadState.current();
        if (ts == null) {
            return null;
        }
        PySet set = new PySet(PySet.FROZEN_TYPE);
        for (PyObject item : items) {
            set.add(ts, item, Equality.hash(ts, item));
        }
        Refs.immortalize(set);
        return set;
    }

    /** The truth of a constant. */
    static boolean truth(PyObject constant) {
        if (constant instanceof PyInt i) {
            return i.signum() != 0;
        }
        if (constant instanceof PyStr s) {
            return s.length() != 0;
        }
        if (constant instanceof PyFloat f) {
            return f.value != 0;
        }
        if (constant instanceof PyComplex c) {
            return c.real != 0 || c.imag != 0;
        }
        if (constant instanceof PyBytes b) {
            return b.length() != 0;
        }
        if (constant instanceof PyTuple t) {
            return t.size() != 0;
        }
        if (constant instanceof PySet s) {
            return s.size() != 0;
        }
        return constant != PySingleton.NONE;
    }

    /** The name of a constant's type, for messages. */
    static String typeName(PyObject constant) {
        return constant.type.name();
    }
}
