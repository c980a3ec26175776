package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** Iterates over a deque from the left or from the right. */
@BuiltinType(base = ObjectMethods.class)
final class PyDequeIterator extends PyIterator {
    static final PyType TYPE = ToolTypes.DEQUE_ITERATOR;
    static final PyType REVERSE_TYPE = ToolTypes.DEQUE_REVERSE_ITERATOR;

    private final PyDeque deque;
    private final boolean reversed;
    private final int version;
    private int left;

    PyDequeIterator(PyDeque deque, boolean reversed) {
        super(reversed ? REVERSE_TYPE : TYPE);
        this.deque = deque;
        this.reversed = reversed;
        version = deque.version;
        left = deque.size();
        Refs.incRef(deque);
    }

    @Builtin("__new__(type, deque, index=0, /)")
    static PyObject make(ThreadState ts, PyType type, PyDeque deque, long index) {
        PyDequeIterator made = new PyDequeIterator(deque, type == REVERSE_TYPE);
        for (long i = 0; i < index; i++) {
            if (made.next(ts) == null) {
                break;
            }
        }
        return made;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyDequeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyDequeIterator self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (deque.version != version) {
            left = 0;
            throw Errors.runtimeError("deque mutated during iteration");
        }
        if (left == 0) {
            return null;
        }
        PyObject item = deque.get(reversed ? left - 1 : deque.size() - left);
        left--;
        return item;
    }

    @Builtin(value = "__length_hint__(self, /)", doc = "How many items are left.")
    static long lengthHint(PyDequeIterator self) {
        return self.left;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyDequeIterator self) {
        return PyTuple.of(self.type, PyTuple.of(self.deque, PyInt.of(self.deque.size() - self.left)));
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(deque);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(deque);
    }
}
