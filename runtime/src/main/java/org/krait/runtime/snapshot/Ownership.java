package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * To whom the objects belong that modules have made: to a unit that was written, to a module that is being executed, or
 * to one that cannot be captured.
 */
final class Ownership {
    private final ThreadState ts;
    private final NativeContents contents;
    private final CapturedCode code;
    /** By object, {@code unit << 32 | number}. */
    private final IdentityHashMap<PyObject, Long> places = new IdentityHashMap<>();
    /** By object of a module that cannot be captured, the module. */
    private final IdentityHashMap<PyObject, String> unsound = new IdentityHashMap<>();
    /** By object of the program to which units lead, the place of the first that stands for it. */
    private final IdentityHashMap<PyObject, Long> lent = new IdentityHashMap<>();
    /** Module objects and namespaces of what is being executed or waits to be written. */
    private final IdentityHashMap<PyObject, Running> running = new IdentityHashMap<>();
    /** Objects of native modules that have been written by their names. */
    private final IdentityHashMap<PyObject, Boolean> named = new IdentityHashMap<>();
    /** By module, its unit. */
    private final Map<String, Integer> unitOf = new LinkedHashMap<>();
    /** By unit, its last module. */
    private final List<String> unitNames = new ArrayList<>();

    Ownership(ThreadState ts, NativeContents contents, CapturedCode code) {
        this.ts = ts;
        this.contents = contents;
        this.code = code;
    }

    void begin(Running r) {
        r.unitsBefore = unitNames.size();
        running.put(r.module, r);
        running.put(r.module.dict, r);
    }

    private void end(Running r) {
        running.remove(r.module);
        running.remove(r.module.dict);
    }

    /** The execution of a module has failed: it and those that waited for it are nobody's any more. */
    void forget(Running r) {
        for (Running m : r.group()) {
            end(m);
        }
    }

    /** A unit was written; what is found by its name or lies with the code is no unit's: others would need this one. */
    void own(int unit, List<Running> group, List<PyObject> objects) {
        for (int i = 0; i < objects.size(); i++) {
            PyObject o = objects.get(i);
            if (isOfProgram(o)) {
                lent.putIfAbsent(o, (long) unit << 32 | i);
            } else if (!named.containsKey(o) && !code.has(o)) {
                places.putIfAbsent(o, (long) unit << 32 | i);
                contents.keep(o);
            }
        }
        for (Running m : group) {
            end(m);
            unitOf.put(m.name, unit);
        }
        unitNames.add(group.getLast().name);
    }

    /** How many units were written. */
    int units() {
        return unitNames.size();
    }

    /** Modules cannot be captured: all objects that are theirs alone must not be referred to. */
    void disown(List<Running> group, NativeSymbols symbols) {
        for (Running m : group) {
            end(m);
        }
        for (Running m : group) {
            disown(m.module, m.name, symbols);
        }
    }

    /** What a module has come to hold since its unit was written must not be referred to, either. */
    void disownAdditions(Running m, NativeSymbols symbols) {
        IdentityHashMap<PyObject, Boolean> seen = new IdentityHashMap<>();
        ArrayList<PyObject> todo = new ArrayList<>();
        todo.add(m.module);
        while (!todo.isEmpty()) {
            PyObject o = todo.removeLast();
            if (seen.put(o, Boolean.TRUE) != null || running.containsKey(o) || o instanceof PyStr
                    || symbols.find(o) != null || o == ts.interp.builtins) {
                continue;
            }
            if (!places.containsKey(o)) {
                unsound.putIfAbsent(o, m.name + "'s after_restore functions");
            }
            o.visitReferents(todo::add);
        }
    }

    /** An object that came out of a cache is nobody's, nor are its attributes and the tuples that it consists of. */
    void release(PyObject o) {
        if (unsound.remove(o) != null) {
            PyDict attributes = o.attributes() == null ? null : o.attributes().dict;
            o.visitReferents(part -> {
                if (part == attributes || part.getClass() == PyTuple.class) {
                    release(part);
                }
            });
        }
    }

    void disown(PyModule root, String module, NativeSymbols symbols) {
        disown(root, module, symbols, false);
    }

