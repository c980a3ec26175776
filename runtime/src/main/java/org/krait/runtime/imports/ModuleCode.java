package org.krait.runtime.imports;

import java.io.FileInputStream;
import java.io.IOException;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.SipHash;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.runtime.Configuration;

/** Gets the code of a module: from its source for now; archive and cache come before it. */
public final class ModuleCode {
    private static final String CACHE_TAG = ".krait-312";

    private ModuleCode() {}

    /** The code of a module whose source file is known to exist. */
    static CodeObject ofSourceFile(ThreadState ts, String moduleName, String path) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        return SourceCompiler.of(ts.interp).compileFile(ts, read(path), path, c.optimize);
    }

    /** Where the cache of a source file lies (PEP 3147): {@code importlib.util.cache_from_source}. */
    static String cachePath(ThreadState ts, String path) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        String file = path.substring(slash + 1, path.length() - 3);
        String tagged = file + CACHE_TAG + (c.optimize == 0 ? "" : ".opt-" + c.optimize) + ".pyc";
        if (c.pycachePrefix != null) {
            return c.pycachePrefix + folder + tagged;
        }
        return folder + "__pycache__/" + tagged;
    }

    /** The bytes of a file; OSError when they can't be read. */
    public static byte[] read(String path) {
        try (FileInputStream in = new FileInputStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "cannot read " + path + ": " + e.getMessage());
        }
    }

    /** The first bytes of a cache file: format and instruction set. */
    public static byte[] magic() {
        int fingerprint = Opcode.FINGERPRINT;
        return new byte[] {(byte) (fingerprint ^ fingerprint >>> 16), (byte) (fingerprint >>> 8 ^ fingerprint >>> 24),
            '\r', '\n'};
    }

    /** The SipHash-1-3 of a source under a key, as PEP 552 wants it: 8 bytes, little endian. */
    public static byte[] sourceHash(long key, byte[] source) {
        long h = SipHash.hash(key, 0, source, source.length);
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (h >>> (8 * i));
        }
        return bytes;
    }
}
