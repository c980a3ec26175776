package org.krait.runtime;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** The place of a SyntaxError: file, line and caret. */
final class SyntaxErrorText {
    private SyntaxErrorText() {}

    private static PyObject field(ThreadState ts, PyBaseException e, String name) {
        PyObject value = Attributes.lookup(ts, e, PyStr.interned(name));
        return value == null ? PySingleton.NONE : value;
    }

    private static int number(ThreadState ts, PyBaseException e, String name) {
        return field(ts, e, name) instanceof PyInt i && i.fitsLong() ? (int) i.value : -1;
    }

    static String message(ThreadState ts, PyBaseException e) {
        PyObject message = field(ts, e, "msg");
        return Texts.str(ts, message).toString();
    }

    static void appendPlace(ThreadState ts, PyBaseException e, StringBuilder out) {
        int line = number(ts, e, "lineno");
        if (line < 0) {
            return;
        }
        PyObject file = field(ts, e, "filename");
        out.append("  File \"").append(file == PySingleton.NONE ? "<string>" : Texts.str(ts, file).toString())
                .append("\", line ").append(line).append('\n');
        PyObject source = field(ts, e, "text");
        if (source == PySingleton.NONE) {
            return;
        }
        String raw = Texts.str(ts, source).toString();
        int end = raw.indexOf('\n');
        String text = end < 0 ? raw : raw.substring(0, end);
        String shown = text.stripLeading();
        out.append("    ").append(shown).append('\n');
        int offset = Math.min(number(ts, e, "offset"), text.length() + 1);
        if (offset < 1) {
            return;
        }
        int endOffset = number(ts, e, "end_offset");
        int endLine = number(ts, e, "end_lineno");
        if (endLine >= 0 && endLine != line) {
            endOffset = text.length() + 1;
        } else if (endOffset < 1 || endOffset == offset) {
            endOffset = offset + 1;
        }
        int indent = text.length() - shown.length();
        int start = offset - 1 - indent;
        int stop = Math.min(endOffset - 1, Math.max(text.length(), offset)) - indent;
        if (start < 0) {
            return;
        }
        out.append("    ");
        for (int i = 0; i < start; i++) {
            out.append(i < shown.length() && Character.isWhitespace(shown.charAt(i)) ? shown.charAt(i) : ' ');
        }
        out.append("^".repeat(Math.max(1, stop - start))).append('\n');
    }
}
