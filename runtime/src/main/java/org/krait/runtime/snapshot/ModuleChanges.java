package org.krait.runtime.snapshot;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;

/** Tells what a program does to {@code sys.modules} from what importing does to it. */
final class ModuleChanges {
    private final NativeSymbols symbols;
    /** What finding put there: modules to be executed, with their names. */
    private final IdentityHashMap<PyObject, String> found = new IdentityHashMap<>();
    /** The names of modules whose execution has failed. */
    private final Set<String> failed = new HashSet<>();

    ModuleChanges(NativeSymbols symbols) {
        this.symbols = symbols;
    }

    /** A module was found and is about to be executed. */
    void found(String name, PyModule module) {
        found.put(module, name);
    }

    /** The execution of a module has failed. */
    void failed(String name) {
        failed.add(name);
    }

    /** True for a change of {@code sys.modules} that the program made itself, not the import of a module. */
    boolean isOwnDoing(PyTuple effect) {
        String name = Effects.key(effect).toString();
        PyObject value = Effects.value(effect);
        if (value == null) {
            return !failed.contains(name);
        }
        return !isOfImport(name, value);
    }

    /** Whether a module was found under any name. */
    boolean isFound(PyObject module) {
        return found.containsKey(module);
    }

    /** True for a module under the name under which it was found. */
    boolean isOfImport(String name, PyObject module) {
        NativeSymbols.Symbol symbol = symbols.find(module);
        boolean isNative = symbol != null && symbol.name() == null && symbol.module().equals(name);
        return isNative || name.equals(found.get(module));
    }
}
