package org.krait.runtime.builtins;

import java.io.PrintStream;
import org.krait.objects.PyStr;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@link PyRawOutput}. */
@BuiltinType(base = ObjectMethods.class)
final class RawOutputMethods {
    private RawOutputMethods() {}

    @Builtin(value = "write(self, text, /)", doc = "Write text.")
    static int write(PyRawOutput self, PyStr text) {
        PrintStream out = self.fd == 1 ? System.out : System.err;
        out.print(text);
        return text.length();
    }

    @Builtin(value = "flush(self, /)", doc = "Flush.")
    static void flush(PyRawOutput self) {
        System.out.flush();
    }
}
