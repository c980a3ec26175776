package org.krait.tests.scripts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.imports.ModuleCode;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.ModuleSource;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/** The ways in which a script is run. Each uses the code paths of a real start and makes sure that it does. */
enum ScriptMode {
    /** Compiled from its source; no cache, no archive but the base archive. */
    SOURCE {
        @Override
        Outcome run(Script script, Path folder) throws Exception {
            Configuration c = configuration(script);
            c.ignoreCache = true;
            return new ScriptContext(c, new PythonCompiler()).run(script, folder);
        }
    },
    /** Out of the cache file that another context has written. */
    CACHE {
        @Override
        Outcome run(Script script, Path folder) throws Exception {
            Configuration writing = configuration(script);
            writing.pycachePrefix = folder.toString();
            new PythonContext(writing, new PythonCompiler()).call(ts -> code(ts, script));
            Configuration c = configuration(script);
            c.pycachePrefix = folder.toString();
            return new ScriptContext(c, new OthersOnly(script)).run(script, folder);
        }
    },
    /** Out of a memory-mapped archive that another context has written. */
    ARCHIVE {
        @Override
        Outcome run(Script script, Path folder) throws Exception {
            String archive = folder.resolve("script.kimg").toString();
            File file = script.file().toFile();
            byte[] source = Files.readAllBytes(script.file());
            Configuration writing = configuration(script);
            writing.ignoreCache = true;
            new PythonContext(writing, new PythonCompiler()).call(ts -> {
                ArchiveWriter writer = new ArchiveWriter(0);
                writer.add(script.name(), new ModuleSource(file.toString(), 0, file.lastModified(), source.length,
                        ModuleCode.hash(source)), CodeImage.of(code(ts, script)));
                writer.writeTo(archive);
                return null;
            });
            Configuration c = configuration(script);
            c.ignoreCache = true;
            c.archives.add(0, archive);
            return new ScriptContext(c, new OthersOnly(script)).run(script, folder);
        }
    },
    /** A process of its own, started as a user would. */
    PROCESS {
        @Override
        Outcome run(Script script, Path folder) throws IOException, InterruptedException {
            KraitCommand.Result result = KraitCommand.ofDistribution().in(folder)
                    .run("-B", script.file().toString());
            return outcome(result, script);
        }
    },
    /** A process in which tier 1 compiles the script's functions and loops as soon as it can. */
    COMPILED {
        @Override
        Outcome run(Script script, Path folder) throws IOException, InterruptedException {
            KraitCommand.Result result = KraitCommand.ofDistribution().in(folder)
                    .run("-B", "-X", "jit=eager:" + script.file().getParent(), script.file().toString());
            return outcome(result, script);
        }
    };

    /** Runs a script; the folder is empty and the run's own. */
    abstract Outcome run(Script script, Path folder) throws Exception;

    /** What is said of the mode in the names of tests. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Configuration configuration(Script script) {
        Configuration c = PythonContext.configuration();
        c.scriptFolder = script.file().getParent().toString();
        c.argv.set(0, script.file().toString());
        return c;
    }

    /** The code of a script, out of an archive or a cache when the context has one. */
    static CodeObject code(ThreadState ts, Script script) {
        return ModuleCode.ofSourceFile(ts, script.name(), PyStr.of(script.file().toString()));
    }

    /** A front end that must not be asked for the script itself: its code has to come from elsewhere. */
    private static final class OthersOnly implements SourceCompiler {
        private final String refused;
        private final PythonCompiler compiler = new PythonCompiler();

        OthersOnly(Script script) {
            refused = script.file().toString();
        }

        @Override
        public PyObject compile(ThreadState ts, PyObject source, Request request) {
            return compiler.compile(ts, source, request);
        }

        @Override
        public CodeObject compileFile(ThreadState ts, byte[] source, String filename, int optimize) {
            if (filename.equals(refused)) {
                throw new AssertionError(filename + " is compiled, though there is a cache or an archive of it");
            }
            return compiler.compileFile(ts, source, filename, optimize);
        }

        @Override
        public org.krait.objects.BuiltinTable nativeModule(String name) {
            return compiler.nativeModule(name);
        }

        @Override
        public Anchors anchors(String segment) {
            return compiler.anchors(segment);
        }
    }

    /** Reads the exception that ended a process out of its traceback. */
    private static Outcome outcome(KraitCommand.Result result, Script script) {
        List<String> output = result.out().lines().toList();
        List<String> log = result.err().lines().toList();
        int start = log.lastIndexOf("Traceback (most recent call last):");
        if (result.status() == 0) {
            return new Outcome(output, null, 0, result.err());
        }
        if (start < 0) {
            return new Outcome(output, "exit status " + result.status(), 0, result.err());
        }
        int line = 0;
        String place = "  File \"" + script.file() + "\", line ";
        for (String text : log.subList(start + 1, log.size())) {
            if (line == 0 && text.startsWith(place)) {
                String rest = text.substring(place.length());
                line = Integer.parseInt(rest.contains(",") ? rest.substring(0, rest.indexOf(',')) : rest);
            } else if (!text.startsWith(" ")) {
                return new Outcome(output, text, line, result.err());
            }
        }
        return new Outcome(output, "exit status " + result.status(), line, result.err());
    }
}
