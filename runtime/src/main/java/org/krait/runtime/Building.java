package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.builtins.DictUpdates;
import org.krait.runtime.builtins.SetAlgebra;

/** Displays, f-strings, slices and functions: instructions that make objects. */
public final class Building {
    private static final PyStr MODULE_NAME = PyStr.interned("__name__");

    private Building() {}

    public static PyTuple tuple(PyObject[] r, int base, int count) {
        return PyTuple.copyOf(r, base, count);
    }

    static PySet set(ThreadState ts, PyObject[] r, int base, int count) {
        PySet set = new PySet();
        for (int i = base; i < base + count; i++) {
            set.add(ts, r[i]);
            Refs.drop(r[i]);
        }
        return set;
    }

    static PyDict map(ThreadState ts, PyObject[] r, int base, int count) {
        PyDict dict = new PyDict();
        for (int i = 0; i < count; i++) {
            PyObject key = r[base + 2 * i];
            PyObject value = r[base + 2 * i + 1];
            dict.put(ts, key, value);
            Refs.drop(value);
            Refs.drop(key);
        }
        return dict;
    }

    static PyDict mapOfConstants(ThreadState ts, PyObject[] r, int base, int count, PyObject keys) {
        PyDict dict = new PyDict();
        PyObject[] names = ((PyTuple) keys).items;
        for (int i = 0; i < count; i++) {
            dict.put(ts, names[i], r[base + i]);
        }
        return dict;
    }

    static PyStr string(PyObject[] r, int base, int count) {
        PyStrBuilder text = new PyStrBuilder(32);
        for (int i = base; i < base + count; i++) {
            text.append((PyStr) r[i]);
            Refs.drop(r[i]);
        }
        return text.toPyStr();
    }

    static PySlice slice(PyObject start, PyObject stop, PyObject step) {
        return new PySlice(start, stop, step);
    }

    /** {@code format(value, spec)} after a conversion: 's', 'r', 'a' or 0. */
    static PyObject format(ThreadState ts, PyObject value, int conversion, PyObject spec) {
        PyObject text = switch (conversion) {
            case 's' -> Texts.str(ts, value);
            case 'r' -> Texts.repr(ts, value);
            case 'a' -> Texts.ascii(ts, value);
            default -> value;
        };
        if (text.getClass() == PyStr.class && spec == null) {
            return text;
        }
        return Texts.format(ts, text, spec);
    }

    static void listExtend(ThreadState ts, PyList list, PyObject iterable) {
        try {
            Iteration.extend(ts, list, iterable);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TYPE_ERROR) && iterable.type.special(Special.ITER) == null
                    && !Iteration.isSequence(iterable)) {
                e.swallow();
                throw CallInstructions.notStarIterable(iterable);
            }
            throw e;
        }
    }

    static void setUpdate(ThreadState ts, PySet set, PyObject iterable) {
        SetAlgebra.update(ts, set, iterable);
    }

    static void dictUpdate(ThreadState ts, PyDict dict, PyObject mapping) {
        if (mapping.type == PyDict.TYPE) {
            dict.putAll(ts, (PyDict) mapping);
            return;
        }
        try {
            if (mapping instanceof PyDict) {
                DictUpdates.update(ts, dict, mapping);
            } else {
                DictUpdates.fromMapping(ts, dict, mapping);
            }
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            e.swallow();
            throw Errors.typeError("'" + mapping.type.name() + "' object is not a mapping");
        }
    }

    /** {@code count} says by bits which of defaults, keyword defaults, annotations and closure are in registers. */
    static PyFunction function(PyFrame frame, CodeObject code, int base, int parts) {
        PyObject[] r = frame.registers;
        int next = base;
        PyObject defaults = (parts & 1) != 0 ? r[next++] : null;
        PyObject keywordDefaults = (parts & 2) != 0 ? r[next++] : null;
        PyObject annotations = (parts & 4) != 0 ? r[next++] : null;
        PyObject closure = (parts & 8) != 0 ? r[next++] : null;
        PyFunction f = new PyFunction(code, frame.globals, frame.builtins, (PyTuple) closure);
        PyObject module = frame.globals.get(MODULE_NAME);
        if (module != null) {
            f.setModule(module);
        }
        if (defaults != null) {
            f.setDefaults((PyTuple) defaults);
        }
        if (keywordDefaults != null) {
            f.setKeywordDefaults((PyDict) keywordDefaults);
        }
        if (annotations != null) {
            f.setAnnotations(annotations);
        }
        return f;
    }
}
