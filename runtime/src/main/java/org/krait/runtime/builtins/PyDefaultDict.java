package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Texts;

/** A {@code collections.defaultdict}. */
@BuiltinType(
        base = DictMethods.class,
        doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\n"
                + "A dict that calls its factory without arguments for the value of a missing key.\n"
                + "The other arguments are those of dict.")
final class PyDefaultDict extends PyDict {
    static final PyType TYPE = ToolTypes.DEFAULT_DICT;

    /** Null for None. Counted. */
    private PyObject factory;

    private PyDefaultDict(PyType type) {
        super(type);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyDefaultDict(type);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(ThreadState ts, PyDefaultDict self, PyObject[] args, PyStr[] keywords) {
        PyObject first = PySingleton.NONE;
        PyObject[] rest = args;
        if (Itertool.positional(args, keywords) > 0) {
            first = args[0];
            if (first != PySingleton.NONE && !Calls.isCallable(first)) {
                throw Errors.typeError("first argument must be callable or None");
            }
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        self.setFactory(first);
        DictUpdates.fromArguments(ts, self, "dict", rest, keywords);
    }

    private void setFactory(PyObject value) {
        PyObject old = factory;
        PyObject made = value == PySingleton.NONE ? null : value;
        Refs.xincRef(made);
        factory = made;
        Refs.xdecRef(old);
    }

    @Builtin(
            value = "__missing__(self, key, /)",
            doc = "Called by __getitem__ for a missing key: stores and gives what the factory makes.")
    static PyObject missing(ThreadState ts, PyDefaultDict self, PyObject key) {
        if (self.factory == null) {
            throw Errors.keyError(key);
        }
        PyObject value = Calls.call(ts, self.factory);
        if (self.type == TYPE) {
            self.put(ts, key, value);
        } else {
            Refs.incRef(value);
            Subscripts.set(ts, self, key, value);
            Refs.release(value);
        }
        return value;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyDefaultDict self) {
        PyObject base = PyDict.TYPE.slots().repr(ts, self);
        String factory = "None";
        if (self.factory != null) {
            if (Protocol.enterRepr(ts, self.factory)) {
                factory = "...";
            } else {
                try {
                    factory = Texts.repr(ts, self.factory).toString();
                } finally {
                    Protocol.leaveRepr(ts);
                }
            }
        }
        return self.type.pyName() + "(" + factory + ", " + base + ")";
    }

    @Builtin(value = "copy(self, /)", doc = "D.copy() -> a shallow copy of D.")
    static PyObject copy(ThreadState ts, PyDefaultDict self) {
        if (self.type == TYPE) {
            return exactCopy(ts, self);
        }
        return Calls.call(ts, self.type, self.factory == null ? PySingleton.NONE : self.factory, self);
    }

    private static PyDefaultDict exactCopy(ThreadState ts, PyDefaultDict self) {
        PyDefaultDict made = new PyDefaultDict(TYPE);
        made.setFactory(factory(self));
        made.putAll(ts, self);
        return made;
    }

    @Builtin(value = "__copy__(self, /)", doc = "D.copy() -> a shallow copy of D.")
    static PyObject copySpecial(ThreadState ts, PyDefaultDict self) {
        return copy(ts, self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
    static PyObject reduce(ThreadState ts, PyDefaultDict self) {
        PyObject items = Calls.callMethod(ts, self, "items");
        PyObject iterator = Iteration.iter(ts, items);
        Refs.drop(items);
        PyTuple arguments = self.factory == null ? PyTuple.EMPTY : PyTuple.of(self.factory);
        return PyTuple.of(self.type, arguments, PySingleton.NONE, PySingleton.NONE, iterator);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyDefaultDict self, PyObject value) {
        if (!(value instanceof PyDict)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject made = copy(ts, self);
        DictUpdates.update(ts, (PyDict) made, value);
        return made;
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(ThreadState ts, PyDefaultDict self, PyObject value) {
        if (!(value instanceof PyDict)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject factory = self.factory == null ? PySingleton.NONE : self.factory;
        PyObject made = Calls.call(ts, self.type, factory, value);
        DictUpdates.update(ts, (PyDict) made, self);
        return made;
    }

    @Attribute(
            value = "default_factory",
            doc = "Factory for default value called by __missing__().",
            member = true)
    static PyObject factory(PyDefaultDict self) {
        return self.factory == null ? PySingleton.NONE : self.factory;
    }

    @Attribute(value = "default_factory", setter = true)
    static void setFactory(PyDefaultDict self, PyObject value) {
        self.setFactory(value == null ? PySingleton.NONE : value);
    }

    @Override
    protected void dropReferents() {
        super.dropReferents();
        Refs.xdecRef(factory);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (factory != null) {
            visitor.visit(factory);
        }
    }
}
