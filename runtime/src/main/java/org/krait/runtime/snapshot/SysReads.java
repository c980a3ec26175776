package org.krait.runtime.snapshot;

import org.krait.objects.Mutations;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;
import org.krait.snapshot.UnitConditions;

/** What modules read of {@code sys}: the folders where modules are looked for, the flags, the standard streams. */
final class SysReads {
    private static final PyStr PATH = PyStr.interned("path");
    private static final PyStr FLAGS = PyStr.interned("flags");
    /** Attributes which the import library reads all the time. */
    private static final String[] SETTINGS = {"dont_write_bytecode", "pycache_prefix"};
    private static final String[] STREAMS = {"stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"};

    private final ThreadState ts;
    private final Execution execution;
    private final Inquiries inquiries;
    private final Places places;

    SysReads(ThreadState ts, Execution execution, Inquiries inquiries) {
        this.ts = ts;
        this.execution = execution;
        this.inquiries = inquiries;
        places = new Places(ts);
    }

    /** A module reads an attribute. */
    void readsName(Running r, PyStr name) {
        if (name.equalTo(PATH)) {
            readsPath(r);
        } else if (name.equalTo("modules")) {
            r.seen.looksForModules |= !inquiries.isOfImport();
        } else if (name.equalTo(FLAGS)) {
            readsAllFlags(r);
            r.seen.hasFlags = !inquiries.isOfImport();
        } else {
            for (String setting : SETTINGS) {
                if (name.equalTo(setting)) {
                    inquiries.answered("sys", setting, null, value(name));
                }
            }
        }
    }

    private void readsPath(Running r) {
        if (!inquiries.isOfImport()) {
            PyObject path = value(PATH);
            if (r.seen.pathBefore == null) {
                r.seen.pathBefore = places.keepAnswer(execution.ask(() -> Texts.repr(ts, path).toString()));
            }
            r.seen.parts.loaded(path);
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

    boolean isPath(PyObject o) {
        return o == value(PATH);
    }

    /** A module's execution has ended: what it has found in {@code sys.path}, unless it has only added something. */
    void ended(Running r) {
        readsAllFlags(r);
        if (r.seen.pathBefore != null && r.seen.parts.isRead(value(PATH))
                && (!places.isOfLibrary(r.module) || hasReplaced(r, value(PATH)))) {
            r.seen.answers.putIfAbsent("sys.path null",
                    new UnitConditions.Answer("sys", "path", null, r.seen.pathBefore));
        }
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

    private PyObject value(PyStr name) {
        return execution.ask(() -> ts.interp.sys.get(name));
    }
}
