package org.krait.runtime.snapshot;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.krait.objects.Interp;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;

/**
 * The names that were looked up in namespaces while a module was executed, by its own code and by what that called: in
 * a process where a program has put something else under one of them, executing the module gives something else.
 */
final class Reads {
    private static final String PATH = "__path__";

    private final IdentityHashMap<PyObject, Set<PyStr>> names = new IdentityHashMap<>();

    void add(PyObject namespace, PyStr name) {
        names.computeIfAbsent(namespace, n -> Collections.newSetFromMap(new IdentityHashMap<>())).add(name.intern());
    }

    boolean has(PyObject namespace, PyStr name) {
        return names.containsKey(namespace) && names.get(namespace).contains(name.intern());
    }

    void addAll(Reads others) {
        others.names.forEach((namespace, read) -> read.forEach(name -> add(namespace, name)));
    }

    /** Tells all names. */
    void visit(BiConsumer<PyObject, PyStr> visitor) {
        names.forEach((namespace, read) -> read.forEach(name -> visitor.accept(namespace, name)));
    }

    /**
     * Adds the names that were read in the namespaces of modules, by module.
     *
     * @param own modules that are left out
     * @param compared reads that are left out: their values are compared
     */
    void addTo(Map<String, Set<String>> byModule, Interp interp, Set<String> own,
            List<StoredRead> compared) {
        PyDict modules = interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            String module = modules.keys[i].toString();
            Set<PyStr> read = modules.values[i] instanceof PyModule m && m.dict != null ? names.get(m.dict) : null;
            if (read != null && !own.contains(module) && !module.equals(NativeSymbols.MAIN)) {
                PyDict namespace = ((PyModule) modules.values[i]).dict;
                for (PyStr name : read) {
                    // Where importing has looked for submodules, they are found at the same place or not used.
                    boolean isOfImport = name.equalTo(PATH);
                    if (!isOfImport && !StoredRead.isAmong(compared, namespace, name.toString())) {
                        byModule.computeIfAbsent(module, m -> new TreeSet<>()).add(name.toString());
                    }
                }
            }
        }
    }

    /** A tuple for each module, of its name and what was read there; null for no module. */
    static PyTuple toTuple(Map<String, Set<String>> byModule) {
        if (byModule.isEmpty()) {
            return null;
        }
        PyObject[] rows = new PyObject[byModule.size()];
        int n = 0;
        for (Map.Entry<String, Set<String>> module : new TreeMap<>(byModule).entrySet()) {
            PyObject[] row = new PyObject[module.getValue().size() + 1];
            row[0] = PyStr.interned(module.getKey());
            int at = 1;
            for (String name : module.getValue()) {
                row[at++] = PyStr.interned(name);
            }
            rows[n++] = PyTuple.of(row);
        }
        return PyTuple.of(rows);
    }
}
