package org.krait.runtime.imports;

import java.io.FileInputStream;
import java.io.File;
import java.io.IOException;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.snapshot.AtomicFile;
import org.krait.snapshot.CacheLayout;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;
import org.krait.snapshot.marshal.MarshalWriter;

/**
 * Cache files, in the format of {@link CacheLayout}. A file that can't be used is passed over; {@code -v} says why.
 */
final class CacheFiles {
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
        String[] problem = new String[1];
        CodeObject code = hasHead(bytes, problem) && matches(ts, bytes, source, problem) ? code(ts, bytes, problem)
                : null;
        if (code == null) {
            say(ts, cache, problem[0]);
        }
        return code;
    }

    /** The flags of a cache file that is to be replaced; 0 when there is none, or one of another version. */
    private static int flags(String cache) {
        byte[] bytes = new byte[CacheLayout.HEADER.size()];
        try (FileInputStream in = new FileInputStream(cache)) {
            return in.readNBytes(bytes, 0, bytes.length) == bytes.length
                    && CacheLayout.MAGIC.getInt(bytes, 0) == CacheLayout.magicNumber()
                    ? CacheLayout.FLAGS.getInt(bytes, 0) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The code in a whole file; null when it is of another version or damaged. */
    static CodeObject decode(ThreadState ts, byte[] bytes) {
        String[] problem = new String[1];
        return hasHead(bytes, problem) ? code(ts, bytes, problem) : null;
    }

    private static boolean hasHead(byte[] bytes, String[] problem) {
        if (bytes.length < CacheLayout.DATA_OFFSET) {
            problem[0] = "is cut short: has " + bytes.length + " bytes, expected a header of "
                    + CacheLayout.DATA_OFFSET;
            return false;
        }
        int magic = CacheLayout.MAGIC.getInt(bytes, 0);
        if (magic != CacheLayout.magicNumber()) {
            problem[0] = "is of another version: magic is " + Integer.toHexString(magic) + ", expected "
                    + Integer.toHexString(CacheLayout.magicNumber());
            return false;
        }
        return true;
    }

    private static CodeObject code(ThreadState ts, byte[] bytes, String[] problem) {
        try {
            MarshalReader reader = new MarshalReader(ts, bytes, CacheLayout.DATA_OFFSET, bytes.length);
            PyObject value = reader.read();
            String error = CacheLayout.trailerError(bytes, reader.position());
            if (error == null && value instanceof CodeObject code) {
                return code;
            }
            problem[0] = "is damaged: " + (error != null ? error
                    : "found a " + value.type.name() + ", expected a code object");
        } catch (MarshalException e) {
            problem[0] = "is damaged: " + e.getMessage();
        } catch (PyException e) {
            // What damage makes of an item of a set or a key of a dict need not be hashable.
            problem[0] = "is damaged: " + e.value.type.name();
        }
        return null;
    }

    private static boolean matches(ThreadState ts, byte[] bytes, String source, String[] problem) {
        int flags = CacheLayout.FLAGS.getInt(bytes, 0);
        if ((flags & ~(CacheLayout.HASH_BASED | CacheLayout.CHECK_SOURCE)) != 0) {
            problem[0] = "is damaged: flags is " + Integer.toHexString(flags) + ", expected 0 to 3";
            return false;
        }
        int at = CacheLayout.HEADER.size();
        if ((flags & CacheLayout.HASH_BASED) != 0) {
            Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
            boolean check = c.checkHashPycs.equals("always")
                    || !c.checkHashPycs.equals("never") && (flags & CacheLayout.CHECK_SOURCE) != 0;
            if (!check) {
                return true;
            }
            long hash = CacheLayout.SOURCE_HASH.get(bytes, at);
            long found = ModuleCode.hash(ModuleCode.read(source));
            if (hash == found) {
                return true;
            }
            problem[0] = "is stale: its source has the hash " + Long.toHexString(found) + ", expected "
                    + Long.toHexString(hash);
            return false;
        }
        File file = new File(source);
        long seconds = file.lastModified() / 1000;
        if (CacheLayout.MODIFIED.getInt(bytes, at) == (int) seconds
                && CacheLayout.SOURCE_SIZE.getInt(bytes, at) == (int) file.length()) {
            return true;
        }
        problem[0] = "is stale: its source has " + file.length() + " bytes of " + seconds + " s, expected "
                + CacheLayout.SOURCE_SIZE.get(bytes, at) + " bytes of " + CacheLayout.MODIFIED.get(bytes, at) + " s";
        return false;
    }

    /**
     * Writes the cache of a source, atomically; when that can't be done the program goes on without. It goes by what
     * the file that it replaces went by: the time and size of the source, or its hash.
     */
    static void write(ThreadState ts, String cache, String source, long modifiedMillis, byte[] text, PyObject code) {
        byte[] data;
        try {
            data = MarshalWriter.write(ts, code, MarshalWriter.VERSION);
        } catch (MarshalException e) {
            say(ts, cache, "can't be written: " + e.getMessage());
            return;
        }
        int flags = flags(cache);
        byte[] head = (flags & CacheLayout.HASH_BASED) != 0
                ? CacheLayout.head(flags, ModuleCode.hash(text))
                : CacheLayout.head(modifiedMillis, (long) text.length);
        File folder = new File(cache).getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            say(ts, cache, "can't be written: no folder " + folder);
            return;
        }
        try {
            AtomicFile.replace(cache, source, head, data, CacheLayout.trailer(head, data));
            ModuleCode.trace(ts, "created " + Texts.repr(ts, PyStr.of(cache)));
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
