package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _codecs}. */
@BuiltinModule("_codecs")
public final class CodecsModule {
    private CodecsModule() {}

    private static PyTuple pair(PyObject result, int length) {
        return PyTuple.of(result, PyInt.of(length));
    }

    private static String errors(PyObject errors, String function, int position) {
        if (errors == null || errors == PySingleton.NONE) {
            return null;
        }
        if (errors instanceof PyStr s) {
            return Bytes.withoutNull(s);
        }
        throw Errors.typeError(function + "() argument " + position + " must be str or None, not "
                + errors.type.name());
    }

    /** The bytes of a bytes-like object, copied. */
    private static byte[] bytes(ThreadState ts, PyObject data) {
        if (data instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = Bytes.buffer(ts, data);
        try {
            return buffer.toByteArray();
        } finally {
            buffer.release();
        }
    }

    /** The bytes of a str (as UTF-8) or a bytes-like object. */
    private static byte[] textOrBytes(ThreadState ts, PyObject data) {
        return data instanceof PyStr s ? Utf8.encode(ts, s, null).value : bytes(ts, data);
    }

    // The registry.

    @Builtin(value = "register(search_function, /)", doc = """
            Register a codec search function.

            Search functions are expected to take one argument, the encoding name in
            all lower case letters, and either return None, or a tuple of functions
            (encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).""")
    static void register(ThreadState ts, PyObject searchFunction) {
        if (!isCallable(searchFunction)) {
            throw Errors.typeError("argument must be callable");
        }
        CodecRegistry.of(ts).register(searchFunction);
    }

    private static boolean isCallable(PyObject o) {
        return o.type.special(Special.CALL) != null || o instanceof PyType;
    }

    @Builtin(value = "unregister(search_function, /)", doc = """
            Unregister a codec search function and clear the registry's cache.

            If the search function is not registered, do nothing.""")
    static void unregister(ThreadState ts, PyObject searchFunction) {
        CodecRegistry registry = CodecRegistry.of(ts);
        for (int i = 0; i < registry.searchFunctions.size; i++) {
            if (registry.searchFunctions.items[i] == searchFunction) {
                registry.cache.clear();
                registry.searchFunctions.removeAt(i);
                return;
            }
        }
    }

    @Builtin(value = "lookup(encoding, /)", doc = """
            Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.""")
    static PyObject lookUp(ThreadState ts, PyStr encoding) {
        return CodecRegistry.of(ts).lookUp(ts, Bytes.withoutNull(encoding));
    }

    @Builtin(value = "encode(obj, encoding='utf-8', errors='strict')", doc = """
            Encodes obj using the codec registered for encoding.

            The default encoding is 'utf-8'.  errors may be given to set a
            different error handling scheme.  Default is 'strict' meaning that encoding
            errors raise a ValueError.  Other possible values are 'ignore', 'replace'
            and 'backslashreplace' as well as any other name registered with
            codecs.register_error that can handle ValueErrors.""")
    static PyObject encode(ThreadState ts, PyObject obj, PyObject encoding, PyObject errors) {
        String name = encoding == null ? "utf-8" : Bytes.name(encoding, "encode", "encoding");
        PyTuple codec = CodecRegistry.of(ts).lookUp(ts, name);
        return CodecRegistry.run(ts, codec.items[0], obj, errors == null ? null
                : Bytes.name(errors, "encode", "errors"),
                name, true);
    }

    @Builtin(value = "decode(obj, encoding='utf-8', errors='strict')", doc = """
            Decodes obj using the codec registered for encoding.

            Default encoding is 'utf-8'.  errors may be given to set a
            different error handling scheme.  Default is 'strict' meaning that encoding
            errors raise a ValueError.  Other possible values are 'ignore', 'replace'
            and 'backslashreplace' as well as any other name registered with
            codecs.register_error that can handle ValueErrors.""")
    static PyObject decode(ThreadState ts, PyObject obj, PyObject encoding, PyObject errors) {
        String name = encoding == null ? "utf-8" : Bytes.name(encoding, "decode", "encoding");
        PyTuple codec = CodecRegistry.of(ts).lookUp(ts, name);
        return CodecRegistry.run(ts, codec.items[1], obj, errors == null ? null
                : Bytes.name(errors, "decode", "errors"),
                name, false);
    }

    @Builtin(value = "register_error(errors, handler, /)", doc = """
            Register the specified error handler under the name errors.

            handler must be a callable object, that
            will be called with an exception instance containing
            information about the location of the encoding/decoding
            error and must return a (replacement, new position) tuple.""")
    static void registerError(ThreadState ts, PyStr errors, PyObject handler) {
        if (!isCallable(handler)) {
            throw Errors.typeError("handler must be callable");
        }
        CodecRegistry.of(ts).errorHandlers.put(errors, handler);
    }

    @Builtin(value = "lookup_error(name, /)", doc = """
            lookup_error(errors) -> handler

            Return the error handler for the specified error handling name or raise a
            LookupError, if no handler exists under this name.""")
    static PyObject lookUpError(ThreadState ts, PyStr name) {
        return CodecRegistry.of(ts).lookUpError(ts, Bytes.withoutNull(name));
    }

    // Escapes.

    @Builtin(value = "escape_encode(data, errors=None, /)",
            doc = "Encode by escape; return the result and the length consumed.")
    static PyObject escapeEncode(PyObject data, PyObject errors) {
        if (!(data instanceof PyBytes b)) {
            throw Errors.typeError("escape_encode() argument 1 must be bytes, not " + data.type.name());
        }
        return pair(EscapeCodecs.escapeBytes(b.value), b.value.length);
    }

    @Builtin(value = "escape_decode(data, errors=None, /)",
            doc = "Decode by escape; return the result and the length consumed.")
    static PyObject escapeDecode(ThreadState ts, PyObject data, PyObject errors) {
        byte[] b = textOrBytes(ts, data);
        int[] bad = new int[1];
        PyBytes made = EscapeCodecs.unescapeBytes(b, errors(errors, "escape_decode", 2), bad);
        EscapeWarnings.warn(ts, bad[0]);
        return pair(made, b.length);
    }

    @Builtin(value = "unicode_escape_encode(str, errors=None, /)",
            doc = "Encode by unicode_escape; return the result and the length consumed.")
    static PyObject unicodeEscapeEncode(PyStr str, PyObject errors) {
        return pair(EscapeCodecs.encodeUnicode(str), str.length());
    }

    @Builtin(value = "unicode_escape_decode(data, errors=None, final=True, /)",
            doc = "Decode by unicode_escape; return the result and the length consumed.")
    static PyObject unicodeEscapeDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        byte[] b = textOrBytes(ts, data);
        int[] consumed = new int[1];
        int[] bad = new int[1];
        PyStr made = EscapeCodecs.decodeUnicode(ts, b, errors(errors, "unicode_escape_decode", 2), isFinal, consumed,
                bad);
        EscapeWarnings.warn(ts, bad[0]);
        return pair(made, consumed[0]);
    }

