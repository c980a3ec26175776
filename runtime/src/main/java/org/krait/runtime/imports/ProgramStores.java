package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.objects.Interp;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.snapshot.Restorer;

/**
 * Hears of changes of what came out of heaps: those that the program's own code makes, the global variables that
 * functions of restored modules set, the attributes that packages give to classes of others, and what code out of
 * archives changes of its own objects when the program calls it. What would read something else now must not come out
 * of a heap. What importing does is no change.
 */
final class ProgramStores implements Mutations.Watcher {
    private static final PyStr MAIN = PyStr.interned("__main__");
    private static final PyStr NAME = PyStr.interned("__name__");
    private static final PyStr MODULE = PyStr.interned("__module__");
    /** An attribute of classes in which {@code copyreg} keeps what it has found out about them. */
    private static final PyStr SLOTNAMES = PyStr.interned("__slotnames__");

    /** A power of two. */
    private static final int RECENT = 1024;

    private final Interp interp;
    /** By object, or dict of an object's attributes, what was changed of it. */
    private final IdentityHashMap<PyObject, ObjectStores> changed = new IdentityHashMap<>();
    /** Those whose units were not looked for. */
    private final List<ObjectStores> unplaced = new ArrayList<>();
    /** What was kept last, by hashes: loops store under the same names again and again. */
    private Store[] recent;
    /** Above 0 while something that an archive holds is done again. */
    private int repeating;
    /** Above 0 while the result of a function is remembered. */
    private int keeping;

    /** A key of an object under which some code has stored something. */
    private static final class Store {
        final PyObject target;
        final PyObject key;
        final CodeObject code;

        Store(PyObject target, PyObject key, CodeObject code) {
            this.target = target;
            this.key = key;
            this.code = code;
        }

        boolean is(PyObject otherTarget, PyObject otherKey, CodeObject otherCode) {
            return target == otherTarget && code == otherCode && (key == otherKey || key.getClass() == PyInt.class
                    && otherKey.getClass() == PyInt.class && ((PyInt) key).equalTo((PyInt) otherKey));
        }
    }

    private ProgramStores(Interp interp) {
        this.interp = interp;
    }

    /** Hears of all changes in a context from now on, unless somebody else does. */
    static void watch(Interp interp) {
        if (interp.watcher == null && !Mutations.WATCHED) {
            interp.watcher = new ProgramStores(interp);
        }
    }

    /** What was changed in a context; null for nothing. */
    static ProgramStores of(Interp interp) {
        return interp.watcher instanceof ProgramStores stores && !stores.changed.isEmpty() ? stores : null;
    }

    @Override
    public void subclassed(PyType base) {
        ThreadState ts = ThreadState.current();
        if (ts.frame != null && ts.undisturbed == 0 && repeating == 0) {
            stores(base).addSubclass();
        }
    }

    @Override
    public void changed(PyObject target, Mutations.Kind kind, PyObject key, PyObject value) {
        ThreadState ts = ThreadState.current();
        PyFrame frame = ts.frame;
        // What is done to make objects as they were is no change.
        if (frame == null || ts.undisturbed > 0 || repeating > 0 || kind == Mutations.Kind.COUNT) {
            return;
        }
        int slot = key == null || value == null ? -1 : slot(target, key);
        Store known = slot < 0 || recent == null ? null : recent[slot];
        if (known != null && known.is(target, key, frame.code)) {
            return;
        }
        boolean byProgram = keeping == 0 && (!frame.code.isArchived || isMain(frame)
                || kind == Mutations.Kind.DICT && target == frame.globals
                || kind == Mutations.Kind.ATTRIBUTE && target instanceof PyType type && isOfOthers(frame, type, key));
        if (!byProgram && isImporting(frame)) {
            return;
        }
        if (value instanceof PyModule child && key instanceof PyStr name && isChild(target, name, child)) {
            return;
        }
        ObjectStores stores = stores(target);
        stores.add(kind, key, value, byProgram);
        if (slot >= 0) {
            recent = recent == null ? new Store[RECENT] : recent;
            recent[slot] = new Store(target, key, frame.code);
        }
        if (stores.isOther()) {
            // Nothing that comes makes it as it was.
            Refs.untell(target);
        }
    }

    private ObjectStores stores(PyObject target) {
        ObjectStores stores = changed.get(target);
        if (stores == null) {
            stores = new ObjectStores(target);
            changed.put(target, stores);
            Refs.setChanged(target);
            unplaced.add(stores);
        }
        return stores;
    }

