package org.krait.objects;

/**
 * Tells who captures a heap which objects are changed, and how: in a JVM that has the system property
 * {@link #PROPERTY} from its start. In all others, tells who binds captured modules which objects out of heaps are
 * changed; all other stores pay a test of the object's header.
 */
public final class Mutations {
    /** Set to any value to have changes told. */
    public static final String PROPERTY = "krait.capture";
    /** True in a JVM that was started to capture a heap. */
    public static final boolean WATCHED = System.getProperty(PROPERTY) != null;

    /** In the place of an index: the end of a list, wherever that is. */
    public static final int END = -1;

    /** In the place of a name: the subclasses of a class. */
    public static final PyStr SUBCLASSES = PyStr.interned("__subclasses__()");

    /** The kinds of changes; archives hold their ordinals. */
    public enum Kind {
        /** An entry of a dict was stored; null as value removes it. */
        DICT,
        /** Something was put at an index of a list, or at {@link #END}. */
        LIST_INSERT,
        /** An item was added to a set. */
        SET_ADD,
        /** An attribute of an instance, function or class: key is its name. */
        ATTRIBUTE,
        /** The content of a cell. */
        CELL,
        /** Anything else: what became of it is not known. */
        OTHER,
        /** A native function was called whose effect lasts: key is a tuple of arguments, value of keywords' names. */
        CALL,
        /** A class, the key, was registered with the data of an abstract base class. */
        REGISTRATION,
        /** A function is to be called where the module is restored; it may fail. */
        HOOK,
        /**
         * Items of a list were replaced: key is their range as a tuple of two ints, both {@link #END} where some were
         * added there, value a tuple of the new ones.
         */
        LIST_REPLACE,
        /** An item was taken out of a set: it is the key. */
        SET_REMOVE,
        /** A dict, list or set lost all that it had. */
        CLEAR,
        /** A field for which the class has a slot: key is its index. */
        SLOT,
        /** A function is to be called with an option of {@code sys}, a list that the key names, unless it is empty. */
        OPTION,
        /** A counter gives a number, the key: value is the one that it gives next. */
        COUNT
    }

    /** Hears of changes; kept in {@link Interp#watcher}. */
    public interface Watcher {
        /**
         * An object is about to be changed.
         *
         * @param key the key, name or index; null where there is none
         * @param value what is stored; null when something is removed
         */
        void changed(PyObject target, Kind kind, PyObject key, PyObject value);

        /** A class gets another subclass. */
        void subclassed(PyType base);

        /** The attributes of an object have moved into a new dict: changes of that are changes of the object. */
        void movedAttributes(PyInstance attributes, PyDict dict);

        /**
         * A dict with other keys than names is read: at a key, or all of it for null. Or a namespace of a module, at
         * a name.
         */
        void read(PyObject target, PyObject key);

        /** Python code, not native one, looks for a key of a dict. */
        void looksUp(PyObject dict, PyObject key);

        /** An attribute, a slot or an entry of an object was looked for, by name, index or key; null for all. */
        void readPart(PyObject target, PyObject key);

        /**
         * A function is called whose result will be given again without calling it.
         *
         * @return what {@link #remembered} wants
         */
        Object remembering();

        /**
         * The function has ended.
         *
         * @return what {@link #recalled} wants each time that its result is given again
         */
        Object remembered(Object remembering);

        /** The result of a function is given that was called before. */
        void recalled(Object remembered);

        /** Whether remembered results of a function that is being made so are to be told as entries of a dict. */
        boolean wantsResults();

        /** A result begins or ends to be remembered in a dict: that is no doing of the code that has called. */
        void keepsResult(boolean begins);

        /** What was done when an archive was written begins or ends to be done again: that changes nothing. */
        void repeats(boolean begins);
    }

    private Mutations() {}

    /** Whether changes of an object are told. */
    public static boolean isTold(PyObject o) {
        return WATCHED || o.refs < 0 && (o.refs & Refs.TOLD) == Refs.TOLD;
    }

    /** Tells of a change that is about to happen; called only when {@link #isTold}. */
    public static void note(PyObject target, Kind kind, PyObject key, PyObject value) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.changed(target, kind, key, value);
        }
    }

    /** Tells that a class gets another subclass, if that is told. */
    public static void noteSubclass(PyType base) {
        ThreadState ts = isTold(base) ? ThreadState.current() : null;
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.subclassed(base);
        }
    }

    /** Tells that the content of an object is about to be changed that has no parts with names, if that is told. */
    public static void noteContent(PyObject o) {
        if (isTold(o)) {
            note(o, Kind.OTHER, null, null);
        }
    }

    /** Tells that items of a list are about to be replaced; called only when {@link #isTold}. */
    public static void noteReplaced(PyObject list, int from, int to, PyObject... values) {
        PyTuple items = PyTuple.of(values);
        note(list, Kind.LIST_REPLACE, PyTuple.of(PyInt.of(from), PyInt.of(to)), items);
        if (Refs.isUncounted(items)) {
            // Nobody has kept it: the list counts the values that it gets.
            for (PyObject value : values) {
                Refs.release(value);
            }
        }
    }

    /** Tells that a function is called whose result will be remembered; called only when {@link #WATCHED}. */
    public static Object remembering(ThreadState ts) {
        return ts.interp.watcher == null ? null : ts.interp.watcher.remembering();
    }

    /** Tells that it has ended. */
    public static Object remembered(ThreadState ts, Object remembering) {
        return remembering == null || ts.interp.watcher == null ? null : ts.interp.watcher.remembered(remembering);
    }

    /** Tells that a result is given again. */
    public static void recalled(ThreadState ts, Object remembered) {
        if (remembered != null && ts.interp.watcher != null) {
            ts.interp.watcher.recalled(remembered);
        }
    }

    /** Whether results of a function that are remembered are wanted in a dict; called only when {@link #WATCHED}. */
    public static boolean wantsResults(ThreadState ts) {
        return ts.interp.watcher != null && ts.interp.watcher.wantsResults();
    }

    /** Tells that a result begins or ends to be remembered in a dict. */
    public static void keepsResult(ThreadState ts, boolean begins) {
        if (ts.interp.watcher != null) {
            ts.interp.watcher.keepsResult(begins);
        }
    }

    /** Tells that a dict is read; called only when {@link #WATCHED}. */
    public static void noteRead(PyObject target, PyObject key) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.read(target, key);
        }
    }

    /** Tells that Python code looks for a key of a dict; called only when {@link #WATCHED}. */
    public static void noteLookUp(PyObject dict, PyObject key) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.looksUp(dict, key);
        }
    }

    /** Tells that a part of an object is looked for; called only when {@link #WATCHED}. */
    public static void notePart(PyObject target, PyObject key) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.readPart(target, key);
        }
    }

    /** Tells that attributes have moved into a dict; called only when {@link #isTold}. */
    static void noteDict(PyInstance attributes, PyDict dict) {
        if (!WATCHED) {
            Refs.tellAs(dict, attributes);
            return;
        }
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.watcher != null) {
            ts.interp.watcher.movedAttributes(attributes, dict);
        }
    }
}
