package org.krait.runtime.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.objects.Allocations;
import org.krait.objects.Interp;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInstance;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Interrupts;

/**
 * The audit of a context: at the points of its {@link AuditPlan} all references are counted anew.
 *
 * <p>A count that is too low, and a reference to a destroyed object, are errors wherever they are seen. A count that is
 * too high is one where no native code is in the middle of something: between two instructions of the outermost frame
 * of the only thread, and at exit. So is a temporary there that nothing can find any more, when its destruction would
 * be noticed.
 */
public final class Audit {
    private static final int MOST_REPORTS = 100;
    /** So many executions of a line are audited all. */
    private static final int ALL_EXECUTIONS = 8;

    private final AuditPlan plan;
    private final Allocations allocations;
    private final AuditReport report;
    private final IdentityHashMap<PyObject, Boolean> reported = new IdentityHashMap<>();
    /** Frames that an exception was raised in since their last instruction. */
    private final IdentityHashMap<PyFrame, Boolean> unwinding = new IdentityHashMap<>();
    /** How often each line of a code object was executed, from its first line on. */
    private final IdentityHashMap<CodeObject, int[]> executions = new IdentityHashMap<>();
    private PyFrame lastFrame;
    private int lastLine;
    private int countdown;
    private boolean running;
    private int audits;
    private int mismatches;
    private int mostObjects;

    private Audit(AuditPlan plan) {
        this.plan = plan;
        allocations = new Allocations(plan.java());
        report = new AuditReport(plan);
        countdown = plan.interval();
    }

    /** Starts auditing a context before its first object is made. */
    public static void start(Interp interp, AuditPlan plan) {
        Audit audit = new Audit(plan);
        interp.natives.put(Audit.class, audit);
        interp.natives.put(Allocations.class, audit.allocations);
    }

    private static Audit of(ThreadState ts) {
        return (Audit) ts.interp.natives.get(Audit.class);
    }

    /** True when instructions must be looked at, and not only calls. */
    public static boolean looksAtInstructions(ThreadState ts) {
        return of(ts).plan.eachInstruction();
    }

    /** A frame is about to execute an instruction. */
    public static void step(ThreadState ts, PyFrame frame) {
        Audit audit = of(ts);
        audit.unwinding.remove(frame);
        boolean due = false;
        if (audit.plan.interval() > 0 && --audit.countdown <= 0) {
            audit.countdown = audit.plan.interval();
            due = true;
        }
        if (audit.plan.statements() || audit.plan.lines()) {
            int line = frame.line();
            if (frame != audit.lastFrame || line != audit.lastLine) {
                due |= audit.plan.statements() || audit.isDue(frame.code, line);
                audit.lastFrame = frame;
                audit.lastLine = line;
            }
        }
        if (due) {
            audit.run(ts);
        }
    }

    /** Counts an execution of a line: the first ones are due, then those whose number is a power of two. */
    private boolean isDue(CodeObject code, int line) {
        int index = Math.max(0, line - code.firstLine);
        int[] times = executions.get(code);
        if (times == null || index >= times.length) {
            times = times == null ? new int[index + 1] : Arrays.copyOf(times, index * 2);
            executions.put(code, times);
        }
        int n = ++times[index];
        return n <= ALL_EXECUTIONS || (n & n - 1) == 0;
    }

    /** An exception was raised in a frame: what it holds is let go until its next instruction. */
    public static void raised(ThreadState ts, PyFrame frame) {
        of(ts).unwinding.put(frame, Boolean.TRUE);
    }

    /** A frame has been entered. */
    public static void entered(ThreadState ts) {
        Audit audit = of(ts);
        if (audit.plan.calls()) {
            audit.run(ts);
        }
    }

    /** True once something was found wrong. */
    public static boolean failed(ThreadState ts) {
        return of(ts).mismatches > 0;
    }

    /** The last audit, once the program has ended. */
    public static void finish(ThreadState ts) {
        Audit audit = of(ts);
        audit.run(ts);
        if (audit.mismatches > 0 || audit.plan.file() != null) {
            audit.report.line("audit-refs: " + audit.mismatches + " mismatches in " + audit.audits + " audits of up to "
                    + audit.mostObjects + " objects");
            audit.report.flush();
        }
    }

