package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Subscripts;

/** The module {@code _collections}. */
@BuiltinModule(value = "_collections", doc = "High performance data structures.\n- deque\n- defaultdict\n- OrderedDict")
final class CollectionsModule {
    private static final PyStr GET = PyStr.interned("get");

    private CollectionsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("deque", ToolTypes.DEQUE);
        namespace.put("defaultdict", ToolTypes.DEFAULT_DICT);
        namespace.put("OrderedDict", ToolTypes.ORDERED_DICT);
        namespace.put("_deque_iterator", ToolTypes.DEQUE_ITERATOR);
        namespace.put("_deque_reverse_iterator", ToolTypes.DEQUE_REVERSE_ITERATOR);
        namespace.put("_tuplegetter", ToolTypes.TUPLE_GETTER);
    }

    @Builtin(
            value = "_count_elements(mapping, iterable, /)",
            doc = "Counts the items of an iterable in a mapping.")
    static void countElements(ThreadState ts, PyObject mapping, PyObject iterable) {
        PyObject iterator = Iteration.iter(ts, iterable);
        Refs.incRef(iterator);
        PyObject get = null;
        try {
            boolean plain = mapping instanceof PyDict
                    && mapping.type.lookup(GET) == PyDict.TYPE.lookup(GET)
                    && mapping.type.special(Special.SETITEM) == PyDict.TYPE.special(Special.SETITEM);
            get = plain ? null : Attributes.get(ts, mapping, GET);
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                if (plain) {
                    count(ts, (PyDict) mapping, item);
                } else {
                    PyObject old = Calls.call(ts, get, item, PyInt.ZERO);
                    Subscripts.set(ts, mapping, item, Arithmetic.add(ts, old, PyInt.ONE));
                }
                Refs.drop(item);
            }
        } finally {
            Refs.xdrop(get);
            Refs.decRef(iterator);
        }
    }

    private static void count(ThreadState ts, PyDict mapping, PyObject item) {
        long hash = Equality.hash(ts, item);
        int entry = mapping.indexOf(ts, item, hash);
        if (entry < 0) {
            mapping.insertNew(item, hash, PyInt.ONE);
        } else {
            PyObject old = mapping.values[entry];
            if (old.getClass() == PyInt.class) {
                mapping.replace(entry, Arithmetic.add(ts, old, PyInt.ONE));
            } else {
                mapping.put(ts, item, hash, Arithmetic.add(ts, old, PyInt.ONE));
            }
        }
    }
}
