package org.krait.runtime.imports;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyModule;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/**
 * The frames of the import machinery in tracebacks: taken out as {@code remove_importlib_frames} of import.c does, put
 * in where Java has done what functions of the library do.
 */
final class ImportFrames {
    private static final String CALL = "_call_with_frames_removed";
    /** Functions of the library and what each was calling, outermost first: on the way to the code of a module. */
    static final String[][] EXECUTING = {
        {"_load_unlocked", "exec_module"}, {"_LoaderBasics.exec_module", CALL}, {CALL, null},
    };
    /** On the way to a finder. */
    static final String[][] FINDING = {
        {"_find_and_load", "_find_and_load_unlocked"}, {"_find_and_load_unlocked", "_find_spec"},
        {"_find_spec", "find_spec"},
    };
    static final String[][] FINDING_UNLOCKED = {{"_find_spec", "find_spec"}};
    /** On the way to the loader of a spec. */
    static final String[][] LOADING = {
        {"_find_and_load", "_find_and_load_unlocked"}, {"_find_and_load_unlocked", "_load_unlocked"},
    };

    private ImportFrames() {}

    /**
     * Takes out every run of frames of the machinery that ends in {@code _call_with_frames_removed}, and for an
     * ImportError all runs.
     */
    static void strip(ImportLibrary library, PyException e) {
        boolean always = e.is(ExceptionTypes.IMPORT_ERROR);
        PyTraceback beforeRun = null;
        PyTraceback previous = null;
        boolean inRun = false;
        PyTraceback next;
        for (PyTraceback t = e.value.traceback(); t != null; t = next) {
            next = t.next();
            boolean own = library.isIn(t.frame);
            if (own && !inRun) {
                beforeRun = previous;
            }
            inRun = own;
            if (own && (always || t.frame.code.name.equalTo(CALL))) {
                if (beforeRun == null) {
                    e.value.setTraceback(next);
                } else {
                    beforeRun.setNext(next);
                }
                previous = beforeRun;
            } else {
                previous = t;
            }
        }
    }

    /** True for an exception that the code of a module has raised or let through. */
    static boolean isOfModule(PyException e) {
        return e.value.traceback() != null && e.value.traceback().frame.code.name.equalTo("<module>");
    }

    /** Puts the frames of functions of the library before those of an exception. */
    static void add(ThreadState ts, ImportLibrary library, PyException e, String[][] calls) {
        for (int i = calls.length - 1; i >= 0; i--) {
            PyFunction function = function(library, calls[i][0]);
            if (function != null) {
                CodeObject code = function.code().load();
                PyFrame frame = new PyFrame(code, function.globals, ts.interp.builtins, null);
                frame.pc = pcOf(code, calls[i][1]);
                frame.setDone();
                e.value.setTraceback(new PyTraceback(e.value.traceback(), frame, frame.pc));
            }
        }
    }

    private static PyFunction function(ImportLibrary library, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return library.bootstrap.dict.get(path) instanceof PyFunction f ? f : null;
        }
        PyModule module = library.external;
        return module.dict.get(path.substring(0, dot)) instanceof PyType type
                && type.namespace().get(path.substring(dot + 1)) instanceof PyFunction f ? f : null;
    }

    /** The last instruction that names something; the first one of the code for null, or when there is none. */
    private static int pcOf(CodeObject code, String name) {
        int found = 0;
        Opcode op;
        for (int pc = 0; name != null && pc < code.code.length; pc += op.size) {
            op = Opcode.of(code.code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.operand(i) == Operand.NAME && code.names[code.code[pc + 1 + i]].equalTo(name)) {
                    found = pc;
                }
            }
        }
        return found;
    }
}
