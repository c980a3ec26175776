package org.krait.runtime.time;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.krait.objects.Mutations;
import org.krait.objects.ThreadState;
import org.krait.runtime.posix.Environment;
import org.krait.runtime.snapshot.Capture;

/**
 * The zone of the machine as the C library sees it: a TZif file (RFC 8536) or the value of TZ as POSIX defines it.
 * Times are seconds since the Epoch.
 */
final class Zone {
    private static final String FOLDER = "/usr/share/zoneinfo";
    private static final File LOCAL = new File("/etc/localtime");
    private static final int HEADER = 44;
    private static final int MAGIC = 0x545a6966;
    private static final Kind UTC = new Kind(0, false, "UTC");

    /** A local time: seconds east of Greenwich, whether it is summer time, and its abbreviation. */
    record Kind(int offset, boolean isDst, String name) {}

    /** When what begins, in order. */
    private final long[] starts;
    private final Kind[] kinds;
    /** What holds before the first start. */
    private final Kind first;
    /** What holds after the last start; null for what began then. */
    private final ZoneRule rule;

    private Zone(long[] starts, Kind[] kinds, Kind first, ZoneRule rule) {
        this.starts = starts;
        this.kinds = kinds;
        this.first = first;
        this.rule = rule;
    }

    /** The value of the variable TZ that counts; null when it was not set. */
    private record Setting(String variable) {}

    /** The zone of the context, read on first use. */
    static Zone of(ThreadState ts) {
        if (Mutations.WATCHED) {
            Capture.asksForZone(ts);
        }
        Zone zone = (Zone) ts.interp.natives.get(Zone.class);
        if (zone == null) {
            if (ts.interp.natives.get(Setting.class) == null) {
                reset(ts);
            }
            zone = named(((Setting) ts.interp.natives.get(Setting.class)).variable);
            ts.interp.natives.put(Zone.class, zone);
        }
        return zone;
    }

    /** From now on the zone is that of the variable TZ as it is now. */
    static void reset(ThreadState ts) {
        ts.interp.natives.put(Setting.class, new Setting(Environment.get(ts, "TZ")));
        ts.interp.natives.remove(Zone.class);
    }

    private static Zone named(String name) {
        Zone zone = null;
        if (name == null) {
            zone = read(LOCAL);
        } else if (!name.isEmpty()) {
            String plain = name.startsWith(":") ? name.substring(1) : name;
            zone = plain.isEmpty() ? null : read(plain.startsWith("/") ? new File(plain) : new File(FOLDER, plain));
            if (zone == null) {
                ZoneRule rule = ZoneRule.parse(plain);
                zone = rule == null ? unknown(plain) : new Zone(new long[0], new Kind[0], rule.standard, rule);
            }
        }
        return zone == null ? new Zone(new long[0], new Kind[0], UTC, null) : zone;
    }

    /** UTC by the name that a text begins with; null when it begins with none. */
    private static Zone unknown(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < 3 ? null : new Zone(new long[0], new Kind[0], new Kind(0, false, text.substring(0, end)), null);
    }

    /** The zone of a file; null when it is none. */
    private static Zone read(File file) {
        // Not Files.readAllBytes, which starts the channels.
        try (FileInputStream in = new FileInputStream(file)) {
            return parse(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException | java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Zone parse(ByteBuffer file) {
        if (file.getInt(0) != MAGIC) {
            return null;
        }
        int version = file.get(4);
        int at = 0;
        int width = 4;
        if (version != 0) {
            // The 64-bit block follows the 32-bit one.
            at = HEADER + blockSize(file, 0, 4);
            width = 8;
        }
        int count = file.getInt(at + 32);
        int kindCount = file.getInt(at + 36);
        int indexes = at + HEADER + count * width;
        int types = indexes + count;
        int names = types + kindCount * 6;
        Kind[] all = new Kind[kindCount];
        for (int i = 0; i < kindCount; i++) {
            int type = types + i * 6;
            all[i] = new Kind(file.getInt(type), file.get(type + 4) != 0,
                    name(file, names + (file.get(type + 5) & 0xff)));
        }
        long[] starts = new long[count];
        Kind[] kinds = new Kind[count];
        for (int i = 0; i < count; i++) {
            int start = at + HEADER + i * width;
            starts[i] = width == 8 ? file.getLong(start) : file.getInt(start);
            kinds[i] = all[file.get(indexes + i) & 0xff];
        }
        Kind first = kindCount == 0 ? UTC : all[0];
        for (int i = 0; i < kindCount && first.isDst; i++) {
            first = all[i];
        }
        ZoneRule rule = null;
        if (width == 8) {
            int footer = at + HEADER + blockSize(file, at, 8) + 1;
            int end = footer;
            while (end < file.limit() && file.get(end) != '\n') {
                end++;
            }
            rule = ZoneRule.parse(new String(file.array(), footer, end - footer,
                    java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return new Zone(starts, kinds, first, rule);
    }

    private static int blockSize(ByteBuffer file, int at, int width) {
        return file.getInt(at + 32) * (width + 1) + file.getInt(at + 36) * 6 + file.getInt(at + 40)
                + file.getInt(at + 28) * (width + 4) + file.getInt(at + 24) + file.getInt(at + 20);
    }

    private static String name(ByteBuffer file, int from) {
        int end = from;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), from, end - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** What holds at a time. */
    Kind at(long time) {
        int count = starts.length;
        if (rule != null && (count == 0 || time >= starts[count - 1])) {
            return rule.at(time);
        }
        int index = Arrays.binarySearch(starts, time);
        int last = index >= 0 ? index : -index - 2;
        return last < 0 ? first : kinds[last];
    }

    /**
     * The time of a local time in seconds, as {@code mktime}: of two the earlier, in a gap that of the time before it.
     *
     * @param isDst whether it is meant as summer time; negative when unknown
     */
    long toTime(long local, int isDst) {
        Kind before = at(local - 86_400 - first.offset);
        Kind after = at(local + 86_400 - first.offset);
        Kind found = null;
        for (Kind kind : new Kind[] {before, after}) {
            boolean exists = at(local - kind.offset).equals(kind);
            if (exists && (found == null || isDst >= 0 && found.isDst != isDst > 0)) {
                found = kind;
            }
        }
        if (found == null) {
            found = before;
        }
        if (isDst >= 0 && found.isDst != isDst > 0) {
            Kind meant = nearest(local - found.offset, isDst > 0);
            // Where there never was the other, it is taken to differ by an hour.
            return local - (meant != null ? meant.offset : found.offset + (isDst > 0 ? 3600 : -3600));
        }
        return local - found.offset;
    }

    /** The summer or winter time in force nearest to a time; null when there was none for years. */
    private Kind nearest(long time, boolean isDst) {
        long step = 7 * 86_400;
        for (long away = step; away < 120 * step; away += step) {
            Kind earlier = at(time - away);
            if (earlier.isDst == isDst) {
                return earlier;
            }
            Kind later = at(time + away);
            if (later.isDst == isDst) {
                return later;
            }
        }
        return null;
    }
}
