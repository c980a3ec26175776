package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _codecs_kr}: the codecs euc_kr, cp949, johab. */
@BuiltinModule("_codecs_kr")
public final class CodecsKrModule {
    private CodecsKrModule() {}

    @Builtin(value = "getcodec(encoding, /)", doc = "Return the codec of an encoding.")
    static PyObject codec(PyObject encoding) {
        return MultibyteModule.codec(encoding, "euc_kr cp949 johab");
    }
}
