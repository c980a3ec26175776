package org.krait.language.ast;

import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.ConstantValue;
import org.krait.objects.Errors;
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
import org.krait.objects.ThreadState;

/** The values of Constant nodes, in both directions. */
final class ConstantConversion {
    private ConstantConversion() {}

    static PyObject toPython(ThreadState ts, ConstantValue value) {
        if (value instanceof ConstantValue.Singleton s) {
            return switch (s) {
                case NONE -> PySingleton.NONE;
                case TRUE -> PyBool.TRUE;
                case FALSE -> PyBool.FALSE;
                case ELLIPSIS -> PySingleton.ELLIPSIS;
            };
        }
        if (value instanceof ConstantValue.Int i) {
            return PyInt.of(i.value());
        }
        if (value instanceof ConstantValue.BigInt i) {
            return PyInt.of(i.value());
        }
        if (value instanceof ConstantValue.Float f) {
            return new PyFloat(f.value());
        }
        if (value instanceof ConstantValue.Complex c) {
            return new PyComplex(c.real(), c.imaginary());
        }
        if (value instanceof ConstantValue.Str s) {
            return s.codePoints() != null ? PyStr.ofUcs4(s.codePoints().clone()) : PyStr.of(s.value());
        }
        if (value instanceof ConstantValue.Bytes b) {
            return new PyBytes(b.value());
        }
        if (value instanceof ConstantValue.Tuple t) {
            return PyTuple.of(items(ts, t.items()));
        }
        if (value instanceof ConstantValue.FrozenSet f) {
            PySet set = new PySet(PySet.FROZEN_TYPE);
            for (PyObject item : items(ts, f.items())) {
                set.add(ts, item);
            }
            return set;
        }
        throw new AssertionError(value);
    }

    private static PyObject[] items(ThreadState ts, List<ConstantValue> values) {
        PyObject[] items = new PyObject[values.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = toPython(ts, values.get(i));
        }
        return items;
    }

    static ConstantValue fromPython(PyObject o) {
        if (o == PySingleton.NONE) {
            return ConstantValue.Singleton.NONE;
        }
        if (o == PySingleton.ELLIPSIS) {
            return ConstantValue.Singleton.ELLIPSIS;
        }
        if (o instanceof PyBool) {
            return o == PyBool.TRUE ? ConstantValue.Singleton.TRUE : ConstantValue.Singleton.FALSE;
        }
        if (o.type == PyInt.TYPE) {
            PyInt i = (PyInt) o;
            return i.fitsLong() ? new ConstantValue.Int(i.value) : new ConstantValue.BigInt(i.big());
        }
        if (o.type == PyFloat.TYPE) {
            return new ConstantValue.Float(((PyFloat) o).value);
        }
        if (o.type == PyComplex.TYPE) {
            return new ConstantValue.Complex(((PyComplex) o).real, ((PyComplex) o).imag);
        }
        if (o.type == PyStr.TYPE) {
            return string((PyStr) o);
        }
        if (o.type == PyBytes.TYPE) {
            return new ConstantValue.Bytes(((PyBytes) o).value);
        }
        if (o.type == PyTuple.TYPE) {
            List<ConstantValue> items = new ArrayList<>();
            for (PyObject item : ((PyTuple) o).items) {
                items.add(fromPython(item));
            }
            return new ConstantValue.Tuple(items);
        }
        if (o.type == PySet.FROZEN_TYPE) {
            PySet set = (PySet) o;
            List<ConstantValue> items = new ArrayList<>();
            for (int i = set.nextEntry(0); i >= 0; i = set.nextEntry(i + 1)) {
                items.add(fromPython(set.items[i]));
            }
            return new ConstantValue.FrozenSet(items);
        }
        throw Errors.typeError("got an invalid type in Constant: " + o.type.name());
    }

    private static ConstantValue string(PyStr text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) >= 0xd800 && text.at(i) < 0xe000) {
                int[] points = new int[text.length()];
                text.copyTo(points, 0);
                return new ConstantValue.Str(text.toString(), points);
            }
        }
        return new ConstantValue.Str(text.toString());
    }
}
