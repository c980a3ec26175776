package org.krait.language.symbols;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.Identity;
import org.krait.runtime.builtins.ObjectMethods;

/** The attributes of {@link PySymtableEntry}. */
@BuiltinType(base = ObjectMethods.class)
final class SymtableEntryMethods {
    private SymtableEntryMethods() {}

    @Attribute(value = "id", member = true)
    static long id(ThreadState ts, PySymtableEntry self) {
        return Identity.of(ts.interp, self);
    }

    @Attribute(value = "name", member = true)
    static PyObject name(PySymtableEntry self) {
        return PyStr.interned(self.table.name());
    }

    @Attribute(value = "symbols", member = true)
    static PyObject symbols(PySymtableEntry self) {
        return self.symbols;
    }

    @Attribute(value = "varnames", member = true)
    static PyObject parameters(PySymtableEntry self) {
        return self.parameters;
    }

    @Attribute(value = "children", member = true)
    static PyObject children(PySymtableEntry self) {
        return self.children;
    }

    @Attribute(value = "nested", member = true)
    static PyObject nested(PySymtableEntry self) {
        return PyInt.of(self.table.nested() ? 1 : 0);
    }

    @Attribute(value = "type", member = true)
    static int type(PySymtableEntry self) {
        return self.table.type();
    }

    @Attribute(value = "lineno", member = true)
    static int line(PySymtableEntry self) {
        return self.table.line();
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PySymtableEntry self) {
        return "<symtable entry " + self.table.name() + "(" + id(ts, self) + "), line " + self.table.line() + ">";
    }
}
