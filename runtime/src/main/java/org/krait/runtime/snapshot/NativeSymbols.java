package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.function.Predicate;
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
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapSink;

/** The names under which objects of native modules and builtin classes are found in another process. */
final class NativeSymbols {
    /** Stands for the namespace of the module itself. */
    static final PyStr NAMESPACE = PyStr.interned("__dict__");
    /** The program's own module: in another process the one that runs there. */
    static final String MAIN = "__main__";

    private final ThreadState ts;
    private final Predicate<PyObject> foreigners;
    private final IdentityHashMap<PyObject, Symbol> known = new IdentityHashMap<>();
    /** Objects in the namespaces of native classes, such as {@code datetime.max}. */
    private final IdentityHashMap<PyObject, ClassSymbol> ofClasses = new IdentityHashMap<>();
    /** Whether the program's own module is captured as others are. */
    private boolean capturesMain;

    /** An attribute of a native module; the module itself when the name is null. */
    record Symbol(String module, PyStr name) {}

    /** An attribute of a native class. */
    private record ClassSymbol(PyType owner, PyStr name) {}

    /** @param foreigners true for classes and modules that modules of Python have made */
    NativeSymbols(ThreadState ts, Predicate<PyObject> foreigners) {
        this.ts = ts;
        this.foreigners = foreigners;
    }

    /** The program's own module is captured: it is not whichever runs in another process. */
    void captureMain() {
        capturesMain = true;
    }

    /** The symbol of an object of a native module, or null. */
    Symbol find(PyObject o) {
        Symbol symbol = known.get(o);
        return symbol != null ? symbol : ofMain(o);
    }

    private Symbol ofMain(PyObject o) {
        boolean module = o.getClass() == PyModule.class;
        if (capturesMain || !module && o.getClass() != PyDict.class
                || !(ts.interp.modules.get(MAIN) instanceof PyModule main)) {
            return null;
        }
        return o == main ? new Symbol(MAIN, null) : o == main.dict ? new Symbol(MAIN, NAMESPACE) : null;
    }

    /** Looks at all native modules there are. */
    void learnAll() {
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            String name = modules.keys[i].toString();
            if (BuiltinModules.isBuiltin(name) && modules.values[i] instanceof PyModule m) {
                learn(name, m);
            }
        }
    }

    /** Looks at a native module that is complete. */
    void learn(String name, PyModule m) {
        known.putIfAbsent(m, new Symbol(name, null));
        known.putIfAbsent(m.dict, new Symbol(name, NAMESPACE));
        for (int e = m.dict.nextEntry(0); e >= 0; e = m.dict.nextEntry(e + 1)) {
            if (m.dict.keys[e] instanceof PyStr key && hasIdentity(m.dict.values[e])) {
                known.putIfAbsent(m.dict.values[e], new Symbol(name, key));
                if (m.dict.values[e] instanceof PyType type && !type.isHeapType()) {
                    learn(type);
                }
            }
        }
    }

    private void learn(PyType type) {
        PyDict namespace = type.namespace();
        for (int e = namespace.nextEntry(0); e >= 0; e = namespace.nextEntry(e + 1)) {
            PyObject value = namespace.values[e];
            if (!(value instanceof PyBuiltin) && value.getClass().getName().startsWith("org.krait.runtime.")) {
                ofClasses.putIfAbsent(value, new ClassSymbol(type, (PyStr) namespace.keys[e]));
            }
        }
    }

    private boolean hasIdentity(PyObject o) {
        Class<?> c = o.getClass();
        boolean mayBeForeign = o instanceof PyType t && t.isHeapType() || c == PyModule.class;
        boolean foreign = mayBeForeign && foreigners.test(o);
        return !(foreign || c == PyStr.class || o instanceof PyInt && o.type == PyInt.TYPE || c == PyFloat.class
                || c == PyBool.class || o == PySingleton.NONE || o == PyTuple.EMPTY || c == PyBytes.class);
    }

    /** Writes the record of a native object by its name; false when it has none. */
    boolean write(PyObject o, HeapSink sink) {
        if (o == ts.interp.builtins) {
            sink.end(HeapKinds.BUILTINS, null);
            return true;
        }
        if (o instanceof PyType t) {
            if (t.isHeapType() && find(t) == null) {
                return false;
            }
            if (HiddenTypes.find(t.name()) == t) {
                sink.text(t.name());
                sink.end(HeapKinds.HIDDEN_TYPE, null);
                return true;
            }
        }
        if (o instanceof PyBuiltin b && b.owner != null && (!b.owner.isHeapType() || find(b.owner) != null)
                && b.owner.namespace().get(b.name) == o) {
            attribute(b.owner, b.name, sink);
            return true;
        }
        Symbol symbol = find(o);
        ClassSymbol attribute = symbol == null ? ofClasses.get(o) : null;
        if (attribute != null) {
            attribute(attribute.owner, attribute.name, sink);
            return true;
        }
        if (symbol == null) {
            return false;
        }
        sink.text(symbol.module);
        if (symbol.name == null) {
            sink.end(HeapKinds.NATIVE_MODULE, null);
        } else {
            sink.ref(symbol.name);
            sink.end(HeapKinds.NATIVE_ATTRIBUTE, null);
        }
        return true;
    }

    private static void attribute(PyType owner, PyStr name, HeapSink sink) {
        sink.ref(owner);
        sink.ref(name);
        sink.end(HeapKinds.TYPE_ATTRIBUTE, null);
    }
}
