package org.krait.runtime.datetime;

import org.krait.objects.Errors;

/** The proleptic Gregorian calendar. Ordinal 1 is January 1 of year 1; weekdays count from Monday, 0. */
final class Calendar {
    static final int MIN_YEAR = 1;
    static final int MAX_YEAR = 9999;
    static final int MAX_ORDINAL = 3652059;

    private static final int[] DAYS_BEFORE_MONTH = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_OF_400_YEARS = 146097;
    private static final int DAYS_OF_100_YEARS = 36524;
    private static final int DAYS_OF_4_YEARS = 1461;

    private Calendar() {}

    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int daysInMonth(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    static int daysBeforeMonth(int year, int month) {
        return DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    /** The year may be 0 or negative. */
    static int ordinal(int year, int month, int day) {
        int y = year - 1;
        return y * 365 + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400)
                + daysBeforeMonth(year, month) + day;
    }

    /** Year, month and day of an ordinal, which must be 1 or more. */
    static int[] fields(int ordinal) {
        int n = ordinal - 1;
        int cycles = n / DAYS_OF_400_YEARS;
        n %= DAYS_OF_400_YEARS;
        int centuries = n / DAYS_OF_100_YEARS;
        n %= DAYS_OF_100_YEARS;
        int fours = n / DAYS_OF_4_YEARS;
        n %= DAYS_OF_4_YEARS;
        int ones = n / 365;
        n %= 365;
        int year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1;
        if (ones == 4 || centuries == 4) {
            return new int[] {year - 1, 12, 31};
        }
        int month = (n + 50) >> 5;
        if (daysBeforeMonth(year, month) > n) {
            month--;
        }
        return new int[] {year, month, n - daysBeforeMonth(year, month) + 1};
    }

    static int weekday(int year, int month, int day) {
        return Math.floorMod(ordinal(year, month, day) + 6, 7);
    }

    /** The ordinal of the Monday that starts ISO week 1 of a year. */
    static int isoWeek1Monday(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = Math.floorMod(first + 6, 7);
        return weekday > 3 ? first - weekday + 7 : first - weekday;
    }

    /** ISO year, week (1 to 53) and day (1 to 7) of a date. */
    static int[] isoFields(int year, int month, int day) {
        int isoYear = year;
        int today = ordinal(year, month, day);
        int week = Math.floorDiv(today - isoWeek1Monday(year), 7);
        if (week < 0) {
            isoYear--;
            week = Math.floorDiv(today - isoWeek1Monday(isoYear), 7);
        } else if (week >= 52 && today >= isoWeek1Monday(year + 1)) {
            isoYear++;
            week = 0;
        }
        return new int[] {isoYear, week + 1, weekday(year, month, day) + 1};
    }

    /** Why an ISO date does not exist. */
    enum IsoFault { YEAR, WEEK, DAY }

    /** What is wrong with an ISO date; null when nothing. */
    static IsoFault isoFault(int year, int week, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            return IsoFault.YEAR;
        }
        if (week <= 0 || week >= 53) {
            // Years that start on a Thursday, and leap years that start on a Wednesday, have 53 weeks.
            int first = weekday(year, 1, 1);
            if (week != 53 || first != 3 && !(first == 2 && isLeap(year))) {
                return IsoFault.WEEK;
            }
        }
        return day <= 0 || day >= 8 ? IsoFault.DAY : null;
    }

    /** The ordinal of an ISO date without fault. */
    static int isoOrdinal(int year, int week, int day) {
        return isoWeek1Monday(year) + (week - 1) * 7 + day - 1;
    }

    static void checkDate(int year, int month, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            throw yearOutOfRange(year);
        }
        if (month < 1 || month > 12) {
            throw Errors.valueError("month must be in 1..12");
        }
        if (day < 1 || day > daysInMonth(year, month)) {
            throw Errors.valueError("day is out of range for month");
        }
    }

    static org.krait.objects.PyException yearOutOfRange(long year) {
        return Errors.valueError("year " + year + " is out of range");
    }

    static void checkTime(int hour, int minute, int second, int microsecond, int fold) {
        if (hour < 0 || hour > 23) {
            throw Errors.valueError("hour must be in 0..23");
        }
        if (minute < 0 || minute > 59) {
            throw Errors.valueError("minute must be in 0..59");
        }
        if (second < 0 || second > 59) {
            throw Errors.valueError("second must be in 0..59");
        }
        if (microsecond < 0 || microsecond > 999999) {
            throw Errors.valueError("microsecond must be in 0..999999");
        }
        if (fold != 0 && fold != 1) {
            throw Errors.valueError("fold must be either 0 or 1");
        }
    }
}
