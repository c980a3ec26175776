package org.krait.objects;

/** The builtin exception classes, in CPython's hierarchy. */
public final class ExceptionTypes {
    public static final PyType BASE_EXCEPTION = make("BaseException", PyType.OBJECT);
    public static final PyType BASE_EXCEPTION_GROUP = make("BaseExceptionGroup", BASE_EXCEPTION);
    public static final PyType EXCEPTION = make("Exception", BASE_EXCEPTION);
    public static final PyType EXCEPTION_GROUP = PyType.builtinWithBases("ExceptionGroup",
            BASE_EXCEPTION.flags, BASE_EXCEPTION_GROUP, EXCEPTION);
    public static final PyType ARITHMETIC_ERROR = make("ArithmeticError", EXCEPTION);
    public static final PyType FLOATING_POINT_ERROR = make("FloatingPointError", ARITHMETIC_ERROR);
    public static final PyType OVERFLOW_ERROR = make("OverflowError", ARITHMETIC_ERROR);
    public static final PyType ZERO_DIVISION_ERROR = make("ZeroDivisionError", ARITHMETIC_ERROR);
    public static final PyType ASSERTION_ERROR = make("AssertionError", EXCEPTION);
    public static final PyType ATTRIBUTE_ERROR = make("AttributeError", EXCEPTION);
    public static final PyType BUFFER_ERROR = make("BufferError", EXCEPTION);
    public static final PyType EOF_ERROR = make("EOFError", EXCEPTION);
    public static final PyType IMPORT_ERROR = make("ImportError", EXCEPTION);
    public static final PyType MODULE_NOT_FOUND_ERROR = make("ModuleNotFoundError", IMPORT_ERROR);
    public static final PyType LOOKUP_ERROR = make("LookupError", EXCEPTION);
    public static final PyType INDEX_ERROR = make("IndexError", LOOKUP_ERROR);
    public static final PyType KEY_ERROR = make("KeyError", LOOKUP_ERROR);
    public static final PyType MEMORY_ERROR = make("MemoryError", EXCEPTION);
    public static final PyType NAME_ERROR = make("NameError", EXCEPTION);
    public static final PyType UNBOUND_LOCAL_ERROR = make("UnboundLocalError", NAME_ERROR);
    public static final PyType OS_ERROR = make("OSError", EXCEPTION);
    public static final PyType BLOCKING_IO_ERROR = make("BlockingIOError", OS_ERROR);
    public static final PyType CHILD_PROCESS_ERROR = make("ChildProcessError", OS_ERROR);
    public static final PyType CONNECTION_ERROR = make("ConnectionError", OS_ERROR);
    public static final PyType BROKEN_PIPE_ERROR = make("BrokenPipeError", CONNECTION_ERROR);
    public static final PyType CONNECTION_ABORTED_ERROR = make("ConnectionAbortedError", CONNECTION_ERROR);
    public static final PyType CONNECTION_REFUSED_ERROR = make("ConnectionRefusedError", CONNECTION_ERROR);
    public static final PyType CONNECTION_RESET_ERROR = make("ConnectionResetError", CONNECTION_ERROR);
    public static final PyType FILE_EXISTS_ERROR = make("FileExistsError", OS_ERROR);
    public static final PyType FILE_NOT_FOUND_ERROR = make("FileNotFoundError", OS_ERROR);
    public static final PyType INTERRUPTED_ERROR = make("InterruptedError", OS_ERROR);
    public static final PyType IS_A_DIRECTORY_ERROR = make("IsADirectoryError", OS_ERROR);
    public static final PyType NOT_A_DIRECTORY_ERROR = make("NotADirectoryError", OS_ERROR);
    public static final PyType PERMISSION_ERROR = make("PermissionError", OS_ERROR);
    public static final PyType PROCESS_LOOKUP_ERROR = make("ProcessLookupError", OS_ERROR);
    public static final PyType TIMEOUT_ERROR = make("TimeoutError", OS_ERROR);
    public static final PyType REFERENCE_ERROR = make("ReferenceError", EXCEPTION);
    public static final PyType RUNTIME_ERROR = make("RuntimeError", EXCEPTION);
    public static final PyType NOT_IMPLEMENTED_ERROR = make("NotImplementedError", RUNTIME_ERROR);
    public static final PyType RECURSION_ERROR = make("RecursionError", RUNTIME_ERROR);
    public static final PyType STOP_ASYNC_ITERATION = make("StopAsyncIteration", EXCEPTION);
    public static final PyType STOP_ITERATION = make("StopIteration", EXCEPTION);
    public static final PyType SYNTAX_ERROR = make("SyntaxError", EXCEPTION);
    public static final PyType INDENTATION_ERROR = make("IndentationError", SYNTAX_ERROR);
    public static final PyType TAB_ERROR = make("TabError", INDENTATION_ERROR);
    public static final PyType SYSTEM_ERROR = make("SystemError", EXCEPTION);
    public static final PyType TYPE_ERROR = make("TypeError", EXCEPTION);
    public static final PyType VALUE_ERROR = make("ValueError", EXCEPTION);
    public static final PyType UNICODE_ERROR = make("UnicodeError", VALUE_ERROR);
    public static final PyType UNICODE_DECODE_ERROR = make("UnicodeDecodeError", UNICODE_ERROR);
    public static final PyType UNICODE_ENCODE_ERROR = make("UnicodeEncodeError", UNICODE_ERROR);
    public static final PyType UNICODE_TRANSLATE_ERROR = make("UnicodeTranslateError", UNICODE_ERROR);
    public static final PyType WARNING = make("Warning", EXCEPTION);
    public static final PyType BYTES_WARNING = make("BytesWarning", WARNING);
    public static final PyType DEPRECATION_WARNING = make("DeprecationWarning", WARNING);
    public static final PyType ENCODING_WARNING = make("EncodingWarning", WARNING);
    public static final PyType FUTURE_WARNING = make("FutureWarning", WARNING);
    public static final PyType IMPORT_WARNING = make("ImportWarning", WARNING);
    public static final PyType PENDING_DEPRECATION_WARNING = make("PendingDeprecationWarning", WARNING);
    public static final PyType RESOURCE_WARNING = make("ResourceWarning", WARNING);
    public static final PyType RUNTIME_WARNING = make("RuntimeWarning", WARNING);
    public static final PyType SYNTAX_WARNING = make("SyntaxWarning", WARNING);
    public static final PyType UNICODE_WARNING = make("UnicodeWarning", WARNING);
    public static final PyType USER_WARNING = make("UserWarning", WARNING);
    public static final PyType GENERATOR_EXIT = make("GeneratorExit", BASE_EXCEPTION);
    public static final PyType KEYBOARD_INTERRUPT = make("KeyboardInterrupt", BASE_EXCEPTION);
    public static final PyType SYSTEM_EXIT = make("SystemExit", BASE_EXCEPTION);