    private static int slot(PyObject target, PyObject key) {
        int hash = System.identityHashCode(target) * 31
                + (key.getClass() == PyInt.class ? (int) ((PyInt) key).value : System.identityHashCode(key));
        return (hash ^ hash >>> 16) & RECENT - 1;
    }

    /** Whether code is called by the import library, not by the body of a module. */
    private boolean isImporting(PyFrame frame) {
        for (PyFrame f = frame; f != null && f.locals != f.globals; f = f.back) {
            if (ImportLibrary.isAtWork(interp, f)) {
                return true;
            }
        }
        return false;
    }

    /** True for code out of an archive that runs as the main program. */
    private boolean isMain(PyFrame frame) {
        return !Refs.isImmortal(frame.globals) && interp.modules.get(MAIN) instanceof PyModule main
                && main.dict == frame.globals;
    }

    /** Whether code sets an attribute of a class that has neither a base nor a metaclass of the code's package. */
    private static boolean isOfOthers(PyFrame frame, PyType type, PyObject attribute) {
        if (attribute == SLOTNAMES || !(frame.globals.get(NAME) instanceof PyStr setter)) {
            return false;
        }
        String own = topLevel(setter);
        for (PyType base : type.mro) {
            if (isOf(base, own)) {
                return false;
            }
        }
        return !isOf(type.type, own);
    }

    private static boolean isOf(PyType type, String topLevel) {
        return type.isHeapType() && type.namespace().get(MODULE) instanceof PyStr m && topLevel(m).equals(topLevel);
    }

    private static String topLevel(PyStr module) {
        String name = module.toString();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether a module becomes an attribute of its package by being imported. */
    private boolean isChild(PyObject target, PyStr name, PyModule child) {
        return target instanceof PyDict namespace && namespace.get(NAME) instanceof PyStr parent
                && interp.modules.get(parent + "." + name) == child;
    }

    @Override
    public void movedAttributes(PyInstance attributes, PyDict dict) {}

    @Override
    public void read(PyObject target, PyObject key) {}

    @Override
    public void looksUp(PyObject dict, PyObject key) {}

    @Override
    public void readPart(PyObject target, PyObject key) {}

    @Override
    public Object remembering() {
        return null;
    }

    @Override
    public Object remembered(Object remembering) {
        return null;
    }

    @Override
    public void recalled(Object remembered) {}

    @Override
    public boolean wantsResults() {
        return false;
    }

    @Override
    public void keepsResult(boolean begins) {
        keeping += begins ? 1 : -1;
    }

    @Override
    public void repeats(boolean begins) {
        repeating += begins ? 1 : -1;
    }

    /** Whether a variable of a module was set before. */
    boolean knows(PyDict namespace, PyStr name) {
        return changed.containsKey(namespace) && changed.get(namespace).knows(name);
    }

    /** What a variable that was set was at first; null for nothing. */
    PyObject original(PyDict namespace, PyStr name) {
        return changed.get(namespace).original(name);
    }

    /**
     * What was changed, each with its unit; modules' namespaces are left out. What is changed of a module itself is its
     * class.
     */
    List<ObjectStores> ofObjects(ThreadState ts) {
        if (!unplaced.isEmpty()) {
            IdentityHashMap<PyObject, ObjectStores> wanted = new IdentityHashMap<>();
            for (ObjectStores stores : unplaced) {
                wanted.put(stores.target, stores);
            }
            unplaced.clear();
            Archives.place(ts, wanted);
        }
        List<ObjectStores> found = new ArrayList<>();
        for (ObjectStores stores : changed.values()) {
            boolean isNamespace = stores.isOfModule && !(stores.target instanceof PyModule);
            if (stores.heap != null && !isNamespace) {
                found.add(stores);
            }
        }
        return found;
    }

    /**
     * A global variable of a module that has another value than at first.
     *
     * @param reads as {@link ModuleOriginals#findChanged}
     */
    String findChanged(ThreadState ts, PyTuple reads) {
        for (PyObject row : reads.items) {
            ObjectStores stores = row instanceof PyTuple names && names.size() > 0
                    && interp.modules.get(names.item(0).toString()) instanceof PyModule m ? changed.get(m.dict) : null;
            for (int i = 1; stores != null && i < ((PyTuple) row).size(); i++) {
                if (((PyTuple) row).item(i) instanceof PyStr name && stores.isChanged(ts, name.intern())) {
                    return ((PyTuple) row).item(0) + "." + name;
                }
            }
        }
        return null;
    }

    /** What an object has under a name, in a dict or as its own attribute; null for nothing. */
    static PyObject entry(PyObject target, PyStr name) {
        return target instanceof PyDict d ? d.get(name) : Restorer.entry(target, name.toString());
    }
}
