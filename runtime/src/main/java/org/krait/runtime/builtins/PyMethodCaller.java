package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** {@code operator.methodcaller}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(name, /, *args, **kwargs)",
        doc = "methodcaller(name, ...) --> methodcaller object\n\nA callable that calls a method of its argument:\n"
                + "after f = methodcaller('name', 'foo', bar=1), f(r) is r.name('foo', bar=1).")
final class PyMethodCaller extends PyInstance {
    static final PyType TYPE = ToolTypes.METHOD_CALLER;

    private final PyStr name;
    /** The positional arguments and then the values of the keywords. Counted. */
    private final PyTuple arguments;
    private final PyStr[] keywords;

    private PyMethodCaller(PyStr name, PyTuple arguments, PyStr[] keywords) {
        super(TYPE);
        this.name = name;
        this.arguments = arguments;
        this.keywords = keywords;
        Refs.incRef(arguments);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        if (Itertool.positional(args, keywords) == 0) {
            throw Errors.typeError("methodcaller needs at least one argument, the method name");
        }
        if (!(args[0] instanceof PyStr name)) {
            throw Errors.typeError("method name must be a string");
        }
        PyStr[] kept = keywords == null || keywords.length == 0 ? null : keywords;
        return new PyMethodCaller(name.intern(), PyTuple.copyOf(args, 1, args.length - 1), kept);
    }

    @Builtin(value = "__call__(self, *args, **kwargs)", doc = "Calls the method.")
    static PyObject call(ThreadState ts, PyMethodCaller self, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(TYPE, TYPE, keywords, "methodcaller");
        Itertool.count(args, keywords, "methodcaller", 1, 1);
        PyObject method = Attributes.get(ts, args[0], self.name);
        return Calls.consume(ts, method, self.arguments.items.clone(), self.keywords);
    }

    private int positional() {
        return arguments.size() - (keywords == null ? 0 : keywords.length);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyMethodCaller self) {
        if (Protocol.enterRepr(ts, self)) {
            return "operator.methodcaller(...)";
        }
        try {
            StringBuilder text = new StringBuilder("operator.methodcaller(").append(Texts.repr(ts, self.name));
            int positional = self.positional();
            for (int i = 0; i < self.arguments.size(); i++) {
                text.append(", ");
                if (i >= positional) {
                    text.append(self.keywords[i - positional]).append('=');
                }
                text.append(Texts.repr(ts, self.arguments.item(i)));
            }
            return text.append(')').toString();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(ThreadState ts, PyMethodCaller self) {
        int positional = self.positional();
        PyTuple arguments = PyTuple.copyOf(self.arguments.items, 0, positional);
        if (self.keywords == null) {
            return PyTuple.of(self.type, joined(self));
        }
        PyObject[] bound = new PyObject[self.keywords.length + 2];
        bound[0] = self.type;
        bound[1] = self.name;
        for (int i = 0; i < self.keywords.length; i++) {
            bound[i + 2] = self.arguments.item(positional + i);
        }
        return PyTuple.of(PyPartial.make(ts, PyPartial.TYPE, bound, self.keywords), arguments);
    }

    private static PyTuple joined(PyMethodCaller self) {
        PyObject[] all = new PyObject[self.arguments.size() + 1];
        all[0] = self.name;
        System.arraycopy(self.arguments.items, 0, all, 1, all.length - 1);
        return PyTuple.of(all);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(arguments);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(arguments);
    }
}