    /** An object is another's than a module's, with all that it leads to and that is no module's. */
    void disownValue(PyObject value, String owner, NativeSymbols symbols) {
        disown(value, owner, symbols, true);
    }

    private void disown(PyObject root, String module, NativeSymbols symbols, boolean isValue) {
        ArrayList<PyObject> todo = new ArrayList<>();
        todo.add(root);
        while (!todo.isEmpty()) {
            PyObject o = todo.removeLast();
            if (unsound.containsKey(o) || places.containsKey(o) || running.containsKey(o) || o instanceof PyStr
                    || symbols.find(o) != null || o == ts.interp.builtins || isValue && isNobodys(o)) {
                continue;
            }
            unsound.put(o, module);
            contents.keep(o);
            o.visitReferents(todo::add);
            if (o instanceof PyType || o.type.isHeapType()) {
                todo.add(o.type);
            }
        }
    }

    /** A native object was written by its name. */
    void named(PyObject o) {
        named.put(o, Boolean.TRUE);
    }

    /** Unit and number of an object, as {@code unit << 32 | number}; null for one that is no unit's. */
    Long place(PyObject o) {
        return places.get(o);
    }

    /** True for an object that the program has stored. */
    boolean isOfProgram(PyObject o) {
        return ProgramChanges.PROGRAM.equals(unsoundModule(o)) && place(o) == null;
    }

    /** Where an object of the program stands in a unit that leads to it; null for nowhere. */
    Long lent(PyObject o) {
        return lent.get(o);
    }

    Map<PyObject, Long> places() {
        return places;
    }

    /** The module of an object that must not be referred to; null for other objects and what is anybody's. */
    String unsoundModule(PyObject o) {
        String module = unsound.get(o);
        return module == null || isShared(o) ? null : module;
    }

    /** The module that is executed or waits whose object or namespace it is, or null. */
    Running running(PyObject o) {
        return running.get(o);
    }

    /** The module that is executed or waits under a name, perhaps with another object in its place; else null. */
    Running running(String name, PyObject module) {
        Running r = running.get(module);
        if (r == null) {
            for (Running other : running.values()) {
                if (other.name.equals(name)) {
                    return other;
                }
            }
        }
        return r;
    }

    /** The unit of a module; null for none. */
    Integer unit(String module) {
        return unitOf.get(module);
    }

    /** The last module of a unit. */
    String unitName(int unit) {
        return unitNames.get(unit);
    }

    /** The last module of an object's unit; null for an object of none. */
    String unitName(PyObject o) {
        Long place = places.get(o);
        return place == null ? null : unitNames.get((int) (place >>> 32));
    }

    /** True for what is of the code that runs, whoever has it run, and for modules, which are their own. */
    private static boolean isNobodys(PyObject o) {
        if (o.getClass() == PyTuple.class) {
            for (PyObject item : ((PyTuple) o).items) {
                if (!(item instanceof PyStr) && !isShared(item) && !isNobodys(item)) {
                    return false;
                }
            }
            return true;
        }
        return o instanceof CodeObject || o instanceof PyModule || isShared(o);
    }

    /** Values that markers of modules may have met and that are nobody's. */
    private static boolean isShared(PyObject o) {
        if (o instanceof PyBuiltin b) {
            return b.self == null || b.self instanceof PyType t && !t.isHeapType();
        }
        return o instanceof PyType t && !t.isHeapType() || o instanceof PySingleton || o instanceof PyBool
                || o.getClass() == PyInt.class || o.getClass() == PyFloat.class || o.getClass() == PyBytes.class
                || o == PyTuple.EMPTY;
    }

    /** True for a class or module that a module of Python has made, so far as is known. */
    boolean isOfPython(PyObject o) {
        if (places.containsKey(o) || unsound.containsKey(o) || running.containsKey(o)) {
            return true;
        }
        return o instanceof PyType t && t.namespace().get("__module__") instanceof PyStr name
                && ts.interp.modules.get(name.toString()) instanceof PyModule module && running.containsKey(module)
                && module.dict.get(t.pyName()) == t;
    }
}
