package org.krait.language;

import org.krait.language.ast.AstModuleTable;
import org.krait.language.ast.TreeConversion;
import org.krait.language.compile.CompileOptions;
import org.krait.language.compile.ModuleCompiler;
import org.krait.language.compile.SymbolTable;
import org.krait.language.symbols.SymtableModuleTable;
import org.krait.language.syntax.CharacterNames;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.SyntaxWarningListener;
import org.krait.language.tokens.TokenizeModuleTable;
import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.SourceLines;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.CharNames;
import org.krait.runtime.imports.NativeImports;
import org.krait.runtime.imports.SourceCompiler;

/** The front end as the runtime sees it: source in, code objects or trees out, errors as Python exceptions. */
public final class PythonCompiler implements SourceCompiler {
    private static final int BARRY_AS_FLUFL = 0x400000;

    /** A front end without state. */
    public PythonCompiler() {}

    @Override
    public PyObject compile(ThreadState ts, PyObject source, Request request) {
        CompileOptions options = new CompileOptions(optimize(ts, request.optimize()), request.flags() & FUTURE_FLAGS,
                (request.flags() & ALLOW_TOP_LEVEL_AWAIT) != 0, configuration(ts).debugRanges);
        try {
            if (TreeConversion.isTree(source)) {
                if ((request.flags() & ONLY_AST) != 0) {
                    return source;
                }
                Mod given = TreeConversion.toMod(ts, source, request.mode());
                return ModuleCompiler.compile(given, request.filename(), options, warner(ts, request));
            }
            Source text = source(ts, source, request.filename(),
                    "compile() arg 1 must be a string, bytes or AST object");
            Mod tree = Parser.parse(text, mode(request.mode()), parseOptions(request), warner(ts, request));
            if ((request.flags() & ONLY_AST) != 0) {
                return TreeConversion.toPython(ts, tree);
            }
            return ModuleCompiler.compile(tree, request.filename(), options, warner(ts, request));
        } catch (SyntaxException e) {
            throw toPython(e);
        }
    }

    @Override
    public CodeObject compileFile(ThreadState ts, byte[] source, String filename, int optimize) {
        try {
            ParseOptions options = new ParseOptions(false, false, false, false, false, 12, ts.interp.intMaxStrDigits,
                    RuntimeNames.INSTANCE);
            Mod tree = Parser.parse(Source.ofFile(source, filename), Mode.EXEC, options, new Warner(ts));
            return ModuleCompiler.compile(tree, filename, new CompileOptions(optimize, 0, false,
                    configuration(ts).debugRanges), new Warner(ts));
        } catch (SyntaxException e) {
            throw toPython(e);
        }
    }

    /** The symbol table of a source's outermost block; {@code mode} as of {@code compile()}. */
    public static SymbolTable symbolTable(ThreadState ts, PyObject source, String filename, String mode) {
        try {
            ParseOptions options = new ParseOptions(false, false, false, false, false, 12, ts.interp.intMaxStrDigits,
                    RuntimeNames.INSTANCE);
            Source text = source(ts, source, filename, "symtable() arg 1 must be a string or bytes object");
            Mod tree = Parser.parse(text, mode(mode), options, new Warner(ts));
            return SymbolTable.of(tree, filename);
        } catch (SyntaxException e) {
            throw toPython(e);
        }
    }

    @Override
    public BuiltinTable nativeModule(String name) {
        return switch (name) {
            case "_ast" -> new AstModuleTable();
            case "_tokenize" -> new TokenizeModuleTable();
            case "_symtable" -> new SymtableModuleTable();
            default -> null;
        };
    }

    @Override
    public Anchors anchors(String segment) {
        return OperatorAnchors.of(segment);
    }

    private static int optimize(ThreadState ts, int asked) {
        return asked >= 0 ? asked : configuration(ts).optimize;
    }

    private static Configuration configuration(ThreadState ts) {
        return (Configuration) ts.interp.natives.get(Configuration.class);
    }

