package org.krait.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.objects.PyException;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Startup;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.ImportTimes;
import org.krait.runtime.imports.ModuleCode;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.runtime.snapshot.Capture;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.Layout;
import org.krait.snapshot.ModuleSource;

/**
 * Two ways to an archive: {@code --snapshot-create} writes it at the end of a program; or in three steps
 * PYCDSMODE=TRACE writes the modules that a program imports to PYCDSLIST, DUMP archives them as PYCDSARCHIVE, SHARE
 * runs programs out of it.
 */
final class SnapshotWorkflow {
    private SnapshotWorkflow() {}

    /** Step 1, at the end of a program: a line for each module, its name and the path of its source. */
    static void writeList(ThreadState ts, Configuration c) {
        String file = c.environment.get("PYCDSLIST");
        if (file == null) {
            System.err.println("krait: PYCDSMODE is TRACE, but PYCDSLIST names no file for the list");
            return;
        }
        try (Writer out = new FileWriter(file, StandardCharsets.UTF_8)) {
            for (ImportTimes.Read read : ImportTimes.of(ts.interp).reads()) {
                out.write(read.module() + "\t" + read.path() + "\n");
            }
        } catch (IOException e) {
            System.err.println("krait: " + file + ": cannot write the list of modules: " + e.getMessage());
        }
    }

    /** Step 2: compiles the listed modules and writes the archive; answers the exit code. */
    static int dump(Configuration c, SourceCompiler compiler) {
        String list = c.environment.get("PYCDSLIST");
        String archive = c.environment.get("PYCDSARCHIVE");
        if (list == null || archive == null) {
            System.err.println("krait: PYCDSMODE is DUMP: it needs PYCDSLIST, the list to read, and PYCDSARCHIVE, "
                    + "the archive to write");
            return 2;
        }
        ThreadState ts = Startup.start(c, compiler);
        Map<String, String> modules = new LinkedHashMap<>();
        return readList(list, modules) ? write(ts, c, modules, archive) : 2;
    }

    /** Adds the modules of a list that {@link #writeList} wrote, with their paths; false when it is no such list. */
    private static boolean readList(String list, Map<String, String> modules) {
        try (BufferedReader in = new BufferedReader(new FileReader(list, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                int tab = line.indexOf('\t');
                if (tab < 1) {
                    System.err.println("krait: " + list + ": line " + number
                            + ": expected a module name, a tab and a path, found '" + line + "'");
                    return false;
                }
                modules.putIfAbsent(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException e) {
            System.err.println("krait: " + list + ": cannot read the list of modules: " + e.getMessage());
            return false;
        }
        return true;
    }

    /**
     * Archives what a program imported from sources and caches; what came out of another archive stays there unless a
     * heap is captured, which has to stand alone. The code of the modules of PYCDSLIST comes with it. Answers the exit
     * code.
     */
    static int create(ThreadState ts, Configuration c, String archive) {
        Map<String, String> modules = new LinkedHashMap<>();
        Capture capture = Capture.of(ts.interp);
        for (ImportTimes.Read read : ImportTimes.of(ts.interp).reads()) {
            if (read.isArchived() && capture == null) {
                continue;
            }
            File source = new File(read.path());
            if (source.lastModified() == read.modified() && source.length() == read.size()) {
                modules.put(read.module(), read.path());
            } else if (c.verbose > 0) {
                // What was executed is not what the file says now, if there is one.
                System.err.println("# not archived: " + read.module() + ": " + read.path()
                        + " has changed since it was imported");
            }
        }
        String list = c.environment.get("PYCDSLIST");
        if (list != null && !readList(list, modules)) {
            return 2;
        }
        return write(ts, c, modules, archive);
    }

    private static int write(ThreadState ts, Configuration c, Map<String, String> modules, String archive) {
        ArchiveWriter writer = new ArchiveWriter(c.optimize);
        for (Map.Entry<String, String> module : modules.entrySet()) {
            add(ts, c, writer, module.getKey(), module.getValue());
        }
        Capture capture = Capture.of(ts.interp);
        if (capture != null) {
            capture.addTo(writer);
            for (Map.Entry<String, String> reason : capture.reasons().entrySet()) {
                writer.addReason(reason.getKey(), reason.getValue());
                if (reason.getKey().equals(Archives.MAIN)) {
                    System.err.println("krait: " + archive + ": the program itself is not captured: "
                            + reason.getValue());
                } else if (c.verbose > 0) {
                    System.err.println("# not captured: " + reason.getKey() + ": " + reason.getValue());
                }
            }
        }
        try {
            writer.writeTo(archive);
        } catch (IOException e) {
            System.err.println("krait: " + archive + ": cannot write the archive: " + reason(archive, e));
            return 1;
        }
        return 0;
    }

    /** What the system says, without the name of the temporary file beside the archive. */
    private static String reason(String archive, IOException e) {
        String text = String.valueOf(e.getMessage());
        int at = text.lastIndexOf(" (");
        return text.startsWith(archive) && at >= 0 && text.endsWith(")") ? text.substring(at + 2, text.length() - 1)
                : text;
    }

    private static void add(ThreadState ts, Configuration c, ArchiveWriter writer, String name, String path) {
        File file = new File(path);
        if (!file.isFile()) {
            System.err.println("krait: " + path + ": no such file: module " + name + " is left out");
            return;
        }
        try {
            long modified = file.lastModified();
            byte[] source = ModuleCode.read(path);
            Capture capture = Capture.of(ts.interp);
            CodeImage code = capture == null ? null : capture.code(name);
            if (code == null) {
                code = CodeImage.of(SourceCompiler.of(ts.interp).compileFile(ts, source, path, c.optimize));
            }
            String library = c.standardLibrary + "/";
            boolean ofLibrary = path.startsWith(library);
            int flags = (ofLibrary ? Layout.LIBRARY : 0) | (path.endsWith("/__init__.py") ? Layout.PACKAGE : 0);
            writer.add(name, new ModuleSource(ofLibrary ? path.substring(library.length()) : path, flags, modified,
                    source.length, ModuleCode.hash(source)), code);
        } catch (PyException e) {
            System.err.println("krait: " + path + ": module " + name + " is left out: " + e.value.type.name() + ": "
                    + Texts.str(ts, e.value));
        }
    }
}
