package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Equality;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** When two code objects are equal: everything but the file name, with constants of the same types. */
final class CodeEquality {
    private CodeEquality() {}

    static boolean same(ThreadState ts, CodeObject a, CodeObject b) {
        if (a == b) {
            return true;
        }
        a.load();
        b.load();
        return a.name.equalTo(b.name) && a.argCount == b.argCount && a.positionalOnlyCount == b.positionalOnlyCount
                && a.keywordOnlyCount == b.keywordOnlyCount && a.flags == b.flags && a.firstLine == b.firstLine
                && Arrays.equals(a.code, b.code) && Arrays.equals(a.exceptionTable, b.exceptionTable)
                && Arrays.equals(a.positions, b.positions) && Arrays.equals(a.variableKinds, b.variableKinds)
                && sameItems(ts, a.names, b.names) && sameItems(ts, a.variables, b.variables)
                && sameItems(ts, a.constants, b.constants);
    }

    private static boolean sameItems(ThreadState ts, PyObject[] a, PyObject[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (!sameConstant(ts, a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameConstant(ThreadState ts, PyObject a, PyObject b) {
        if (a == b) {
            return true;
        }
        if (a.type != b.type) {
            return false;
        }
        if (a instanceof PyTuple x && b instanceof PyTuple y) {
            return sameItems(ts, x.items, y.items);
        }
        if (a instanceof PyFloat x && b instanceof PyFloat y) {
            return Double.doubleToRawLongBits(x.value) == Double.doubleToRawLongBits(y.value);
        }
        if (a instanceof PyComplex x && b instanceof PyComplex y) {
            return Double.doubleToRawLongBits(x.real) == Double.doubleToRawLongBits(y.real)
                    && Double.doubleToRawLongBits(x.imag) == Double.doubleToRawLongBits(y.imag);
        }
        return Equality.equal(ts, a, b);
    }
}
