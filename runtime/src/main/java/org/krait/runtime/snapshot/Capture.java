package org.krait.runtime.snapshot;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.WarningFilters;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.HeapWriter;
import org.krait.snapshot.UnitConditions;

/**
 * Captures modules as their execution ends, so that what a restored module looks like does not depend on what the
 * program did later. The objects that a module made belong to its unit ({@link Ownership}); what others do to them
 * afterwards are effects, which belong to the module that was being executed and are repeated when that one is restored
 * ({@link Changes}). {@link CapturedUnits} writes the units.
 *
 * <p>A module that ends while one of those that it leads to is still being executed joins that one's unit. A module
 * that holds what cannot be captured, and all that lead to it, are left to their code; {@link #reasons} says why.
 */
public final class Capture {
    /** The name by which a module says that it is not to be captured: {@code __krait_snapshot__ = "code"}. */
    private static final PyStr MARK = PyStr.interned("__krait_snapshot__");
    /** Where the main program's module has what goes on in its place when it comes out of an archive. */
    private static final PyStr CONTINUATION = PyStr.interned("__krait_main__");

    private final ThreadState ts;
    private final Execution execution = new Execution();
    private final NativeContents contents;
    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final Fixups fixups;
    private final ModuleChanges moduleChanges;
    private final ProgramChanges program;
    private final Changes changes;
    private final Numbers numbers = new Numbers();
    private final Inquiries inquiries;
    private final SysReads sys;
    private final ProcessReads process;
    private final CapturedUnits units;
    private final CapturedCode code = new CapturedCode();
    private boolean stopped;
    /** True when the program's objects are about to end. */
    private boolean isOver;
    /** True while functions are called that make a module ready to be written. */
    private boolean isDumping;
    private final Map<String, String> reasons = new LinkedHashMap<>();
    /** Modules whose execution failed. */
    private final Set<String> failed = new HashSet<>();

    private Capture(ThreadState ts) {
        this.ts = ts;
        contents = new NativeContents(ts);
        ownership = new Ownership(ts, contents, code);
        symbols = new NativeSymbols(ts, ownership::isOfPython);
        fixups = new Fixups(ts);
        moduleChanges = new ModuleChanges(symbols);
        program = new ProgramChanges(execution, ownership, symbols, fixups);
        inquiries = new Inquiries(ts, execution, fixups);
        sys = new SysReads(ts, execution, inquiries);
        process = new ProcessReads(ts, execution, ownership, inquiries, sys);
        changes = new Changes(ts, execution, ownership, symbols, fixups, program, process,
                new UncapturedReads(ts, execution, ownership, code));
        units = new CapturedUnits(ts, ownership, symbols, fixups, moduleChanges, program, numbers, code,
                changes::owner);
    }

