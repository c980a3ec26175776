package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyCell;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code cell}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        Create a new cell object.

          contents
            the contents of the cell. If not specified, the cell will be empty,
            and further attempts to access its cell_contents attribute will
            raise a ValueError.""")
public final class CellMethods {
    private CellMethods() {}

    @Builtin("__new__(type, contents=None, /)")
    static PyObject make(PyType type, PyObject contents) {
        PyCell cell = new PyCell();
        cell.set(contents);
        return cell;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyCell self) {
        String start = "<cell at " + Addresses.of(ts, self) + ": ";
        if (self.content == null) {
            return start + "empty>";
        }
        return start + self.content.type.name() + " object at " + Addresses.of(ts, self.content) + ">";
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyCell self, PyObject other) {
        if (!(other instanceof PyCell b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (self.content != null && b.content != null) {
            return Equality.compare(ts, op, self.content, b.content);
        }
        return PyBool.of(op.test(self.content == null ? b.content == null ? 0 : -1 : 1));
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyCell self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    @Attribute("cell_contents")
    static PyObject getContents(PyCell self) {
        if (self.content == null) {
            throw Errors.valueError("Cell is empty");
        }
        return self.content;
    }

    @Attribute(value = "cell_contents", setter = true)
    static void setContents(PyCell self, PyObject value) {
        self.set(value);
    }
}
