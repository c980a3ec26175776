package org.krait.snapshot;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes files so that others see the old or the new one, whole, whatever happens meanwhile. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    public interface Content {
        void writeTo(RandomAccessFile out) throws IOException;
    }

    /** Writes a temporary file in the same folder, forces it to the disk and renames it. */
    public static void write(String file, Content content) throws IOException {
        write(file, content, null);
    }

    /**
     * As {@link #write}, for a file made from another, which a power failure may lose: it is not forced to the disk,
     * and nobody may read it who may not read {@code origin}.
     */
    public static void replace(String file, String origin, byte[]... parts) throws IOException {
        write(file, new Parts(parts), origin);
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

    private static void write(String file, Content content, String origin) throws IOException {
        File target = new File(file).getAbsoluteFile();
        if (target.exists() && !target.isFile()) {
            // Renaming would put a file into the place of a device.
            throw new IOException("not a regular file");
        }
        File temporary = new File(target.getParentFile(),
                target.getName() + "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".tmp");
        boolean done = false;
        try {
            try (RandomAccessFile out = new RandomAccessFile(temporary, "rw")) {
                content.writeTo(out);
                if (origin == null) {
                    out.getFD().sync();
                }
            }
            if (origin != null) {
                limitPermissions(Path.of(temporary.getPath()), Path.of(origin));
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

    /** Takes the permissions from a file that its origin does not give, but never the owner's to write. */
    private static void limitPermissions(Path file, Path origin) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(origin);
        allowed.add(PosixFilePermission.OWNER_WRITE);
        if (permissions.retainAll(allowed)) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
