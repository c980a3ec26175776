package org.krait.runtime.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.objects.Allocations;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Writes what an audit found. Describes objects without running Python code. */
final class AuditReport {
    private static final int SHOWN_CHARACTERS = 40;
    private static final int SHOWN_REFERRERS = 8;
    private static final String HERE = "org.krait.runtime.audit";

    private final AuditPlan plan;
    private final StringBuilder text = new StringBuilder();

    AuditReport(AuditPlan plan) {
        this.plan = plan;
    }

    /** What is wrong with one object. */
    void mismatch(String kind, PyObject o, String counts, String point, Allocations.Place place,
            List<String> referrers) {
        line("audit-refs: " + kind + ": " + describe(o) + ": " + counts + ", seen at " + point);
        if (place == null || place.codes().length == 0) {
            line("  made by the interpreter itself");
        }
        for (int i = 0; place != null && i < place.codes().length; i++) {
            line((i == 0 ? "  made at " : "    called from ") + where(place.codes()[i], place.pcs()[i]));
        }
        if (place != null && place.java() != null) {
            for (StackTraceElement element : place.java().getStackTrace()) {
                if (!element.getMethodName().equals("<init>") && !element.getClassName().startsWith(HERE)
                        && !element.getClassName().endsWith(".Allocations")) {
                    line("    by " + element);
                }
                if (element.getMethodName().equals("run") && element.getClassName().endsWith(".Interpreter")) {
                    break;
                }
            }
        }
        for (int i = 0; i < referrers.size() && i < SHOWN_REFERRERS; i++) {
            line("  referred to by " + referrers.get(i));
        }
        if (referrers.size() > SHOWN_REFERRERS) {
            line("  and by " + (referrers.size() - SHOWN_REFERRERS) + " more");
        }
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    /** Writes what has been gathered. */
    void flush() {
        if (text.isEmpty()) {
            return;
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        if (plan.file() == null) {
            System.err.write(bytes, 0, bytes.length);
            System.err.flush();
            return;
        }
        try (FileOutputStream out = new FileOutputStream(plan.file(), true)) {
            out.write(bytes);
        } catch (IOException e) {
            PrintStream err = System.err;
            err.println("audit-refs: cannot write " + plan.file() + ": " + e.getMessage());
            err.write(bytes, 0, bytes.length);
            err.flush();
        }
    }

    /** Where a thread is. */
    static String where(ThreadState ts) {
        return ts.frame == null ? "exit" : where(ts.frame.code, ts.frame.pc);
    }

    private static String where(CodeObject code, int pc) {
        return code.filename + ":" + code.line(pc) + " in " + code.qualifiedName;
    }

    /** The holders among {@code alive} and the threads, one for each reference. */
    static List<String> referrers(PyObject o, Iterable<PyObject> alive, ThreadState[] threads) {
        List<String> found = new ArrayList<>();
        for (PyObject holder : alive) {
            ReferenceTally.showReferents(holder, to -> {
                if (to == o) {
                    found.add(describe(holder));
                }
            });
        }
        for (ThreadState ts : threads) {
            ReferenceTally.showThread(ts, to -> {
                if (to == o) {
                    found.add("the thread's state");
                }
            }, to -> { });
        }
        return found;
    }

    /** What an object is, in a few words. */
    static String describe(PyObject o) {
        String type = o.type.name();
        String detail = switch (o) {
            case PyStr s -> shorten(s.toString());
            case PyInt i -> i.fitsLong() ? Long.toString(i.value) : "a big one";
            case PyType t -> t.name();
            case PyFunction f -> f.qualifiedName().toString();
            case PyGenerator g -> g.qualifiedName().toString();
            case PyModule m -> m.dict != null && m.dict.get("__name__") instanceof PyStr name ? name.toString() : "";
            case PyFrame f -> where(f.code, f.pc);
            case PyDict d -> d.size() + " entries" + (d.size() > 0 ? firstKey(d) : "");
            case PyList l -> l.size() + " items";
            case PyTuple t -> t.size() + " items" + (t.size() > 0 ? ", the first a " + t.item(0).type.name() : "");
            default -> "";
        };
        return "<" + type + (detail.isEmpty() ? "" : ": " + detail) + " @"
                + Integer.toHexString(System.identityHashCode(o)) + ">";
    }

    private static String firstKey(PyDict d) {
        int i = d.nextEntry(0);
        return i >= 0 && d.keys[i] instanceof PyStr key ? ", the first '" + shorten(key.toString()) + "'" : "";
    }

    private static String shorten(String s) {
        return s.length() <= SHOWN_CHARACTERS ? s : s.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
