package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _codecs_jp}: the codecs shift_jis, cp932, euc_jp. */
@BuiltinModule("_codecs_jp")
public final class CodecsJpModule {
    private CodecsJpModule() {}

    @Builtin(value = "getcodec(encoding, /)", doc = "Return the codec of an encoding.")
    static PyObject codec(PyObject encoding) {
        return MultibyteModule.codec(encoding, "shift_jis cp932 euc_jp");
    }
}
