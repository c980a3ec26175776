package org.krait.runtime.builtins;

import org.krait.objects.PyBytes;
import org.krait.objects.PyInstance;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** A {@code _multibytecodec.MultibyteCodec}. */
public final class PyMultibyteCodec extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteCodec", PyType.OBJECT, PyType.NO_NEW,
            new MultibyteCodecMethodsTable());

    private final MultibyteCharset charset;

    PyMultibyteCodec(MultibyteCharset charset) {
        super(TYPE);
        this.charset = charset;
    }

    /** The name that it is had by. */
    String name() {
        return charset.name;
    }

    PyBytes encode(ThreadState ts, PyStr text, String errors) {
        ByteSink sink = new ByteSink(text.length() * 2);
        EncodeErrors handler = null;
        for (int i = 0; i < text.length(); ) {
            byte[] bytes = charset.encode(text.at(i));
            if (bytes != null) {
                sink.addAll(bytes);
                i++;
                continue;
            }
            if (handler == null) {
                handler = new EncodeErrors(ts, charset.name, errors, text);
            }
            int start = i;
            i = handler.handle(start, start + 1, "illegal multibyte sequence");
            if (handler.replacement == null) {
                sink.addAll(handler.bytes);
                continue;
            }
            for (int j = 0; j < handler.replacement.length(); j++) {
                byte[] by = charset.encode(handler.replacement.at(j));
                if (by == null) {
                    throw handler.error(start, start + 1, "illegal multibyte sequence");
                }
                sink.addAll(by);
            }
        }
        return sink.toPyBytes();
    }

    /** Decodes; without {@code isFinal} an incomplete end is left, and {@code consumed[0]} says what was used. */
    PyStr decode(ThreadState ts, byte[] input, String errors, boolean isFinal, int[] consumed) {
        DecodeErrors handler = new DecodeErrors(ts, charset.name, errors, input);
        PyStrBuilder out = new PyStrBuilder(input.length);
        int i = 0;
        while (i < handler.input.length) {
            int c = charset.decode(handler.input, i);
            if (c >= 0) {
                out.append(c);
                i += charset.length;
            } else if (c == MultibyteCharset.INCOMPLETE) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, handler.input.length, "incomplete multibyte sequence");
            } else {
                i = handler.handle(out, i, i + charset.length, "illegal multibyte sequence");
            }
        }
        consumed[0] = Math.min(i, input.length);
        return out.toPyStr();
    }
}
