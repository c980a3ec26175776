package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;

/** Shows a warning without the module {@code warnings}. */
final class WarningText {
    private WarningText() {}

    static void show(ThreadState ts, PyObject filename, PyObject line, PyObject text, PyObject category) {
        StringBuilder out = new StringBuilder();
        out.append(Texts.str(ts, filename)).append(':').append(Texts.str(ts, line)).append(": ");
        out.append(category instanceof PyType t ? t.pyName() : PyStr.of("Warning")).append(": ");
        out.append(Texts.str(ts, text)).append('\n');
        String source = Tracebacks.sourceLine(filename.toString(), Integer.parseInt(line.toString()));
        if (source != null && !source.isBlank()) {
            out.append("  ").append(source.strip()).append('\n');
        }
        Tracebacks.write(ts, out.toString());
    }
}
