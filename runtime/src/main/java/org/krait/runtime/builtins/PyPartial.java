package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
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
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;

/** {@code functools.partial}: a callable with its first arguments and some keywords given. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "partial(func, *args, **keywords) - new function with partial application\n"
                + "    of the given arguments and keywords.\n")
final class PyPartial extends PyInstance {
    static final PyType TYPE = ToolTypes.PARTIAL;

    private PyObject function;
    private PyTuple arguments;
    private PyDict keywords;

    private PyPartial(PyType type, PyObject function, PyTuple arguments, PyDict keywords) {
        super(type);
        assign(function, arguments, keywords);
    }

    private void assign(PyObject newFunction, PyTuple newArguments, PyDict newKeywords) {
        PyObject oldFunction = function;
        PyTuple oldArguments = arguments;
        PyDict oldKeywords = keywords;
        Refs.incRef(newFunction);
        Refs.incRef(newArguments);
        Refs.incRef(newKeywords);
        function = newFunction;
        arguments = newArguments;
        keywords = newKeywords;
        Refs.xdecRef(oldFunction);
        Refs.xdecRef(oldArguments);
        Refs.xdecRef(oldKeywords);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] names) {
        int given = Itertool.positional(args, names);
        if (given < 1) {
            throw Errors.typeError("type 'partial' takes at least one argument");
        }
        PyObject function = args[0];
        PyObject[] first = {};
        PyDict keywords = new PyDict();
        // A partial of a partial is flattened, unless it has state of its own.
        if (function instanceof PyPartial inner && inner.type == TYPE && type == TYPE && !inner.hasAttributes()) {
            function = inner.function;
            first = inner.arguments.items;
            keywords.putAll(ts, inner.keywords);
        } else if (!Calls.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        PyObject[] all = Arrays.copyOf(first, first.length + given - 1);
        System.arraycopy(args, 1, all, first.length, given - 1);
        for (int i = given; i < args.length; i++) {
            keywords.put(names[i - given], args[i]);
        }
        return new PyPartial(type, function, PyTuple.of(all), keywords);
    }

    private boolean hasAttributes() {
        return dict != null || field(0) != null;
    }

    @Builtin(value = "__call__(self, *args, **kwargs)", doc = "Calls the function with these arguments added.")
    static PyObject call(ThreadState ts, PyPartial self, PyObject[] args, PyStr[] names) {
        PyObject[] first = self.arguments.items;
        PyDict bound = self.keywords;
        int given = Itertool.positional(args, names);
        Refs.incRef(self);
        try {
            if (bound.size() == 0) {
                PyObject[] all = Arrays.copyOf(first, first.length + args.length);
                System.arraycopy(args, 0, all, first.length, args.length);
                return Calls.call(ts, self.function, all, names);
            }
            PyDict merged = bound.copy();
            for (int i = given; i < args.length; i++) {
                merged.put(names[i - given], args[i]);
            }
            int count = merged.size();
            PyObject[] all = Arrays.copyOf(first, first.length + given + count);
            System.arraycopy(args, 0, all, first.length, given);
            PyStr[] allNames = new PyStr[count];
            int n = 0;
            for (int i = merged.nextEntry(0); i >= 0; i = merged.nextEntry(i + 1)) {
                if (!(merged.keys[i] instanceof PyStr name)) {
                    throw Errors.typeError("keywords must be strings");
                }
                allNames[n] = name;
                all[first.length + given + n++] = merged.values[i];
            }
            Refs.incRef(merged);
            try {
                return Calls.call(ts, self.function, all, allNames);
            } finally {
                Refs.decRef(merged);
            }
        } finally {
            Refs.release(self);
        }
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyPartial self) {
        if (Protocol.enterRepr(ts, self)) {
            return "...";
        }
        try {
            StringBuilder text = new StringBuilder(self.type.name()).append('(').append(Texts.repr(ts, self.function));
            for (PyObject argument : self.arguments.items) {
                text.append(", ").append(Texts.repr(ts, argument));
            }
            PyDict keywords = self.keywords;
            for (int i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
                // A key's __str__ may change the keywords.
                PyObject value = keywords.values[i];
                Refs.incRef(value);
                text.append(", ").append(Texts.str(ts, keywords.keys[i]));
                text.append('=').append(Texts.repr(ts, value));
                Refs.decRef(value);
            }
            return text.append(')').toString();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    /** Adds what it is made of to a record of a heap. */
    void write(HeapSink sink) {
        sink.ref(function);
        sink.ref(arguments);
        sink.ref(keywords);
    }

    /** Makes the object of such a record, without what it is made of. */
    static PyPartial make(HeapRecord r) {
        PyType type = r.type(0);
        return NativeState.nativeBase(type) == TYPE ? new PyPartial(type, PySingleton.NONE, PyTuple.EMPTY, new PyDict())
                : r.wrong(0, "class of such objects");
    }

    /** Takes over what a record has. */
    void fill(HeapRecord r) {
        assign(r.object(1), r.tuple(2), r.dict(3));
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyPartial self) {
        PyObject attributes = self.hasAttributes() ? self.materializeDict() : PySingleton.NONE;
        return PyTuple.of(
                self.type,
                PyTuple.of(self.function),
                PyTuple.of(self.function, self.arguments, self.keywords, attributes));
    }

    @Builtin(value = "__setstate__(self, state, /)", doc = "Takes over what __reduce__ gave.")
    static void setState(ThreadState ts, PyPartial self, PyObject state) {
        if (!(state instanceof PyTuple parts) || parts.size() != 4 || !Calls.isCallable(parts.item(0))
                || !(parts.item(1) instanceof PyTuple arguments)
                || parts.item(2) != PySingleton.NONE && !(parts.item(2) instanceof PyDict)) {
            throw Errors.typeError("invalid partial state");
        }
        PyTuple exact = arguments.getClass() == PyTuple.class ? arguments : PyTuple.of(arguments.items.clone());
        PyDict keywords = parts.item(2) instanceof PyDict given
                ? given.type == PyDict.TYPE ? given : given.copy()
                : new PyDict();
        self.assign(parts.item(0), exact, keywords);
        if (parts.item(3) instanceof PyDict attributes) {
            self.setDict(attributes);
        } else if (self.hasAttributes()) {
            PyDict old = self.materializeDict();
            self.dict = null;
            Refs.decRef(old);
        }
    }

    @Builtin(
            value = "__class_getitem__(type, object, /)",
            doc = "See PEP 585",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType type, PyObject item) {
        return TypeChecks.genericAlias(type, item);
    }

    @Attribute(value = "func", doc = "function object to use in future partial calls", member = true)
    static PyObject function(PyPartial self) {
        return self.function;
    }

    @Attribute(value = "args", doc = "tuple of arguments to future partial calls", member = true)
    static PyObject arguments(PyPartial self) {
        return self.arguments;
    }

    @Attribute(value = "keywords", doc = "dictionary of keyword arguments to future partial calls", member = true)
    static PyObject keywords(PyPartial self) {
        return self.keywords;
    }

    @Attribute("__dict__")
    static PyObject attributes(PyPartial self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setAttributes(PyPartial self, PyObject value) {
        if (!(value instanceof PyDict attributes)) {
            throw Errors.typeError(value == null
                    ? "cannot delete __dict__"
                    : "__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
        }
        self.setDict(attributes);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(function);
        Refs.decRef(arguments);
        Refs.decRef(keywords);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(function);
        visitor.visit(arguments);
        visitor.visit(keywords);
    }
}
