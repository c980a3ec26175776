package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;
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

/** The module {@code zlib}, over Java's deflater and inflater. */
@BuiltinModule(
        value = "zlib",
        doc = """
            The functions in this module allow compression and decompression using the
            zlib library, which is based on GNU zip.

            adler32(string[, start]) -- Compute an Adler-32 checksum.
            compress(data[, level]) -- Compress data, with compression level 0-9 or -1.
            compressobj([level[, ...]]) -- Return a compressor object.
            crc32(string[, start]) -- Compute a CRC-32 checksum.
            decompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.
            decompressobj([wbits[, zdict]]) -- Return a decompressor object.

            'wbits' is window buffer size and container format.
            Compressor objects support compress() and flush() methods; decompressor
            objects support decompress() and flush().""")
public final class ZlibModule {
    static final PyType ERROR = PyType.builtin("zlib.error", ExceptionTypes.EXCEPTION, PyType.BASE | PyType.HAS_DICT);

    private static final int MAX_WBITS = 15;
    private static final int DEFLATED = 8;
    private static final int MEM_LEVEL = 8;
    /** The version of the zlib whose interface this is. */
    private static final String VERSION = "1.3.1";

    private ZlibModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("error", ERROR);
        namespace.put("_ZlibDecompressor", PyZlibDecompressor.TYPE);
        namespace.put("ZLIB_VERSION", PyStr.of(VERSION));
        namespace.put("ZLIB_RUNTIME_VERSION", PyStr.of(VERSION));
        namespace.put("__version__", PyStr.of("1.0"));
        constant(namespace, "MAX_WBITS", MAX_WBITS);
        constant(namespace, "DEFLATED", DEFLATED);
        constant(namespace, "DEF_MEM_LEVEL", MEM_LEVEL);
        constant(namespace, "DEF_BUF_SIZE", 16384);
        constant(namespace, "Z_NO_COMPRESSION", 0);
        constant(namespace, "Z_BEST_SPEED", 1);
        constant(namespace, "Z_BEST_COMPRESSION", 9);
        constant(namespace, "Z_DEFAULT_COMPRESSION", -1);
        constant(namespace, "Z_FILTERED", 1);
        constant(namespace, "Z_HUFFMAN_ONLY", 2);
        constant(namespace, "Z_RLE", 3);
        constant(namespace, "Z_FIXED", 4);
        constant(namespace, "Z_DEFAULT_STRATEGY", 0);
        constant(namespace, "Z_NO_FLUSH", 0);
        constant(namespace, "Z_PARTIAL_FLUSH", 1);
        constant(namespace, "Z_SYNC_FLUSH", 2);
        constant(namespace, "Z_FULL_FLUSH", 3);
        constant(namespace, "Z_FINISH", 4);
        constant(namespace, "Z_BLOCK", 5);
        constant(namespace, "Z_TREES", 6);
    }

    private static void constant(PyDict namespace, String name, int value) {
        namespace.put(name, PyInt.of(value));
    }

    static PyException error(int code, String doing, String message) {
        return Errors.of(ERROR, "Error " + code + " " + doing + (message == null ? "" : ": " + message));
    }

    /** The bytes of an argument; the caller releases the view. */
    static PyBuffer buffer(ThreadState ts, PyObject data) {
        PyBuffer buffer = Bytes.contiguous(ts, data, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + data.type.name() + "'");
        }
        return buffer;
    }

    /** A preset dictionary, or null for none. */
    static byte[] dictionary(ThreadState ts, PyObject given) {
        if (given == null) {
            return null;
        }
        PyBuffer buffer = given.type.slots().buffer(ts, given, 0);
        if (buffer == null) {
            throw Errors.typeError("zdict argument must support the buffer protocol");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes.length == 0 ? null : bytes;
    }

    @Builtin(
            value = "adler32(data, value=1, /)",
            doc = """
                Compute an Adler-32 checksum of data.

                  value
                    Starting value of the checksum.

                The returned checksum is an integer.""")
    static long adler32(ThreadState ts, PyObject data, PyObject value) {
        PyBuffer buffer = buffer(ts, data);
        long sum = Checksums.adler32(buffer.array, buffer.offset, buffer.length, BinasciiModule.start(ts, value, 1));
        buffer.release();
        return sum;
    }

    @Builtin(
            value = "crc32(data, value=0, /)",
            doc = """
                Compute a CRC-32 checksum of data.

                  value
                    Starting value of the checksum.

                The returned checksum is an integer.""")
    static long crc32(ThreadState ts, PyObject data, PyObject value) {
        PyBuffer buffer = buffer(ts, data);
        long sum = Checksums.crc32(buffer.array, buffer.offset, buffer.length, BinasciiModule.start(ts, value, 0));
        buffer.release();
        return sum;
    }

    @Builtin(
            value = "compress(data, /, level=-1, wbits=15)",
            doc = """
                Returns a bytes object containing compressed data.

                  data
                    Binary data to be compressed.
                  level
                    Compression level, in 0-9 or -1.
                  wbits
                    The window buffer size and container format.""")
    static PyObject compress(ThreadState ts, PyObject data, int level, int wbits) {
        PyBuffer buffer = buffer(ts, data);
        try {
            if (!DeflateStream.isValid(level, wbits, MEM_LEVEL, 0)) {
                throw Errors.of(ERROR, "Bad compression level");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(buffer.length / 2 + 32);
            DeflateStream stream = new DeflateStream(level, wbits, 0, null);
            stream.compress(buffer.array, buffer.offset, buffer.length, out);
            stream.flush(4, out);
            return new PyBytes(out.toByteArray());
        } finally {
            buffer.release();
        }
    }

    @Builtin(
            value = "decompress(data, /, wbits=15, bufsize=16384)",
            doc = """
                Returns a bytes object containing the uncompressed data.

                  data
                    Compressed data.
                  wbits
                    The window buffer size and container format.
                  bufsize
                    The initial output buffer size.""")
    static PyObject decompress(ThreadState ts, PyObject data, int wbits, long bufsize) {
        if (bufsize < 0) {
            throw Errors.valueError("bufsize must be non-negative");
        }
        PyBuffer buffer = buffer(ts, data);
        try {
            if (!InflateStream.isValid(wbits)) {
                throw error(-2, "while preparing to decompress data", "inconsistent stream state");
            }
            InflateStream stream = new InflateStream(wbits, null, false);
            stream.setInput(buffer.array, buffer.offset, buffer.length);
            byte[] out = inflated(stream, Long.MAX_VALUE, "while decompressing data");
            if (!stream.isEnded()) {
                stream.end();
                throw error(-5, "while decompressing data", "incomplete or truncated stream");
            }
            return new PyBytes(out);
        } finally {
            buffer.release();
        }
    }

    /** Decompresses what the input gives, at most {@code limit} bytes. */
    static byte[] inflated(InflateStream stream, long limit, String doing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] room = new byte[(int) Math.min(limit, 16 * 1024)];
        try {
            while (out.size() < limit) {
                int most = (int) Math.min(room.length, limit - out.size());
                int n = stream.inflate(room, 0, most);
                out.write(room, 0, n);
                if (n < most) {
                    break;
                }
            }
        } catch (InflateStream.BadData e) {
            throw error(e.code, doing, e.getMessage());
        }
        return out.toByteArray();
    }

    @Builtin(
            value = "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
            doc = """
                Return a compressor object.

                  level
                    The compression level (an integer in the range 0-9 or -1; default is
                    currently equivalent to 6).  Higher compression levels are slower,
                    but produce smaller results.
                  method
                    The compression algorithm.  If given, this must be DEFLATED.
                  wbits
                    +9 to +15: The base-two logarithm of the window size.  Include a zlib
                        container.
                    -9 to -15: Generate a raw stream.
                    +25 to +31: Include a gzip container.
                  memLevel
                    Controls the amount of memory used for internal compression state.
                    Valid values range from 1 to 9.  Higher values result in higher memory
                    usage, faster compression, and smaller output.
                  strategy
                    Used to tune the compression algorithm.  Possible values are
                    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.
                  zdict
                    The predefined compression dictionary - a sequence of bytes
                    containing subsequences that are likely to occur in the input data.""")
    static PyObject compressObject(
            ThreadState ts, int level, int method, int wbits, int memLevel, int strategy, PyObject zdict) {
        byte[] dictionary = dictionary(ts, zdict);
        if (method != DEFLATED || !DeflateStream.isValid(level, wbits, memLevel, strategy)) {
            throw Errors.valueError("Invalid initialization option");
        }
        return new PyCompress(new DeflateStream(level, wbits, strategy, dictionary));
    }

    @Builtin(
            value = "decompressobj(wbits=15, zdict=b'')",
            doc = """
                Return a decompressor object.

                  wbits
                    The window buffer size and container format.
                  zdict
                    The predefined compression dictionary.  This must be the same
                    dictionary as used by the compressor that produced the input data.""")
    static PyObject decompressObject(ThreadState ts, int wbits, PyObject zdict) {
        byte[] dictionary = dictionary(ts, zdict);
        if (!InflateStream.isValid(wbits)) {
            throw Errors.valueError("Invalid initialization option");
        }
        return new PyDecompress(new InflateStream(wbits, dictionary, true));
    }
}
