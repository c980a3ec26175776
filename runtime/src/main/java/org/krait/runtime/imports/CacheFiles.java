package org.krait.runtime.imports;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.Tracebacks;
import org.krait.snapshot.AtomicFile;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;
import org.krait.snapshot.marshal.MarshalWriter;

/**
 * Cache files (PEP 3147, PEP 552): magic, flags, then modification time in seconds and size, or the hash of the
 * source; then marshal data. A file that can't be used is passed over; {@code -v} says why.
 */
final class CacheFiles {
    private static final int HEADER_SIZE = 16;
    private static final int HASH_BASED = 1;
    private static final int CHECK_SOURCE = 2;

    private CacheFiles() {}

    /** The cached code of a source file, or null. */
    static CodeObject read(ThreadState ts, String cache, String source) {
        if (!new File(cache).isFile()) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = ModuleCode.readFile(cache);
        } catch (IOException e) {
            say(ts, cache, "can't be read: " + e.getMessage());
            return null;
        }
        byte[] magic = ModuleCode.magic();
        if (bytes.length < HEADER_SIZE) {
            say(ts, cache, "is cut short: " + bytes.length + " bytes");
            return null;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                say(ts, cache, "bad magic number: of another version");
                return null;
            }
        }
        if (!matches(ts, bytes, cache, source)) {
            return null;
        }
        try {
            MarshalReader reader = new MarshalReader(ts, bytes, HEADER_SIZE, bytes.length);
            if (reader.read() instanceof CodeObject code) {
                return code;
            }
            say(ts, cache, "holds no code object");
        } catch (MarshalException e) {
            say(ts, cache, "is damaged: " + e.getMessage());
        }
        return null;
    }

    /** The code in a whole file; null when it is of another version or damaged. */
    static CodeObject decode(ThreadState ts, byte[] bytes) {
        byte[] magic = ModuleCode.magic();
        if (bytes.length < HEADER_SIZE || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            return null;
        }
        try {
            return new MarshalReader(ts, bytes, HEADER_SIZE, bytes.length).read() instanceof CodeObject code
                    ? code : null;
        } catch (MarshalException e) {
            return null;
        }
    }

    private static boolean matches(ThreadState ts, byte[] bytes, String cache, String source) {
        int flags = getInt(bytes, 4);
        if ((flags & ~(HASH_BASED | CHECK_SOURCE)) != 0) {
            say(ts, cache, "has invalid flags");
            return false;
        }
        if ((flags & HASH_BASED) != 0) {
            Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
            boolean check = c.checkHashPycs.equals("always")
                    || !c.checkHashPycs.equals("never") && (flags & CHECK_SOURCE) != 0;
            if (!check) {
                return true;
            }
            long hash = getInt(bytes, 8) & 0xffffffffL | (long) getInt(bytes, 12) << 32;
            if (hash == ModuleCode.hash(ModuleCode.read(source))) {
                return true;
            }
            say(ts, cache, "is stale: its source has another hash");
            return false;
        }
        File file = new File(source);
        if (getInt(bytes, 8) == (int) (file.lastModified() / 1000) && getInt(bytes, 12) == (int) file.length()) {
            return true;
        }
        say(ts, cache, "is stale: its source has changed");
        return false;
    }

    private static int getInt(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
    }

    /** Writes the cache of a source, atomically; when that can't be done the program goes on without. */
    static void write(ThreadState ts, String cache, long modifiedMillis, long sourceSize, PyObject code) {
        byte[] data;
        try {
            data = MarshalWriter.write(ts, code, 4);
        } catch (MarshalException e) {
            say(ts, cache, "can't be written: " + e.getMessage());
            return;
        }
        byte[] header = new byte[HEADER_SIZE];
        byte[] magic = ModuleCode.magic();
        System.arraycopy(magic, 0, header, 0, magic.length);
        int seconds = (int) (modifiedMillis / 1000);
        for (int i = 0; i < 4; i++) {
            header[8 + i] = (byte) (seconds >>> 8 * i);
            header[12 + i] = (byte) (sourceSize >>> 8 * i);
        }
        File folder = new File(cache).getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            say(ts, cache, "can't be written: no folder " + folder);
            return;
        }
        try {
            AtomicFile.replace(cache, header, data);
        } catch (IOException e) {
            say(ts, cache, "can't be written: " + e.getMessage());
        }
    }

    private static void say(ThreadState ts, String cache, String what) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        if (c.verbose > 0) {
            Tracebacks.write(ts, "# cache " + cache + ": " + what + "\n");
        }
    }
}
