package org.krait.runtime.imports;

import org.krait.objects.BuiltinTable;
import org.krait.objects.Interp;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Turns source into code objects and trees; the language module implements it and registers it with the context. */
public interface SourceCompiler {
    /** {@code from __future__} flags of CPython that are inherited or asked for, and these bits of ast.h. */
    int ONLY_AST = 0x400;
    int TYPE_COMMENTS = 0x1000;
    int ALLOW_TOP_LEVEL_AWAIT = 0x2000;
    int ALLOW_INCOMPLETE_INPUT = 0x4000;
    /** Not of CPython: the source is only tried, and its warnings are given when it is compiled to run. */
    int WITHOUT_WARNINGS = 1 << 30;
    int OPTIMIZED_AST = 0x8000 | ONLY_AST;
    /** All {@code from __future__} flags: the bits of code objects that a prompt passes on. */
    int FUTURE_FLAGS = 0x1ff0000;

    /** What to compile how. */
    record Request(String filename, String mode, int flags, int optimize, int featureVersion) {}

    /**
     * Compiles.
     *
     * @param source the text (a str), the undecoded bytes (a bytes), or a tree of {@code _ast} nodes
     * @return a code object; with ONLY_AST in the flags a tree
     */
    PyObject compile(ThreadState ts, PyObject source, Request request);

    /** Compiles the bytes of a module's file. */
    CodeObject compileFile(ThreadState ts, byte[] source, String filename, int optimize);

    /** The table of a native module that belongs to the front end ({@code _ast}…), or null. */
    BuiltinTable nativeModule(String name);

    /** The characters of a segment that markers point at: the operator, or the brackets. */
    record Anchors(int start, int end) {}

    /** Where the operator of a segment is when it is one binary operation or subscript (PEP 657); else null. */
    Anchors anchors(String segment);

    /** The compiler of a context. */
    static SourceCompiler of(Interp interp) {
        return (SourceCompiler) interp.natives.get(SourceCompiler.class);
    }
}
