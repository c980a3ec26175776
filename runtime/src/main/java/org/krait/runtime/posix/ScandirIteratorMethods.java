package org.krait.runtime.posix;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;
import org.krait.runtime.UnraisableHook;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of the iterator of {@code os.scandir}. */
@BuiltinType(base = ObjectMethods.class)
public final class ScandirIteratorMethods {
    private ScandirIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyObject self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyScandirIterator self) {
        if (self.entries == null || !self.entries.hasNext()) {
            self.entries = null;
            return null;
        }
        return new PyDirEntry(ts, self.folder, self.entries.next());
    }

    @Builtin("__del__(self, /)")
    static void finalize(ThreadState ts, PyScandirIterator self) {
        if (self.entries != null) {
            self.entries = null;
            try {
                Warnings.warn(ts, ExceptionTypes.RESOURCE_WARNING, "unclosed scandir iterator " + Texts.repr(ts, self));
            } catch (PyException e) {
                if (e.is(ExceptionTypes.WARNING)) {
                    UnraisableHook.report(ts, e, null, self);
                }
            }
        }
    }

    @Builtin("__enter__(self, /)")
    static PyObject enter(PyObject self) {
        return self;
    }

    @Builtin("__exit__(self, /, *args)")
    static void exit(PyScandirIterator self, PyObject[] args) {
        self.entries = null;
    }

    @Builtin(value = "close(self, /)", doc = "Close the iterator and free acquired resources.")
    static void close(PyScandirIterator self) {
        self.entries = null;
    }
}
