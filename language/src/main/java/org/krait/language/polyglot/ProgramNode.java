package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.krait.objects.PyDict;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Frames;

/** Runs one parsed source in {@code __main__}. */
final class ProgramNode extends RootNode {
    private final KraitContext context;
    private final CodeObject code;
    private final Source source;

    ProgramNode(KraitLanguage language, KraitContext context, CodeObject code, Source source) {
        super(language);
        this.context = context;
        this.code = code;
        this.source = source;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return run();
    }

    @TruffleBoundary
    private Object run() {
        return context.run(ts -> {
            PyDict names = context.mainNames();
            return Conversion.toHost(context, Frames.run(ts, code, names, names, null));
        });
    }

    /** Its place in an exception's stack is that of the traceback's frames: see {@link GuestTrace}. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "<module>";
    }

    @Override
    public SourceSection getSourceSection() {
        return source.createSection(0, source.getLength());
    }
}
