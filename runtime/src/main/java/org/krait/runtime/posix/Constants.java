package org.krait.runtime.posix;

import org.krait.objects.PyDict;
import org.krait.objects.PyInt;

/** Puts the integer constants of a module into its namespace. */
public final class Constants {
    private Constants() {}

    /** Adds constants written as {@code "NAME=VALUE NAME=VALUE …"}, separated by single blanks or line ends. */
    public static void put(PyDict namespace, String table) {
        int at = 0;
        int n = table.length();
        while (at < n) {
            int equals = table.indexOf('=', at);
            if (equals < 0) {
                return;
            }
            int end = equals + 1;
            while (end < n && table.charAt(end) != ' ' && table.charAt(end) != '\n') {
                end++;
            }
            namespace.put(table.substring(at, equals), PyInt.of(Long.parseLong(table, equals + 1, end, 10)));
            at = end;
            while (at < n && (table.charAt(at) == ' ' || table.charAt(at) == '\n')) {
                at++;
            }
        }
    }
}
