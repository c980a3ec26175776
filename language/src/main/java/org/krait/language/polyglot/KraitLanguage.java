package org.krait.language.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.imports.SourceCompiler;

/**
 * Python as a language of the polyglot API, {@code Context.newBuilder("krait")}, and the front door of the code base.
 *
 * <p>A tour, in the order in which a program meets the parts:
 *
 * <ol>
 *   <li><b>Source.</b> {@link org.krait.language.syntax.Tokenizer} and {@link org.krait.language.syntax.Parser} make a
 *       tree of {@link org.krait.language.syntax.Stmt} and {@link org.krait.language.syntax.Expr}; what does not parse
 *       is looked at again by {@code Diagnosis}, which words the SyntaxError.
 *   <li><b>Code.</b> {@link org.krait.language.compile.ModuleCompiler} turns the tree into a {@link CodeObject}: an
 *       array of register instructions, each one a line of the table {@link org.krait.objects.code.Opcode}. {@link
 *       org.krait.objects.code.Verifier} and {@link org.krait.objects.code.Disassembler} read the same table.
 *   <li><b>Finding it again.</b> {@link org.krait.runtime.imports.Imports} is the import statement. A module's code
 *       comes out of an archive ({@link org.krait.snapshot.Layout} is its format), a cache file, or its source:
 *       {@link org.krait.runtime.imports.ModuleCode}.
 *   <li><b>Values.</b> A Python object is a {@link PyObject}; {@link org.krait.objects.Refs} counts the references to
 *       it, and its {@link org.krait.objects.PyType} has the {@link org.krait.objects.Slots} that say what it can do.
 *       Builtin types and modules are classes of annotated static methods in {@link
 *       org.krait.runtime.builtins.BuiltinTypes} and {@link org.krait.runtime.builtins.BuiltinModules}.
 *   <li><b>Running.</b> {@link org.krait.runtime.Frames} makes a {@link org.krait.objects.PyFrame}, {@link
 *       org.krait.runtime.Interpreter} is the loop over its instructions, and their meaning is in classes by topic:
 *       {@link org.krait.runtime.Calls}, {@link org.krait.runtime.Attributes}, {@link org.krait.runtime.Arithmetic},
 *       {@link org.krait.runtime.Iteration}. Errors are {@link PyException}s. {@link org.krait.runtime.Interrupts}
 *       has the GIL and what gets a thread out of the loop.
 *   <li><b>Beginning and end.</b> {@link org.krait.runtime.Startup} makes a context out of a {@link
 *       org.krait.runtime.Configuration}, {@link org.krait.runtime.Shutdown} ends it. The command {@code krait} does
 *       both without Truffle.
 *   <li><b>Inside a Java program</b>, this package: {@link KraitContext} is the interpreter of a polyglot context,
 *       {@link ProgramNode} runs what was evaluated, {@link Conversion} takes values across, {@link PythonValue} and
 *       {@link ForeignMethods} are objects seen from the other side, {@link GuestTrace} gives exceptions their stack,
 *       and {@link Watch} brings interruption and cancellation.
 * </ol>
 */
@TruffleLanguage.Registration(id = KraitLanguage.ID, name = "Krait", implementationName = "Krait", version = "3.12.1",
        defaultMimeType = "text/x-python", characterMimeTypes = "text/x-python",
        contextPolicy = TruffleLanguage.ContextPolicy.EXCLUSIVE)
public final class KraitLanguage extends TruffleLanguage<KraitContext> {
    /** The language's id. */
    public static final String ID = "krait";

    /** The folder of the distribution. */
    @com.oracle.truffle.api.Option(help = "The folder of the distribution.", name = "Home",
            category = OptionCategory.USER, stability = OptionStability.STABLE)
    static final OptionKey<String> HOME = new OptionKey<>("");

    /** The folder of the standard library. */
    @com.oracle.truffle.api.Option(help = "The folder of the pure-Python standard library.", name = "StandardLibrary",
            category = OptionCategory.USER, stability = OptionStability.STABLE)
    static final OptionKey<String> STANDARD_LIBRARY = new OptionKey<>("");

    @com.oracle.truffle.api.Option(help = "Folders in front of the library in sys.path.", name = "PythonPath",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "<path>[:<path>]")
    static final OptionKey<String> PYTHON_PATH = new OptionKey<>("");

    @com.oracle.truffle.api.Option(help = "What sys.executable says; empty for no program.", name = "Executable",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "<path>")
    static final OptionKey<String> EXECUTABLE = new OptionKey<>("");

    @com.oracle.truffle.api.Option(help = "Level 1 drops asserts, 2 docstrings too.", name = "Optimize",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "0|1|2")
    static final OptionKey<Integer> OPTIMIZE = new OptionKey<>(0);

