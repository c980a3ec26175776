package org.krait.runtime.io;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** A decoder with the translation of line ends behind it. */
final class TextDecoding {
    final StreamDecoder decoder;
    /** Null when line ends stay as they are and nobody asks for their kinds. */
    final NewlineTranslator newlines;

    TextDecoding(StreamDecoder decoder, NewlineTranslator newlines) {
        this.decoder = decoder;
        this.newlines = newlines;
    }

    PyStr decode(ThreadState ts, byte[] bytes, int from, int count, boolean last) {
        PyStr text = decoder.decode(ts, bytes, from, count, last);
        return newlines == null ? text : newlines.process(text, last);
    }

    StreamDecoder.State state(ThreadState ts) {
        StreamDecoder.State state = decoder.state(ts);
        return newlines == null ? state
                : new StreamDecoder.State(state.bytes(), state.flags() << 1 | (newlines.pendingReturn ? 1 : 0));
    }

    void setState(ThreadState ts, StreamDecoder.State state) {
        if (newlines == null) {
            decoder.setState(ts, state);
        } else {
            newlines.pendingReturn = (state.flags() & 1) != 0;
            decoder.setState(ts, new StreamDecoder.State(state.bytes(), state.flags() >> 1));
        }
    }

    void reset(ThreadState ts) {
        if (newlines != null) {
            newlines.reset();
        }
        decoder.reset(ts);
    }

    PyObject newlines() {
        return newlines == null ? PySingleton.NONE : newlines.newlines();
    }
}
