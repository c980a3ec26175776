package org.krait.runtime.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The names in a folder. */
final class DirectoryListing {
    /** A name and what the folder says of it: DT_UNKNOWN (0), DT_DIR (4), DT_REG (8), DT_LNK (10)…; inode 0 unknown. */
    record Entry(byte[] name, int kind, long inode) {}

    private DirectoryListing() {}

    /** {@code kinds} says whether the kinds of the files are of interest, too. */
    static List<Entry> read(Paths.Argument path, boolean kinds) {
        String plain = path.isDescriptor() ? null : JavaPaths.plain(path.path);
        if (plain != null && "UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            List<Entry> entries = fromJava(plain, path, kinds);
            if (entries != null) {
                return entries;
            }
        }
        return fromSystem(path);
    }

    /** Null when a name is not spelled in UTF-8. */
    private static List<Entry> fromJava(String plain, Paths.Argument path, boolean kinds) {
        ArrayList<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(Path.of(plain))) {
            for (Path each : stream) {
                String name = each.getFileName().toString();
                if (name.indexOf('\ufffd') >= 0) {
                    return null;
                }
                FileStatus status = kinds ? FileStatus.read(each, false) : null;
                boolean known = status != null && status.error == 0;
                entries.add(new Entry(name.getBytes(StandardCharsets.UTF_8), known ? status.mode >> 12 & 15 : 0,
                        known ? status.inode : 0));
            }
            return entries;
        } catch (DirectoryIteratorException e) {
            throw Errno.error(JavaErrors.number(e.getCause()), path.object);
        } catch (IOException e) {
            throw Errno.error(JavaErrors.number(e), path.object);
        }
    }

    private static List<Entry> fromSystem(Paths.Argument path) {
        long folder;
        if (path.isDescriptor()) {
            // The stream gets a descriptor of its own, to be closed with it.
            int copy = Libc.call("fcntl", path.fd, 1030, 0);
            if (copy < 0) {
                throw Errno.error(-copy, path.object);
            }
            folder = Libc.pointerCall("fdopendir", copy);
            if (folder < 0 && folder > -4096) {
                Libc.call("close", copy);
            }
        } else {
            folder = Libc.pointerCall("opendir", Libc.address(Libc.string(path.path)));
        }
        if (folder < 0 && folder > -4096) {
            throw Errno.error((int) -folder, path.object);
        }
        ArrayList<Entry> entries = new ArrayList<>();
        if (path.isDescriptor()) {
            Libc.plainCall("rewinddir", folder);
        }
        for (long at = Libc.plainCall("readdir", folder); at != 0; at = Libc.plainCall("readdir", folder)) {
            ByteBuffer header = Libc.at(at, 19);
            byte[] name = Libc.stringAt(at + 19);
            boolean dots = name.length == 1 && name[0] == '.' || name.length == 2 && name[0] == '.' && name[1] == '.';
            if (!dots) {
                entries.add(new Entry(name, header.get(18), header.getLong(0)));
            }
        }
        Libc.call("closedir", folder);
        return entries;
    }
}
