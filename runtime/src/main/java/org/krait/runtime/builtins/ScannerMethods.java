package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _sre.SRE_Scanner}. */
@BuiltinType(base = ObjectMethods.class)
public final class ScannerMethods {
    private ScannerMethods() {}

    @Builtin(value = "match(self, /)", doc = "Matches at the place where the last match ended.")
    static PyObject match(PyScanner self) {
        PyMatch match = self.advance(false);
        return match == null ? PySingleton.NONE : match;
    }

    @Builtin(value = "search(self, /)", doc = "Finds the next match after the last one.")
    static PyObject search(PyScanner self) {
        PyMatch match = self.advance(true);
        return match == null ? PySingleton.NONE : match;
    }

    @Attribute(value = "pattern", member = true)
    static PyObject pattern(PyScanner self) {
        return self.pattern();
    }
}
