package org.krait.runtime.time;

/** A value of TZ such as {@code EST5EDT,M3.2.0,M11.1.0}, as POSIX defines it with the extensions of RFC 8536. */
final class ZoneRule {
    private static final long DAY = 86_400;
    private static final int DEFAULT_TIME = 2 * 3600;

    final Zone.Kind standard;
    /** Null for no summer time. */
    private Zone.Kind summer;
    private Change start;
    private Change end;

    private final String text;
    private int position;

    /** A yearly change: at a second of a day, which is {@code Mm.w.d}, {@code Jn} (no February 29) or {@code n}. */
    private record Change(char form, int month, int week, int day, int second) {
        /** Seconds since the Epoch of the change in a year, by the clock before it. */
        long in(long year) {
            long first = Days.ofYear(year);
            boolean leap = Days.isLeap(year);
            long days;
            switch (form) {
                case 'J' -> days = first + day - 1 + (leap && day >= 60 ? 1 : 0);
                case 'M' -> {
                    int before = Days.beforeMonth(leap, month);
                    long month1 = first + before;
                    int length = Days.beforeMonth(leap, month + 1) - before;
                    // The rule's week begins with Sunday, 0.
                    int offset = Math.floorMod(day - 1 - Days.weekday(month1), 7) + (week - 1) * 7;
                    days = month1 + (offset >= length ? offset - 7 : offset);
                }
                default -> days = first + day;
            }
            return days * DAY + second;
        }
    }

    private ZoneRule(String text) throws BadRule {
        this.text = text;
        String name = name();
        standard = new Zone.Kind(-offset(), false, name);
        if (position == text.length()) {
            return;
        }
        String summerName = name();
        int summerOffset = standard.offset() + 3600;
        if (position < text.length() && text.charAt(position) != ',') {
            summerOffset = -offset();
        }
        summer = new Zone.Kind(summerOffset, true, summerName);
        if (position == text.length()) {
            start = new Change('M', 3, 2, 0, DEFAULT_TIME);
            end = new Change('M', 11, 1, 0, DEFAULT_TIME);
            return;
        }
        start = change();
        end = change();
        if (position != text.length()) {
            throw new BadRule();
        }
    }

    /** Why a text is no rule; caught by {@link #parse}. */
    private static final class BadRule extends Exception {
        private static final long serialVersionUID = 1;

        BadRule() {
            super(null, null, false, false);
        }
    }

    /** The rule of a text; null when it is none. */
    static ZoneRule parse(String text) {
        try {
            return new ZoneRule(text);
        } catch (BadRule e) {
            return null;
        }
    }

    private char next() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private String name() throws BadRule {
        int from = position;
        String name;
        if (next() == '<') {
            int close = text.indexOf('>', position);
            if (close < 0) {
                throw new BadRule();
            }
            name = text.substring(from + 1, close);
            position = close + 1;
        } else {
            while (Character.isLetter(next())) {
                position++;
            }
            name = text.substring(from, position);
        }
        if (name.length() < 3) {
            throw new BadRule();
        }
        return name;
    }

    /** {@code [+-]hh[:mm[:ss]]} in seconds. */
    private int offset() throws BadRule {
        int sign = 1;
        if (next() == '+' || next() == '-') {
            sign = next() == '-' ? -1 : 1;
            position++;
        }
        int seconds = number() * 3600;
        for (int unit = 60; unit > 0 && next() == ':'; unit /= 60) {
            position++;
            seconds += number() * unit;
        }
        return sign * seconds;
    }

    private int number() throws BadRule {
        int from = position;
        int value = 0;
        while (Character.isDigit(next()) && position - from < 4) {
            value = value * 10 + next() - '0';
            position++;
        }
        if (from == position) {
            throw new BadRule();
        }
        return value;
    }

    private void expect(char c) throws BadRule {
        if (next() != c) {
            throw new BadRule();
        }
        position++;
    }

    private Change change() throws BadRule {
        expect(',');
        char form = next() == 'M' || next() == 'J' ? next() : 'N';
        position += form == 'N' ? 0 : 1;
        int month = 0;
        int week = 0;
        int day = number();
        if (form == 'M') {
            month = day;
            expect('.');
            week = number();
            expect('.');
            day = number();
            if (month < 1 || month > 12 || week < 1 || week > 5 || day > 6) {
                throw new BadRule();
            }
        }
        int second = DEFAULT_TIME;
        if (next() == '/') {
            position++;
            second = offset();
        }
        return new Change(form, month, week, day, second);
    }

    /** What holds at a time, in seconds since the Epoch. */
    Zone.Kind at(long time) {
        if (summer == null) {
            return standard;
        }
        // The C library reckons with the changes of 1970 before.
        long year = Math.max(1970, Days.year(Math.floorDiv(time + standard.offset(), DAY)));
        long begin = start.in(year) - standard.offset();
        long finish = end.in(year) - summer.offset();
        boolean isSummer = begin < finish ? time >= begin && time < finish : time >= begin || time < finish;
        return isSummer ? summer : standard;
    }
}
