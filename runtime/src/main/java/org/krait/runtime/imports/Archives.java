package org.krait.runtime.imports;

import java.io.File;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.objects.Interp;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.UnraisableHook;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Heap;
import org.krait.snapshot.ModuleSource;

/**
 * The archives of a context: application archives first, the base archive of the standard library last. What cannot
 * be used is passed over, so that the program runs from its sources; {@code -v} says why.
 */
public final class Archives {
    /** The main program's module. */
    public static final String MAIN = "__main__";
    private static final int MODULE_END = ".py".length();
    private static final int PACKAGE_END = "/__init__.py".length();

    private final ArrayList<Archive> open = new ArrayList<>();
    /** Those that something has come out of, or was looked for in. */
    private final ArrayList<HeapModules> heaps = new ArrayList<>();
    private final ArchiveNotes notes;
    /** Why modules are executed though an archive has them executed; null when they are not. */
    private final String whyExecuted;
    private final String library;
    /** What {@link #findInLibrary} found last, and is asked for by {@link #code} next. */
    private Archive found;
    private Archive.Entry foundEntry;
    private String foundPath;
    /** The archive that the last code came from. */
    private String usedFile;

    private Archives(ThreadState ts) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        notes = new ArchiveNotes(c);
        whyExecuted = ArchiveNotes.whyExecuted(c);
        library = c.standardLibrary.concat("/");
        for (String file : c.archives) {
            try {
                Archive archive = Archive.open(file);
                if (archive.optimize() == c.optimize) {
                    open.add(archive);
                    notes.opened(ts, archive, whyExecuted);
                } else {
                    refuse(ts, null, file, "not used: it was compiled with -O level " + archive.optimize());
                }
            } catch (ArchiveException e) {
                refuse(ts, null, file, what(file, e).concat(": not used"));
            }
        }
    }

    /** Opens the archives of a context; ImportError for one that can't be used though it is required. */
    public static void open(ThreadState ts) {
        of(ts);
    }

    /** Whether the archives of a context are open; not when one can't be used though it is required. */
    public static boolean areOpen(ThreadState ts) {
        return ts.interp.natives.get(Archives.class) != null;
    }

    /** Why something of an archive was not used, in the order of the events; null unless it was to be kept. */
    public static List<ArchiveNotes.Note> notes(ThreadState ts) {
        return of(ts).notes.all();
    }

    /** Shows what came to life out of heaps so far; makes nothing. */
    public static void visitRestored(Interp interp, PyObject.Visitor visitor) {
        if (interp.natives.get(Archives.class) instanceof Archives archives) {
            for (int i = 0; i < archives.heaps.size(); i++) {
                archives.heaps.get(i).heap().visitMade(visitor);
            }
        }
    }

    /** Tells where changed objects lie that came out of heaps. */
    static void place(ThreadState ts, IdentityHashMap<PyObject, ObjectStores> wanted) {
        Archives archives = of(ts);
        for (int i = 0; i < archives.heaps.size(); i++) {
            archives.heaps.get(i).place(wanted);
        }
    }

    /** Shows the objects of the program to which what comes out of heaps has references. */
    public static void visitHeld(Interp interp, PyObject.Visitor visitor) {
        if (interp.natives.get(Archives.class) instanceof Archives archives) {
            for (int i = 0; i < archives.heaps.size(); i++) {
                archives.heaps.get(i).heap().visitHeld(visitor);
            }
        }
    }

    /** Whether what came out of heaps has finalizers. */
    public static boolean haveFinalizable(Interp interp) {
        if (interp.natives.get(Archives.class) instanceof Archives archives) {
            for (int i = 0; i < archives.heaps.size(); i++) {
                if (interp.collector.lateFinalizers || archives.heaps.get(i).heap().hasFinalizable()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Runs the finalizers of what came out of heaps, which nothing ends before the program. */
    public static void runFinalizers(ThreadState ts) {
        if (ts.interp.natives.get(Archives.class) instanceof Archives archives) {
            // A finalizer that imports may add another.
            for (int i = 0; i < archives.heaps.size(); i++) {
                Heap heap = archives.heaps.get(i).heap();
                if (ts.interp.collector.lateFinalizers || heap.hasFinalizable()) {
                    runFinalizers(ts, heap);
                }
            }
        }
    }

    private static void runFinalizers(ThreadState ts, Heap heap) {
        try {
            for (PyObject o : heap.finalizable(ts.interp.collector.lateFinalizers)) {
                Refs.finalizeImmortal(o);
            }
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, null);
        }
    }

    /** The archives of a context, opened on first use. */
    static Archives of(ThreadState ts) {
        Archives archives = (Archives) ts.interp.natives.get(Archives.class);
        if (archives == null) {
            archives = new Archives(ts);
            ts.interp.natives.put(Archives.class, archives);
        }
        return archives;
    }

    /** An archive, or a module of one, cannot be used; ImportError when it must be. */
    void refuse(ThreadState ts, String module, String file, String why) {
        notes.refuse(ts, module, file, why);
    }

    /** The file of the archive that the last code came from. */
    String usedFile() {
        return usedFile;
    }

    /** Whether there is any archive. */
    boolean isEmpty() {
        return open.isEmpty();
    }

    /**
     * Finds a module of the library whose source lies in a folder under the last part of its name, in an archive that
     * is as new as the source; false for none.
     */
    boolean findInLibrary(ThreadState ts, String module, String folder, String tail) {
        for (int i = 0; i < open.size(); i++) {
            Archive archive = open.get(i);
            try {
                Archive.Entry entry = archive.find(module);
                if (entry != null && entry.source().isOfLibrary()) {
                    ModuleSource source = entry.source();
                    String path = library.concat(source.path());
                    int length = folder.length() + 1 + tail.length() + (source.isPackage() ? PACKAGE_END : MODULE_END);
                    if (path.length() == length && path.startsWith(folder)
                            && isFresh(ts, archive, module, source, path)) {
                        found = archive;
                        foundEntry = entry;
                        foundPath = path;
                        return true;
                    }
                }
            } catch (ArchiveException e) {
                drop(ts, i--, e);
            }
        }
        return false;
    }

    /** The source path of the module that {@link #findInLibrary} found. */
    String foundPath() {
        return foundPath;
    }

    /** Whether the module that {@link #findInLibrary} found is a package. */
    boolean foundPackage() {
        return foundEntry.source().isPackage();
    }

    /** The code of a module whose source lies at a path; null when no archive has it or what it has is stale. */
    CodeObject code(ThreadState ts, String module, PyStr sourceFile) {
        String path = sourceFile.toString();
        if (foundEntry != null && path.equals(foundPath) && module.equals(foundEntry.name())) {
            Archive archive = found;
            Archive.Entry entry = foundEntry;
            foundEntry = null;
            try {
                return code(ts, archive, entry, sourceFile);
            } catch (ArchiveException e) {
                drop(ts, open.indexOf(archive), e);
            }
        }
        for (int i = 0; i < open.size(); i++) {
            Archive archive = open.get(i);
            try {
                Archive.Entry entry = archive.find(module);
                if (entry == null) {
                    continue;
                }
                String expected = path(entry.source());
                if (!expected.equals(path)) {
                    notes.say(ts, module, archive.file(), "not used: it is of ".concat(expected));
                } else if (isFresh(ts, archive, module, entry.source(), path)) {
                    return code(ts, archive, entry, sourceFile);
                }
            } catch (ArchiveException e) {
                drop(ts, i--, e);
            }
        }
        return null;
    }

    private CodeObject code(ThreadState ts, Archive archive, Archive.Entry entry, PyStr sourceFile)
            throws ArchiveException {
        usedFile = archive.file();
        CodeObject code = archive.code(entry, sourceFile);
        notes.executed(ts, archive, entry, whyExecuted);
        return code;
    }

    private void drop(ThreadState ts, int index, ArchiveException e) {
        String file = open.remove(index).file();
        refuse(ts, null, file, what(file, e).concat(": not used any more"));
    }

    /** What is wrong, without the name of the file that the message begins with. */
    private static String what(String file, ArchiveException e) {
        String prefix = file.concat(": ");
        return e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
    }

    /** The absolute path of a source. */
    String path(ModuleSource source) {
        return source.isOfLibrary() ? library.concat(source.path()) : source.path();
    }

    /**
     * The module whose source lies at a path, restored with all that its import would import; null when no archive has
     * it executed, or it cannot be used.
     */
    PyObject restore(ThreadState ts, String module, String path) {
        for (int i = 0; i < open.size(); i++) {
            Archive archive = open.get(i);
            if (whyExecuted != null || archive.units() == 0) {
                continue;
            }
            try {
                Archive.Entry entry = archive == found && foundEntry != null && module.equals(foundEntry.name())
                        ? foundEntry
                        : archive.find(module);
                if (entry != null && entry.unit() >= 0 && path(entry.source()).equals(path)
                        && (entry == foundEntry || isFresh(ts, archive, module, entry.source(), path))) {
                    usedFile = archive.file();
                    PyObject restored = heap(ts, i).bind(ts, entry);
                    if (restored != null) {
                        return restored;
                    }
                }
            } catch (ArchiveException e) {
                drop(ts, i--, e);
            }
        }
        return null;
    }

    /**
     * The main program, whose source lies at a path, out of an archive that was asked to have it, in the place of the
     * module that is there; null when no archive has it, or it cannot be used.
     */
    public static PyModule restoreMain(ThreadState ts, String path) {
        Archives archives = of(ts);
        boolean isThere = false;
        for (int i = 0; i < archives.open.size(); i++) {
            Archive archive = archives.open.get(i);
            try {
                Archive.Entry entry = archives.whyExecuted != null ? null : archive.find(MAIN);
                if (entry != null && !entry.source().path().equals(path)) {
                    archives.notes.say(ts, MAIN, archive.file(), "not used: it is of ".concat(entry.source().path()));
                } else if (entry != null) {
                    isThere = true;
                }
            } catch (ArchiveException e) {
                archives.drop(ts, i--, e);
            }
        }
        if (!isThere) {
            return null;
        }
        ImportLibrary.of(ts);
        return archives.restore(ts, MAIN, path) instanceof PyModule main ? main : null;
    }

    /** The two modules of the import library and the hook for folders out of an archive; null when none has them. */
    PyObject[] restoreLibrary(ThreadState ts) {
        for (int i = 0; i < open.size() && whyExecuted == null; i++) {
            try {
                if (open.get(i).units() > 0) {
                    PyObject[] restored = heap(ts, i).bindLibrary(ts);
                    if (restored != null) {
                        usedFile = open.get(i).file();
                        return restored;
                    }
                }
            } catch (ArchiveException e) {
                drop(ts, i--, e);
            }
        }
        return null;
    }

    private HeapModules heap(ThreadState ts, int index) {
        Archive archive = open.get(index);
        for (int i = 0; i < heaps.size(); i++) {
            if (heaps.get(i).heap().archive() == archive) {
                return heaps.get(i);
            }
        }
        HeapModules heap = new HeapModules(ts, this, archive);
        heaps.add(heap);
        return heap;
    }

    /**
     * The code of a module, compiled, since what the archive has is damaged: for functions that are restored already.
     * ArchiveException when the source is not what was archived, ImportError when archives must be used.
     */
    public static CodeObject recompile(ThreadState ts, Archive archive, Archive.Entry entry, PyStr file,
            ArchiveException damage) throws ArchiveException {
        Archives archives = of(ts);
        archives.refuse(ts, entry.name(), archive.file(), "is compiled again: ".concat(what(archive.file(), damage)));
        byte[] source = ModuleCode.read(archives.path(entry.source()));
        if (ModuleCode.hash(source) != entry.source().hash()) {
            throw damage;
        }
        return SourceCompiler.of(ts.interp).compileFile(ts, source, file.toString(), archive.optimize());
    }

    /** Whether a source is still what was archived: by time and size, or by hash when only the time differs. */
    boolean isFresh(ThreadState ts, Archive archive, String module, ModuleSource source, String path) {
        File file = new File(path);
        long modified = file.lastModified();
        if (modified == source.modified() && file.length() == source.size()) {
            return true;
        }
        if (modified != 0 && file.length() == source.size()
                && ModuleCode.hash(ModuleCode.read(path)) == source.hash()) {
            return true;
        }
        refuse(ts, module, archive.file(), "is stale: its source has changed");
        return false;
    }
}
