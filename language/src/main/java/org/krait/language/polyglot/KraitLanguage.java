package org.krait.language.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.imports.SourceCompiler;

/** Python as a language of the polyglot API: {@code Context.newBuilder("krait")}. */
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

    /** The language; Truffle makes it. */
    public KraitLanguage() {}

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return new KraitLanguageOptionDescriptors();
    }

    @Override
    protected KraitContext createContext(Env env) {
        return new KraitContext(env);
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
        CodeObject code = context.run(ts -> compile(ts, text, name));
        return new ProgramNode(this, context, code, source).getCallTarget();
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