    @com.oracle.truffle.api.Option(help = "Whether imports write cache files; never without file access.",
            name = "WriteBytecode", category = OptionCategory.USER, stability = OptionStability.STABLE,
            usageSyntax = "true|false")
    static final OptionKey<Boolean> WRITE_BYTECODE = new OptionKey<>(false);

    @com.oracle.truffle.api.Option(help = "Whether the module site does its work at the start.", name = "Site",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "true|false")
    static final OptionKey<Boolean> SITE = new OptionKey<>(true);

    @com.oracle.truffle.api.Option(help = "Limit of int <-> str conversions; 0 for none.", name = "IntMaxStrDigits",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "<digits>")
    static final OptionKey<Integer> INT_MAX_STR_DIGITS = new OptionKey<>(4300);

    @com.oracle.truffle.api.Option(help = "Python's development mode.", name = "DevMode",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "true|false")
    static final OptionKey<Boolean> DEV_MODE = new OptionKey<>(false);

    @com.oracle.truffle.api.Option(help = "Warning filters as of the command's -W, comma separated.",
            name = "Warnings", category = OptionCategory.USER, stability = OptionStability.STABLE,
            usageSyntax = "<filter>[,<filter>]")
    static final OptionKey<String> WARNINGS = new OptionKey<>("");

    @com.oracle.truffle.api.Option(help = "An archive to take modules out of.", name = "Snapshot",
            category = OptionCategory.USER, stability = OptionStability.STABLE, usageSyntax = "<file>")
    static final OptionKey<String> SNAPSHOT = new OptionKey<>("");

    /** The attributes of a SyntaxError among its extras, and how much further the ones of its end are. */
    private static final int ERROR_LINE = 2;
    private static final int ERROR_COLUMN = 3;
    private static final int END = 3;

    /** The language; Truffle makes it. */
    public KraitLanguage() {}

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return new KraitLanguageOptionDescriptors();
    }

    @Override
    protected KraitContext createContext(Env env) {
        return new KraitContext(this, env);
    }

    @Override
    protected void initializeContext(KraitContext context) {
        context.start();
    }

    @Override
    protected void finalizeContext(KraitContext context) {
        context.shutDown();
    }

    @Override
    protected void disposeContext(KraitContext context) {
        context.dispose();
    }

    @Override
    protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
        return true;
    }

    @Override
    protected void disposeThread(KraitContext context, Thread thread) {
        context.forget(thread);
    }

    @Override
    protected Object getScope(KraitContext context) {
        return new MainScope(context);
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        Source source = request.getSource();
        String name = source.getPath() != null ? source.getPath() : source.getName();
        PyStr text = PyStr.of(source.getCharacters().toString());
        KraitContext context = KraitContext.get(null);
        CodeObject code = context.run(ts -> {
            try {
                return compile(ts, text, name);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.SYNTAX_ERROR)) {
                    throw e;
                }
                throw KraitException.ofParsing(context, ts, e, place(e, source), isIncomplete(ts, text, name));
            }
        });
        context.sections.add(code, source);
        return new ProgramNode(this, context, code, source).getCallTarget();
    }

    /** Where a SyntaxError is, by its attributes. */
    private static SourceSection place(PyException e, Source source) {
        int line = number(e.value.extra(ERROR_LINE));
        int column = number(e.value.extra(ERROR_COLUMN));
        int endLine = number(e.value.extra(ERROR_LINE + END));
        int endColumn = number(e.value.extra(ERROR_COLUMN + END)) - 1;
        return Sections.of(source, line, column, Math.max(line, endLine), Math.max(column, endColumn));
    }

    private static int number(PyObject o) {
        return o instanceof PyInt i && i.fitsLong() ? (int) i.value : -1;
    }

    /** True for a source that could be the beginning of a good one. */
    private static boolean isIncomplete(ThreadState ts, PyStr text, String name) {
        try {
            SourceCompiler.of(ts.interp).compile(ts, text, new SourceCompiler.Request(name, "exec",
                    SourceCompiler.ALLOW_INCOMPLETE_INPUT, -1, -1));
            return false;
        } catch (PyException e) {
            e.swallow();
            return e.is(ExceptionTypes.SYNTAX_ERROR) && e.value.args().size() > 0
                    && e.value.args().item(0) instanceof PyStr message && message.equalTo("incomplete input");
        }
    }

    /** An expression gives its value; anything else is a program. */
    private static CodeObject compile(ThreadState ts, PyStr text, String name) {
        SourceCompiler compiler = SourceCompiler.of(ts.interp);
        try {
            return (CodeObject) compiler.compile(ts, text, new SourceCompiler.Request(name, "eval", 0, -1, -1));
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.SYNTAX_ERROR)) {
                throw e;
            }
            e.swallow();
        }
        return (CodeObject) compiler.compile(ts, text, new SourceCompiler.Request(name, "exec", 0, -1, -1));
    }
}
