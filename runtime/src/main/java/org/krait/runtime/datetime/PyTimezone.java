package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** A {@code datetime.timezone}: a fixed offset from UTC. */
final class PyTimezone extends PyTzinfo {
    static final PyTimezone UTC = constant(PyDelta.ZERO);

    /** Counted. */
    final PyDelta offset;
    /** Null for none. Counted. */
    final PyStr name;

    private PyTimezone(PyDelta offset, PyStr name) {
        super(DateTimeTypes.TIMEZONE);
        this.offset = offset;
        this.name = name;
        Refs.incRef(offset);
        Refs.xincRef(name);
    }

    /** A zone that contexts share. */
    static PyTimezone constant(PyDelta offset) {
        PyTimezone made = new PyTimezone(offset, null);
        Refs.immortalize(made);
        return made;
    }

    /** ValueError when the offset is too large; {@code name} null for none. */
    static PyTimezone of(ThreadState ts, PyDelta offset, PyStr name) {
        if (name == null && offset.isZero()) {
            return UTC;
        }
        if (!offset.isOffset()) {
            throw Errors.valueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                    + "timedelta(hours=24), not " + Texts.repr(ts, offset) + ".");
        }
        return new PyTimezone(offset, name);
    }

    /** The name, or {@code UTC±hh:mm}. */
    PyObject shown() {
        if (name != null) {
            return name;
        }
        StringBuilder out = new StringBuilder("UTC");
        if (!offset.isZero()) {
            Offsets.show(out, offset, ":");
        }
        return PyStr.of(out.toString());
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(offset);
        Refs.xdecRef(name);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(offset);
        if (name != null) {
            visitor.visit(name);
        }
    }
}
