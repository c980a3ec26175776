package org.krait.runtime.snapshot;

import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.WarningFilters;
import org.krait.snapshot.UnitConditions;

/**
 * What modules read of what belongs to no module, but to the process: the folders where modules are looked for, which
 * modules are there, the program's own, the standard streams, the time zone, the frames of importers.
 */
final class ProcessReads {
    private static final PyStr PATH = PyStr.interned("path");
    private static final PyStr MODULES = PyStr.interned("modules");
    private static final PyStr FLAGS = PyStr.interned("flags");
    private static final PyStr FILTERS = PyStr.interned("filters");
    private static final String MAIN = NativeSymbols.MAIN;
    private static final String LIBRARY = "importlib._bootstrap";
    private static final String FROZEN_LIBRARY = "_frozen_importlib";
    /** Attributes of {@code sys} which the import library reads all the time. */
    private static final PyStr[] SETTINGS = {
        PyStr.interned("dont_write_bytecode"), PyStr.interned("pycache_prefix"),
    };
    /** Attributes of {@code time} that tell of the zone. */
    private static final PyStr[] ZONE = {
        PyStr.interned("timezone"), PyStr.interned("tzname"), PyStr.interned("altzone"), PyStr.interned("daylight"),
    };
    /** Attributes that are the same of the own module of any program. */
    private static final PyStr[] OF_ALL = {
        PyStr.interned("__dict__"), PyStr.interned("__class__"), PyStr.interned("__name__"),
    };
    private static final String[] STREAMS = {"stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"};

    private final ThreadState ts;
    private final Execution execution;
    private final Ownership ownership;
    private final Inquiries inquiries;
    private final Places places;
    /** The namespace of the program's own module; null as long as nobody has asked. */
    private PyObject main;

    ProcessReads(ThreadState ts, Execution execution, Ownership ownership, Inquiries inquiries) {
        this.ts = ts;
        this.ownership = ownership;
        this.execution = execution;
        this.inquiries = inquiries;
        places = new Places(ts);
    }

    /** Whether it is the import library that reads, for what is imported. */
    boolean isOfImport() {
        return inquiries.isOfImport();
    }

    /** A module reads a name in the namespace of another. */
    void readsName(Running r, PyObject namespace, PyStr name) {
        if (namespace == ts.interp.sys) {
            readsOfSys(r, name);
        } else if (name.equalTo(FILTERS) && namespace == namespace("warnings")) {
            if (!isByLibrary()) {
                inquiries.answered("_warnings", "filters", null, execution.ask(() -> WarningFilters.active(ts)));
            }
        } else if (isAmong(ZONE, name) && namespace == namespace("time")) {
            asksForZone(r);
        } else if (!isAmong(OF_ALL, name)) {
            readsOfMain(r, namespace, name);
        }
    }

    private void readsOfMain(Running r, PyObject namespace, PyObject name) {
        main = main == null ? namespace(MAIN) : main;
        if (namespace == main && namespace != r.module.dict && !isRunning(MAIN)) {
            r.unsound("looks into the program's own module: " + name);
        }
    }

    private void readsOfSys(Running r, PyStr name) {
        if (name.equalTo(PATH)) {
            if (!inquiries.isOfImport()) {
                PyObject path = path();
                if (r.seen.pathBefore == null) {
                    r.seen.pathBefore = places.keepAnswer(execution.ask(() -> Texts.repr(ts, path).toString()));
                }
                r.seen.parts.loaded(path);
            }
        } else if (name.equalTo(MODULES)) {
            r.seen.looksForModules |= !inquiries.isOfImport();
        } else if (name.equalTo(FLAGS)) {
            readsAllFlags(r);
            r.seen.hasFlags = !inquiries.isOfImport();
        } else if (isAmong(SETTINGS, name)) {
            inquiries.answered("sys", name.toString(), null, execution.ask(() -> ts.interp.sys.get(name)));
        }
    }

    /** A field of {@code sys.flags} is read. */
    void readsFlag(String name, PyObject value) {
        if (execution.current() != null) {
            execution.current().seen.hasFlags = false;
            inquiries.answered("sys", "flags.".concat(name), null, value);
        }
    }

    /** Who has come to {@code sys.flags} and has read no field of it has all of them. */
    private void readsAllFlags(Running r) {
        if (r.seen.hasFlags) {
            r.seen.hasFlags = false;
            String flags = execution.ask(() -> Texts.repr(ts, ts.interp.sys.get(FLAGS)).toString());
            r.seen.answers.putIfAbsent("sys.flags null", new UnitConditions.Answer("sys", "flags", null, flags));
        }
    }

