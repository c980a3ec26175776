package org.krait.runtime.imports;

import org.krait.runtime.Tracebacks;
import org.krait.runtime.Texts;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.SipHash;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.snapshot.CacheLayout;

/** Gets the code of a module: out of an archive, from its cache file, or from its source. */
public final class ModuleCode {
    private static final String CACHE_TAG = ".krait-312";

    private ModuleCode() {}

    /** The code of a module whose source file is known to exist. */
    public static CodeObject ofSourceFile(ThreadState ts, String moduleName, PyStr file) {
        ImportTimes times = ImportTimes.enter(ts.interp, ImportTimes.READ);
        try {
            CodeObject code = get(ts, moduleName, file, times);
            return code;
        } finally {
            if (times != null) {
                times.leave();
            }
        }
    }

    private static CodeObject get(ThreadState ts, String moduleName, PyStr sourceFile, ImportTimes times) {
        String path = sourceFile.toString();
        Archives archives = Archives.of(ts);
        CodeObject code = archives.isEmpty() ? null : archives.code(ts, moduleName, sourceFile);
        if (code != null) {
            if (times != null) {
                times.read(moduleName, path, archives.usedFile());
            }
            return code;
        }
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        String cache = cachePath(ts, path);
        if (!c.ignoreCache) {
            code = CacheFiles.read(ts, cache, path);
            if (code != null) {
                trace(ts, "code object from " + Texts.repr(ts, PyStr.of(cache)));
                // The file may have been moved, or be reached by another path.
                NativeImports.fixFilename(code, sourceFile);
                if (times != null) {
                    times.read(moduleName, path, ImportTimes.CACHE);
                }
                return code;
            }
        }
        File file = new File(path);
        long modified = file.lastModified();
        byte[] source = read(path);
        code = SourceCompiler.of(ts.interp).compileFile(ts, source, path, c.optimize);
        trace(ts, "code object from " + path);
        if (times != null) {
            times.read(moduleName, path, ImportTimes.SOURCE);
        }
        PyObject dontWrite = ts.interp.sys.get("dont_write_bytecode");
        if (!c.ignoreCache && (dontWrite == null || !Arguments.toBoolean(ts, dontWrite))) {
            CacheFiles.write(ts, cache, path, modified, source, code);
        }
        return code;
    }

    /** Says with {@code -v} what was done. */
    static void trace(ThreadState ts, String what) {
        if (((Configuration) ts.interp.natives.get(Configuration.class)).verbose > 0) {
            Tracebacks.write(ts, "# " + what + "\n");
        }
    }

    /** The code in the bytes of a cache file, whatever its source has become; RuntimeError for other bytes. */
    public static CodeObject ofCompiled(ThreadState ts, byte[] file) {
        CodeObject code = CacheFiles.decode(ts, file);
        if (code == null) {
            throw Errors.runtimeError("Bad magic number in .pyc file");
        }
        return code;
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
        try {
            return readFile(path);
        } catch (IOException e) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "cannot read " + path + ": " + e.getMessage());
        }
    }

    static byte[] readFile(String path) throws IOException {
        try (FileInputStream in = new FileInputStream(path)) {
            return in.readAllBytes();
        }
    }

    /** The PEP 552 hash of a source, as a number. */
    public static long hash(byte[] source) {
        return SipHash.hash(rawMagic(), 0, source, source.length);
    }

    private static long rawMagic() {
        byte[] m = magic();
        return m[0] & 0xffL | (m[1] & 0xffL) << 8 | (m[2] & 0xffL) << 16 | (m[3] & 0xffL) << 24;
    }

    /** The first bytes of a cache file: format and instruction set. */
    public static byte[] magic() {
        return CacheLayout.magic();
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
