package org.krait.runtime.builtins;

import org.krait.objects.PyBuffer;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;

/** Text to bytes and back. The common encodings are built in and never import the package {@code encodings}. */
public final class Codecs {
    private Codecs() {}

    /** The name in lower case with neither hyphens, underscores nor blanks: {@code "utf8"}. */
    static String shortName(String encoding) {
        if (encoding.equals("utf-8")) {
            return "utf8";
        }
        StringBuilder out = new StringBuilder(encoding.length());
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 32));
            } else if (c != '-' && c != '_' && c != ' ') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code text.encode(encoding, errors)}: bytes unless a registered codec makes something else. */
    public static PyObject encode(ThreadState ts, PyStr text, String encoding, String errors) {
        checkNames(ts, encoding, errors);
        switch (shortName(encoding)) {
            case "utf8" -> {
                return Utf8.encode(ts, text, errors);
            }
            case "latin1", "iso88591" -> {
                return ByteCodecs.encodeLatin1(ts, text, errors);
            }
            case "ascii", "usascii" -> {
                return ByteCodecs.encodeAscii(ts, text, errors);
            }
            default -> {
                PyTuple codec = CodecRegistry.of(ts).lookUpText(ts, encoding, "codecs.encode()");
                return CodecRegistry.run(ts, codec.items[0], text, errors, encoding, true);
            }
        }
    }

    /** {@code bytes.decode(encoding, errors)} of any bytes-like object. */
    public static PyObject decode(ThreadState ts, PyObject bytes, String encoding, String errors) {
        checkNames(ts, encoding, errors);
        String name = shortName(encoding);
        if (!isFast(name)) {
            if (bytes instanceof org.krait.objects.PyBytes b && b.value.length == 0) {
                return PyStr.EMPTY;
            }
            PyTuple codec = CodecRegistry.of(ts).lookUpText(ts, encoding, "codecs.decode()");
            return CodecRegistry.run(ts, codec.items[1], bytes, errors, encoding, false);
        }
        PyBuffer buffer = Bytes.buffer(ts, bytes);
        try {
            return decode(ts, buffer.array, buffer.offset, buffer.length, encoding, errors);
        } finally {
            buffer.release();
        }
    }

    /** Decodes a part of an array. */
    public static PyObject decode(ThreadState ts, byte[] b, int from, int count, String encoding, String errors) {
        return switch (shortName(encoding)) {
            case "utf8" -> Utf8.decode(ts, b, from, count, errors);
            case "latin1", "iso88591" -> ByteCodecs.decodeLatin1(b, from, count);
            case "ascii", "usascii" -> ByteCodecs.decodeAscii(ts, b, from, count, errors);
            default -> decode(ts, new org.krait.objects.PyBytes(WideCodecs.part(b, from, count)), encoding, errors);
        };
    }

    /** In development mode the names are checked even where they do not matter. */
    static void checkNames(ThreadState ts, String encoding, String errors) {
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        if (configuration == null || !configuration.devMode) {
            return;
        }
        CodecRegistry registry = CodecRegistry.of(ts);
        if (!isFast(shortName(encoding))) {
            registry.lookUp(ts, encoding);
        }
        if (errors != null && !errors.equals("strict")) {
            registry.lookUpError(ts, errors);
        }
    }

    private static boolean isFast(String name) {
        return switch (name) {
            case "utf8", "latin1", "iso88591", "ascii", "usascii" -> true;
            default -> false;
        };
    }

    /** A file system path as text: UTF-8 with surrogateescape. */
    public static PyStr decodePath(ThreadState ts, byte[] bytes) {
        return Utf8.decode(ts, bytes, 0, bytes.length, "surrogateescape");
    }

    /** Text as the bytes of a file system path: UTF-8 with surrogateescape. */
    public static byte[] encodePath(ThreadState ts, PyStr text) {
        return Utf8.encode(ts, text, "surrogateescape").value;
    }
}
