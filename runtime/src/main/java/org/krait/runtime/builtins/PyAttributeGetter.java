package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;

/** {@code operator.attrgetter}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(attr, /, *attrs)",
        doc = "attrgetter(attr, ...) --> attrgetter object\n\nA callable that fetches attributes of its argument:\n"
                + "after g = attrgetter('name.first', 'name.last'), g(r) is (r.name.first, r.name.last).")
final class PyAttributeGetter extends PyInstance {
    static final PyType TYPE = ToolTypes.ATTRIBUTE_GETTER;

    private final PyTuple names;
    /** The parts between the dots of each name, interned. */
    private final PyStr[][] paths;

    private PyAttributeGetter(PyTuple names, PyStr[][] paths) {
        super(TYPE);
        this.names = names;
        this.paths = paths;
        Refs.incRef(names);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(type, TYPE, keywords, "attrgetter");
        if (args.length == 0) {
            throw Errors.typeError("attrgetter expected 1 argument, got 0");
        }
        PyStr[][] paths = new PyStr[args.length][];
        for (int i = 0; i < paths.length; i++) {
            if (!(args[i] instanceof PyStr name)) {
                throw Errors.typeError("attribute name must be a string");
            }
            paths[i] = split(name);
        }
        return new PyAttributeGetter(PyTuple.of(args), paths);
    }

    private static PyStr[] split(PyStr name) {
        int parts = 1;
        for (int i = 0; i < name.length(); i++) {
            parts += name.at(i) == '.' ? 1 : 0;
        }
        PyStr[] path = new PyStr[parts];
        int start = 0;
        int n = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.at(i) == '.') {
                path[n++] = name.substring(start, i).intern();
                start = i + 1;
            }
        }
        return path;
    }

    @Builtin(value = "__call__(self, *args, **kwargs)", doc = "Fetches the attributes.")
    static PyObject call(ThreadState ts, PyAttributeGetter self, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(TYPE, TYPE, keywords, "attrgetter");
        Itertool.count(args, keywords, "attrgetter", 1, 1);
        if (self.paths.length == 1) {
            return fetch(ts, args[0], self.paths[0]);
        }
        PyList found = new PyList();
        for (PyStr[] path : self.paths) {
            found.append(fetch(ts, args[0], path));
        }
        PyTuple made = PyTuple.copyOf(found.items, 0, found.size);
        found.clear();
        return made;
    }

    private static PyObject fetch(ThreadState ts, PyObject from, PyStr... path) {
        PyObject o = from;
        for (PyStr name : path) {
            PyObject next = Attributes.get(ts, o, name);
            if (o != from && o != next) {
                Refs.incRef(next);
                Refs.drop(o);
                Refs.release(next);
            }
            o = next;
        }
        return o;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyAttributeGetter self) {
        return shown(ts, "operator.attrgetter", self, self.names.items);
    }

    /** A repr of a name and arguments, with dots inside itself. */
    static String shown(ThreadState ts, String name, PyObject self, PyObject... args) {
        if (Protocol.enterRepr(ts, self)) {
            return name.concat("(...)");
        }
        try {
            StringBuilder text = new StringBuilder(name).append('(');
            for (int i = 0; i < args.length; i++) {
                text.append(i == 0 ? "" : ", ").append(Texts.repr(ts, args[i]));
            }
            return text.append(')').toString();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyAttributeGetter self) {
        return PyTuple.of(self.type, self.names);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(names);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(names);
    }
}
