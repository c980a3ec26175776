package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.List;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Tracebacks;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;

/**
 * Why something of an archive is not used: {@code -v} prints it, {@code --snapshot-explain} wants it kept, with
 * {@code --snapshot-mode=require} it is an error.
 */
public final class ArchiveNotes {
    private final boolean verbose;
    private final boolean required;
    /** Whether the command line asks for modules to be executed. */
    private final boolean executesAsked;
    private final List<Note> notes;

    /** What was noted of a module, or of an archive as a whole when {@code module} is null. */
    public record Note(String module, String archive, String what) {}

    ArchiveNotes(Configuration c) {
        verbose = c.verbose > 0;
        required = c.requireArchives;
        executesAsked = c.ignoreHeaps;
        notes = c.explainArchives ? new ArrayList<>() : null;
    }

    /** The notes in the order of the events; null unless they were to be kept. */
    List<Note> all() {
        return notes;
    }

    /** Why all modules are executed, whatever archives have; null when they are not. */
    static String whyExecuted(Configuration c) {
        // What modules make of these while they are executed is not in a heap.
        if (c.ignoreHeaps) {
            return Mutations.WATCHED ? "an archive is being written" : "--snapshot-level=code";
        }
        if (c.bytesWarning > 0) {
            return "-b";
        }
        return c.pycachePrefix == null ? null : "a prefix for cache files";
    }

    /** An archive is in use; ImportError when its modules will be executed though they must not. */
    void opened(ThreadState ts, Archive archive, String whyExecuted) {
        boolean isRefused = whyExecuted != null && archive.units() > 0;
        if (isRefused && required && !executesAsked) {
            refuse(ts, null, archive.file(), "its modules are executed because of " + whyExecuted
                    + ": leave that out or add --snapshot-level=code");
        }
        if (verbose) {
            Tracebacks.write(ts, "# archive " + archive.file() + ": opened, " + archive.size() + " modules"
                    + (isRefused ? ", which are executed because of " + whyExecuted : "") + "\n");
        }
    }

    /** An archive, or a module of one, cannot be used; ImportError when it must be. */
    void refuse(ThreadState ts, String module, String file, String why) {
        if (required) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "archive " + file + ": "
                    + (module == null ? "" : "module " + module + " ") + why + " (--snapshot-mode=require)");
        }
        say(ts, module, file, why);
    }

    /** Something of an archive is not used, as it should be. */
    void say(ThreadState ts, String module, String file, String what) {
        if (!verbose && notes == null || has(module, file, what)) {
            return;
        }
        if (verbose) {
            Tracebacks.write(ts, "# archive " + file + ": " + (module == null ? "" : "module " + module + " ") + what
                    + "\n");
        }
        if (notes != null) {
            notes.add(new Note(module, file, what));
        }
    }

    private boolean has(String module, String file, String what) {
        return notes != null && notes.contains(new Note(module, file, what));
    }

    private boolean isNoted(String module, String file) {
        for (Note note : notes == null ? List.<Note>of() : notes) {
            if (module.equals(note.module) && note.archive.equals(file)) {
                return true;
            }
        }
        return false;
    }

    /** The code of a module is used, which is executed, though the archive may have the module executed. */
    void executed(ThreadState ts, Archive archive, Archive.Entry entry, String whyAll) throws ArchiveException {
        if (!verbose && notes == null || isNoted(entry.name(), archive.file())) {
            return;
        }
        String why;
        if (archive.units() == 0 || whyAll != null) {
            if (notes != null) {
                notes.add(new Note(entry.name(), archive.file(), archive.units() == 0 ? "has the code of modules alone"
                        : "is executed because of " + whyAll));
            }
            return;
        }
        if (entry.unit() < 0) {
            String reason = archive.reasons().get(entry.name());
            why = "is not captured: " + (reason == null ? "it was not imported when the archive was written" : reason);
        } else if (ts.interp.auditHooks != null) {
            why = "is executed: there is an audit hook";
        } else if (PathSearch.isTraced(ts)) {
            why = "is executed: there is a trace function";
        } else if (Imports.isReplaced(ts.interp)) {
            why = "is executed: the program has its own __import__";
        } else {
            // Refused before, which was noted, or it is imported a second time.
            why = "is executed: it was bound, or refused with another module, before";
        }
        say(ts, entry.name(), archive.file(), why);
    }
}
