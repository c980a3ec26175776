package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.util.Map;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.ObjectMethods;
import org.krait.runtime.builtins.Protocol;

/** The methods of {@code select.poll}. */
@BuiltinType(base = ObjectMethods.class)
public final class PollMethods {
    private PollMethods() {}

    private static int mask(ThreadState ts, PyObject o, int fallback) {
        if (o == null) {
            return fallback;
        }
        long n = Arguments.toLong(ts, o);
        if (n < 0) {
            throw Errors.valueError("value must be positive");
        }
        if (n > 0xffff) {
            throw Errors.overflowError("Python int too large for C unsigned short");
        }
        return (int) n;
    }

    @Builtin(value = "register(self, fd, eventmask=7, /)", doc = "Register a file descriptor with the polling object.")
    static void register(ThreadState ts, PyPoll self, PyObject fd, PyObject mask) {
        int number = DescriptorFunctions.number(ts, fd);
        self.events.put(number, mask(ts, mask, 7));
    }

    @Builtin(value = "modify(self, fd, eventmask, /)", doc = "Modify an already registered file descriptor.")
    static void modify(ThreadState ts, PyPoll self, PyObject fd, PyObject mask) {
        int number = DescriptorFunctions.number(ts, fd);
        int events = mask(ts, mask, 0);
        if (!self.events.containsKey(number)) {
            throw Errno.error(OsErrors.ENOENT);
        }
        self.events.put(number, events);
    }

    @Builtin(value = "unregister(self, fd, /)", doc = "Remove a file descriptor being tracked by the polling object.")
    static void unregister(ThreadState ts, PyPoll self, PyObject fd) {
        int number = DescriptorFunctions.number(ts, fd);
        if (self.events.remove(number) == null) {
            throw Errors.keyError(PyInt.of(number));
        }
    }

    /** Nanoseconds of a timeout in milliseconds; negative for no limit. */
    static long timeout(ThreadState ts, PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return -1;
        }
        if (o instanceof PyFloat f) {
            return f.value < 0 ? -1 : (long) Math.ceil(f.value * 1e6);
        }
        if (!Protocol.isIndex(o)) {
            throw Errors.typeError("timeout must be an integer or None");
        }
        long millis = Arguments.toLong(ts, o);
        if (millis > Integer.MAX_VALUE) {
            throw Errors.overflowError("timeout is too large");
        }
        return millis < 0 ? -1 : millis * 1_000_000;
    }

    @Builtin(value = "poll(self, timeout=None, /)", doc = "Polls the set of registered file descriptors.")
    static PyObject poll(ThreadState ts, PyPoll self, PyObject timeout) {
        long nanos = timeout(ts, timeout);
        if (self.polling) {
            throw Errors.runtimeError("concurrent poll() invocation");
        }
        int count = self.events.size();
        ByteBuffer entries = Libc.memory(Math.max(8, 8 * count));
        int at = 0;
        for (Map.Entry<Integer, Integer> e : self.events.entrySet()) {
            entries.putInt(8 * at, e.getKey());
            entries.putShort(8 * at + 4, e.getValue().shortValue());
            at++;
        }
        self.polling = true;
        try {
            PosixModule.check(SelectModule.poll(ts, entries, count, nanos < 0, System.nanoTime() + nanos), null);
        } finally {
            self.polling = false;
        }
        PyList ready = new PyList();
        for (int i = 0; i < count; i++) {
            int found = entries.getShort(8 * i + 6) & 0xffff;
            if (found != 0) {
                ready.append(PyTuple.of(PyInt.of(entries.getInt(8 * i)), PyInt.of(found)));
            }
        }
        return ready;
    }
}