    /** The source in a string or a bytes-like object; for anything else a TypeError with the message given. */
    private static Source source(ThreadState ts, PyObject source, String filename, String otherwise) {
        if (source instanceof PyStr text) {
            return Source.of(text.toString(), filename);
        }
        byte[] bytes;
        try {
            bytes = NativeImports.bytes(ts, source);
        } catch (PyException e) {
            e.swallowKeeping(source);
            throw Errors.typeError(otherwise);
        }
        return Source.of(bytes, filename);
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "exec" -> Mode.EXEC;
            case "eval" -> Mode.EVAL;
            case "single" -> Mode.SINGLE;
            case "func_type" -> Mode.FUNC_TYPE;
            default -> throw new AssertionError(name);
        };
    }

    private static SyntaxWarningListener warner(ThreadState ts, Request request) {
        return (request.flags() & WITHOUT_WARNINGS) != 0 ? Silence.INSTANCE : new Warner(ts);
    }

    private static ParseOptions parseOptions(Request request) {
        int flags = request.flags();
        int version = request.featureVersion();
        boolean limited = (flags & ONLY_AST) != 0 && version >= 0;
        return new ParseOptions((flags & TYPE_COMMENTS) != 0, limited && version < 7, (flags & 0x200) != 0,
                (flags & ALLOW_INCOMPLETE_INPUT) != 0, (flags & BARRY_AS_FLUFL) != 0, limited ? version : 12,
                ThreadState.current() == null ? 4300 : ThreadState.current().interp.intMaxStrDigits,
                RuntimeNames.INSTANCE);
    }

    /** The Python exception of a syntax error. */
    public static PyException toPython(SyntaxException e) {
        PyType type = switch (e.kind) {
            case SYNTAX_ERROR -> ExceptionTypes.SYNTAX_ERROR;
            case INDENTATION_ERROR -> ExceptionTypes.INDENTATION_ERROR;
            case TAB_ERROR -> ExceptionTypes.TAB_ERROR;
            case MEMORY_ERROR -> ExceptionTypes.MEMORY_ERROR;
            case RECURSION_ERROR -> ExceptionTypes.RECURSION_ERROR;
            case VALUE_ERROR -> ExceptionTypes.VALUE_ERROR;
        };
        if (!type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            return e.getMessage() == null || e.getMessage().isEmpty()
                    ? Errors.withArgs(type)
                    : Errors.of(type, e.getMessage());
        }
        String line = e.text != null || e.fileName == null ? e.text : SourceLines.withEnd(e.fileName, e.line);
        PyObject text = line == null ? PySingleton.NONE : PyStr.of(line);
        PyObject file = e.fileName == null ? PySingleton.NONE : PyStr.of(e.fileName);
        if (e.line < 0) {
            return new PyException((PyBaseException) Calls.call(ThreadState.current(), type,
                    PyStr.of(e.getMessage())));
        }
        if (e.ofSymbols) {
            return placed(e, file, text);
        }
        PyObject place = e.endLine >= 0
                ? PyTuple.of(file, PyInt.of(e.line), PyInt.of(e.offset), text, PyInt.of(e.endLine),
                        PyInt.of(e.endOffset))
                : PyTuple.of(file, PyInt.of(e.line), PyInt.of(e.offset), text);
        PyObject made = Calls.call(ThreadState.current(), type, PyStr.of(e.getMessage()), place);
        return new PyException((PyBaseException) made);
    }

    /** A SyntaxError that has its message as argument and its place in attributes. */
    private static PyException placed(SyntaxException e, PyObject file, PyObject text) {
        ThreadState ts = ThreadState.current();
        PyStr message = PyStr.of(e.getMessage());
        PyObject made = Calls.call(ts, ExceptionTypes.SYNTAX_ERROR, message);
        Attributes.set(ts, made, PyStr.interned("filename"), file);
        Attributes.set(ts, made, PyStr.interned("lineno"), PyInt.of(e.line));
        Attributes.set(ts, made, PyStr.interned("offset"), PyInt.of(e.offset));
        Attributes.set(ts, made, PyStr.interned("text"), text);
        Attributes.set(ts, made, PyStr.interned("end_lineno"), PyInt.of(e.endLine));
        Attributes.set(ts, made, PyStr.interned("end_offset"),
                e.endOffset > 0 ? PyInt.of(e.endOffset) : PySingleton.NONE);
        return new PyException((PyBaseException) made);
    }

    /** Gives the warnings of the front end to the module {@code warnings}. */
    private record Warner(ThreadState ts) implements SyntaxWarningListener {
        @Override
        public boolean warn(String category, String message, String fileName, int line) {
            PyType type = category.equals("SyntaxWarning")
                    ? ExceptionTypes.SYNTAX_WARNING
                    : ExceptionTypes.DEPRECATION_WARNING;
            try {
                Warnings.warnExplicit(ts, type, message, fileName, line);
                return true;
            } catch (PyException e) {
                if (e.is(type)) {
                    e.swallow();
                    return false;
                }
                throw e;
            }
        }
    }

    /** Gives no warnings. */
    private static final class Silence implements SyntaxWarningListener {
        static final Silence INSTANCE = new Silence();

        @Override
        public boolean warn(String category, String message, String fileName, int line) {
            return true;
        }
    }

    /** The character names of the module {@code unicodedata}. */
    private static final class RuntimeNames implements CharacterNames {
        static final RuntimeNames INSTANCE = new RuntimeNames();

        @Override
        public int lookUp(String name) {
            return CharNames.lookUp(name);
        }
    }
}
