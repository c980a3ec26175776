package org.krait.snapshot;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that others see the old or the new one, whole, whatever happens meanwhile. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    public interface Content {
        void writeTo(RandomAccessFile out) throws IOException;
    }

    /** Writes a temporary file in the same folder, forces it to the disk and renames it. */
    public static void write(String file, Content content) throws IOException {
        write(file, content, true);
    }

    /** As {@link #write}, for files that may be lost in a power failure: not forced to the disk. */
    public static void replace(String file, byte[]... parts) throws IOException {
        write(file, new Parts(parts), false);
    }

    private static final class Parts implements Content {
        private final byte[][] parts;

        Parts(byte[][] parts) {
            this.parts = parts;
        }

        @Override
        public void writeTo(RandomAccessFile out) throws IOException {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static void write(String file, Content content, boolean force) throws IOException {
        File target = new File(file).getAbsoluteFile();
        File temporary = new File(target.getParentFile(),
                target.getName() + "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".tmp");
        boolean done = false;
        try {
            try (RandomAccessFile out = new RandomAccessFile(temporary, "rw")) {
                content.writeTo(out);
                if (force) {
                    out.getFD().sync();
                }
            }
            Files.move(Path.of(temporary.getPath()), Path.of(target.getPath()), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            done = true;
        } finally {
            if (!done) {
                temporary.delete();
            }
        }
    }
}
