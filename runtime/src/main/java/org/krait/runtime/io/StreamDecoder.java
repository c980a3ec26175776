package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Codecs;

/** Makes text of bytes that come in pieces. */
abstract class StreamDecoder {
    /** Bytes not decoded yet, and what else the decoder must remember. */
    record State(byte[] bytes, long flags) {}

    static final byte[] NONE = {};

    abstract PyStr decode(ThreadState ts, byte[] bytes, int from, int count, boolean last);

    abstract State state(ThreadState ts);

    abstract void setState(ThreadState ts, State state);

    abstract void reset(ThreadState ts);

    /** The Python object behind the decoder, for visitors; null for native ones. */
    PyObject object() {
        return null;
    }

    /** A decoder of one of the native encodings. */
    static StreamDecoder ofNative(NativeEncoding encoding, String errors) {
        return encoding == NativeEncoding.UTF_8 ? new Utf8(errors) : new SingleByte(encoding, errors);
    }

    /** One byte, one character. */
    private static final class SingleByte extends StreamDecoder {
        private final NativeEncoding encoding;
        private final String errors;

        SingleByte(NativeEncoding encoding, String errors) {
            this.encoding = encoding;
            this.errors = errors;
        }

        @Override
        PyStr decode(ThreadState ts, byte[] bytes, int from, int count, boolean last) {
            return (PyStr) Codecs.decode(ts, bytes, from, count, encoding.text, errors);
        }

        @Override
        State state(ThreadState ts) {
            return new State(NONE, 0);
        }

        @Override
        void setState(ThreadState ts, State state) {}

        @Override
        void reset(ThreadState ts) {}
    }

    /** UTF-8: holds back the bytes of a character that is not complete. */
    private static final class Utf8 extends StreamDecoder {
        private final String errors;
        private byte[] pending = NONE;

        Utf8(String errors) {
            this.errors = errors;
        }

        @Override
        PyStr decode(ThreadState ts, byte[] bytes, int from, int count, boolean last) {
            byte[] all = bytes;
            int start = from;
            int n = count;
            if (pending.length > 0) {
                all = Arrays.copyOf(pending, pending.length + count);
                System.arraycopy(bytes, from, all, pending.length, count);
                start = 0;
                n = all.length;
            }
            int held = last ? 0 : incomplete(all, start, start + n);
            PyStr text = n - held == 0 ? PyStr.EMPTY
                    : (PyStr) Codecs.decode(ts, all, start, n - held, "utf-8", errors);
            pending = held == 0 ? NONE : Arrays.copyOfRange(all, start + n - held, start + n);
            return text;
        }

        /** How many bytes at the end begin a character that may still become valid. */
        private static int incomplete(byte[] b, int from, int to) {
            for (int i = 1; i <= 3 && to - i >= from; i++) {
                int c = b[to - i] & 0xff;
                if ((c & 0xc0) == 0x80) {
                    continue;
                }
                int needed = c >= 0xf5 || c < 0xc2 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
                if (needed <= i) {
                    return 0;
                }
                if (i > 1) {
                    int second = b[to - i + 1] & 0xff;
                    boolean valid = switch (c) {
                        case 0xe0 -> second >= 0xa0;
                        case 0xed -> second < 0xa0;
                        case 0xf0 -> second >= 0x90;
                        case 0xf4 -> second < 0x90;
                        default -> true;
                    };
                    return valid ? i : 0;
                }
                return i;
            }
            return 0;
        }

        @Override
        State state(ThreadState ts) {
            return new State(pending, 0);
        }

        @Override
        void setState(ThreadState ts, State state) {
            pending = state.bytes();
        }

        @Override
        void reset(ThreadState ts) {
            pending = NONE;
        }
    }

    /** An incremental decoder of the codecs machinery. */
    static final class Foreign extends StreamDecoder {
        private final PyObject decoder;

        /** Counts the object; {@link #object} must be uncounted by the owner in the end. */
        Foreign(PyObject decoder) {
            this.decoder = decoder;
            Refs.incRef(decoder);
        }

        @Override
        PyObject object() {
            return decoder;
        }

        @Override
        PyStr decode(ThreadState ts, byte[] bytes, int from, int count, boolean last) {
            PyObject text = Calls.callMethod(ts, decoder, "decode",
                    new PyBytes(Arrays.copyOfRange(bytes, from, from + count)), PyBool.of(last));
            return text(text);
        }

        static PyStr text(PyObject text) {
            if (!(text instanceof PyStr s)) {
                throw Errors.typeError("decoder should return a string result, not '" + text.type.name() + "'");
            }
            return s;
        }

        @Override
        State state(ThreadState ts) {
            PyObject state = Calls.callMethod(ts, decoder, "getstate");
            if (!(state instanceof PyTuple pair) || pair.size() != 2) {
                throw Errors.typeError("illegal decoder state");
            }
            if (!(pair.item(0) instanceof PyBytes bytes)) {
                throw Errors.typeError("illegal decoder state: the first item should be a bytes object, not '"
                        + pair.item(0).type.name() + "'");
            }
            return new State(bytes.value, Arguments.toLong(ts, pair.item(1)));
        }

        @Override
        void setState(ThreadState ts, State state) {
            Calls.callMethod(ts, decoder, "setstate",
                    PyTuple.of(new PyBytes(state.bytes()), PyInt.of(state.flags())));
        }

        @Override
        void reset(ThreadState ts) {
            Calls.callMethod(ts, decoder, "reset");
        }
    }
}