    /** Begins to capture what a context imports. */
    public static void start(ThreadState ts) {
        Capture capture = new Capture(ts);
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            if (modules.values[i] instanceof PyModule m) {
                capture.watch(modules.keys[i].toString(), m);
            }
        }
        capture.symbols.learnAll();
        ts.interp.natives.put(Capture.class, capture);
        ts.interp.watcher = capture.changes;
        capture.takeEarly();
    }

    /** The options have imported modules already: the import library can be captured still, others cannot. */
    private void takeEarly() {
        PyDict modules = ts.interp.modules;
        if (!(modules.get("_frozen_importlib") instanceof PyModule bootstrap)
                || !(modules.get("_frozen_importlib_external") instanceof PyModule external)) {
            return;
        }
        library(bootstrap, external, ((PyList) ts.interp.sys.get("path_hooks")).items[1]);
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            String name = modules.keys[i].toString();
            if (modules.values[i] instanceof PyModule m && m != bootstrap && m != external
                    && !BuiltinModules.isBuiltin(name) && !name.equals("__main__")) {
                reasons.put(name, "is imported before the capture begins");
                ownership.disown(m, name, symbols);
            }
        }
    }

    /** The capture of a context, or null. */
    public static Capture of(Interp interp) {
        return interp.watcher == null ? null : (Capture) interp.natives.get(Capture.class);
    }

    /** True while a capture looks at objects: what it calls for that is no program's doing. */
    public static boolean isAtWork(ThreadState ts) {
        Capture capture = of(ts.interp);
        return capture != null && capture.execution.isAtWork();
    }

    /** By module, why it is not captured. */
    public Map<String, String> reasons() {
        return reasons;
    }

    /** A module is about to be executed. */
    public void begin(String name, PyModule module) {
        settle();
        watch();
        Running r = new Running(name, module);
        execution.begin(r);
        moduleChanges.found(name, module);
        ownership.begin(r);
    }

    /** The main program is about to be executed, and is captured until {@link #endMain}. */
    public void beginMain(PyModule main, CodeObject body) {
        symbols.captureMain();
        begin(NativeSymbols.MAIN, main);
        runs(PyStr.interned(NativeSymbols.MAIN), body);
    }

    /**
     * The main program's module is written as it is now, if it is captured.
     *
     * @param continuation what is called in its place when it comes out of the archive
     */
    void endMain(PyObject continuation) {
        Running r = execution.innermost();
        if (r != null && !r.name.equals(NativeSymbols.MAIN)) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "take(main=function) is for the main program: module "
                    + r.name + " is being imported");
        }
        if (r != null) {
            r.module.dict.put(CONTINUATION, continuation);
            ended();
        }
    }

    /** Goes on with a main program that came out of an archive, as it has said there. */
    public static void continueMain(ThreadState ts, PyModule main) {
        PyObject continuation = main.dict.get(CONTINUATION);
        if (continuation == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "the archive's __main__ has no " + CONTINUATION
                    + ": the archive is damaged: write it anew");
        }
        Refs.drop(Calls.call(ts, continuation));
    }

    /** The module that is about to be executed has this body. */
    public void runs(PyStr name, CodeObject body) {
        code.add(name, body);
    }

    /** The code of a module that was executed; null for one that was not. */
    public CodeImage code(String module) {
        return code.image(module);
    }

    /** A native module was made. */
    public void madeNative(String name, PyModule module) {
        watch(name, module);
        // What is made as it is looked at, as the zone's names, is not asked for by who imports the module.
        execution.work(() -> symbols.learn(name, module));
    }

    private void watch(String name, PyModule module) {
        LastingCalls.watch(this, name, module);
        if (name.equals("posix")) {
            changes.watchEnvironment((PyDict) module.dict.get("environ"));
        }
    }

    /** A module is asked for, which may be there already. */
    public void imported(PyStr name) {
        Running r = execution.importer();
        if (r != null) {
            if (r.imports(name.toString())) {
                execution.work(() -> units.imports(r, name.toString()));
                program.watch();
            }
        }
    }

    /** {@code from package import name} gives a module: when it is the submodule, it is imported if it is not there. */
    public static void importedFrom(ThreadState ts, PyObject parent, PyStr name, PyObject value) {
        Capture capture = of(ts.interp);
        if (capture != null && parent instanceof PyModule) {
            PyStr full = capture.execution.ask(() -> ((PyModule) parent).dict.get("__name__") instanceof PyStr p
                    ? PyStr.interned(p + "." + name) : null);
            if (full != null && capture.execution.ask(() -> ts.interp.modules.get(full)) == value) {
                capture.imported(full);
            }
        }
    }

    /** Looks whether what was executed since the last time has changed native objects of others. */
    private void settle() {
        execution.work(() -> contents.visitChanged(o -> {
            if (execution.innermost() != null) {
                execution.innermost().unsound("changes " + changes.describe(o));
            }
        }));
    }

    /** The execution of a module has failed: what it did stays as the work of who imported it and went on. */
    public void failed() {
        if (stopped) {
            return;
        }
        moduleChanges.failed(execution.innermost().name);
        failed.add(execution.innermost().name);
        settle();
        watch();
        Running r = execution.end();
        ownership.forget(r);
        r.letGoOfHooks();
        if (execution.innermost() != null) {
            execution.innermost().takeOver(r);
        } else {
            r.letGo();
        }
    }

    /** The execution of a module has ended. */
    public void ended() {
        if (stopped) {
            return;
        }
        Running r = execution.innermost();
        isDumping = true;
        PyException failure = SnapshotDump.call(ts, r.beforeDump);
        isDumping = false;
        if (failure != null) {
            r.unsound("has a before_dump function that failed: " + failure.value.type.name());
        }
        settle();
        watch();
        execution.end();
        r.variables.end(ts, r);
        List<Running> done = execution.ask(() -> {
            sys.ended(r);
            r.seen.parts.addReached(ts);
            r.orderAdditions();
            program.reads(r, r.seen.parts);
            fixups.learn();
            return write(r);
        });
        execution.silence(true);
        try {
            restored(done);
        } finally {
            execution.silence(false);
        }
        program.watch();
    }

    private void watch() {
        inquiries.watchOptions();
        program.watch();
    }

    /** Whether the code that runs is the standard library's. */
    boolean isByLibrary() {
        return process.isByLibrary();
    }

    Inquiries inquiries() {
        return inquiries;
    }

    /** A builtin function has answered a number that only this process has. */
    void made(PyStr function, PyObject argument, PyObject number) {
        if (execution.current() != null) {
            numbers.made(ts.interp.builtins.get(function), argument, number);
        }
    }

    /** The module that is being executed; null for none. */
    Running running() {
        return execution.current();
    }

    /** The objects of the program are about to end: lets go of those that it has kept, and captures no others. */
    public static void programEnds(Interp interp) {
        if (Mutations.WATCHED && interp.natives.get(Capture.class) instanceof Capture capture) {
            capture.isOver = true;
            capture.program.unwatch();
            capture.units.letGo();
        }
    }

    /** Captures nothing any more: the archive is written. */
    void stop() {
        stopped = true;
        ts.interp.watcher = null;
    }

    /** The import library was executed, before any other module of Python. */
    public void library(PyModule bootstrap, PyModule external, PyObject pathHook) {
        List<Running> group = List.of(new Running("importlib._bootstrap", bootstrap),
                new Running("importlib._bootstrap_external", external));
        execution.work(() -> {
            try {
                units.writeLibrary(group, pathHook);
            } catch (HeapWriter.UnsoundException x) {
                reasons.put(group.getFirst().name, x.getMessage());
            }
        });
    }

    /** Writes a module and those that waited for it; answers them, none when they have to wait for another. */
    private List<Running> write(Running r) {
        List<Running> group = r.group();
        String reason = null;
        for (Running m : group) {
            reason = reason == null ? reasonOf(m) : reason;
        }
        if (reason == null) {
            try {
                units.write(group, execution.unwritten());
                return group;
            } catch (CapturedUnits.RunningException e) {
                e.module.joined.add(r);
                return List.of();
            } catch (HeapWriter.UnsoundException e) {
                reason = e.getMessage();
            }
        }
        for (Running m : group) {
            reasons.put(m.name, reason);
        }
        for (Running other : execution.unwritten()) {
            for (Running m : group) {
                if (other.effects.meets(m.effects)) {
                    other.unsound("has changed what " + m.name + " changes behind it, which is not captured");
                }
            }
        }
        ownership.disown(group, symbols);
        // Where they are executed they may do it otherwise: as the program's own code.
        group.forEach(m -> m.effects.forEach(program::changed));
        group.forEach(Running::letGo);
        return group;
    }

    /** Has functions called as where the modules are restored; nobody may refer to what these add to them. */
    private void restored(List<Running> group) {
        for (Running m : group) {
            if (!m.afterRestore.isEmpty()) {
                SnapshotDump.call(ts, m.afterRestore);
                ownership.disownAdditions(m, symbols);
            }
            m.letGoOfHooks();
        }
    }

    /** Why a module is left to its code, as far as that is known before it is written; null for no reason. */
    private String reasonOf(Running m) {
        if (m.unsoundReason() != null) {
            return m.unsoundReason();
        } else if (isOver) {
            return "is imported as the program ends";
        } else if (failed.contains(m.name)) {
            return "its execution failed before: it must fail elsewhere, too";
        }
        for (Map.Entry<String, String> doubt : m.seen.doubts.entrySet()) {
            if (!fixups.standsFor(m.name, doubt.getKey())) {
                return doubt.getValue() + " (" + doubt.getKey() + ")";
            }
        }
        if (m.module.dict.get(MARK) instanceof PyStr level && level.equalTo("code")) {
            return "is marked to stay code";
        }
        return units.root(m) != null ? null : "put another object than a module of its own into sys.modules";
    }

    /** Whether a captured module is there under another name than its own: by what a module has done. */
    public boolean isRenamed(String name, PyObject module) {
        return !moduleChanges.isOfImport(name, module)
                && (moduleChanges.isFound(module) || ownership.place(module) != null);
    }

    /** Keeps changes that the import machinery makes from being taken for a module's. */
    public void silence(boolean on) {
        execution.silence(on);
    }

    /** Begins or ends to make a native module. */
    public void fills(boolean on) {
        execution.fills(on);
    }

    /** A class is registered with an abstract base class, whose data would else be changed unseen. */
    public static void registered(ThreadState ts, PyObject data, PyObject type) {
        if (Mutations.WATCHED && of(ts.interp) != null) {
            Capture capture = of(ts.interp);
            Running r = capture.execution.current();
            if (r != null && capture.ownership.place(data) != null) {
                r.effects.add(Effects.registration(data, type));
            } else if (r != null && capture.ownership.unsoundModule(data) != null) {
                r.unsound("registers a class with one of " + capture.ownership.unsoundModule(data)
                        + ", which is not captured");
            }
        }
    }

    /** Native code has told something; the argument is an int, None for none, null for an attribute. */
    public static void asked(ThreadState ts, String module, String name, PyObject argument, PyObject answer) {
        Capture capture = of(ts.interp);
        if (capture != null) {
            capture.inquiries.answered(module, name, argument, answer);
        }
    }

    /** A field of {@code sys.flags} is read. */
    public static void readsFlag(ThreadState ts, String name, PyObject value) {
        Capture capture = of(ts.interp);
        if (capture != null) {
            capture.sys.readsFlag(name, value);
        }
    }

    /** An attribute of a stream, which may be a standard one, is asked for. */
    public static void asksOfStream(PyObject stream, String attribute, PyObject value) {
        ThreadState ts = ThreadState.current();
        if (ts != null && of(ts.interp) != null) {
            of(ts.interp).sys.asksOfStream(stream, attribute, value);
        }
    }

    /** The zone of local times is asked for. */
    public static void asksForZone(ThreadState ts) {
        Capture capture = of(ts.interp);
        if (capture != null && capture.execution.current() != null) {
            capture.process.asksForZone(capture.execution.current());
        }
    }

    /** A frame has become an object that Python code has. */
    public static void looksAtFrame(PyFrame frame) {
        ThreadState ts = ThreadState.current();
        if (ts != null && of(ts.interp) != null) {
            of(ts.interp).process.looksAtFrame(frame);
        }
    }

    /** An attribute of a native module is about to be set. */
    public static void sets(ThreadState ts, PyModule module, PyStr name) {
        Capture capture = of(ts.interp);
        if (capture != null && capture.execution.isProgram()) {
            capture.program.setsNative(module.dict, name);
        }
    }

    /** A file is about to be opened, with flags of the operating system. */
    public static void opens(ThreadState ts, byte[] path, int flags) {
        Capture capture = of(ts.interp);
        if (capture != null) {
            capture.inquiries.opens(path, flags);
        }
    }

    /** A warning is given in the name of a module or, by a filter, not given; null for a filter when none matched. */
    public static void warns(ThreadState ts, String action, PyTuple filter, PyObject text, String module) {
        Capture capture = of(ts.interp);
        if (capture != null) {
            Running r = capture.execution.current();
            if (r == null || r.name.equals(module) || capture.ownership.unit(module) != null) {
                capture.inquiries.warns(action, filter, text, false);
                return;
            }
            // Another importer might have other filters, as the main program does.
            boolean isImporters = module.equals(WarningFilters.importer(importingFrame(ts, r)));
            if (isImporters && action.equals("ignore") && !module.equals(NativeSymbols.MAIN)
                    && WarningFilters.areAlikeBut(ts, NativeSymbols.MAIN)) {
                r.seen.answers.put("importer", UnitConditions.Answer.QUIET_IMPORTER);
                capture.inquiries.warns(action, filter, text, false);
            } else {
                capture.inquiries.warns(action, filter, text, true);
            }
        }
    }

    /** The frame from which a module is imported that is being executed, or one of the import library. */
    private static PyFrame importingFrame(ThreadState ts, Running r) {
        PyFrame frame = ts.frame;
        while (frame != null && (frame.globals != r.module.dict || frame.locals != r.module.dict)) {
            frame = frame.back;
        }
        return frame == null ? null : frame.back;
    }

    /** Something is about to be written to a file that is open, as the standard output is. */
    public static void writes() {
        ThreadState ts = ThreadState.current();
        Capture capture = ts == null ? null : of(ts.interp);
        Running r = capture == null ? null : capture.execution.current();
        if (r != null && !capture.isDumping && !capture.inquiries.isOfImport()) {
            r.unsound("writes to an open file");
        }
    }

    /** Something was asked whose answer no record can hold. */
    public static void asksInVain(String what, String function) {
        ThreadState ts = ThreadState.current();
        Capture capture = ts == null ? null : of(ts.interp);
        if (capture != null) {
            capture.calls(function, what);
        }
    }

    /** The content of a native object, shared by all modules or one module's, is about to be changed for good. */
    public static void changesContent(ThreadState ts, PyObject o, boolean isShared, String function) {
        Capture capture = of(ts.interp);
        if (capture != null && (isShared || capture.ownership.place(o) != null)) {
            capture.calls(function, "changes what is shared");
        }
    }

    /** A native function was called whose effect or result no record can hold. */
    void calls(String function, String what) {
        Running r = execution.current();
        if (r != null && LastingCalls.isForName(ts.frame, function)) {
            return;
        }
        if (r != null && fixups.mayStandFor(r.name, function)) {
            r.seen.doubts.put(function, what);
        } else if (r != null && !LastingCalls.isExpected(r.name, function)) {
            r.unsound(what + " (" + function + ")");
        }
    }

    /** A native function was called whose effect can be had again by the same call. */
    void add(String module, String function, PyObject[] args, PyStr[] keywords) {
        Running r = execution.current();
        if (r != null && ts.interp.modules.get(module) instanceof PyModule m && m.dict.get(function) != null) {
            r.effects.add(Effects.call(m.dict.get(function), PyTuple.of(args), keywords));
        }
    }

    /** Adds the units to an archive. */
    public void addTo(ArchiveWriter writer) {
        units.addTo(writer);
        for (Running r : execution.all()) {
            reasons.put(r.name, r.name.equals(NativeSymbols.MAIN) ? "has not called krait.snapshot.take(main=function)"
                    : "is still being executed");
        }
    }
}