    /** A module reads an entry of a dict or, for null, all of something. */
    void readsPart(Running r, PyObject target, PyObject key) {
        if (key == null && target == ts.interp.modules) {
            if (r.seen.looksForModules && !inquiries.isOfImport() && !isByLibrary()
                    && r.seen.unitsThen == Seen.NEVER) {
                r.seen.unitsThen = ownership.units();
            }
        } else if (key == null && target instanceof PyList && target == path()) {
            r.seen.parts.read(target);
        } else if (key == Mutations.SUBCLASSES && target instanceof PyType t && !t.isHeapType()) {
            r.unsound("asks for the subclasses of " + t.name());
        } else if (key instanceof PyStr file && target instanceof PyDict && target == lines()) {
            inquiries.looks("posix.stat", file, false);
        }
    }

    /** A module looks for a key of a dict. */
    void looksUp(Running r, PyObject dict, PyObject key) {
        if (dict == ts.interp.modules) {
            looksForModule(r, key);
        } else {
            readsOfMain(r, dict, key);
        }
    }

    private void looksForModule(Running r, PyObject key) {
        if (!(key instanceof PyStr text) || inquiries.isOfImport()) {
            return;
        }
        String name = text.toString();
        boolean isOfStart = name.equals(MAIN) || name.startsWith(LIBRARY) || name.startsWith(FROZEN_LIBRARY);
        if (!isOfStart && !isRunning(name) && !r.imports.contains(name) && !hasSet(r, name)) {
            r.seen.modules.putIfAbsent(name, execution.ask(() -> ts.interp.modules.get(name)) != null);
        }
    }

    /** Whether a module has put another into {@code sys.modules} itself, or taken it out. */
    private static boolean hasSet(Running r, String module) {
        for (PyTuple effect : r.modules) {
            if (Effects.key(effect) instanceof PyStr name && name.toString().equals(module)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a module has done more to a list than to add something. */
    private static boolean hasReplaced(Running r, PyObject list) {
        for (PyTuple effect : r.effects) {
            if (Effects.target(effect) == list && Effects.kind(effect) != Mutations.Kind.LIST_INSERT) {
                return true;
            }
        }
        return false;
    }

    /** A module's execution has ended: what it has found in {@code sys.path}, unless it has only added something. */
    void ended(Running r) {
        readsAllFlags(r);
        if (r.seen.pathBefore != null && r.seen.parts.isRead(path())
                && (!places.isOfLibrary(r.module) || hasReplaced(r, path()))) {
            r.seen.answers.putIfAbsent("sys.path null",
                    new UnitConditions.Answer("sys", "path", null, r.seen.pathBefore));
        }
    }

    /** An attribute of a stream is asked for. */
    void asksOfStream(PyObject stream, String attribute, PyObject value) {
        if (execution.current() != null) {
            for (String name : STREAMS) {
                if (execution.ask(() -> ts.interp.sys.get(name)) == stream) {
                    inquiries.answered("sys", name + "." + attribute, null, value);
                    return;
                }
            }
        }
    }

    /** The local time is asked for, of some point in time. */
    void asksForZone(Running r) {
        r.seen.variables.putIfAbsent("TZ", inquiries.variable("TZ"));
        inquiries.looks("posix.stat", PyStr.of("/etc/localtime"), true);
        inquiries.looks("posix.stat", PyStr.of("/etc/localtime"), false);
    }

    /** Somebody has come to a frame. */
    void looksAtFrame(PyFrame frame) {
        Running r = execution.current();
        PyFrame body = r == null ? null : ts.frame;
        while (body != null && (body.globals != r.module.dict || body.locals != r.module.dict)) {
            body = body.back;
        }
        for (PyFrame f = body == null ? null : body.back; f != null; f = f.back) {
            if (f == frame) {
                r.unsound("looks at the frames of its importer");
            }
        }
    }

    /** Whether the code that runs is the standard library's. */
    boolean isByLibrary() {
        return ts.frame != null && places.inLibrary(ts.frame.code.filename.toString()) != null;
    }

    private boolean isRunning(String module) {
        for (Running r : execution.all()) {
            if (r.name.equals(module)) {
                return true;
            }
        }
        return false;
    }

    /** Where {@code linecache} keeps the lines of files, by name; null where nobody has imported it. */
    private PyObject lines() {
        PyObject namespace = namespace("linecache");
        return namespace == null ? null : execution.ask(() -> ((PyDict) namespace).get("cache"));
    }

    private PyObject path() {
        return execution.ask(() -> ts.interp.sys.get(PATH));
    }

    private PyObject namespace(String module) {
        return execution.ask(() -> ts.interp.modules.get(module) instanceof PyModule m ? m.dict : null);
    }

    private static boolean isAmong(PyStr[] names, PyStr name) {
        for (PyStr n : names) {
            if (n.equalTo(name)) {
                return true;
            }
        }
        return false;
    }
}
