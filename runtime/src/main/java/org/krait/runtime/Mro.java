package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;
import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Method resolution orders: the C3 merge and the {@code mro()} methods of metaclasses. */
final class Mro {
    private Mro() {}

    /** What the metaclass's {@code mro()} answers for a class whose bases are set. */
    static PyType[] of(ThreadState ts, PyType type) {
        if (type.type == PyType.TYPE) {
            return c3(type);
        }
        PyObject method = type.type.lookup(PyStr.interned("mro"));
        if (method instanceof PyBuiltin b && b.owner == PyType.TYPE) {
            return c3(type);
        }
        PyObject answer = HeapSlots.invoke(ts, method, type);
        try {
            return checked(ts, type, answer);
        } finally {
            Refs.drop(answer);
        }
    }

    private static PyType[] checked(ThreadState ts, PyType type, PyObject answer) {
        PyObject[] items = Iteration.toArray(ts, answer);
        PyType[] mro = new PyType[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyType t)) {
                throw Errors.typeError("mro() returned a non-class ('" + items[i].type.name() + "')");
            }
            if (!Layouts.solidBase(type).isSubtypeOf(Layouts.solidBase(t))) {
                throw Errors.typeError("mro() returned base with unsuitable layout ('" + t.name() + "')");
            }
            mro[i] = t;
        }
        return mro;
    }

    /** The C3 linearization of the class's bases, the class first. */
    static PyType[] c3(PyType type) {
        PyTuple bases = type.bases();
        if (bases.size() == 1 && bases.item(0) instanceof PyType only && !TypeBuilder.isIncomplete(only)) {
            PyType[] mro = new PyType[only.mro.length + 1];
            mro[0] = type;
            System.arraycopy(only.mro, 0, mro, 1, only.mro.length);
            return mro;
        }
        for (int i = 0; i < bases.size(); i++) {
            for (int j = i + 1; j < bases.size(); j++) {
                if (bases.item(i) == bases.item(j)) {
                    throw Errors.typeError("duplicate base class " + ((PyType) bases.item(i)).name());
                }
            }
        }
        List<List<PyType>> sequences = new ArrayList<>();
        for (PyObject base : bases.items) {
            PyType t = (PyType) base;
            if (TypeBuilder.isIncomplete(t)) {
                throw Errors.typeError("Cannot extend an incomplete type '" + t.name() + "'");
            }
            sequences.add(new ArrayList<>(List.of(t.mro)));
        }
        List<PyType> declared = new ArrayList<>();
        for (PyObject base : bases.items) {
            declared.add((PyType) base);
        }
        sequences.add(declared);
        List<PyType> result = new ArrayList<>();
        result.add(type);
        while (true) {
            boolean empty = true;
            PyType next = null;
            for (List<PyType> sequence : sequences) {
                if (sequence.isEmpty()) {
                    continue;
                }
                empty = false;
                if (!inTail(sequences, sequence.get(0))) {
                    next = sequence.get(0);
                    break;
                }
            }
            if (empty) {
                return result.toArray(new PyType[0]);
            }
            if (next == null) {
                throw inconsistent(sequences);
            }
            result.add(next);
            for (List<PyType> sequence : sequences) {
                if (!sequence.isEmpty() && sequence.get(0) == next) {
                    sequence.remove(0);
                }
            }
        }
    }

    private static boolean inTail(List<List<PyType>> sequences, PyType candidate) {
        for (List<PyType> sequence : sequences) {
            if (sequence.indexOf(candidate) > 0) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException inconsistent(List<List<PyType>> sequences) {
        List<PyType> heads = new ArrayList<>();
        for (List<PyType> sequence : sequences) {
            if (!sequence.isEmpty() && !heads.contains(sequence.get(0))) {
                heads.add(sequence.get(0));
            }
        }
        StringBuilder names = new StringBuilder();
        for (PyType head : heads) {
            names.append(names.isEmpty() ? " " : ", ").append(head.pyName());
        }
        return Errors.typeError("Cannot create a consistent method resolution\norder (MRO) for bases" + names);
    }
}
