package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;

/**
 * Hashes and identities that programs keep: each process makes them anew, out of the same objects, since both differ
 * from process to process.
 */
final class Numbers {
    /** Below, numbers are shared by all who use them. */
    private static final int MIN = 1 << 16;

    private final IdentityHashMap<PyObject, Origin> origins = new IdentityHashMap<>();

    private record Origin(PyObject function, PyObject argument) {}

    /** A function has answered a number that only this process has. */
    void made(PyObject function, PyObject argument, PyObject number) {
        if (number instanceof PyInt i && (!i.fitsLong() || Math.abs(i.value) >= MIN) && !(argument instanceof PyInt)) {
            if (argument instanceof PyTuple || argument instanceof PyStr || argument instanceof PyBytes
                    || argument instanceof PySet || argument instanceof PyRange || argument instanceof PyFloat
                    || argument instanceof PyComplex) {
                // Made for this call alone, as a rule.
                Refs.incRef(argument);
            }
            origins.put(number, new Origin(function, argument));
        }
    }

    boolean isRemade(PyObject o) {
        return origins.containsKey(o);
    }

    /** Writes the record of such a number; false for all other objects. */
    boolean write(PyObject o, HeapSink sink) {
        Origin origin = origins.get(o);
        if (origin == null) {
            return false;
        }
        if (Refs.isDestroyed(origin.argument)) {
            throw new HeapWriter.UnsoundException("holds the hash or identity of an object that is gone");
        }
        BuiltinRecords.called(sink, origin.function, origin.argument);
        return true;
    }
}