    @Builtin(value = "raw_unicode_escape_encode(str, errors=None, /)",
            doc = "Encode by raw_unicode_escape; return the result and the length consumed.")
    static PyObject rawUnicodeEscapeEncode(PyStr str, PyObject errors) {
        return pair(EscapeCodecs.encodeRaw(str), str.length());
    }

    @Builtin(value = "raw_unicode_escape_decode(data, errors=None, final=True, /)",
            doc = "Decode by raw_unicode_escape; return the result and the length consumed.")
    static PyObject rawUnicodeEscapeDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        byte[] b = textOrBytes(ts, data);
        int[] consumed = new int[1];
        PyStr made = EscapeCodecs.decodeRaw(ts, b, errors(errors, "raw_unicode_escape_decode", 2), isFinal, consumed);
        return pair(made, consumed[0]);
    }

    // UTF.

    @Builtin(value = "utf_8_encode(str, errors=None, /)",
            doc = "Encode by utf_8; return the result and the length consumed.")
    static PyObject utf8Encode(ThreadState ts, PyStr str, PyObject errors) {
        return pair(Utf8.encode(ts, str, errors(errors, "utf_8_encode", 2)), str.length());
    }

    @Builtin(value = "utf_8_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_8; return the result and the length consumed.")
    static PyObject utf8Decode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        byte[] b = bytes(ts, data);
        int[] consumed = new int[1];
        PyStr made = Utf8.decode(ts, b, 0, b.length, errors(errors, "utf_8_decode", 2), isFinal, consumed);
        return pair(made, consumed[0]);
    }

    @Builtin(value = "utf_7_encode(str, errors=None, /)",
            doc = "Encode by utf_7; return the result and the length consumed.")
    static PyObject utf7Encode(PyStr str, PyObject errors) {
        return pair(Utf7.encode(str), str.length());
    }

    @Builtin(value = "utf_7_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_7; return the result and the length consumed.")
    static PyObject utf7Decode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        int[] consumed = new int[1];
        PyStr made = Utf7.decode(ts, bytes(ts, data), errors(errors, "utf_7_decode", 2), isFinal, consumed);
        return pair(made, consumed[0]);
    }

    private static PyObject wideEncode(ThreadState ts, PyStr str, PyObject errors, int width, int order) {
        return pair(WideCodecs.encode(ts, str, errors(errors, width == 2 ? "utf_16_encode" : "utf_32_encode", 2), width,
                order), str.length());
    }

    private static PyObject wideDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal, int width,
            int order, boolean showOrder) {
        int[] consumed = new int[1];
        int[] orders = {order};
        PyStr made = WideCodecs.decode(ts, bytes(ts, data),
                errors(errors, width == 2 ? "utf_16_decode" : "utf_32_decode", 2), width, orders, isFinal, consumed);
        return showOrder
                ? PyTuple.of(made, PyInt.of(consumed[0]), PyInt.of(orders[0]))
                : pair(made, consumed[0]);
    }

    @Builtin(value = "utf_16_encode(str, errors=None, byteorder=0, /)",
            doc = "Encode by utf_16; return the result and the length consumed.")
    static PyObject utf16Encode(ThreadState ts, PyStr str, PyObject errors, int byteorder) {
        return wideEncode(ts, str, errors, 2, byteorder);
    }

    @Builtin(value = "utf_16_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_16; return the result and the length consumed.")
    static PyObject utf16Decode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 2, 0, false);
    }

    @Builtin(value = "utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)",
            doc = "Decode by utf_16; return the result and the length consumed.")
    static PyObject utf16ExDecode(ThreadState ts, PyObject data, PyObject errors, int byteorder, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 2, byteorder, true);
    }

    @Builtin(value = "utf_16_le_encode(str, errors=None, /)",
            doc = "Encode by utf_16_le; return the result and the length consumed.")
    static PyObject utf16leEncode(ThreadState ts, PyStr str, PyObject errors) {
        return wideEncode(ts, str, errors, 2, -1);
    }

    @Builtin(value = "utf_16_le_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_16_le; return the result and the length consumed.")
    static PyObject utf16leDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 2, -1, false);
    }

    @Builtin(value = "utf_16_be_encode(str, errors=None, /)",
            doc = "Encode by utf_16_be; return the result and the length consumed.")
    static PyObject utf16beEncode(ThreadState ts, PyStr str, PyObject errors) {
        return wideEncode(ts, str, errors, 2, 1);
    }

    @Builtin(value = "utf_16_be_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_16_be; return the result and the length consumed.")
    static PyObject utf16beDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 2, 1, false);
    }

    @Builtin(value = "utf_32_encode(str, errors=None, byteorder=0, /)",
            doc = "Encode by utf_32; return the result and the length consumed.")
    static PyObject utf32Encode(ThreadState ts, PyStr str, PyObject errors, int byteorder) {
        return wideEncode(ts, str, errors, 4, byteorder);
    }

    @Builtin(value = "utf_32_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_32; return the result and the length consumed.")
    static PyObject utf32Decode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 4, 0, false);
    }

    @Builtin(value = "utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)",
            doc = "Decode by utf_32; return the result and the length consumed.")
    static PyObject utf32ExDecode(ThreadState ts, PyObject data, PyObject errors, int byteorder, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 4, byteorder, true);
    }

    @Builtin(value = "utf_32_le_encode(str, errors=None, /)",
            doc = "Encode by utf_32_le; return the result and the length consumed.")
    static PyObject utf32leEncode(ThreadState ts, PyStr str, PyObject errors) {
        return wideEncode(ts, str, errors, 4, -1);
    }

    @Builtin(value = "utf_32_le_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_32_le; return the result and the length consumed.")
    static PyObject utf32leDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 4, -1, false);
    }

    @Builtin(value = "utf_32_be_encode(str, errors=None, /)",
            doc = "Encode by utf_32_be; return the result and the length consumed.")
    static PyObject utf32beEncode(ThreadState ts, PyStr str, PyObject errors) {
        return wideEncode(ts, str, errors, 4, 1);
    }

    @Builtin(value = "utf_32_be_decode(data, errors=None, final=False, /)",
            doc = "Decode by utf_32_be; return the result and the length consumed.")
    static PyObject utf32beDecode(ThreadState ts, PyObject data, PyObject errors, boolean isFinal) {
        return wideDecode(ts, data, errors, isFinal, 4, 1, false);
    }

    // Single bytes.

    @Builtin(value = "latin_1_encode(str, errors=None, /)",
            doc = "Encode by latin_1; return the result and the length consumed.")
    static PyObject latin1Encode(ThreadState ts, PyStr str, PyObject errors) {
        return pair(ByteCodecs.encodeLatin1(ts, str, errors(errors, "latin_1_encode", 2)), str.length());
    }

    @Builtin(value = "latin_1_decode(data, errors=None, /)",
            doc = "Decode by latin_1; return the result and the length consumed.")
    static PyObject latin1Decode(ThreadState ts, PyObject data, PyObject errors) {
        byte[] b = bytes(ts, data);
        return pair(ByteCodecs.decodeLatin1(b, 0, b.length), b.length);
    }

    @Builtin(value = "ascii_encode(str, errors=None, /)",
            doc = "Encode by ascii; return the result and the length consumed.")
    static PyObject asciiEncode(ThreadState ts, PyStr str, PyObject errors) {
        return pair(ByteCodecs.encodeAscii(ts, str, errors(errors, "ascii_encode", 2)), str.length());
    }

    @Builtin(value = "ascii_decode(data, errors=None, /)",
            doc = "Decode by ascii; return the result and the length consumed.")
    static PyObject asciiDecode(ThreadState ts, PyObject data, PyObject errors) {
        byte[] b = bytes(ts, data);
        return pair(ByteCodecs.decodeAscii(ts, b, 0, b.length, errors(errors, "ascii_decode", 2)), b.length);
    }

    @Builtin(value = "charmap_encode(str, errors=None, mapping=None, /)",
            doc = "Encode by charmap; return the result and the length consumed.")
    static PyObject charmapEncode(ThreadState ts, PyStr str, PyObject errors, PyObject mapping) {
        String handler = errors(errors, "charmap_encode", 2);
        return pair(mapping == null || mapping == PySingleton.NONE
                ? ByteCodecs.encodeLatin1(ts, str, handler)
                : Charmap.encode(ts, str, handler, mapping), str.length());
    }

    @Builtin(value = "charmap_decode(data, errors=None, mapping=None, /)",
            doc = "Decode by charmap; return the result and the length consumed.")
    static PyObject charmapDecode(ThreadState ts, PyObject data, PyObject errors, PyObject mapping) {
        byte[] b = bytes(ts, data);
        String handler = errors(errors, "charmap_decode", 2);
        return pair(mapping == null || mapping == PySingleton.NONE
                ? ByteCodecs.decodeLatin1(b, 0, b.length)
                : Charmap.decode(ts, b, handler, mapping), b.length);
    }

    @Builtin(value = "charmap_build(map, /)",
            doc = "Return the mapping for charmap_encode that belongs to a decoding table.")
    static PyDict charmapBuild(ThreadState ts, PyStr map) {
        return Charmap.build(ts, map);
    }

    @Builtin(value = "readbuffer_encode(data, errors=None, /)",
            doc = "Encode by readbuffer; return the result and the length consumed.")
    static PyObject readBufferEncode(ThreadState ts, PyObject data, PyObject errors) {
        byte[] b = textOrBytes(ts, data);
        return pair(new PyBytes(b), b.length);
    }
}
