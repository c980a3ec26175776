package org.krait.language.ast;

import java.util.Map;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.imports.SourceCompiler;

/** The module {@code _ast}. */
@BuiltinModule("_ast")
public final class AstModule {
    private AstModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        for (Map.Entry<String, PyType> e : AstTypes.of(ts).all().entrySet()) {
            module.dict.put(e.getKey(), e.getValue());
        }
        module.dict.put("PyCF_ONLY_AST", PyInt.of(SourceCompiler.ONLY_AST));
        module.dict.put("PyCF_TYPE_COMMENTS", PyInt.of(SourceCompiler.TYPE_COMMENTS));
        module.dict.put("PyCF_ALLOW_TOP_LEVEL_AWAIT", PyInt.of(SourceCompiler.ALLOW_TOP_LEVEL_AWAIT));
    }
}
