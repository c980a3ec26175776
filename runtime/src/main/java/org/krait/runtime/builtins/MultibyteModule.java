package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _multibytecodec}. */
@BuiltinModule("_multibytecodec")
public final class MultibyteModule {
    private MultibyteModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("MultibyteIncrementalEncoder", PyMultibyteStream.ENCODER_TYPE);
        module.dict.put("MultibyteIncrementalDecoder", PyMultibyteStream.DECODER_TYPE);
        module.dict.put("MultibyteStreamReader", PyMultibyteStream.READER_TYPE);
        module.dict.put("MultibyteStreamWriter", PyMultibyteStream.WRITER_TYPE);
    }

    /** The codec of an encoding that is one of some names, separated by blanks. */
    static PyObject codec(PyObject encoding, String names) {
        if (!(encoding instanceof PyStr name)) {
            throw Errors.typeError("encoding name must be a string.");
        }
        String wanted = name.toString();
        for (String known : names.split(" ")) {
            if (known.equals(wanted)) {
                return new PyMultibyteCodec(MultibyteCharset.of(known));
            }
        }
        throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "no such codec is supported.");
    }
}
