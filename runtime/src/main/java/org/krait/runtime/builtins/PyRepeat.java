package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** {@code itertools.repeat}. */
@BuiltinType(base = ObjectMethods.class, doc = "The same object a number of times, without end when not given.")
final class PyRepeat extends Itertool {
    static final PyType TYPE = ToolTypes.REPEAT;

    private final PyObject element;
    /** How often it still comes; -1 for ever. */
    private long left;

    private PyRepeat(PyType type, PyObject element, long left) {
        super(type);
        this.element = element;
        this.left = left;
        Refs.incRef(element);
    }

    @Builtin("__new__(type, object, times=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject object, PyObject times) {
        return new PyRepeat(type, object, times == null ? -1 : Math.max(0, Arguments.toLong(ts, times)));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyRepeat self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyRepeat self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (left == 0) {
            return null;
        }
        if (left > 0) {
            left--;
        }
        return element;
    }

    @Builtin(value = "__length_hint__(self, /)", doc = "How often the object still comes.")
    static long lengthHint(PyRepeat self) {
        if (self.left < 0) {
            throw Errors.typeError("len() of unsized object");
        }
        return self.left;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyRepeat self) {
        String text = self.type.pyName() + "(" + Texts.repr(ts, self.element);
        return self.left < 0 ? text + ")" : text + ", " + self.left + ")";
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(ThreadState ts, PyRepeat self) {
        warnOfPickling(ts);
        return PyTuple.of(
                self.type,
                self.left < 0 ? PyTuple.of(self.element) : PyTuple.of(self.element, PyInt.of(self.left)));
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(element);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(element);
    }
}
