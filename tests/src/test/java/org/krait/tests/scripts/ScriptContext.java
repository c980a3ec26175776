package org.krait.tests.scripts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.tests.PythonContext;

/** Runs a script in a context of its own. */
final class ScriptContext {
    private final PythonContext context;

    ScriptContext(Configuration configuration, SourceCompiler compiler) {
        context = new PythonContext(configuration, compiler);
    }

    /** Runs a script as {@code __main__}; its output goes to files in the folder. */
    Outcome run(Script script, Path folder) throws Exception {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Outcome end = context.call(ts -> {
            redirect(ts, "stdout", out);
            redirect(ts, "stderr", err);
            return execute(ts, script);
        });
        List<String> lines = Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        return new Outcome(lines, end.error(), end.errorLine(), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static void redirect(ThreadState ts, String stream, Path file) {
        PyDict names = new PyDict();
        names.put("path", PyStr.of(file.toString()));
        String source = "import sys\nsys." + stream + " = sys.__" + stream
                + "__ = open(path, 'w', encoding='utf-8', errors='backslashreplace')\n";
        CodeObject code = SourceCompiler.of(ts.interp).compileFile(ts, source.getBytes(StandardCharsets.UTF_8),
                "<redirect>", 0);
        Frames.run(ts, code, names, names, null);
    }

    private static Outcome execute(ThreadState ts, Script script) {
        PyDict names = ((PyModule) ts.interp.modules.get("__main__")).dict;
        names.put("__file__", PyStr.of(script.file().toString()));
        names.put("__cached__", PySingleton.NONE);
        try {
            Frames.run(ts, ScriptMode.code(ts, script), names, names, null);
            return new Outcome(List.of(), null, 0, "");
        } catch (PyException e) {
            PyObject traceback = e.value.traceback();
            int line = traceback instanceof PyTraceback t ? t.line() : 0;
            String text = e.value.type.qualifiedName().toString();
            String message = Texts.str(ts, e.value).toString();
            if (!message.isEmpty()) {
                text += ": " + message.lines().findFirst().orElse("");
            }
            PyObject module = e.value.type.lookup(PyStr.interned("__module__"));
            if (module instanceof PyStr m && !m.toString().equals("builtins") && !m.equalTo(PyStr.of("__main__"))) {
                text = m + "." + text;
            }
            e.swallow();
            return new Outcome(List.of(), text, line, "");
        }
    }
}
