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
import org.krait.runtime.Subscripts;

/** {@code operator.itemgetter}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(item, /, *items)",
        doc = "itemgetter(item, ...) --> itemgetter object\n\nA callable that fetches items of its argument: after\n"
                + "g = itemgetter(2, 5), g(r) is (r[2], r[5]).")
final class PyItemGetter extends PyInstance {
    static final PyType TYPE = ToolTypes.ITEM_GETTER;

    private final PyTuple items;

    private PyItemGetter(PyTuple items) {
        super(TYPE);
        this.items = items;
        Refs.incRef(items);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(type, TYPE, keywords, "itemgetter");
        if (args.length == 0) {
            throw Errors.typeError("itemgetter expected 1 argument, got 0");
        }
        return new PyItemGetter(PyTuple.of(args));
    }

    @Builtin(value = "__call__(self, *args, **kwargs)", doc = "Fetches the items.")
    static PyObject call(ThreadState ts, PyItemGetter self, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(TYPE, TYPE, keywords, "itemgetter");
        Itertool.count(args, keywords, "itemgetter", 1, 1);
        PyObject[] items = self.items.items;
        if (items.length == 1) {
            return Subscripts.get(ts, args[0], items[0]);
        }
        PyList found = new PyList();
        for (PyObject item : items) {
            found.append(Subscripts.get(ts, args[0], item));
        }
        PyTuple made = PyTuple.copyOf(found.items, 0, found.size);
        found.clear();
        return made;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyItemGetter self) {
        return PyAttributeGetter.shown(ts, "operator.itemgetter", self, self.items.items);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyItemGetter self) {
        return PyTuple.of(self.type, self.items);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(items);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(items);
    }
}
