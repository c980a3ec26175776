package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.snapshot.Heap;
import org.krait.snapshot.PartKeys;

/** What was changed of one object out of a heap. */
final class ObjectStores {
    /** Of a dict that gets more entries than these nobody is told whether it is as it was. */
    private static final int MAX_KEYS = 256;

    /** The object, or a dict of its attributes. */
    final PyObject target;
    /** Where the object lies, once that was looked for; a null heap for one that is none of a heap's. */
    Heap heap;
    int unit;
    int number;
    /** Whether it is the namespace of a module. */
    boolean isOfModule;
    /** By name, interned, or number of a key, what was there first; null for nothing. */
    private final Map<Object, PyObject> originals = new HashMap<>();
    /** Those of the keys under which the program's own code has stored something. */
    private final Set<Object> ofProgram = new HashSet<>();
    /** Parts that have changed and of which no first value is kept: slots, entries under other keys, subclasses. */
    private final Set<String> others = new HashSet<>();
    /** The keys that a dict had at first; null as long as none of them was taken out. */
    private PyObject[] order;
    /** Whether something has changed of which it cannot be told whether it was undone. */
    private boolean isOther;
    /** Whether the program's own code has done such a change. */
    private boolean isOtherOfProgram;

    ObjectStores(PyObject target) {
        this.target = target;
    }

    /**
     * The object, or the one whose attributes it holds, lies somewhere.
     *
     * @param isDict whether it holds attributes
     * @param isModule whether it is, or is of, a module
     */
    void isAt(Heap of, int atUnit, int atNumber, boolean isDict, boolean isModule) {
        // A dict that is an object itself, as that of a class is, lies where it is as well.
        if (heap == null || isDict) {
            heap = of;
            unit = atUnit;
            number = atNumber;
        }
        isOfModule |= isModule;
    }

    /**
     * The object is about to be changed.
     *
     * @param byProgram whether by the program's own code, not by some that it calls
     */
    void add(Mutations.Kind kind, PyObject key, PyObject value, boolean byProgram) {
        if (kind == Mutations.Kind.CLEAR && target instanceof PyDict d) {
            keepOrder(d);
            for (PyObject k : order(d)) {
                add(Mutations.Kind.DICT, k, null, byProgram);
            }
            return;
        }
        boolean isEntry = kind == Mutations.Kind.DICT && target instanceof PyDict;
        // What a function has beside attributes is told as one.
        boolean isAttribute = kind == Mutations.Kind.ATTRIBUTE && !(target instanceof PyFunction);
        if ((isEntry || isAttribute) && key instanceof PyStr s && s.getClass() == PyStr.class) {
            PyStr name = s.intern();
            if (!originals.containsKey(name)) {
                originals.put(name, ProgramStores.entry(target, name));
            }
            added(name, isEntry && value == null, byProgram);
        } else if (isEntry && key != null && key.getClass() == PyInt.class && ((PyInt) key).fitsLong()) {
            Long number = ((PyInt) key).value;
            if (!originals.containsKey(number)) {
                originals.put(number, ((PyDict) target).get(ThreadState.current(), key));
            }
            added(number, value == null, byProgram);
        } else if (!byProgram && isEntry && key != null) {
            others.add(PartKeys.entry(key));
        } else if (!byProgram && kind == Mutations.Kind.SLOT) {
            others.add(PartKeys.number(((PyInt) key).value));
        } else {
            isOther = true;
            isOtherOfProgram |= byProgram;
        }
        if (originals.size() > MAX_KEYS || others.size() > MAX_KEYS) {
            isOther = true;
            isOtherOfProgram |= byProgram;
        }
    }

    /** The class has got another subclass. */
    void addSubclass() {
        others.add(PartKeys.SUBCLASSES);
    }

    private void added(Object key, boolean isRemoved, boolean byProgram) {
        if (byProgram) {
            ofProgram.add(key);
        }
        if (isRemoved && originals.get(key) != null) {
            keepOrder((PyDict) target);
        }
    }

    /** Whether it counts as changed whatever else happens to it. */
    boolean isOther() {
        return isOther;
    }

    private void keepOrder(PyDict dict) {
        if (order == null) {
            List<PyObject> first = new ArrayList<>();
            for (PyObject key : order(dict)) {
                Object known = key instanceof PyStr name ? name.intern()
                        : key instanceof PyInt n && n.fitsLong() ? (Object) n.value : key;
                if (!originals.containsKey(known) || originals.get(known) != null) {
                    first.add(key);
                }
            }
            order = first.toArray(new PyObject[0]);
        }
    }

    private static PyObject[] order(PyDict dict) {
        List<PyObject> keys = new ArrayList<>();
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            keys.add(dict.keys[i]);
        }
        return keys.toArray(new PyObject[0]);
    }

    private boolean isReordered() {
        PyObject[] now = order == null ? null : order((PyDict) target);
        boolean isSame = order == null || now.length == order.length;
        for (int i = 0; isSame && order != null && i < now.length; i++) {
            isSame = now[i] == order[i] || now[i] instanceof PyStr a && order[i] instanceof PyStr b && a.equalTo(b)
                    || now[i] instanceof PyInt m && order[i] instanceof PyInt n && m.equalTo(n);
        }
        return !isSame;
    }

    boolean knows(PyStr name) {
        return originals.containsKey(name);
    }

    PyObject original(PyStr name) {
        return originals.get(name);
    }

    /** Whether the value of a name is another than at first. */
    boolean isChanged(ThreadState ts, PyStr name) {
        return isOther || originals.containsKey(name) && isChanged(ts, (Object) name);
    }

    private boolean isChanged(ThreadState ts, Object key) {
        PyObject now = key instanceof PyStr name ? ProgramStores.entry(target, name)
                : ((PyDict) target).get(ts, PyInt.of((Long) key));
        return now != originals.get(key);
    }

    /**
     * The parts that are not as they were, as {@link PartKeys} names them.
     *
     * @param ofProgramAlone whether only those count that the program's own code has changed
     */
    List<String> changedParts(ThreadState ts, boolean ofProgramAlone) {
        List<String> parts = new ArrayList<>();
        if (ofProgramAlone ? isOtherOfProgram : isOther) {
            parts.add(PartKeys.ALL);
            return parts;
        }
        Set<Object> keys = ofProgramAlone ? ofProgram : originals.keySet();
        if (!keys.isEmpty() && isReordered()) {
            parts.add(PartKeys.ORDER);
        }
        for (Object key : keys) {
            if (isChanged(ts, key)) {
                parts.add(keyOf(key));
            }
        }
        if (!ofProgramAlone) {
            parts.addAll(others);
        }
        return parts;
    }

    private static String keyOf(Object key) {
        return key instanceof PyStr name ? PartKeys.name(name.toString()) : PartKeys.number((Long) key);
    }
}
