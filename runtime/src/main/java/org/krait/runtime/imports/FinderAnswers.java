package org.krait.runtime.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.krait.objects.Interp;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;

/**
 * What finders of the program have answered for the modules of units that were about to be bound. When these are
 * executed instead, the finders are not asked again, as long as the module is imported for which they were asked.
 */
final class FinderAnswers {
    /** The module that is imported. */
    private final String asked;
    private final Archives archives;
    private final Archive archive;
    /** Specs, counted, or null, by the names of modules; those of finders behind the others apart. */
    private final Map<String, PyObject> before = new HashMap<>();
    private final Map<String, PyObject> behind = new HashMap<>();

    FinderAnswers(String asked, Archives archives, Archive archive) {
        this.asked = asked;
        this.archives = archives;
        this.archive = archive;
    }

    /**
     * Asks the finders that a program has put before those of the start for each module of the units, as executing
     * them would, and those behind for the modules that were missing. Gives the reason why the units cannot be bound
     * when one has a module: that is another one than the units'.
     */
    String whyNot(ThreadState ts, HeapModules units, BindOrder order, List<Integer> wanted) throws ArchiveException {
        HashSet<String> known = new HashSet<>();
        known.add(asked);
        for (int i = 0; i < order.size(); i++) {
            String name = order.name(i);
            boolean isNew = known.add(name) && ts.interp.modules.get(name) == null;
            if (isNew && finds(ts, name, parentPath(ts, name), false)) {
                if (order.unit(i) >= 0) {
                    units.refuse(order.unit(i));
                }
                return "a finder of the program has module ".concat(name);
            }
        }
        for (int unit : wanted) {
            for (String name : units.description(unit).conditions().missing()) {
                PyObject path = parentPath(ts, name);
                if (finds(ts, name, path, false) || finds(ts, name, path, true)) {
                    units.refuse(unit);
                    return "there was no module ".concat(name);
                }
            }
        }
        return null;
    }

    /** The path of a module's package, which may not be bound yet; null for a module at the top. */
    private PyObject parentPath(ThreadState ts, String name) throws ArchiveException {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return null;
        }
        String parent = name.substring(0, dot);
        if (ts.interp.modules.get(parent) instanceof PyModule m) {
            return m.dict.get(Imports.PATH);
        }
        Archive.Entry entry = archive.find(parent);
        String file = entry == null ? "" : archives.path(entry.source());
        return PyList.of(PyStr.of(file.substring(0, Math.max(0, file.lastIndexOf('/')))));
    }

    /** Whether a finder has a module. */
    private boolean finds(ThreadState ts, String name, PyObject path, boolean areBehind) {
        if (!ForeignFinders.exist(ts.interp, areBehind)) {
            return false;
        }
        PyObject spec = ForeignFinders.ask(ts, PyStr.interned(name), path, areBehind);
        Refs.xincRef(spec);
        Refs.xdecRef((areBehind ? behind : before).put(name, spec));
        return spec != null;
    }

    /** Keeps them for the execution of the modules. */
    void keep(Interp interp) {
        FinderAnswers outer = of(interp);
        if (outer == null) {
            interp.natives.put(ForeignFinders.class, this);
        } else {
            outer.before.putAll(before);
            outer.behind.putAll(behind);
        }
    }

    private static FinderAnswers of(Interp interp) {
        return (FinderAnswers) interp.natives.get(ForeignFinders.class);
    }

    /** Whether there is an answer for a module that nobody has taken. */
    static boolean has(Interp interp, String name, boolean areBehind) {
        FinderAnswers kept = of(interp);
        return kept != null && (areBehind ? kept.behind : kept.before).containsKey(name);
    }

    /** Takes the answer for a module: a spec, or null for none. */
    static PyObject take(Interp interp, String name, boolean areBehind) {
        FinderAnswers kept = of(interp);
        PyObject spec = (areBehind ? kept.behind : kept.before).remove(name);
        Refs.xrelease(spec);
        return spec;
    }

    /** Drops what is kept when the module has been imported for which it was asked. */
    void imported(Interp interp, String name) {
        if (asked.equals(name)) {
            interp.natives.remove(ForeignFinders.class);
            drop();
        }
    }

    /** Drops them: the modules come out of the heap. */
    void drop() {
        drop(before);
        drop(behind);
    }

    private static void drop(Map<String, PyObject> specs) {
        for (PyObject spec : specs.values()) {
            Refs.xdecRef(spec);
        }
    }
}
