package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.krait.objects.PyCell;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyProperty;
import org.krait.objects.PySet;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.PartKeys;

/**
 * What was looked for in objects of units while a module was executed, by its own code and by what that called: in a
 * process where something else is stored there, executing the module may give something else. What has no watched ways
 * to its content (lists, sets, cells) counts as read as soon as a part that leads to it was.
 */
final class PartReads {
    /** By object, the keys as {@link PartIndex#name} gives them. */
    private final IdentityHashMap<PyObject, Set<String>> parts = new IdentityHashMap<>();
    /** Lists and sets, and what was done with them last. */
    private final IdentityHashMap<PyObject, Use> contents = new IdentityHashMap<>();

    private enum Use { LOADED, ADDED, READ }

    /**
     * A part of an object was looked for.
     *
     * @param key a name, an index or a key; null for all of it
     */
    void add(PyObject target, PyObject key) {
        parts.computeIfAbsent(target, t -> new HashSet<>()).add(PartIndex.name(key));
    }

    /** A list or set was come to; whatever happens with it next is a read of it, unless something is added to it. */
    void loaded(PyObject o) {
        if (o instanceof PyList || o instanceof PySet) {
            contents.merge(o, Use.LOADED, (before, now) -> before == Use.ADDED ? now : Use.READ);
        }
    }

    /** A list is read. */
    void read(PyObject o) {
        contents.put(o, Use.READ);
    }

    /** Whether a list that was come to was read: all but what was only added to. */
    boolean isRead(PyObject o) {
        return contents.containsKey(o) && contents.get(o) != Use.ADDED;
    }

    /** A list or set is changed. */
    void changed(PyObject o, boolean isAddition) {
        if (o instanceof PyList || o instanceof PySet) {
            contents.put(o, isAddition && contents.get(o) == Use.LOADED ? Use.ADDED : Use.READ);
        }
    }

    /** The lists and sets to which something was only added so far. */
    List<PyObject> added() {
        List<PyObject> found = new ArrayList<>();
        contents.forEach((o, use) -> {
            if (use == Use.ADDED) {
                found.add(o);
            }
        });
        return found;
    }

    /** Whether a part of an object, or all of it, is among these. */
    boolean has(PyObject o) {
        return parts.containsKey(o);
    }

    void addAll(PartReads others) {
        others.contents.forEach((o, use) -> contents.merge(o, use, (a, b) -> Use.READ));
        others.parts.forEach((target, keys) -> parts.computeIfAbsent(target, t -> new HashSet<>()).addAll(keys));
    }

    void clear() {
        contents.clear();
        parts.clear();
    }

    /** A part is about to be given another value: what it had led to was read with it. */
    void replaced(ThreadState ts, PyObject target, PyObject key) {
        String name = PartIndex.name(key);
        Set<String> read = parts.get(target);
        if (read != null && (read.contains(name) || read.contains(PartKeys.ALL))) {
            Reached reached = reached();
            visit(ts, target, name, reached::visit);
            reached.found.forEach((o, yes) -> add(o, null));
        }
    }

    private Reached reached() {
        Reached reached = new Reached();
        contents.forEach((o, use) -> {
            if (use == Use.ADDED) {
                reached.seen.put(o, Boolean.TRUE);
            }
        });
        return reached;
    }

    /** Adds what lists, sets and cells the parts that were read lead to. */
    void addReached(ThreadState ts) {
        reachedSoFar(ts).forEach(o -> add(o, null));
    }

    /** The lists, sets and cells to which the parts lead that were read so far. */
    Set<PyObject> reachedSoFar(ThreadState ts) {
        Reached reached = reached();
        for (PyObject target : new ArrayList<>(parts.keySet())) {
            for (String key : new ArrayList<>(parts.get(target))) {
                visit(ts, target, key, reached::visit);
            }
        }
        return reached.found.keySet();
    }

    /** Whether there are lists, sets or cells among the objects. */
    boolean hasContents() {
        for (PyObject o : parts.keySet()) {
            if (Reached.isContent(o)) {
                return true;
            }
        }
        return false;
    }

    /** Visits what a part of an object has. */
    private static void visit(ThreadState ts, PyObject target, String key, PyObject.Visitor visitor) {
        PyInstance attributes = target.attributes();
        PyDict entries = target instanceof PyDict d ? d : attributes == null ? null : attributes.dict;
        if (key.equals(PartKeys.ALL)) {
            target.visitReferents(visitor);
            if (entries != null && entries != target) {
                entries.visitReferents(visitor);
            }
        } else if (PartKeys.isName(key)) {
            visitor.visit(value(target, PyStr.interned(key.substring(1))));
        } else if (PartKeys.isNumber(key)) {
            visitNumber(ts, attributes, entries, Long.parseLong(key.substring(1)), visitor);
        } else {
            for (int i = 0; entries != null && i < entries.fill; i++) {
                if (entries.values[i] != null && PartIndex.name(entries.keys[i]).equals(key)) {
                    visitor.visit(entries.values[i]);
                }
            }
        }
    }

    private static void visitNumber(ThreadState ts, PyInstance attributes, PyDict entries, long number,
            PyObject.Visitor visitor) {
        if (entries != null) {
            visitor.visit(entries.get(ts, PyInt.of(number)));
        }
        if (attributes != null && number >= 0 && number < attributes.type.slotCount) {
            visitor.visit(attributes.field((int) number));
        }
    }

    /** What is under a name; null for nothing. */
    static PyObject value(PyObject target, PyStr name) {
        return target instanceof PyDict d ? d.get(name) : target instanceof PyType t ? t.own(name)
                : target.attributes() == null ? null : target.attributes().attribute(name);
    }

    /** The lists, sets and cells to which values lead. */
    private static final class Reached {
        final IdentityHashMap<PyObject, Boolean> found = new IdentityHashMap<>();
        private final IdentityHashMap<PyObject, Boolean> seen = new IdentityHashMap<>();

        static boolean isContent(PyObject o) {
            return o instanceof PyList || o instanceof PySet || o instanceof PyCell || BuiltinRecords.hasContent(o);
        }

        void visit(PyObject o) {
            if (o == null || seen.put(o, Boolean.TRUE) != null) {
                return;
            }
            if (isContent(o)) {
                found.put(o, Boolean.TRUE);
            }
            if (o instanceof PyList || o instanceof PyTuple || o instanceof PyCell) {
                o.visitReferents(this::visit);
            } else if (o instanceof PyFunction f) {
                visit(f.closure);
                visit(f.defaults());
                if (f.keywordDefaults() != null) {
                    f.keywordDefaults().visitReferents(this::visit);
                }
            } else if (o instanceof PyStaticMethod || o instanceof PyClassMethod || o instanceof PyProperty) {
                o.visitReferents(this::visitFunction);
            }
        }

        private void visitFunction(PyObject o) {
            if (o instanceof PyFunction) {
                visit(o);
            }
        }
    }

    /** Whether a part is among these, by itself or with all of its object. */
    boolean meets(PyObject target, String key) {
        Set<String> keys = parts.get(target);
        return keys != null && (keys.contains(key) || keys.contains(PartKeys.ALL) || key.equals(PartKeys.ALL));
    }

    /** Tells all parts. */
    void visit(BiConsumer<PyObject, String> visitor) {
        parts.forEach((target, keys) -> keys.forEach(key -> visitor.accept(target, key)));
    }
}
