package org.krait.language.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;
import org.krait.objects.PyTraceback;

/**
 * Throws an exception through the frames of its Python traceback. Truffle learns an exception's stack from the call
 * targets it passes; Python code in the plain interpreter has none, so when it leaves the language the traceback is
 * called once more, as frames that only call the next and throw.
 */
final class GuestTrace {
    private static final int MOST_FRAMES = 200;

    private GuestTrace() {}

    /** A place of a traceback, in the source or of it. */
    private static final class Place extends Node {
        private final SourceSection section;

        Place(SourceSection section) {
            this.section = section;
        }

        @Override
        public SourceSection getSourceSection() {
            return section;
        }
    }

    /** A Python frame. */
    private static final class Frame extends RootNode {
        private final String name;
        private final CallTarget inner;
        @Child private Place place;
        private KraitException exception;

        Frame(KraitLanguage language, String name, Place place, CallTarget inner) {
            super(language);
            this.name = name;
            this.place = place;
            this.inner = inner;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            if (inner == null) {
                throw exception;
            }
            return inner.call(place);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public SourceSection getSourceSection() {
            return place.section;
        }
    }

    /** Makes the exception with the node where it was raised, which is null for none. */
    interface Maker {
        KraitException make(Node location);
    }

    /** Throws an exception as if raised by the innermost frame of a traceback, which may be null. */
    static RuntimeException raise(KraitLanguage language, KraitContext context, PyTraceback traceback, Maker maker) {
        List<PyTraceback> entries = new ArrayList<>();
        for (PyTraceback t = traceback; t != null; t = t.next()) {
            entries.add(t);
        }
        if (entries.isEmpty()) {
            throw maker.make(null);
        }
        int first = Math.max(0, entries.size() - MOST_FRAMES);
        Frame innermost = null;
        CallTarget target = null;
        for (int i = entries.size() - 1; i >= first; i--) {
            PyTraceback t = entries.get(i);
            Frame frame = new Frame(language, t.frame.code.name.toString(), new Place(context.sections.of(t)), target);
            if (innermost == null) {
                innermost = frame;
            }
            target = frame.getCallTarget();
        }
        innermost.exception = maker.make(innermost.place);
        target.call();
        throw new AssertionError("the innermost frame throws");
    }
}
