package org.krait.language.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** A Python exception on its way out of the language; its members are those of the Python object. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "exception")
final class KraitException extends AbstractTruffleException {
    private static final long serialVersionUID = 1L;

    final transient PythonValue exception;
    private final ExceptionType kind;
    private final int exitStatus;

    private KraitException(String message, Throwable cause, PythonValue exception, ExceptionType kind, int exitStatus) {
        super(message, cause, UNLIMITED_STACK_TRACE, null);
        this.exception = exception;
        this.kind = kind;
        this.exitStatus = exitStatus;
    }

    static KraitException of(KraitContext context, ThreadState ts, PyException e) {
        PyBaseException value = e.value;
        Refs.incRef(value);
        ExceptionType kind = ExceptionType.RUNTIME_ERROR;
        int exitStatus = 0;
        if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
            kind = ExceptionType.EXIT;
            PyObject code = value.extra(0);
            exitStatus = code == null || code == PySingleton.NONE ? 0 : code instanceof PyInt i ? (int) i.value : 1;
        } else if (e.is(ExceptionTypes.KEYBOARD_INTERRUPT)) {
            kind = ExceptionType.INTERRUPT;
        } else if (e.is(ExceptionTypes.SYNTAX_ERROR)) {
            kind = ExceptionType.PARSE_ERROR;
        }
        return new KraitException(message(ts, value), null, new PythonValue(context, value), kind, exitStatus);
    }

    /** The last line of a traceback: the class's name and the text. */
    private static String message(ThreadState ts, PyBaseException value) {
        String text;
        try {
            PyStr own = Texts.str(ts, value);
            text = own.toString();
        } catch (PyException inner) {
            inner.swallow();
            text = "<exception str() failed>";
        }
        String name = value.type.name();
        return text.isEmpty() ? name : name + ": " + text;
    }

    @ExportMessage
    boolean isException() {
        return true;
    }

    @ExportMessage
    RuntimeException throwException() {
        throw this;
    }

    @ExportMessage
    ExceptionType getExceptionType() {
        return kind;
    }

    @ExportMessage
    boolean isExceptionIncompleteSource() {
        return false;
    }

    @ExportMessage
    int getExceptionExitStatus() {
        return exitStatus;
    }

    @ExportMessage
    boolean hasExceptionMessage() {
        return true;
    }

    @ExportMessage
    Object getExceptionMessage() {
        return getMessage();
    }
}
