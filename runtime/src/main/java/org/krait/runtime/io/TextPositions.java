package org.krait.runtime.io;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/**
 * {@code tell} and {@code seek} of text streams. A position is a cookie: a point in the bytes where the decoder's state
 * is known, that state, and how many bytes and characters to go from there.
 */
final class TextPositions {
    /** Where decoding starts, with which state, what is fed then, and how many characters of that are skipped. */
    private record Cookie(long position, long flags, int feed, int skip, boolean atEnd) {
        /** 64 bits for each field, the position lowest. */
        PyInt pack() {
            if (flags == 0 && feed == 0 && skip == 0 && !atEnd) {
                return PyInt.of(position);
            }
            BigInteger all = BigInteger.valueOf(atEnd ? 1 : 0);
            all = all.shiftLeft(32).or(BigInteger.valueOf(skip));
            all = all.shiftLeft(32).or(BigInteger.valueOf(feed));
            all = all.shiftLeft(32).or(BigInteger.valueOf(flags & 0xffffffffL));
            return PyInt.of(all.shiftLeft(64).or(BigInteger.valueOf(position)));
        }

        static Cookie unpack(PyInt cookie) {
            BigInteger all = cookie.toBigInteger();
            return new Cookie(all.longValue(), all.shiftRight(64).intValue() & 0xffffffffL,
                    all.shiftRight(96).intValue(), all.shiftRight(128).intValue(), all.testBit(160));
        }
    }

    private TextPositions() {}

    private static void checkSeekable(ThreadState ts, PyTextIOWrapper self) {
        if (!self.isSeekable(ts)) {
            throw Io.unsupported("underlying stream is not seekable");
        }
    }

    static PyObject tell(ThreadState ts, PyTextIOWrapper self) {
        self.buffer();
        Io.checkClosed(ts, self);
        checkSeekable(ts, self);
        if (!self.telling) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "telling position disabled by next() call");
        }
        self.writePending(ts);
        Calls.callMethod(ts, self, "flush");
        PyObject position = Calls.callMethod(ts, self.buffer(), "tell");
        if (self.decoding == null || self.snapshot == null) {
            return position;
        }
        PyTextIOWrapper.Snapshot snapshot = self.snapshot;
        byte[] input = snapshot.input();
        long start = Arguments.toLong(ts, position) - input.length;
        if (self.used == 0) {
            return new Cookie(start, snapshot.flags(), 0, 0, false).pack();
        }
        TextDecoding decoding = self.decoding;
        StreamDecoder.State saved = decoding.state(ts);
        try {
            return reconstruct(ts, decoding, start, snapshot, self.used).pack();
        } finally {
            decoding.setState(ts, saved);
        }
    }

    /** Decodes the snapshot again, byte by byte, up to the character that the program has come to. */
    private static Cookie reconstruct(ThreadState ts, TextDecoding decoding, long position,
            PyTextIOWrapper.Snapshot snapshot, int used) {
        byte[] input = snapshot.input();
        long start = position;
        long flags = snapshot.flags();
        int skip = used;
        int fed = 0;
        int characters = 0;
        decoding.setState(ts, new StreamDecoder.State(StreamDecoder.NONE, flags));
        for (int i = 0; i < input.length; i++) {
            fed++;
            characters += decoding.decode(ts, input, i, 1, false).length();
            StreamDecoder.State state = decoding.state(ts);
            if (state.bytes().length == 0 && characters <= skip) {
                start += fed;
                skip -= characters;
                flags = state.flags();
                fed = 0;
                characters = 0;
            }
            if (characters >= skip) {
                return new Cookie(start, flags, fed, skip, false);
            }
        }
        characters += decoding.decode(ts, input, 0, 0, true).length();
        if (characters < skip) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "can't reconstruct logical file position");
        }
        return new Cookie(start, flags, fed, skip, true);
    }

    static PyObject seek(ThreadState ts, PyTextIOWrapper self, PyObject target, int whence) {
        self.buffer();
        Io.checkClosed(ts, self);
        checkSeekable(ts, self);
        PyObject cookie = target;
        switch (whence) {
            case 0 -> { }
            case 1 -> {
                if (!isZero(ts, cookie)) {
                    throw Io.unsupported("can't do nonzero cur-relative seeks");
                }
                cookie = Calls.callMethod(ts, self, "tell");
            }
            case 2 -> {
                if (!isZero(ts, cookie)) {
                    throw Io.unsupported("can't do nonzero end-relative seeks");
                }
                return seekEnd(ts, self);
            }
            default -> throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
        }
        PyInt number = Arguments.toIndex(ts, cookie);
        if (number.signum() < 0) {
            throw Errors.valueError("negative seek position " + Texts.repr(ts, cookie));
        }
        Calls.callMethod(ts, self, "flush");
        restore(ts, self, Cookie.unpack(number));
        return cookie;
    }

    private static boolean isZero(ThreadState ts, PyObject cookie) {
        return Arguments.toIndex(ts, cookie).signum() == 0;
    }

    private static PyObject seekEnd(ThreadState ts, PyTextIOWrapper self) {
        Calls.callMethod(ts, self, "flush");
        self.forgetDecoded();
        if (self.decoding != null) {
            self.decoding.reset(ts);
        }
        PyObject position = Calls.callMethod(ts, self.buffer(), "seek", PyInt.ZERO, PyInt.of(2));
        resetEncoder(ts, self, isZero(ts, position));
        return position;
    }

    private static void restore(ThreadState ts, PyTextIOWrapper self, Cookie cookie) {
        Calls.callMethod(ts, self.buffer(), "seek", PyInt.of(cookie.position()));
        self.forgetDecoded();
        if (self.decoding != null) {
            if (cookie.position() == 0 && cookie.flags() == 0) {
                self.decoding.reset(ts);
            } else {
                self.decoding.setState(ts, new StreamDecoder.State(StreamDecoder.NONE, cookie.flags()));
            }
        }
        if (cookie.skip() > 0) {
            PyObject read = Calls.callMethod(ts, self.buffer(), "read", PyInt.of(cookie.feed()));
            if (!(read instanceof PyBytes bytes)) {
                throw Errors.typeError("underlying read() should have returned a bytes object, not '"
                        + read.type.name() + "'");
            }
            self.snapshot = new PyTextIOWrapper.Snapshot(cookie.flags(), bytes.value);
            PyStr text = self.decoding.decode(ts, bytes.value, 0, bytes.value.length, cookie.atEnd());
            self.decoded = text;
            if (text.length() < cookie.skip()) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "can't restore logical file position");
            }
            self.used = cookie.skip();
        } else {
            self.snapshot = new PyTextIOWrapper.Snapshot(cookie.flags(), StreamDecoder.NONE);
        }
        resetEncoder(ts, self, cookie.position() == 0 && cookie.flags() == 0);
    }

    /** Tells an encoder that writes a byte order mark whether one is due. */
    static void resetEncoder(ThreadState ts, PyTextIOWrapper self, boolean atStart) {
        PyObject encoder = self.encoder();
        if (encoder != null) {
            if (atStart) {
                Calls.callMethod(ts, encoder, "reset");
            } else {
                Calls.callMethod(ts, encoder, "setstate", PyInt.ZERO);
            }
        }
    }
}
