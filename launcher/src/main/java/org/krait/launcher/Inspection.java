package org.krait.launcher;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyException;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Disassembler;
import org.krait.runtime.Configuration;
import org.krait.runtime.Startup;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.runtime.snapshot.HeapNames;
import org.krait.snapshot.Inspector;

/**
 * {@code --snapshot-inspect FILE[:PATH]} shows what is in an archive or a cache file, or a module or object of an
 * archive; {@code --dis FILE} the instructions of code.
 */
final class Inspection {
    static final String INSPECT = "--snapshot-inspect";
    static final String DISASSEMBLE = "--dis";

    private Inspection() {}

    /** Whether a command line is one for {@link #run}. */
    static boolean isMeant(String[] args) {
        return args.length > 0
                && (args[0].equals(INSPECT) || args[0].startsWith(INSPECT + "=") || args[0].equals(DISASSEMBLE));
    }

    /** Runs {@code --snapshot-inspect FILE[:PATH] [--json]} or {@code --dis FILE}; answers the exit code. */
    static int run(Configuration c, String[] args) {
        boolean inspects = !args[0].equals(DISASSEMBLE);
        List<String> words = new ArrayList<>(List.of(args));
        boolean json = inspects && words.remove("--json");
        if (args[0].startsWith(INSPECT + "=")) {
            words.set(0, args[0].substring(INSPECT.length() + 1));
        } else {
            words.removeFirst();
        }
        if (words.size() != 1 || words.getFirst().isEmpty()) {
            System.err.println("usage: krait " + (inspects
                    ? INSPECT + " FILE[:MODULE[.NAME...]|:MODULE#NUMBER] [--json]"
                    : DISASSEMBLE + " FILE"));
            return 2;
        }
        Environment.variables(c);
        ThreadState ts = Startup.start(c, new PythonCompiler());
        try {
            System.out.print(inspects ? inspect(ts, words.getFirst(), json) : listing(ts, c, words.getFirst()));
            System.out.flush();
            return 0;
        } catch (Inspector.InspectException e) {
            System.err.println("krait: " + e.getMessage());
        } catch (PyException e) {
            Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
        }
        return 1;
    }

    /** A file, or what the words behind its last colon name in it when there is no file of the whole name. */
    private static String inspect(ThreadState ts, String what, boolean json) throws Inspector.InspectException {
        int colon = what.lastIndexOf(':');
        if (colon <= 0 || new File(what).exists()) {
            Inspector.Report report = Inspector.inspect(ts, what, new HeapNames());
            return json ? InspectionJson.of(report) : InspectionText.of(report);
        }
        Inspector.Selection found =
                Inspector.select(what.substring(0, colon), what.substring(colon + 1), new HeapNames());
        return json ? InspectionJson.of(found) : InspectionText.of(found);
    }

    private static String listing(ThreadState ts, Configuration c, String file) throws Inspector.InspectException {
        StringBuilder out = new StringBuilder();
        for (CodeObject code : codes(ts, c, file)) {
            out.append(out.isEmpty() ? "" : "\n").append(Disassembler.listing(code));
        }
        return out.toString();
    }

    private static List<CodeObject> codes(ThreadState ts, Configuration c, String file)
            throws Inspector.InspectException {
        byte[] bytes = Inspector.read(file);
        if (file.endsWith(".pyc") || Inspector.isArchive(bytes)) {
            return Inspector.codes(ts, file);
        }
        return List.of(SourceCompiler.of(ts.interp).compileFile(ts, bytes, file, c.optimize));
    }
}
