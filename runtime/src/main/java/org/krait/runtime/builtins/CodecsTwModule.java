package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _codecs_tw}: the codecs big5, cp950. */
@BuiltinModule("_codecs_tw")
public final class CodecsTwModule {
    private CodecsTwModule() {}

    @Builtin(value = "getcodec(encoding, /)", doc = "Return the codec of an encoding.")
    static PyObject codec(PyObject encoding) {
        return MultibyteModule.codec(encoding, "big5 cp950");
    }
}
