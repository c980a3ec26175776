package org.krait.runtime.builtins;

import java.util.ArrayList;
import org.krait.objects.Equality;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.ThreadState;

/** {@code X | Y} of classes. */
final class Unions {
    private Unions() {}

    /** The union, flattened and without duplicates; NotImplemented when one side cannot be in a union. */
    static PyObject or(ThreadState ts, PyObject left, PyObject right) {
        if (!isUnionable(left) || !isUnionable(right)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        ArrayList<PyObject> members = new ArrayList<>();
        add(ts, members, left);
        add(ts, members, right);
        if (members.size() == 1) {
            return members.get(0);
        }
        return new PyUnion(PyTuple.of(members.toArray(new PyObject[0])));
    }

    private static boolean isUnionable(PyObject o) {
        return o == PySingleton.NONE || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion
                || o.type.name().equals("typing.TypeAliasType");
    }

    private static void add(ThreadState ts, ArrayList<PyObject> members, PyObject o) {
        if (o instanceof PyUnion union) {
            for (PyObject member : union.args.items) {
                add(ts, members, member);
            }
            return;
        }
        PyObject member = o == PySingleton.NONE ? PySingleton.NONE_TYPE : o;
        for (PyObject known : members) {
            if (known == member
                    || known instanceof PyGenericAlias && member instanceof PyGenericAlias
                            && Equality.equal(ts, known, member)) {
                return;
            }
        }
        members.add(member);
    }
}