    private ExceptionTypes() {}

    private static PyType make(String name, PyType base) {
        return PyType.builtin(name, base, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
    }

    /** The docstring of a class that has no methods of its own, which would be declared with it; null for others. */
    public static String doc(String name) {
        return switch (name) {
            case "Exception" -> "The base of every exception that does not end the program.";
            case "ArithmeticError" -> "The base of the errors in arithmetic.";
            case "FloatingPointError" -> "An operation with floats failed.";
            case "OverflowError" -> "A result is too big for its type.";
            case "ZeroDivisionError" -> "The divisor, or the right side of a modulo, was zero.";
            case "AssertionError" -> "An assert statement found its condition false.";
            case "BufferError" -> "Something could not be done with a buffer.";
            case "EOFError" -> "Input ended where more was asked for.";
            case "ModuleNotFoundError" -> "There is no module of that name.";
            case "LookupError" -> "The base of the errors of indices and keys.";
            case "IndexError" -> "There is no item at that index of a sequence.";
            case "MemoryError" -> "There is not enough memory.";
            case "UnboundLocalError" -> "A local variable was used before it had a value.";
            case "BlockingIOError" -> "Input or output would have to wait.";
            case "ChildProcessError" -> "Something failed with a child process.";
            case "ConnectionError" -> "The base of the errors of connections.";
            case "BrokenPipeError" -> "The other end of the pipe or socket is closed.";
            case "ConnectionAbortedError" -> "The connection was given up by the peer.";
            case "ConnectionRefusedError" -> "The peer does not accept the connection.";
            case "ConnectionResetError" -> "The connection was reset by the peer.";
            case "FileExistsError" -> "There is a file of that name already.";
            case "FileNotFoundError" -> "There is no such file or folder.";
            case "InterruptedError" -> "A signal interrupted the call.";
            case "IsADirectoryError" -> "A folder was given where a file is needed.";
            case "NotADirectoryError" -> "What was given is not a folder.";
            case "PermissionError" -> "The rights do not suffice.";
            case "ProcessLookupError" -> "There is no such process.";
            case "TimeoutError" -> "The time ran out.";
            case "ReferenceError" -> "A weak proxy was used after the death of what it stood for.";
            case "RuntimeError" -> "An error of no other kind.";
            case "NotImplementedError" -> "A method or function is yet to be written.";
            case "RecursionError" -> "The calls are nested too deeply.";
            case "StopAsyncIteration" -> "The end of an asynchronous iterator, from its __anext__().";
            case "IndentationError" -> "The indentation is wrong.";
            case "TabError" -> "Tabs and spaces are mixed in the indentation.";
            case "SystemError" -> "An error inside the interpreter.";
            case "TypeError" -> "An argument is of the wrong type.";
            case "ValueError" -> "An argument has the right type and the wrong value.";
            case "UnicodeError" -> "The base of the errors of text encodings.";
            case "Warning" -> "The base of all warnings.";
            case "BytesWarning" -> "A warning about bytes and buffers, mostly where they meet text.";
            case "DeprecationWarning" -> "A warning about what is deprecated.";
            case "EncodingWarning" -> "A warning about encodings.";
            case "FutureWarning" -> "A warning about what will change its meaning.";
            case "ImportWarning" -> "A warning about what is likely a mistake in an import.";
            case "PendingDeprecationWarning" -> "A warning about what will be deprecated.";
            case "ResourceWarning" -> "A warning about how resources are used.";
            case "RuntimeWarning" -> "A warning about doubtful behaviour of a running program.";
            case "SyntaxWarning" -> "A warning about doubtful syntax.";
            case "UnicodeWarning" -> "A warning about Unicode.";
            case "UserWarning" -> "A warning from a program's own code.";
            case "GeneratorExit" -> "Asks a generator to end.";
            case "KeyboardInterrupt" -> "The user interrupted the program.";
            default -> null;
        };
    }

    /** All of them, bases first. */
    public static PyType[] all() {
        return new PyType[] {
            BASE_EXCEPTION,
            BASE_EXCEPTION_GROUP,
            EXCEPTION,
            EXCEPTION_GROUP,
            ARITHMETIC_ERROR,
            FLOATING_POINT_ERROR,
            OVERFLOW_ERROR,
            ZERO_DIVISION_ERROR,
            ASSERTION_ERROR,
            ATTRIBUTE_ERROR,
            BUFFER_ERROR,
            EOF_ERROR,
            IMPORT_ERROR,
            MODULE_NOT_FOUND_ERROR,
            LOOKUP_ERROR,
            INDEX_ERROR,
            KEY_ERROR,
            MEMORY_ERROR,
            NAME_ERROR,
            UNBOUND_LOCAL_ERROR,
            OS_ERROR,
            BLOCKING_IO_ERROR,
            CHILD_PROCESS_ERROR,
            CONNECTION_ERROR,
            BROKEN_PIPE_ERROR,
            CONNECTION_ABORTED_ERROR,
            CONNECTION_REFUSED_ERROR,
            CONNECTION_RESET_ERROR,
            FILE_EXISTS_ERROR,
            FILE_NOT_FOUND_ERROR,
            INTERRUPTED_ERROR,
            IS_A_DIRECTORY_ERROR,
            NOT_A_DIRECTORY_ERROR,
            PERMISSION_ERROR,
            PROCESS_LOOKUP_ERROR,
            TIMEOUT_ERROR,
            REFERENCE_ERROR,
            RUNTIME_ERROR,
            NOT_IMPLEMENTED_ERROR,
            RECURSION_ERROR,
            STOP_ASYNC_ITERATION,
            STOP_ITERATION,
            SYNTAX_ERROR,
            INDENTATION_ERROR,
            TAB_ERROR,
            SYSTEM_ERROR,
            TYPE_ERROR,
            VALUE_ERROR,
            UNICODE_ERROR,
            UNICODE_DECODE_ERROR,
            UNICODE_ENCODE_ERROR,
            UNICODE_TRANSLATE_ERROR,
            WARNING,
            BYTES_WARNING,
            DEPRECATION_WARNING,
            ENCODING_WARNING,
            FUTURE_WARNING,
            IMPORT_WARNING,
            PENDING_DEPRECATION_WARNING,
            RESOURCE_WARNING,
            RUNTIME_WARNING,
            SYNTAX_WARNING,
            UNICODE_WARNING,
            USER_WARNING,
            GENERATOR_EXIT,
            KEYBOARD_INTERRUPT,
            SYSTEM_EXIT,
        };
    }
}
