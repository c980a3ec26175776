package org.krait.runtime.builtins;

import java.util.function.Supplier;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;
import org.krait.runtime.Calls;
import static org.krait.runtime.builtins.WeakProxyMethods.referent;
import static org.krait.runtime.builtins.WeakProxyMethods.unwrap;

/** The operations of weak proxies: each is the referent's. */
final class WeakProxySlots extends WeakProxyMethodsTable {
    WeakProxySlots() {}

    @Override
    public PyObject binary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyObject x = unwrap(a);
        return binaryOf(ts, op, x, unwrap(b));
    }

    @Override
    public PyObject reflected(ThreadState ts, BinaryOp op, PyObject self, PyObject other) {
        PyObject x = unwrap(other);
        return binaryOf(ts, op, x, unwrap(self));
    }

    private static PyObject binaryOf(ThreadState ts, BinaryOp op, PyObject x, PyObject y) {
        return on(x, () -> on(y, () -> {
            PyObject answer = x.type.slots().binary(ts, op, x, y);
            return answer != PySingleton.NOT_IMPLEMENTED ? answer : y.type.slots().reflected(ts, op, y, x);
        }));
    }

    /** Does something with a referent, which the program may let go of meanwhile; a temporary is its caller's. */
    static <T> T on(PyObject x, Supplier<T> operation) {
        if (Refs.isImmortal(x) || Refs.isUncounted(x)) {
            return operation.get();
        }
        Refs.incRef(x);
        T result;
        try {
            result = operation.get();
        } catch (PyException e) {
            Refs.decRef(x);
            throw e;
        }
        if (result instanceof PyObject o) {
            Refs.incRef(o);
            Refs.decRef(x);
            Refs.release(o);
        } else {
            Refs.decRef(x);
        }
        return result;
    }

    @Override
    public PyObject inPlace(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyObject x = unwrap(a);
        return on(x, () -> x.type.slots().inPlace(ts, op, x, unwrap(b)));
    }

    @Override
    public PyObject power(ThreadState ts, PyObject a, PyObject b, PyObject modulus) {
        PyObject x = unwrap(a);
        return on(x, () -> x.type.slots().power(ts, x, unwrap(b), unwrap(modulus)));
    }

    @Override
    public PyObject unary(ThreadState ts, UnaryOp op, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().unary(ts, op, x));
    }

    @Override
    public PyObject compare(ThreadState ts, CompareOp op, PyObject a, PyObject b) {
        PyObject x = unwrap(a);
        PyObject y = unwrap(b);
        return on(x, () -> on(y, () -> Equality.compare(ts, op, x, y)));
    }

    @Override
    public boolean truth(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().truth(ts, x));
    }

    @Override
    public int length(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().length(ts, x));
    }

    @Override
    public PyObject getItem(ThreadState ts, PyObject a, PyObject key) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().getItem(ts, x, key));
    }

    @Override
    public void setItem(ThreadState ts, PyObject a, PyObject key, PyObject value) {
        PyObject x = referent(a);
        on(x, () -> {
            x.type.slots().setItem(ts, x, key, value);
            return null;
        });
    }

    @Override
    public void deleteItem(ThreadState ts, PyObject a, PyObject key) {
        PyObject x = referent(a);
        on(x, () -> {
            x.type.slots().deleteItem(ts, x, key);
            return null;
        });
    }

    @Override
    public PyObject contains(ThreadState ts, PyObject a, PyObject item) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().contains(ts, x, item));
    }

    @Override
    public PyObject call(ThreadState ts, PyObject callable, PyObject[] args, PyStr[] keywords) {
        PyObject x = referent(callable);
        return on(x, () -> Calls.call(ts, x, args, keywords));
    }

    @Override
    public long hash(ThreadState ts, PyObject a) {
        throw Errors.typeError("unhashable type: '" + a.type.name() + "'");
    }

    @Override
    public PyObject str(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().str(ts, x));
    }

    @Override
    public PyObject getAttribute(ThreadState ts, PyObject a, PyStr name) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().getAttribute(ts, x, name));
    }

    @Override
    public void setAttribute(ThreadState ts, PyObject a, PyStr name, PyObject value) {
        PyObject x = referent(a);
        on(x, () -> {
            x.type.slots().setAttribute(ts, x, name, value);
            return null;
        });
    }

    @Override
    public PyObject index(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().index(ts, x));
    }

    @Override
    public PyObject toInt(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().toInt(ts, x));
    }

    @Override
    public PyObject toFloat(ThreadState ts, PyObject a) {
        PyObject x = referent(a);
        return on(x, () -> x.type.slots().toFloat(ts, x));
    }

    @Override
    public void runWeakCallback(PyWeakRef ref) {
        WeakRefSlots.callBack(ref);
    }
}
