package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.runtime.Iteration;

/** The names of {@code __main__}: what {@code getBindings} gives. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class MainScope implements TruffleObject {
    final KraitContext context;

    MainScope(KraitContext context) {
        this.context = context;
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return KraitLanguage.class;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    Object toDisplayString(boolean allowSideEffects) {
        return "__main__";
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(boolean includeInternal) {
        return context.run(ts -> Conversion.toHost(context, Iteration.toList(ts, context.mainNames())));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String name) {
        return context.run(ts -> context.mainNames().get(name) != null);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String name) throws UnknownIdentifierException {
        Object found = context.run(ts -> {
            PyObject value = context.mainNames().get(name);
            return value == null ? null : Conversion.toHost(context, value);
        });
        if (found == null) {
            throw UnknownIdentifierException.create(name);
        }
        return found;
    }

    @ExportMessage
    boolean isMemberModifiable(String name) {
        return isMemberReadable(name);
    }

    @ExportMessage
    boolean isMemberInsertable(String name) {
        return !isMemberReadable(name);
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String name, Object given) {
        context.run(ts -> {
            context.mainNames().put(PyStr.interned(name), Conversion.toPython(given));
            return null;
        });
    }

    @ExportMessage
    boolean isMemberRemovable(String name) {
        return isMemberReadable(name);
    }

    @ExportMessage
    @TruffleBoundary
    void removeMember(String name) throws UnknownIdentifierException {
        if (!context.run(ts -> context.mainNames().remove(PyStr.interned(name)))) {
            throw UnknownIdentifierException.create(name);
        }
    }
}
