package org.krait.runtime.builtins;

import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/**
 * The module {@code binascii}: hexadecimal text and checksums; see {@link Base64Text}, {@link UuText}, {@link
 * QuotedText}.
 */
@BuiltinModule(value = "binascii", doc = "Conversion between binary data and ASCII")
public final class BinasciiModule {
    static final PyType ERROR =
            PyType.builtin("binascii.Error", ExceptionTypes.VALUE_ERROR, PyType.BASE | PyType.HAS_DICT);
    static final PyType INCOMPLETE =
            PyType.builtin("binascii.Incomplete", ExceptionTypes.EXCEPTION, PyType.BASE | PyType.HAS_DICT);

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HQX_POLYNOMIAL = 0x1021;

    private BinasciiModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("Error", ERROR);
        namespace.put("Incomplete", INCOMPLETE);
    }

    static PyException error(String message) {
        return Errors.of(ERROR, message);
    }

    /** A copy of the bytes of a bytes-like object, or the array itself of a bytes. */
    static byte[] binary(ThreadState ts, PyObject data) {
        if (data instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = Bytes.contiguous(ts, data, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + data.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }

    /** The bytes of a bytes-like object or of an ASCII str. */
    static byte[] ascii(ThreadState ts, PyObject data) {
        if (data instanceof PyStr text) {
            if (!text.isAscii()) {
                throw Errors.valueError("string argument should contain only ASCII characters");
            }
            return text.latin1;
        }
        if (data instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = Bytes.contiguous(ts, data, 0);
        if (buffer == null) {
            throw Errors.typeError("argument should be bytes, buffer or ASCII string, not '" + data.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }

    @Builtin(value = "a2b_uu(data, /)", doc = "Decode a line of uuencoded data.")
    static PyObject decodeUu(ThreadState ts, PyObject data) {
        return new PyBytes(UuText.decode(ascii(ts, data)));
    }

    @Builtin(value = "b2a_uu(data, /, *, backtick=False)", doc = "Uuencode line of data.")
    static PyObject encodeUu(ThreadState ts, PyObject data, boolean backtick) {
        return new PyBytes(UuText.encode(binary(ts, data), backtick));
    }

    @Builtin(
            value = "a2b_base64(data, /, *, strict_mode=False)",
            doc = "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not in the "
                    + "base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).")
    static PyObject decodeBase64(ThreadState ts, PyObject data, boolean strict) {
        return new PyBytes(Base64Text.decode(ascii(ts, data), strict));
    }

    @Builtin(value = "b2a_base64(data, /, *, newline=True)", doc = "Base64-code line of data.")
    static PyObject encodeBase64(ThreadState ts, PyObject data, boolean newline) {
        return new PyBytes(Base64Text.encode(binary(ts, data), newline));
    }

    @Builtin(
            value = "a2b_hex(hexstr, /)",
            doc = "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits "
                    + "(upper or lower case).\nThis function is also available as \"unhexlify()\".")
    static PyObject decodeHex(ThreadState ts, PyObject text) {
        byte[] in = ascii(ts, text);
        if ((in.length & 1) != 0) {
            throw error("Odd-length string");
        }
        byte[] out = new byte[in.length / 2];
        for (int i = 0; i < out.length; i++) {
            int high = hexDigit(in[2 * i]);
            int low = hexDigit(in[2 * i + 1]);
            if ((high | low) < 0) {
                throw error("Non-hexadecimal digit found");
            }
            out[i] = (byte) (high << 4 | low);
        }
        return new PyBytes(out);
    }

    @Builtin(
            value = "unhexlify(hexstr, /)",
            doc = "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits "
                    + "(upper or lower case).")
    static PyObject unhexlify(ThreadState ts, PyObject text) {
        return decodeHex(ts, text);
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexDigit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    @Builtin(
            value = "b2a_hex(data, sep=None, bytes_per_sep=1)",
            doc = "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to"
                    + " separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values"
                    + " count from the\n    right, negative values count from the left.\n\nThe return value is a bytes"
                    + " object.  This function is also\navailable as \"hexlify()\".")
    static PyObject encodeHex(ThreadState ts, PyObject data, PyObject sep, int bytesPerSep) {
        return new PyBytes(hex(binary(ts, data), separator(ts, sep), bytesPerSep));
    }

    @Builtin(
            value = "hexlify(data, sep=None, bytes_per_sep=1)",
            doc = "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to"
                    + " separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values"
                    + " count from the\n    right, negative values count from the left.")
    static PyObject hexlify(ThreadState ts, PyObject data, PyObject sep, int bytesPerSep) {
        return encodeHex(ts, data, sep, bytesPerSep);
    }

    /** The separator of hexadecimal text as byte, or -1 when none was given. */
    private static int separator(ThreadState ts, PyObject sep) {
        if (sep == null) {
            return -1;
        }
        int length;
        int ch;
        if (sep instanceof PyStr text) {
            length = text.length();
            ch = length == 1 ? text.at(0) : 0;
        } else if (sep instanceof PyBytes b) {
            length = b.length();
            ch = length == 1 ? b.value[0] & 0xff : 0;
        } else {
            length = Arguments.toLength(ts, PyInt.of(sep.type.slots().length(ts, sep)));
            if (length == 1) {
                throw Errors.typeError("sep must be str or bytes.");
            }
            ch = 0;
        }
        if (length != 1) {
            throw Errors.valueError("sep must be length 1.");
        }
        if (ch > 127) {
            throw Errors.valueError("sep must be ASCII.");
        }
        return ch;
    }

    private static byte[] hex(byte[] in, int separator, int group) {
        int every = Math.abs(group);
        boolean separated = separator >= 0 && every > 0 && in.length > 0;
        int separators = separated ? (in.length - 1) / every : 0;
        byte[] out = new byte[2 * in.length + separators];
        int at = 0;
        for (int i = 0; i < in.length; i++) {
            if (separated && i > 0 && (group < 0 ? i % every == 0 : (in.length - i) % every == 0)) {
                out[at++] = (byte) separator;
            }
            out[at++] = HEX[in[i] >> 4 & 15];
            out[at++] = HEX[in[i] & 15];
        }
        return out;
    }

    @Builtin(value = "crc_hqx(data, crc, /)", doc = "Compute CRC-CCITT incrementally.")
    static int crcHqx(ThreadState ts, PyObject data, PyObject crc) {
        int sum = Arguments.toIndex(ts, crc).toBigInteger().intValue() & 0xffff;
        for (byte b : binary(ts, data)) {
            sum ^= (b & 0xff) << 8;
            for (int i = 0; i < 8; i++) {
                sum = (sum & 0x8000) != 0 ? sum << 1 ^ HQX_POLYNOMIAL : sum << 1;
            }
            sum &= 0xffff;
        }
        return sum;
    }

    @Builtin(value = "crc32(data, crc=0, /)", doc = "Compute CRC-32 incrementally.")
    static long crc32(ThreadState ts, PyObject data, PyObject crc) {
        byte[] bytes = binary(ts, data);
        return Checksums.crc32(bytes, 0, bytes.length, start(ts, crc, 0));
    }

    /** A checksum to go on from, cut to 32 bits. */
    static long start(ThreadState ts, PyObject sum, long absent) {
        return sum == null ? absent : Arguments.toIndex(ts, sum).toBigInteger().longValue() & 0xffffffffL;
    }

    @Builtin(
            value = "a2b_qp(data, header=False)",
            doc = "Decode a string of qp-encoded data.")
    static PyObject decodeQuoted(ThreadState ts, PyObject data, boolean header) {
        return new PyBytes(QuotedText.decode(ascii(ts, data), header));
    }

    @Builtin(
            value = "b2a_qp(data, quotetabs=False, istext=True, header=False)",
            doc = "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are "
                    + "not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n "
                    + "(CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.")
    static PyObject encodeQuoted(ThreadState ts, PyObject data, boolean quotetabs, boolean istext, boolean header) {
        return new PyBytes(QuotedText.encode(binary(ts, data), quotetabs, istext, header));
    }
}
