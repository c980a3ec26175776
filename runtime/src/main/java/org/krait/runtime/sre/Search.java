package org.krait.runtime.sre;

/**
 * Finds the next position where running a program succeeds, guided by the INFO block at its beginning.
 *
 * <p>The block tells the least width of a match and either a literal prefix, with its overlap table (as in the
 * algorithm of Knuth, Morris and Pratt), or the set of possible first characters.
 */
final class Search {
    /** The length of text that is worth a table of skips. */
    private static final int SKIPPING_PAYS = 500;

    private Search() {
    }

    static boolean next(Matcher matcher, Program program, Subject subject) {
        int[] code = program.code;
        int from = matcher.start;
        int end = matcher.end();
        if (from > end) {
            return false;
        }
        if (code[0] != Op.INFO) {
            return everywhere(matcher, program, 0, from, end);
        }
        int width = code[3];
        if (width < 0 || width > end - from) {
            return false;
        }
        int body = 1 + code[1];
        if ((code[2] & Op.INFO_PREFIX) != 0) {
            boolean whole = (code[2] & Op.INFO_LITERAL) != 0;
            return code[5] == 1
                    ? withFirst(matcher, program, subject, whole, body)
                    : withPrefix(matcher, program, subject, whole, body);
        }
        if ((code[2] & Op.INFO_CHARSET) != 0) {
            return withSet(matcher, program, subject, body);
        }
        // The last place is where the least width fits, but the first one is always tried.
        return everywhere(matcher, program, body, from, width > 1 ? Math.max(from, end - width + 1) : end);
    }

    private static boolean everywhere(Matcher matcher, Program program, int body, int from, int last) {
        if (matcher.run(body, from)) {
            return true;
        }
        matcher.mustAdvance = false;
        int[] code = program.code;
        if (code[body] == Op.AT
                && (code[body + 1] == Op.AT_BEGINNING || code[body + 1] == Op.AT_BEGINNING_STRING)) {
            matcher.start = last;
            return false;
        }
        Subject subject = matcher.subject();
        int end = matcher.end();
        byte[] firsts = program.firsts(body, last - from);
        for (int at = from + 1; at <= last; at++) {
            if (firsts != null) {
                at = nextFirst(firsts, subject, at, Math.min(last + 1, end));
                if (at > last) {
                    break;
                }
            }
            matcher.start = at;
            if (matcher.run(body, at)) {
                return true;
            }
        }
        return false;
    }

    /** The first position in {@code from..to-1} whose character the table doesn't rule out, or {@code to}. */
    private static int nextFirst(byte[] firsts, Subject subject, int from, int to) {
        int at = from;
        byte[] bytes = subject.bytes;
        if (bytes != null) {
            while (at < to && firsts[bytes[at] & 0xff] == 0) {
                at++;
            }
            return at;
        }
        while (at < to) {
            int ch = subject.wideAt(at);
            if (ch >= 256 || firsts[ch] != 0) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean withFirst(Matcher matcher, Program program, Subject subject, boolean whole, int body) {
        int first = program.code[7];
        int skip = program.code[6];
        int end = matcher.end();
        matcher.mustAdvance = false;
        for (int at = matcher.start;; at++) {
            at = subject.find(first, at, end);
            if (at >= end) {
                return false;
            }
            if (whole) {
                return matcher.accept(at, at + skip);
            }
            matcher.start = at;
            if (matcher.run(body + 2 * skip, at + skip)) {
                return true;
            }
        }
    }

    private static boolean withPrefix(Matcher matcher, Program program, Subject subject, boolean whole, int body) {
        int[] code = program.code;
        int length = code[5];
        int skip = code[6];
        int prefix = 7;
        int overlap = prefix + length - 1;
        int end = matcher.end();
        matcher.mustAdvance = false;
        if (subject.bytes != null && end - matcher.start >= SKIPPING_PAYS) {
            return withSkips(matcher, program, subject.bytes, whole, body);
        }
        int matched = 0;
        for (int at = matcher.start; at < end; at++) {
            if (matched == 0) {
                at = subject.find(code[prefix], at, end);
                if (at >= end) {
                    return false;
                }
                matched = 1;
                continue;
            }
            int ch = subject.at(at);
            while (matched > 0 && ch != code[prefix + matched]) {
                matched = code[overlap + matched];
            }
            if (ch != code[prefix + matched] || ++matched < length) {
                continue;
            }
            int found = at + 1 - length;
            if (whole) {
                return matcher.accept(found, found + skip);
            }
            matcher.start = found;
            if (matcher.run(body + 2 * skip, found + skip)) {
                return true;
            }
            matched = code[overlap + matched];
        }
        return false;
    }

    /** As {@link #withPrefix} by Horspool's algorithm: looks at the last character of each window first. */
    private static boolean withSkips(Matcher matcher, Program program, byte[] bytes, boolean whole, int body) {
        int[] code = program.code;
        byte[] skips = program.skips();
        int last = code[5] - 1;
        int skip = code[6];
        int end = matcher.end();
        for (int at = matcher.start + last; at < end;) {
            int ch = bytes[at] & 0xff;
            if (ch == code[7 + last] && isPrefix(code, last, bytes, at - last)) {
                int found = at - last;
                if (whole) {
                    return matcher.accept(found, found + skip);
                }
                matcher.start = found;
                if (matcher.run(body + 2 * skip, found + skip)) {
                    return true;
                }
            }
            at += skips[ch];
        }
        return false;
    }

    private static boolean isPrefix(int[] code, int length, byte[] bytes, int from) {
        for (int i = 0; i < length; i++) {
            if ((bytes[from + i] & 0xff) != code[7 + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean withSet(Matcher matcher, Program program, Subject subject, int body) {
        int end = matcher.end();
        matcher.mustAdvance = false;
        for (int at = matcher.start;; at++) {
            at = program.findInSet(5, subject, at, end);
            if (at >= end) {
                return false;
            }
            matcher.start = at;
            if (matcher.run(body, at)) {
                return true;
            }
        }
    }
}
