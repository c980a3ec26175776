package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.krait.objects.PyType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;

/** A Python class as other languages see it: a meta object, which makes instances when it is called. */
@ExportLibrary(InteropLibrary.class)
final class PythonType extends PythonValue {
    PythonType(KraitContext context, PyType value) {
        super(context, value);
    }

    @ExportMessage
    boolean isMetaObject() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaSimpleName() {
        return ((PyType) value).name();
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaQualifiedName() {
        return context.run(ts -> {
            String module = Texts.str(ts, Attributes.get(ts, value, "__module__")).toString();
            String name = ((PyType) value).qualifiedName().toString();
            return module.equals("builtins") ? name : module + "." + name;
        });
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMetaInstance(Object instance) {
        return context.run(ts -> TypeChecks.isInstance(ts, Conversion.toPython(instance), value));
    }
}
