package org.krait.runtime.time;

import org.krait.objects.Errors;
import org.krait.objects.ThreadState;

/** {@code strftime} in the C locale, with glibc's extensions and flags. */
final class TimeFormat {
    private TimeFormat() {}

    static void pad(StringBuilder out, long value, int width, char with) {
        String digits = Long.toString(Math.abs(value));
        if (value < 0) {
            out.append('-');
        }
        for (int i = digits.length() + (value < 0 ? 1 : 0); i < width; i++) {
            out.append(with);
        }
        out.append(digits);
    }

    static String format(String format, TimeFields f) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 >= format.length()) {
                if (c == 0) {
                    throw Errors.valueError("embedded null character");
                }
                out.append(c);
                continue;
            }
            int start = i++;
            char flag = 0;
            while (i < format.length() && "_-0^#".indexOf(format.charAt(i)) >= 0) {
                flag = format.charAt(i++);
            }
            int width = -1;
            while (i < format.length() && Character.isDigit(format.charAt(i))) {
                width = Math.max(width, 0) * 10 + format.charAt(i++) - '0';
            }
            while (i < format.length() && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
                i++;
            }
            if (i >= format.length() || !directive(out, format.charAt(i), flag, width, f)) {
                i = Math.min(i, format.length() - 1);
                out.append(format, start, i + 1);
            }
        }
        return out.toString();
    }

    private static boolean directive(StringBuilder out, char c, char flag, int width, TimeFields f) {
        switch (c) {
            case 'a' -> text(out, f.weekday < 7 ? TimeFields.DAYS[f.weekday].substring(0, 3) : "?", flag);
            case 'A' -> text(out, TimeFields.DAYS[f.weekday], flag);
            case 'b', 'h' -> text(out, TimeFields.MONTHS[f.month - 1].substring(0, 3), flag);
            case 'B' -> text(out, TimeFields.MONTHS[f.month - 1], flag);
            case 'c' -> out.append(f.text());
            case 'C' -> number(out, Math.floorDiv(f.year, 100), 2, '0', flag, width);
            case 'd' -> number(out, f.day, 2, '0', flag, width);
            case 'D', 'x' -> out.append(format("%m/%d/%y", f));
            case 'e' -> number(out, f.day, 2, ' ', flag, width);
            case 'F' -> out.append(format("%Y-%m-%d", f));
            case 'G' -> number(out, isoYear(f), 1, '0', flag, width);
            case 'g' -> number(out, Math.floorMod(isoYear(f), 100), 2, '0', flag, width);
            case 'H' -> number(out, f.hour, 2, '0', flag, width);
            case 'I' -> number(out, (f.hour + 11) % 12 + 1, 2, '0', flag, width);
            case 'j' -> number(out, f.yearDay, 3, '0', flag, width);
            case 'k' -> number(out, f.hour, 2, ' ', flag, width);
            case 'l' -> number(out, (f.hour + 11) % 12 + 1, 2, ' ', flag, width);
            case 'm' -> number(out, f.month, 2, '0', flag, width);
            case 'M' -> number(out, f.minute, 2, '0', flag, width);
            case 'n' -> out.append('\n');
            case 'p' -> text(out, f.hour < 12 ? "AM" : "PM", flag == '#' ? 'l' : flag);
            case 'P' -> out.append(f.hour < 12 ? "am" : "pm");
            case 'r' -> out.append(format("%I:%M:%S %p", f));
            case 'R' -> out.append(format("%H:%M", f));
            case 's' -> out.append((long) LocalTime.toSeconds(ThreadState.current(), f));
            case 'S' -> number(out, f.second, 2, '0', flag, width);
            case 't' -> out.append('\t');
            case 'T', 'X' -> out.append(format("%H:%M:%S", f));
            case 'u' -> number(out, f.weekday + 1, 1, '0', flag, width);
            case 'U' -> number(out, (f.yearDay + 6 - (f.weekday + 1) % 7) / 7, 2, '0', flag, width);
            case 'V' -> number(out, isoWeek(f), 2, '0', flag, width);
            case 'w' -> number(out, (f.weekday + 1) % 7, 1, '0', flag, width);
            case 'W' -> number(out, (f.yearDay + 6 - f.weekday) / 7, 2, '0', flag, width);
            case 'y' -> number(out, Math.floorMod(f.year, 100), 2, '0', flag, width);
            case 'Y' -> number(out, f.year, 1, '0', flag, width);
            case 'z' -> offset(out, f);
            case 'Z' -> text(out, f.zone != null ? f.zone : zone(f).name(), flag);
            case '%' -> out.append('%');
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void text(StringBuilder out, String text, char flag) {
        out.append(flag == '^' || flag == '#' ? text.toUpperCase(java.util.Locale.ROOT)
                : flag == 'l' ? text.toLowerCase(java.util.Locale.ROOT) : text);
    }

    private static void number(StringBuilder out, long value, int digits, char with, char flag, int width) {
        char fill = flag == '_' ? ' ' : flag == '0' ? '0' : with;
        pad(out, value, flag == '-' ? 1 : Math.max(width, digits), fill);
    }

    private static void offset(StringBuilder out, TimeFields f) {
        int seconds = f.offset != null ? f.offset : zone(f).offset();
        out.append(seconds < 0 ? '-' : '+');
        int minutes = Math.abs(seconds) / 60;
        pad(out, minutes / 60 * 100 + minutes % 60, 4, '0');
    }

    private static Zone.Kind zone(TimeFields f) {
        return LocalTime.kind(ThreadState.current(), f.isDst > 0);
    }

    private static int isoWeek(TimeFields f) {
        int week = (f.yearDay - 1 - f.weekday + 10) / 7;
        if (week < 1) {
            return weeksIn(f.year - 1);
        }
        return week > weeksIn(f.year) ? 1 : week;
    }

    private static long isoYear(TimeFields f) {
        int week = (f.yearDay - 1 - f.weekday + 10) / 7;
        return week < 1 ? f.year - 1 : week > weeksIn(f.year) ? f.year + 1 : f.year;
    }

    private static int weeksIn(long year) {
        return dec31(year) == 4 || dec31(year - 1) == 3 ? 53 : 52;
    }

    /** The weekday of 31 December, 0 for Sunday. */
    private static long dec31(long year) {
        return Math.floorMod(year + Math.floorDiv(year, 4) - Math.floorDiv(year, 100) + Math.floorDiv(year, 400), 7);
    }
}
