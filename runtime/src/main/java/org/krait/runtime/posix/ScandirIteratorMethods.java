package org.krait.runtime.posix;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
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
