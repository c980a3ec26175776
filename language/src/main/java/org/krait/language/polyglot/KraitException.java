package org.krait.language.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** A Python exception on its way out of the language; its members are those of the Python object. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "exception")
final class KraitException extends AbstractTruffleException {
    private static final long serialVersionUID = 1L;

    final transient PythonValue exception;
    private final ExceptionType kind;
    private final int exitStatus;
    private final transient SourceSection section;
    private final boolean incomplete;

    private KraitException(String message, PythonValue exception, ExceptionType kind, int exitStatus, Node location,
            SourceSection section, boolean incomplete) {
        super(message, null, UNLIMITED_STACK_TRACE, location);
        this.exception = exception;
        this.kind = kind;
        this.exitStatus = exitStatus;
        this.section = section;
        this.incomplete = incomplete;
    }

    /** An exception of running code. */
    static KraitException of(KraitContext context, ThreadState ts, PyException e, Node location) {
        PyBaseException value = e.value;
        ExceptionType kind = ExceptionType.RUNTIME_ERROR;
        int exitStatus = 0;
        if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
            kind = ExceptionType.EXIT;
            PyObject code = value.extra(0);
            exitStatus = code == null || code == PySingleton.NONE ? 0
                    : code instanceof PyInt i ? i.fitsLong() ? (int) i.value : -1 : 1;
        } else if (e.is(ExceptionTypes.KEYBOARD_INTERRUPT)) {
            kind = ExceptionType.INTERRUPT;
        }
        SourceSection section = location == null ? null : location.getEncapsulatingSourceSection();
        return new KraitException(message(ts, value), new PythonValue(context, value), kind, exitStatus, location,
                section, false);
    }

    /** A SyntaxError of a source that is being parsed; {@code incomplete} when more lines could mend it. */
    static KraitException ofParsing(KraitContext context, ThreadState ts, PyException e, SourceSection section,
            boolean incomplete) {
        return new KraitException(message(ts, e.value), new PythonValue(context, e.value), ExceptionType.PARSE_ERROR,
                0, null, section, incomplete);
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
        return incomplete;
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

    @ExportMessage
    boolean hasSourceLocation() {
        return section != null;
    }

    @ExportMessage
    SourceSection getSourceLocation() throws UnsupportedMessageException {
        if (section == null) {
            throw UnsupportedMessageException.create();
        }
        return section;
    }
}
