package org.krait.runtime.pickle;

import org.krait.objects.PyBuffer;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.builtins.Bytes;

/** The module {@code _pickle}. */
@BuiltinModule(value = "_pickle", doc = "Optimized C implementation for the Python pickle module.")
public final class PickleModule {
    private PickleModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("PickleBuffer", PickleTypes.BUFFER);
        namespace.put("PickleError", PickleTypes.ERROR);
        namespace.put("PicklingError", PickleTypes.PICKLING_ERROR);
        namespace.put("UnpicklingError", PickleTypes.UNPICKLING_ERROR);
        namespace.put("Pickler", PickleTypes.PICKLER);
        namespace.put("Unpickler", PickleTypes.UNPICKLER);
    }

    @Builtin(
            value = "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Write a pickled representation of obj to the open file object file.\n\nThis is equivalent to "
                    + "``Pickler(file, protocol).dump(obj)``, but may be more\nefficient.")
    static void dump(ThreadState ts, PyObject obj, PyObject file, PyObject protocol, boolean fixImports,
            PyObject bufferCallback) {
        PyPickler pickler = new PyPickler(PickleTypes.PICKLER);
        pickler.init(ts, file, protocol, fixImports, bufferCallback);
        try {
            new Saver(ts, pickler).dump(obj);
        } finally {
            pickler.clearMemo();
            Refs.drop(pickler);
        }
    }

    @Builtin(
            value = "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Return the pickled representation of the object as a bytes object.")
    static PyObject dumps(ThreadState ts, PyObject obj, PyObject protocol, boolean fixImports,
            PyObject bufferCallback) {
        PyPickler pickler = new PyPickler(PickleTypes.PICKLER);
        pickler.init(ts, null, protocol, fixImports, bufferCallback);
        try {
            return new Saver(ts, pickler).dump(obj);
        } finally {
            pickler.clearMemo();
            Refs.drop(pickler);
        }
    }

    @Builtin(
            value = "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            doc = "Read and return an object from the pickle data stored in a file.\n\nThis is equivalent to "
                    + "``Unpickler(file).load()``, but may be more efficient.")
    static PyObject load(ThreadState ts, PyObject file, boolean fixImports, PyObject encoding, PyObject errors,
            PyObject buffers) {
        PyUnpickler unpickler = new PyUnpickler(PickleTypes.UNPICKLER);
        unpickler.setFile(ts, file);
        return load(ts, unpickler, fixImports, encoding, errors, buffers);
    }

    @Builtin(
            value = "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            doc = "Read and return an object from the given pickle data.")
    static PyObject loads(ThreadState ts, PyObject data, boolean fixImports, PyObject encoding, PyObject errors,
            PyObject buffers) {
        PyUnpickler unpickler = new PyUnpickler(PickleTypes.UNPICKLER);
        PyBuffer buffer = Bytes.buffer(ts, data);
        try {
            unpickler.input = new PickleInput(buffer.array, buffer.offset, buffer.length);
            return load(ts, unpickler, fixImports, encoding, errors, buffers);
        } finally {
            buffer.release();
        }
    }

    private static PyObject load(ThreadState ts, PyUnpickler unpickler, boolean fixImports, PyObject encoding,
            PyObject errors, PyObject buffers) {
        unpickler.init(ts, fixImports, encoding, errors, buffers);
        PyObject result;
        try {
            result = new Loader(ts, unpickler).load();
            Refs.incRef(result);
        } finally {
            unpickler.clearMemo();
            Refs.drop(unpickler);
        }
        Refs.release(result);
        return result;
    }
}
