package org.krait.runtime.snapshot;

import java.util.Set;
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
import org.krait.runtime.builtins.WarningFilters;
import org.krait.snapshot.UnitConditions.FileState.Look;

/**
 * What modules read of what belongs to no module, but to the process: which modules are there, the program's own, the
 * time zone, the frames of importers; {@link SysReads} has the rest of {@code sys}.
 */
final class ProcessReads {
    private static final String MAIN = NativeSymbols.MAIN;
    private static final String LIBRARY = "importlib._bootstrap";
    private static final String FROZEN_LIBRARY = "_frozen_importlib";
    /** A module and those of its attributes that are the process's. */
    private static final String[] FILTERS = {"warnings", "filters"};
    private static final String[] ZONE = {"time", "timezone", "tzname", "altzone", "daylight"};
    /** Attributes that are the same of the own module of any program. */
    private static final Set<String> OF_ALL = Set.of("__dict__", "__class__", "__name__");

    private final ThreadState ts;
    private final Execution execution;
    private final Ownership ownership;
    private final Inquiries inquiries;
    private final SysReads sys;
    private final Places places;
    /** The namespace of the program's own module; null as long as nobody has asked. */
    private PyObject main;

    ProcessReads(ThreadState ts, Execution execution, Ownership ownership, Inquiries inquiries, SysReads sys) {
        this.ts = ts;
        this.ownership = ownership;
        this.execution = execution;
        this.inquiries = inquiries;
        this.sys = sys;
        places = new Places(ts);
    }

    /** Whether it is the import library that reads, for what is imported. */
    boolean isOfImport() {
        return inquiries.isOfImport();
    }

    /** A module reads a name in the namespace of another. */
    void readsName(Running r, PyObject namespace, PyStr name) {
        if (namespace == ts.interp.sys) {
            sys.readsName(r, name);
        } else if (isOf(FILTERS, namespace, name)) {
            if (!isByLibrary()) {
                inquiries.answered("_warnings", "filters", null, execution.ask(() -> WarningFilters.active(ts)));
            }
        } else if (isOf(ZONE, namespace, name)) {
            asksForZone(r);
        } else if (!OF_ALL.contains(name.toString())) {
            readsOfMain(r, namespace, name);
        }
    }

    /** Whether a name in a namespace is one of a row: the module, then names. */
    private boolean isOf(String[] row, PyObject namespace, PyStr name) {
        for (int i = 1; i < row.length; i++) {
            if (name.equalTo(row[i])) {
                return namespace == namespace(row[0]);
            }
        }
        return false;
    }

    private boolean isOfMain(Running r, PyObject namespace) {
        main = main == null ? namespace(MAIN) : main;
        return namespace == main && namespace != r.module.dict && !isRunning(MAIN);
    }

    private void readsOfMain(Running r, PyObject namespace, PyObject name) {
        if (isOfMain(r, namespace)) {
            String value = name instanceof PyStr ? execution.ask(() -> Conditions.ofMain(ts, name.toString())) : null;
            if (value == null) {
                r.unsound("looks into the program's own module: " + name);
            } else {
                inquiries.answered(MAIN, name.toString(), value);
            }
        }
    }

    /** A module reads an entry of a dict or, for null, all of something. */
    void readsPart(Running r, PyObject target, PyObject key) {
        if (key == null && isOfMain(r, target)) {
            r.unsound("looks into the program's own module: all of it");
        } else if (key == null && target == ts.interp.modules) {
            if (r.seen.looksForModules && !inquiries.isOfImport() && !isByLibrary()
                    && r.seen.unitsThen == Seen.NEVER) {
                r.seen.unitsThen = ownership.units();
            }
        } else if (key == null && target instanceof PyList && sys.isPath(target)) {
            r.seen.parts.read(target);
        } else if (key == Mutations.SUBCLASSES && target instanceof PyType t && !t.isHeapType()) {
            r.unsound("asks for the subclasses of " + t.name());
        } else if (key instanceof PyStr file && target instanceof PyDict && target == lines()) {
            inquiries.looks(file, Look.CONTENT);
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

    /** The local time is asked for, of some point in time. */
    void asksForZone(Running r) {
        r.seen.variables.putIfAbsent("TZ", inquiries.variable("TZ"));
        inquiries.looks(PyStr.of("/etc/localtime"), Look.LINK);
        inquiries.looks(PyStr.of("/etc/localtime"), Look.CONTENT);
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

    private PyObject namespace(String module) {
        return execution.ask(() -> ts.interp.modules.get(module) instanceof PyModule m ? m.dict : null);
    }
}
