package org.krait.language.symbols;

import org.krait.language.PythonCompiler;
import org.krait.objects.Errors;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.posix.Constants;
import org.krait.runtime.posix.Paths;

/** The module {@code _symtable}. */
@BuiltinModule("_symtable")
public final class SymtableModule {
    private static final String CONSTANTS = """
            USE=16 DEF_GLOBAL=1 DEF_NONLOCAL=8 DEF_LOCAL=2 DEF_PARAM=4 DEF_FREE=32 DEF_FREE_CLASS=64 DEF_IMPORT=128
            DEF_BOUND=134 DEF_ANNOT=256 TYPE_FUNCTION=0 TYPE_CLASS=1 TYPE_MODULE=2 TYPE_ANNOTATION=3
            TYPE_TYPE_VAR_BOUND=4 TYPE_TYPE_ALIAS=5 TYPE_TYPE_PARAM=6 LOCAL=1 GLOBAL_EXPLICIT=2 GLOBAL_IMPLICIT=3
            FREE=4 CELL=5 SCOPE_OFF=12 SCOPE_MASK=15
            """;

    private SymtableModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.materializeDict(), CONSTANTS);
    }

    @Builtin(value = "symtable(source, filename, startstr, /)",
            doc = "Return symbol and scope dictionaries used internally by compiler.")
    static PyObject symtable(ThreadState ts, PyObject source, PyObject filename, PyStr start) {
        String mode = start.toString();
        if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single")) {
            throw Errors.valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        }
        String name = Paths.result(ts, Paths.bytes(ts, Paths.fspath(ts, filename)), false).toString();
        return new PySymtableEntry(PythonCompiler.symbolTable(ts, source, name, mode));
    }
}
