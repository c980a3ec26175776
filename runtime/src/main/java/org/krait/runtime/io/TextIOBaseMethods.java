package org.krait.runtime.io;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code io.TextIOBase}. */
@BuiltinType(
        base = IOBaseMethods.class,
        signature = "()",
        doc = "Base class for text I/O.\n\nThis class provides a character and line "
        + "based interface to stream\nI/O. There is no readinto method because Python's character strings\nare "
        + "immutable.")
public final class TextIOBaseMethods {
    private TextIOBaseMethods() {}

    @Builtin(value = "detach(self, /)", doc = "Separate the underlying buffer from the TextIOBase and return it.\n\n"
            + "After the underlying buffer has been detached, the TextIO is in an unusable state.")
    static PyObject detach(PyObject self) {
        throw Io.unsupported("detach");
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read at most size characters from stream.\n\nRead from underlying"
            + " buffer until we have size characters or we hit EOF.\nIf size is negative or omitted, read until EOF.")
    static PyObject read(PyObject self, PyObject size) {
        throw Io.unsupported("read");
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Read until newline or EOF.\n\nReturn an empty string if EOF "
            + "is hit immediately.\nIf size is specified, at most size characters will be read.")
    static PyObject readLine(PyObject self, PyObject size) {
        throw Io.unsupported("readline");
    }

    @Builtin(value = "write(self, s, /)", doc = "Write string s to stream.\n\nReturn the number of characters written"
            + "\n(which is always equal to the length of the string).")
    static PyObject write(PyObject self, PyObject s) {
        throw Io.unsupported("write");
    }

    @Attribute(value = "encoding", doc = "Encoding of the text stream.\n\nSubclasses should override.")
    static PyObject encoding(PyObject self) {
        return PySingleton.NONE;
    }

    @Attribute(value = "newlines", doc = "Line endings translated so far.\n\nOnly line endings translated during "
            + "reading are considered.\n\nSubclasses should override.")
    static PyObject newlines(PyObject self) {
        return PySingleton.NONE;
    }

    @Attribute(value = "errors", doc = "The error setting of the decoder or encoder.\n\nSubclasses should override.")
    static PyObject errors(PyObject self) {
        return PySingleton.NONE;
    }
}