    private void run(ThreadState ts) {
        if (running || ts.interp.collector.running) {
            return;
        }
        running = true;
        try {
            ThreadState[] threads = Interrupts.threads(ts.interp);
            compare(ts, threads);
            audits++;
        } finally {
            running = false;
        }
        report.flush();
    }

    private void compare(ThreadState ts, ThreadState[] threads) {
        ReferenceTally tally = ReferenceTally.of(ts.interp, threads, allocations.alive(), unwinding);
        mostObjects = Math.max(mostObjects, tally.size());
        for (PyObject o : tally.destroyed()) {
            if (isNew(o)) {
                mismatch("destroyed too early", o, "still referred to", ts, tally, threads, List.of());
            }
        }
        boolean exact = threads.length == 1 && (ts.frame == null || isMain(ts));
        ArrayList<PyObject> suspects = new ArrayList<>();
        for (PyObject o : tally.objects()) {
            if (Refs.isImmortal(o)) {
                continue;
            }
            long found = Refs.count(o);
            int certain = tally.certain(o);
            if (found < certain) {
                if (isNew(o)) {
                    mismatch("count too low", o, found + " counted, " + certain + " expected", ts, tally, threads,
                            List.of());
                }
            } else if (exact && (found > certain + tally.possible(o) || found == 0 && matters(o))
                    && !reported.containsKey(o)) {
                suspects.add(o);
            }
        }
        if (!suspects.isEmpty()) {
            judge(suspects, ts, tally, threads);
        }
    }

    /** True for code of the main module that the program itself runs, and no native code that it called. */
    private static boolean isMain(ThreadState ts) {
        PyFrame frame = ts.frame;
        return frame.back == null && frame.locals == frame.globals && !ts.interp.finalizing
                && ts.interp.modules.get("__main__") instanceof PyModule main && main.dict == frame.globals;
    }

    /** Looks for what in Java may account for counts that are too high. */
    private void judge(List<PyObject> suspects, ThreadState ts, ReferenceTally tally, ThreadState[] threads) {
        Object[] roots = new Object[threads.length + 1];
        roots[0] = ts.interp;
        System.arraycopy(threads, 0, roots, 1, threads.length);
        JavaReferences java = new JavaReferences(roots);
        for (PyObject o : suspects) {
            long found = Refs.count(o);
            int certain = tally.certain(o);
            int possible = tally.possible(o) + java.holders(o).size();
            List<String> hints = new ArrayList<>();
            for (String part : java.parts(o)) {
                hints.add("Java: " + part);
            }
            for (String holder : java.holders(o)) {
                hints.add("Java state: " + holder);
            }
            if (found == 0) {
                if (!java.reaches(o) && isNew(o)) {
                    mismatch("temporary never dropped", o, "0 counted, nothing knows it", ts, tally, threads, hints);
                }
            } else if (found > certain + possible && isNew(o)) {
                mismatch("count too high", o, found + " counted, " + certain + " expected"
                        + (possible == 0 ? "" : ", " + possible + " more possible"), ts, tally, threads, hints);
            }
        }
    }

    /** True when the destruction of an object without references would have an effect. */
    private static boolean matters(PyObject o) {
        PyInstance attributes = o.attributes();
        if (o.type.hasFinalizer || attributes != null && attributes.weakRefs != null) {
            return true;
        }
        boolean[] refers = {false};
        ReferenceTally.showReferents(o, to -> refers[0] |= !Refs.isImmortal(to));
        return refers[0];
    }

    private boolean isNew(PyObject o) {
        return reported.put(o, Boolean.TRUE) == null;
    }

    private void mismatch(String kind, PyObject o, String counts, ThreadState ts, ReferenceTally tally,
            ThreadState[] threads, List<String> hints) {
        if (mismatches++ < MOST_REPORTS) {
            List<String> referrers = AuditReport.referrers(o, tally.objects(), threads);
            referrers.addAll(hints);
            report.mismatch(kind, o, counts, AuditReport.where(ts), allocations.place(o), referrers);
        }
    }
}
