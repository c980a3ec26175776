package org.krait.runtime.threads;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PySimpleQueue}. */
@BuiltinType(base = ObjectMethods.class, signature = "()", doc = "Simple, unbounded, reentrant FIFO queue.")
final class SimpleQueueMethods {
    private SimpleQueueMethods() {}

    @Builtin("__new__(type, /)")
    static PyObject make(PyType type) {
        return new PySimpleQueue(type);
    }

    @Builtin(value = "put(self, item, block=True, timeout=None)", doc = """
            Put the item on the queue.

            The optional 'block' and 'timeout' arguments are ignored, as this method
            never blocks.  They are provided for compatibility with the Queue class.""")
    static void put(PySimpleQueue self, PyObject item, PyObject block, PyObject timeout) {
        self.put(item);
    }

    @Builtin(value = "put_nowait(self, item)", doc = """
            Put an item into the queue without blocking.

            This is exactly equivalent to `put(item)` and is only provided
            for compatibility with the Queue class.""")
    static void putNoWait(PySimpleQueue self, PyObject item) {
        self.put(item);
    }

    @Builtin(value = "get(self, block=True, timeout=None)", doc = """
            Remove and return an item from the queue.

            If optional args 'block' is true and 'timeout' is None (the default),
            block if necessary until an item is available. If 'timeout' is
            a non-negative number, it blocks at most 'timeout' seconds and raises
            the Empty exception if no item was available within that time.
            Otherwise ('block' is false), return an item if one is immediately
            available, else raise the Empty exception ('timeout' is ignored
            in that case).""")
    static PyObject get(ThreadState ts, PySimpleQueue self, PyObject block, PyObject timeout) {
        long nanos = Waits.FOREVER;
        if (block != null && !Arguments.toBoolean(ts, block)) {
            nanos = 0;
        } else if (timeout != null && timeout != PySingleton.NONE) {
            double seconds = Arguments.toDouble(ts, timeout);
            if (Double.isNaN(seconds)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            if (seconds > Waits.TIMEOUT_MAX) {
                throw Errors.overflowError("timeout value is too large");
            }
            if (seconds < 0) {
                throw Errors.valueError("'timeout' must be a non-negative number");
            }
            nanos = (long) Math.ceil(seconds * 1e9);
        }
        if (!Waits.await(ts, self, nanos)) {
            throw Errors.withArgs(QueueModule.EMPTY);
        }
        return self.takePromised();
    }

    @Builtin(value = "get_nowait(self, /)", doc = """
            Remove and return an item from the queue without blocking.

            Only get an item if one is immediately available. Otherwise
            raise the Empty exception.""")
    static PyObject getNoWait(ThreadState ts, PySimpleQueue self) {
        if (!Waits.await(ts, self, 0)) {
            throw Errors.withArgs(QueueModule.EMPTY);
        }
        return self.takePromised();
    }

    @Builtin(value = "empty(self, /)", doc = "Return True if the queue is empty, False otherwise (not reliable!).")
    static boolean empty(PySimpleQueue self) {
        return self.size() == 0;
    }

    @Builtin(value = "qsize(self, /)", doc = "Return the approximate size of the queue (not reliable!).")
    static int size(PySimpleQueue self) {
        return self.size();
    }

    @Builtin(value = "__class_getitem__(type, object, /)", doc = "See PEP 585", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType type, PyObject item) {
        return TypeChecks.genericAlias(type, item);
    }
}
