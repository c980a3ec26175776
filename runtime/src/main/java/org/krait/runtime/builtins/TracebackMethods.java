package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyType;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code traceback}. */
@BuiltinType(base = ObjectMethods.class, doc = "Create a new traceback object.")
public final class TracebackMethods {
    private TracebackMethods() {}

    @Builtin("__new__(type, /, tb_next, tb_frame, tb_lasti, tb_lineno)")
    static PyObject make(PyType type, PyObject next, PyFrame frame, int lasti, int line) {
        if (next != PySingleton.NONE && !(next instanceof PyTraceback)) {
            throw Errors.typeError("expected traceback object or None, got '" + next.type.name() + "'");
        }
        return new PyTraceback(next instanceof PyTraceback t ? t : null, frame, lasti / 2, line, lasti);
    }

    @Builtin("__dir__(self, /)")
    static PyObject dir(PyTraceback self) {
        return PyList.of(PyStr.interned("tb_frame"), PyStr.interned("tb_next"), PyStr.interned("tb_lasti"),
                PyStr.interned("tb_lineno"));
    }

    @Attribute(value = "tb_frame", member = true)
    static PyObject getFrame(PyTraceback self) {
        return self.frame;
    }

    @Attribute("tb_next")
    static PyObject getNext(PyTraceback self) {
        return self.next() == null ? PySingleton.NONE : self.next();
    }

    @Attribute(value = "tb_next", setter = true)
    static void setNext(PyTraceback self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("can't delete tb_next attribute");
        }
        if (value != PySingleton.NONE && !(value instanceof PyTraceback)) {
            throw Errors.typeError("expected traceback object or None, got '" + value.type.name() + "'");
        }
        PyTraceback next = value instanceof PyTraceback t ? t : null;
        for (PyTraceback t = next; t != null; t = t.next()) {
            if (t == self) {
                throw Errors.valueError("traceback loop detected");
            }
        }
        self.setNext(next);
    }

    /** In units of bytes, as CPython counts: the instructions of a code object are two bytes each. */
    @Attribute(value = "tb_lasti", member = true)
    static int getLastInstruction(PyTraceback self) {
        return self.offsetBytes;
    }

    @Attribute("tb_lineno")
    static PyObject getLine(PyTraceback self) {
        int line = self.line();
        return line < 0 ? PySingleton.NONE : PyInt.of(line);
    }
}
