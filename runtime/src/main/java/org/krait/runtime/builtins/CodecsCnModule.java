package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _codecs_cn}: the codecs gb2312, gbk, gb18030. */
@BuiltinModule("_codecs_cn")
public final class CodecsCnModule {
    private CodecsCnModule() {}

    @Builtin(value = "getcodec(encoding, /)", doc = "Return the codec of an encoding.")
    static PyObject codec(PyObject encoding) {
        return MultibyteModule.codec(encoding, "gb2312 gbk gb18030");
    }
}
