package org.krait.runtime.time;

/**
 * Days since the Epoch and the proleptic Gregorian calendar, for years of any size. Not {@code java.time}, whose first
 * use loads 80 classes.
 */
final class Days {
    private static final int[] BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private Days() {}

    static boolean isLeap(long year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days of a year before a month, which is 1 to 13. */
    static int beforeMonth(boolean leap, int month) {
        return BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0);
    }

    /** Days from the Epoch to January 1. */
    static long ofYear(long year) {
        long y = year - 1;
        return y * 365 + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400) - 719162;
    }

    /** The year of a day. */
    static long year(long day) {
        long year = 1970 + Math.floorDiv(day * 400, 146097L);
        while (ofYear(year) > day) {
            year--;
        }
        while (ofYear(year + 1) <= day) {
            year++;
        }
        return year;
    }

    /** The month, from 1, of a day of a year, from 0. */
    static int month(boolean leap, int dayOfYear) {
        int month = 1;
        while (beforeMonth(leap, month + 1) <= dayOfYear) {
            month++;
        }
        return month;
    }

    /** 0 is Monday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }
}
