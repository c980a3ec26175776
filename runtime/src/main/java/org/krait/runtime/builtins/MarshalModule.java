package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.NativeImports;
import org.krait.snapshot.ByteSink;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;
import org.krait.snapshot.marshal.MarshalWriter;

/** The module {@code marshal}. */
@BuiltinModule(value = "marshal", doc = "This module contains functions that can read and write Python values in a "
        + "binary format.")
final class MarshalModule {

    private MarshalModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("version", PyInt.of(MarshalWriter.VERSION));
    }

    @Builtin(value = "dumps(value, version=4, /)", doc = "Return the bytes object that would be written to a file.")
    static PyObject dumps(ThreadState ts, PyObject value, int version) {
        AuditHooks.raise(ts, "marshal.dumps", value, PyInt.of(version));
        try {
            return new PyBytes(MarshalWriter.write(ts, value, version));
        } catch (MarshalException e) {
            throw toPython(e);
        }
    }

    @Builtin(value = "dump(value, file, version=4, /)", doc = "Write the value on the open file.")
    static PyObject dump(ThreadState ts, PyObject value, PyObject file, int version) {
        return Calls.callMethod(ts, file, PyStr.interned("write"), dumps(ts, value, version));
    }

    @Builtin(value = "loads(bytes, /)", doc = "Convert the bytes-like object to a value.")
    static PyObject loads(ThreadState ts, PyObject bytes) {
        byte[] data = NativeImports.bytes(ts, bytes);
        if (ts.interp.auditHooks != null) {
            AuditHooks.raise(ts, "marshal.loads", new PyBytes(data));
        }
        try {
            return new MarshalReader(ts, data, 0, data.length).read();
        } catch (MarshalException e) {
            throw toPython(e);
        }
    }

    @Builtin(value = "load(file, /)", doc = "Read one value from the open file and return it.")
    static PyObject load(ThreadState ts, PyObject file) {
        AuditHooks.raise(ts, "marshal.load");
        PyObject probe = Calls.callMethod(ts, file, PyStr.interned("read"), PyInt.ZERO);
        if (!(probe instanceof PyBytes)) {
            throw Errors.typeError("file.read() returned not bytes but " + probe.type.name());
        }
        ByteSink data = new ByteSink();
        while (true) {
            byte[] soFar = data.toByteArray();
            try {
                return new MarshalReader(ts, soFar, 0, soFar.length).read();
            } catch (MarshalException e) {
                if (e.kind != MarshalException.Kind.EOF_ERROR || !readMore(ts, file, data, e)) {
                    throw toPython(e);
                }
            }
        }
    }

    /** Reads on, no further than the value needs: by bytes at first, as the stream may hold more values. */
    private static boolean readMore(ThreadState ts, PyObject file, ByteSink data, MarshalException why) {
        PyObject more = Calls.callMethod(ts, file, PyStr.interned("read"),
                PyInt.of(Math.max(1, why.missing)));
        PyBuffer buffer = more.type.slots().buffer(ts, more, 0);
        if (buffer == null) {
            throw Errors.typeError("file.read() returned not bytes but " + more.type.name());
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        data.putAll(bytes);
        return bytes.length > 0;
    }

    private static PyException toPython(MarshalException e) {
        return switch (e.kind) {
            case VALUE_ERROR -> Errors.valueError(e.getMessage());
            case EOF_ERROR -> Errors.of(ExceptionTypes.EOF_ERROR, e.getMessage());
            case TYPE_ERROR -> Errors.typeError(e.getMessage());
        };
    }
}
