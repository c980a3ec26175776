package org.krait.language.ast;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code ast.AST}, the base of all nodes. */
@BuiltinType(base = ObjectMethods.class)
final class AstMethods {
    /** {@code ast.AST}. */
    static final PyType TYPE = PyType.builtin("ast.AST", PyType.OBJECT,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF | PyType.MUTABLE, new AstMethodsTable());

    private static final PyStr FIELDS = PyStr.interned("_fields");

    private AstMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyInstance(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        PyObject declared = Attributes.lookup(ts, self.type, FIELDS);
        PyObject[] fields = declared == null ? new PyObject[0] : Iteration.toArray(ts, declared);
        if (given > fields.length) {
            throw Errors.typeError(self.type.pyName() + " constructor takes at most " + fields.length
                    + " positional argument" + (fields.length == 1 ? "" : "s"));
        }
        for (int i = 0; i < given; i++) {
            Attributes.set(ts, self, ((PyStr) fields[i]).intern(), args[i]);
        }
        for (int i = given; i < args.length; i++) {
            PyStr name = keywords[i - given].intern();
            for (int k = 0; k < given; k++) {
                if (((PyStr) fields[k]).equalTo(name)) {
                    throw Errors.typeError(self.type.pyName() + " got multiple values for argument "
                            + Texts.repr(ts, name));
                }
            }
            Attributes.set(ts, self, name, args[i]);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyInstance self) {
        PyDict state = self.materializeDict();
        return state.size() == 0 ? PyTuple.of(self.type, PyTuple.EMPTY) : PyTuple.of(self.type, PyTuple.EMPTY, state);
    }

    @Attribute(value = "__dict__", doc = "The attributes of the node.")
    static PyObject dict(PyInstance self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setDict(PyInstance self, PyObject value) {
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '"
                    + (value == null || value == PySingleton.NONE ? "NoneType" : value.type.name()) + "'");
        }
        self.setDict(d);
    }
}
