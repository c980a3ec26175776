package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Texts;

/** {@code itertools.count}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Numbers from start on, each step more than the one before.")
final class PyCount extends Itertool {
    static final PyType TYPE = ToolTypes.COUNT;

    /** The next number. Counted. */
    private PyObject number;
    private final PyObject step;

    private PyCount(PyType type, PyObject number, PyObject step) {
        super(type);
        this.number = number;
        this.step = step;
        Refs.incRef(number);
        Refs.incRef(step);
    }

    @Builtin("__new__(type, start=0, step=1)")
    static PyObject make(PyType type, PyObject start, PyObject step) {
        PyObject first = start == null ? PyInt.ZERO : start;
        PyObject by = step == null ? PyInt.ONE : step;
        if (!isNumber(first) || !isNumber(by)) {
            throw Errors.typeError("a number is required");
        }
        return new PyCount(type, first, by);
    }

    private static boolean isNumber(PyObject o) {
        return Protocol.isNumber(o);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCount self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCount self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject result = number;
        PyObject following = Arithmetic.add(ts, result, step);
        if (Mutations.WATCHED) {
            Mutations.note(this, Mutations.Kind.COUNT, result, following);
        }
        Refs.incRef(following);
        number = following;
        Refs.release(result);
        return result;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyCount self) {
        String text = self.type.pyName() + "(" + Texts.repr(ts, self.number);
        return self.step instanceof PyInt i && i.equalTo(PyInt.ONE)
                ? text + ")"
                : text + ", " + Texts.repr(ts, self.step) + ")";
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(ThreadState ts, PyCount self) {
        warnOfPickling(ts);
        boolean one = self.step instanceof PyInt i && i.equalTo(PyInt.ONE);
        return PyTuple.of(self.type, one ? PyTuple.of(self.number) : PyTuple.of(self.number, self.step));
    }

    /** The number that it gives next. */
    PyObject number() {
        return number;
    }

    /** Has it go on with a number. */
    void setNumber(PyObject next) {
        Refs.incRef(next);
        Refs.release(number);
        number = next;
    }

    /** What it would be called with to go on from here. */
    PyObject[] arguments() {
        return new PyObject[] {number, step};
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(number);
        Refs.decRef(step);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(number);
        visitor.visit(step);
    }
}
