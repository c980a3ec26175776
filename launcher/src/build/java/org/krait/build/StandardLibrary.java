package org.krait.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The pure-Python standard library, out of the python-resources artifact. */
final class StandardLibrary {
    private static final String PREFIX = "META-INF/resources/libpython/";

    private StandardLibrary() {}

    /** Unpacks the library into {@code folder}; files keep the dates they have in the artifact. */
    static void unpack(Path resources, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(resources.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(PREFIX)) {
                    Path file = folder.resolve(entry.getName().substring(PREFIX.length())).normalize();
                    if (!file.startsWith(folder)) {
                        throw new IOException(resources + ": entry outside the library: " + entry.getName());
                    }
                    write(zip, entry, file);
                }
            }
        }
    }

    private static void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            if (file.endsWith("_collections_abc.py")) {
                Files.write(file, restored(in.readAllBytes()));
            } else {
                Files.copy(in, file);
            }
        }
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }

    /** The artifact leaves out a call of CPython's without which importing the module warns of a coroutine. */
    private static byte[] restored(byte[] source) {
        return new String(source, StandardCharsets.UTF_8).replace("# TODO: remove me\n# _coro.close()", "_coro.close()")
                .getBytes(StandardCharsets.UTF_8);
    }
}
