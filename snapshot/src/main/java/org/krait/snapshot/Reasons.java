package org.krait.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why modules of an archive are left to their code: see {@link Layout#REASONS_HEADER}. */
final class Reasons {
    private final String where;
    private final byte[] bytes;
    private int at;

    private Reasons(String where, byte[] bytes) {
        this.where = where;
        this.bytes = bytes;
    }

    static byte[] write(Map<String, String> reasons) {
        ByteSink out = new ByteSink();
        out.putAll(new byte[Layout.REASONS_HEADER.size()]);
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            write(out, reason.getKey());
            write(out, reason.getValue());
        }
        byte[] bytes = out.toByteArray();
        Layout.REASONS.set(bytes, 0, reasons.size());
        Layout.REASONS_CHECKSUM.set(bytes, 0, checksum(bytes));
        return bytes;
    }

    private static int checksum(byte[] bytes) {
        int from = Layout.REASONS.offset();
        return Archive.checksum(bytes, from, bytes.length - from);
    }

    private static void write(ByteSink out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(utf8.length);
        out.putAll(utf8);
    }

    static Map<String, String> read(String where, byte[] bytes) throws ArchiveException {
        Reasons in = new Reasons(where, bytes);
        in.at = Layout.REASONS.offset();
        if (bytes.length < Layout.REASONS_HEADER.size()
                || Layout.REASONS_CHECKSUM.getInt(bytes, 0) != checksum(bytes)) {
            throw new ArchiveException.Damaged(where + " have another checksum than is expected; the file is damaged: "
                    + "write it anew");
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int left = in.size(); left > 0; left--) {
            String module = in.text();
            reasons.put(module, in.text());
        }
        return reasons;
    }

    private String text() throws ArchiveException {
        int size = size();
        String text = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return text;
    }

    /** A count of bytes or of what takes at least one. */
    private int size() throws ArchiveException {
        int size = at + 4 > bytes.length ? -1 : Bytes.getInt(bytes, at);
        at += 4;
        if (size < 0 || size > bytes.length - at) {
            throw new ArchiveException.Damaged(where + ": a size is " + size + ", which is not within the "
                    + bytes.length + " bytes there are");
        }
        return size;
    }
}
