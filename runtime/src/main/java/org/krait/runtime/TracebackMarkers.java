package org.krait.runtime;

import org.krait.objects.ThreadState;
import org.krait.runtime.imports.SourceCompiler;

/** The {@code ~~~^~~~} under a source segment: carets, or the operator's when it is a binary operation or subscript. */
final class TracebackMarkers {
    private TracebackMarkers() {}

    static String marks(ThreadState ts, String segment) {
        int width = segment.codePointCount(0, segment.length());
        SourceCompiler.Anchors anchors = SourceCompiler.of(ts.interp).anchors(segment);
        if (anchors == null) {
            return "^".repeat(width);
        }
        return "~".repeat(anchors.start()) + "^".repeat(anchors.end() - anchors.start())
                + "~".repeat(Math.max(0, width - anchors.end()));
    }
}
