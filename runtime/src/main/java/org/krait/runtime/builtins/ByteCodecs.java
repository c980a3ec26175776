package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codecs latin-1 and ascii. */
public final class ByteCodecs {
    private ByteCodecs() {}

    public static PyBytes encodeLatin1(ThreadState ts, PyStr s, String errors) {
        if (s.latin1 != null) {
            return new PyBytes(s.latin1);
        }
        return encode(ts, s, errors, 256, "latin-1", "ordinal not in range(256)");
    }

    public static PyBytes encodeAscii(ThreadState ts, PyStr s, String errors) {
        if (s.isAscii()) {
            return new PyBytes(s.latin1);
        }
        return encode(ts, s, errors, 128, "ascii", "ordinal not in range(128)");
    }

    private static PyBytes encode(ThreadState ts, PyStr s, String errors, int limit, String encoding, String reason) {
        int n = s.length();
        ByteSink sink = new ByteSink(n);
        EncodeErrors handler = new EncodeErrors(ts, encoding, errors, s);
        for (int i = 0; i < n; ) {
            int c = s.at(i);
            if (c < limit) {
                sink.add(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && s.at(end) >= limit) {
                end++;
            }
            int start = i;
            i = handler.handle(start, end, reason);
            handler.writeTo(sink, limit, start, end, reason);
        }
        return sink.toPyBytes();
    }

    public static PyStr decodeLatin1(byte[] b, int from, int count) {
        return PyStr.ofLatin1(Arrays.copyOfRange(b, from, from + count));
    }

    public static PyStr decodeAscii(ThreadState ts, byte[] b, int from, int count, String errors) {
        int end = from + count;
        int at = from;
        while (at < end && b[at] >= 0) {
            at++;
        }
        byte[] input = Arrays.copyOfRange(b, from, end);
        if (at == end) {
            return PyStr.ofLatin1(input);
        }
        DecodeErrors handler = new DecodeErrors(ts, "ascii", errors, input);
        PyStrBuilder out = new PyStrBuilder(count);
        for (int i = 0; i < handler.input.length; ) {
            int c = handler.input[i];
            if (c >= 0) {
                out.append(c);
                i++;
            } else {
                i = handler.handle(out, i, i + 1, "ordinal not in range(128)");
            }
        }
        return out.toPyStr();
    }
}
