package org.krait.runtime.decimal;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.Imports;

/** {@code format(Decimal, spec)}: {@code [[fill]align][sign][z][0][width][,][.precision][type]}. */
final class DecFormat {
    private final PyStr spec;
    private int at;
    private int fill = ' ';
    private char align = '>';
    private char sign = '-';
    private boolean noNegativeZero;
    private boolean zeroPadded;
    private long width;
    private long precision = -1;
    private char type;
    private String point = ".";
    private PyStr separator = PyStr.EMPTY;
    /** Group sizes from the right, as {@code localeconv} gives them; empty for none. */
    private String grouping = "";

    private DecFormat(PyStr spec) {
        this.spec = spec;
    }

    static PyObject format(ThreadState ts, PyDecimalContext context, Dec d, PyStr spec, PyObject override) {
        DecFormat format = new DecFormat(spec);
        format.parse(ts, context);
        format.override(override);
        return format.apply(context, d);
    }

    private static RuntimeException invalid() {
        return Errors.valueError("invalid format string");
    }

    private int peek(int offset) {
        return at + offset < spec.length() ? spec.at(at + offset) : 0;
    }

    private static boolean isAlign(int c) {
        return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private boolean take(char c) {
        if (peek(0) == c) {
            at++;
            return true;
        }
        return false;
    }

    private long number() {
        long n = 0;
        int from = at;
        for (int c = peek(0); c >= '0' && c <= '9'; c = peek(0)) {
            n = n * 10 + c - '0';
            at++;
            if (n > Integer.MAX_VALUE) {
                throw Errors.valueError("format specification exceeds internal limits of _decimal");
            }
        }
        return at == from ? -1 : n;
    }

    private void parse(ThreadState ts, PyDecimalContext context) {
        boolean aligned = false;
        if (spec.length() > 1 && isAlign(peek(1))) {
            fill = peek(0);
            align = (char) peek(1);
            at = 2;
            aligned = true;
        } else if (isAlign(peek(0))) {
            align = (char) peek(0);
            at = 1;
            aligned = true;
        }
        int c = peek(0);
        if (c == '+' || c == '-' || c == ' ') {
            sign = (char) c;
            at++;
        }
        noNegativeZero = take('z');
        if (take('0')) {
            if (aligned) {
                throw invalid();
            }
            zeroPadded = true;
        }
        width = Math.max(0, number());
        if (take(',')) {
            separator = PyStr.of(",");
            grouping = "\u0003";
        }
        if (take('.')) {
            precision = number();
            if (precision < 0) {
                throw invalid();
            }
        }
        if (at < spec.length()) {
            int t = peek(0);
            if ("eEfFgGn%".indexOf(t) < 0) {
                throw invalid();
            }
            type = (char) t;
            at++;
        } else {
            type = context.capitals ? 'G' : 'g';
        }
        if (at != spec.length()) {
            throw invalid();
        }
        if (type == 'n') {
            if (!grouping.isEmpty()) {
                throw invalid();
            }
            type = 'g';
            PyObject locale = Calls.callMethod(ts, Imports.importModule(ts, "_locale"), "localeconv");
            localized((PyDict) locale);
        }
    }

    private void localized(PyDict locale) {
        point = locale.get("decimal_point").toString();
        separator = (PyStr) locale.get("thousands_sep");
        StringBuilder sizes = new StringBuilder();
        if (locale.get("grouping") instanceof org.krait.objects.PyList list) {
            for (PyObject size : list.toArray()) {
                sizes.append((char) ((org.krait.objects.PyInt) size).value);
            }
        }
        grouping = sizes.toString();
    }

    private void override(PyObject override) {
        if (override == null || override == PySingleton.NONE) {
            return;
        }
        if (!(override instanceof PyDict dict)) {
            throw Errors.typeError("optional argument must be a dict");
        }
        PyStr given = text(dict, "decimal_point");
        if (given != null) {
            point = given.toString();
        }
        given = text(dict, "thousands_sep");
        separator = given == null ? separator : given;
        given = text(dict, "grouping");
        grouping = given == null ? grouping : given.toString();
        if (point.codePointCount(0, point.length()) != 1 || separator.length() > 1 || hasNegativeGroup()) {
            throw Errors.valueError("invalid override dict");
        }
    }

    /** True when a size is beyond a C {@code char}. */
    private boolean hasNegativeGroup() {
        for (int i = 0; i < grouping.length(); i++) {
            if (grouping.charAt(i) > 127) {
                return true;
            }
        }
        return false;
    }

    private static PyStr text(PyDict dict, String name) {
        PyObject value = dict.get(name);
        if (value != null && !(value instanceof PyStr)) {
            throw Errors.valueError("optional argument must be a dict");
        }
        return (PyStr) value;
    }

    private PyObject apply(PyDecimalContext context, Dec d) {
        if (!d.isFinite()) {
            String body = DecText.scientific(d.withSign(false), true);
            return pad(d.negative, type == '%' ? body + "%" : body);
        }
        Calc calc = Calc.widest();
        calc.rounding = context.calc.rounding;
        Dec n = rounded(calc, type == '%' ? d.withExponent(d.exponent + 2) : d);
        boolean negative = n.negative && !(noNegativeZero && n.isZero());
        String digits = n.coefficient.toString();
        long left = n.exponent + digits.length();
        long place = switch (type) {
            case 'e', 'E' -> n.isZero() && precision >= 0 ? 1 - precision : 1;
            case 'f', 'F', '%' -> left;
            default -> n.exponent <= 0 && left > -6 ? left : 1;
        };
        String whole;
        String fraction;
        if (place < 0) {
            whole = "0";
            fraction = "0".repeat((int) -place) + digits;
        } else if (place > digits.length()) {
            whole = digits + "0".repeat((int) place - digits.length());
            fraction = "";
        } else {
            whole = place == 0 ? "0" : digits.substring(0, (int) place);
            fraction = digits.substring((int) place);
        }
        StringBuilder tail = new StringBuilder();
        if (!fraction.isEmpty()) {
            tail.append(point).append(fraction);
        }
        long exponent = left - place;
        if (exponent != 0 || type == 'e' || type == 'E') {
            tail.append(type == 'E' || type == 'G' ? 'E' : 'e').append(exponent < 0 ? "" : "+").append(exponent);
        }
        if (type == '%') {
            tail.append('%');
        }
        int signs = negative || sign != '-' ? 1 : 0;
        long zeros = zeroPadded ? width - tail.length() - signs : 0;
        return pad(negative, grouped(whole, zeros) + tail);
    }

    private Dec rounded(Calc calc, Dec d) {
        Dec n = d;
        if (precision >= 0) {
            switch (type) {
                case 'e', 'E' -> n = toDigits(calc, n, precision + 1);
                case 'f', 'F', '%' -> n = new Dec(n.negative, calc.rescaled(n, -precision, calc.rounding), -precision);
                default -> n = toDigits(calc, n, Math.max(1, precision));
            }
        }
        if ((type == 'f' || type == 'F' || type == '%') && n.isZero() && n.exponent > 0) {
            n = new Dec(n.negative, BigInteger.ZERO, 0);
        }
        return n;
    }

    /** Rounded to so many digits; for {@code e} also filled up to them. */
    private Dec toDigits(Calc calc, Dec d, long digits) {
        boolean fills = type == 'e' || type == 'E';
        if (d.isZero() || !fills && d.digits() <= digits) {
            return d;
        }
        long exponent = d.adjusted() + 1 - digits;
        BigInteger size = calc.rescaled(d, exponent, calc.rounding);
        if (Tens.digits(size) > digits) {
            size = size.divide(BigInteger.TEN);
            exponent++;
        }
        return new Dec(d.negative, size, exponent);
    }

    /** The integer part with separators and at least so many characters, zeros put before it. */
    private String grouped(String whole, long least) {
        if (grouping.isEmpty() || separator.length() == 0) {
            return "0".repeat((int) Math.max(0, least - whole.length())) + whole;
        }
        StringBuilder out = new StringBuilder();
        int end = whole.length();
        int group = 0;
        long left = least;
        while (true) {
            int size = group < grouping.length() ? grouping.charAt(group) : -1;
            if (size == 0) {
                // The last size again and again.
                size = group == 0 ? -1 : grouping.charAt(group - 1);
            } else if (size == -1 && group > 0 && group >= grouping.length()) {
                size = grouping.charAt(grouping.length() - 1);
            } else {
                group++;
            }
            if (size <= 0 || size >= 127) {
                size = (int) Math.max(1, Math.max(end, left));
            }
            int count = (int) Math.min(Math.max(Math.max(end, left), 1), size);
            int from = Math.max(0, end - count);
            out.insert(0, "0".repeat(count - (end - from)) + whole.substring(from, end));
            left -= count;
            end = from;
            if (end == 0 && left <= 0) {
                return out.toString();
            }
            left -= separator.length();
            out.insert(0, separator.toString());
        }
    }

    private PyObject pad(boolean negative, String body) {
        String signs = negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
        PyStr text = PyStr.of(body);
        int padding = (int) Math.max(0, width - signs.length() - text.length());
        int before = switch (align) {
            case '<' -> 0;
            case '^' -> padding / 2;
            default -> padding;
        };
        PyStrBuilder out = new PyStrBuilder();
        if (align == '=') {
            out.append(signs);
        }
        for (int i = 0; i < before; i++) {
            out.append(fill);
        }
        if (align != '=') {
            out.append(signs);
        }
        out.append(text);
        for (int i = before; i < padding; i++) {
            out.append(fill);
        }
        return out.toPyStr();
    }
}
