package org.krait.runtime.builtins;

import org.krait.objects.PyComplex;

/**
 * Functions of a complex number with C99's branch cuts and special values (Annex G), by CPython's methods. What is a
 * domain error or an overflow raises it.
 */
final class ComplexFunctions {
    private static final double LARGE = Double.MAX_VALUE / 4;
    private static final double SQRT_LARGE = Math.sqrt(LARGE);
    private static final double LOG_LARGE = Math.log(LARGE);
    private static final double SQRT_MIN = Math.sqrt(Double.MIN_NORMAL);
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN10 = 2.302585092994045684;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    // Results where a part is not finite: a row for each kind of real part (-inf, negative, -0, 0, positive, inf, nan)
    // with two letters for each kind of imaginary part; see decode.
    private static final String[] ACOS = {
        "tipipipIpItIni", "hi........hInn", "hi........hIhn", "hi........hIhn", "hi........hInn", "qizizizIzIqIni",
        "ninnnnnnnnnInn"
    };
    private static final String[] ACOSH = {
        "iTiPiPipipitin", "iH........ihnn", "iH........ihnn", "iH........ihnn", "iH........ihnn", "iQiZiZiziziqin",
        "innnnnnnnninnn"
    };
    private static final String[] ASINH = {
        "IQIZIZIzIzIqIn", "IH........Ihnn", "IH........Ihnn", "iH........ihnn", "iH........ihnn", "iQiZiZiziziqin",
        "innnnZnznninnn"
    };
    private static final String[] ATANH = {
        "ZHZHZHZhZhZhZn", "ZH........Zhnn", "ZH........ZhZn", "zH........zhzn", "zH........zhnn", "zHzHzHzhzhzhzn",
        "zHnnnnnnnnzhnn"
    };
    private static final String[] COSH = {
        "!!IiiziZII!!in", "!!........!!nn", "!!........!!nz", "!!........!!nz", "!!........!!nn", "!!IIiZizIi!!in",
        "nnnnnznznnnnnn"
    };
    private static final String[] EXP = {
        "zzZZzZzzZzzzzz", "!!........!!nn", "!!........!!nn", "!!........!!nn", "!!........!!nn", "!!IIiZizIi!!in",
        "nnnnnZnznnnnnn"
    };
    private static final String[] LOG = ACOSH;
    private static final String[] SINH = {
        "!!iIIZIzii!!in", "!!........!!nn", "!!........!!zn", "!!........!!zn", "!!........!!nn", "!!IIiZizIi!!in",
        "nnnnnZnznnnnnn"
    };
    private static final String[] SQRT = {
        "iIzIzIziziiini", "iI........iinn", "iI........iinn", "iI........iinn", "iI........iinn", "iIiZiZiziziiin",
        "iInnnnnnnniinn"
    };
    private static final String[] TANH = {
        "OzOzOZOzOZOzOz", "!!........!!nn", "!!........!!nn", "!!........!!nn", "!!........!!nn", "ozozoZozoZozoz",
        "nnnnnZnznnnnnn"
    };
    private static final String[] RECT = {
        "!!iiIzIZiI!!in", "!!........!!nn", "zz........zzzz", "zz........zzzz", "!!........!!nn", "!!IIiZizIi!!in",
        "nnnnnznznnnnnn"
    };

    private ComplexFunctions() {}

    private static boolean isFinite(double x) {
        return !Double.isInfinite(x) && !Double.isNaN(x);
    }

    private static int kind(double x) {
        if (Double.isNaN(x)) {
            return 6;
        }
        boolean negative = Math.copySign(1, x) < 0;
        if (Double.isInfinite(x)) {
            return negative ? 0 : 5;
        }
        return x != 0 ? negative ? 1 : 4 : negative ? 2 : 3;
    }

    /** The entry of a table; null when both parts are finite. */
    private static PyComplex special(String[] table, double x, double y) {
        if (isFinite(x) && isFinite(y)) {
            return null;
        }
        String row = table[kind(x)];
        int at = 2 * kind(y);
        if (row.charAt(at) == '!') {
            throw MathModule.domainError();
        }
        return new PyComplex(decode(row.charAt(at)), decode(row.charAt(at + 1)));
    }

    /** A capital letter is the negative of the small one. */
    private static double decode(char letter) {
        double abs = switch (Character.toLowerCase(letter)) {
            case 'i' -> INFINITY;
            case 'p' -> Math.PI;
            case 'h' -> Math.PI / 2;
            case 'q' -> Math.PI / 4;
            case 't' -> 3 * Math.PI / 4;
            case 'o' -> 1.0;
            case 'z' -> 0.0;
            default -> Double.NaN;
        };
        return Character.isUpperCase(letter) ? -abs : abs;
    }

    private static PyComplex checked(double real, double imaginary) {
        if (Double.isInfinite(real) || Double.isInfinite(imaginary)) {
            throw MathModule.rangeError();
        }
        return new PyComplex(real, imaginary);
    }

    private static double largeLog(double x, double y) {
        return Math.log(Math.hypot(x / 2, y / 2)) + LN2 * 2;
    }

    static PyComplex sqrt(double x, double y) {
        PyComplex special = special(SQRT, x, y);
        if (special != null) {
            return special;
        }
        if (x == 0 && y == 0) {
            return new PyComplex(0.0, y);
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double s;
        if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            double scaled = Math.scalb(ax, 53);
            s = Math.scalb(Math.sqrt(scaled + Math.hypot(scaled, Math.scalb(ay, 53))), -27);
        } else {
            double eighth = ax / 8.0;
            s = 2.0 * Math.sqrt(eighth + Math.hypot(eighth, ay / 8.0));
        }
        double d = ay / (2.0 * s);
        return x >= 0 ? new PyComplex(s, Math.copySign(d, y)) : new PyComplex(d, Math.copySign(s, y));
    }

    static PyComplex acos(double x, double y) {
        PyComplex special = special(ACOS, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) {
            double log = largeLog(x, y);
            double imaginary = x < 0 ? -Math.copySign(log, y) : Math.copySign(log, -y);
            return new PyComplex(Math.atan2(Math.abs(y), x), imaginary);
        }
        PyComplex s1 = sqrt(1 - x, -y);
        PyComplex s2 = sqrt(1 + x, y);
        return new PyComplex(
                2 * Math.atan2(s1.real, s2.real), MathFunctions.asinh(s2.real * s1.imag - s2.imag * s1.real));
    }

    static PyComplex acosh(double x, double y) {
        PyComplex special = special(ACOSH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) {
            return new PyComplex(largeLog(x, y), Math.atan2(y, x));
        }
        PyComplex s1 = sqrt(x - 1, y);
        PyComplex s2 = sqrt(x + 1, y);
        return new PyComplex(
                MathFunctions.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * Math.atan2(s1.imag, s2.real));
    }

    static PyComplex asin(double x, double y) {
        PyComplex s = asinh(-y, x);
        return new PyComplex(s.imag, -s.real);
    }

    static PyComplex asinh(double x, double y) {
        PyComplex special = special(ASINH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) {
            double log = largeLog(x, y);
            double real = y >= 0 ? Math.copySign(log, x) : -Math.copySign(log, -x);
            return new PyComplex(real, Math.atan2(y, Math.abs(x)));
        }
        PyComplex s1 = sqrt(1 + y, -x);
        PyComplex s2 = sqrt(1 - y, x);
        return new PyComplex(
                MathFunctions.asinh(s1.real * s2.imag - s2.real * s1.imag),
                Math.atan2(y, s1.real * s2.real - s1.imag * s2.imag));
    }

    static PyComplex atan(double x, double y) {
        PyComplex s = atanh(-y, x);
        return new PyComplex(s.imag, -s.real);
    }

    static PyComplex atanh(double x, double y) {
        PyComplex special = special(ATANH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.copySign(1, x) < 0) {
            PyComplex mirrored = atanh(-x, -y);
            return new PyComplex(-mirrored.real, -mirrored.imag);
        }
        double ay = Math.abs(y);
        if (x > SQRT_LARGE || ay > SQRT_LARGE) {
            double h = Math.hypot(x / 2, y / 2);
            return new PyComplex(x / 4 / h / h, -Math.copySign(Math.PI / 2, -y));
        }
        if (x == 1 && ay < SQRT_MIN) {
            if (ay == 0) {
                throw MathModule.domainError();
            }
            return new PyComplex(
                    -Math.log(Math.sqrt(ay) / Math.sqrt(Math.hypot(ay, 2.0))),
                    Math.copySign(Math.atan2(2.0, -ay) / 2, y));
        }
        return new PyComplex(
                Math.log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4,
                -Math.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
    }

    static PyComplex cos(double x, double y) {
        return cosh(-y, x);
    }

    /** True for an infinite real part whose result's signs come from the imaginary part. */
    private static boolean isInfiniteWithAngle(double x, double y) {
        return Double.isInfinite(x) && isFinite(y) && y != 0;
    }

    static PyComplex cosh(double x, double y) {
        if (isInfiniteWithAngle(x, y)) {
            double imaginary = Math.copySign(INFINITY, Math.sin(y));
            return new PyComplex(Math.copySign(INFINITY, Math.cos(y)), x > 0 ? imaginary : -imaginary);
        }
        PyComplex special = special(COSH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LOG_LARGE) {
            double less = x - Math.copySign(1, x);
            return checked(Math.cos(y) * Math.cosh(less) * Math.E, Math.sin(y) * Math.sinh(less) * Math.E);
        }
        return checked(Math.cos(y) * Math.cosh(x), Math.sin(y) * Math.sinh(x));
    }

    static PyComplex exp(double x, double y) {
        if (isInfiniteWithAngle(x, y)) {
            double size = x > 0 ? INFINITY : 0.0;
            return new PyComplex(Math.copySign(size, Math.cos(y)), Math.copySign(size, Math.sin(y)));
        }
        PyComplex special = special(EXP, x, y);
        if (special != null) {
            return special;
        }
        if (x > LOG_LARGE) {
            double l = Math.exp(x - 1);
            return checked(l * Math.cos(y) * Math.E, l * Math.sin(y) * Math.E);
        }
        double l = Math.exp(x);
        return checked(l * Math.cos(y), l * Math.sin(y));
    }

    static PyComplex log(double x, double y) {
        PyComplex special = special(LOG, x, y);
        if (special != null) {
            return special;
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double real;
        if (ax > LARGE || ay > LARGE) {
            real = Math.log(Math.hypot(ax / 2, ay / 2)) + LN2;
        } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            if (ax == 0 && ay == 0) {
                throw MathModule.domainError();
            }
            real = Math.log(Math.hypot(Math.scalb(ax, 53), Math.scalb(ay, 53))) - 53 * LN2;
        } else {
            double h = Math.hypot(ax, ay);
            if (h >= 0.71 && h <= 1.73) {
                double larger = Math.max(ax, ay);
                double smaller = Math.min(ax, ay);
                real = Math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
            } else {
                real = Math.log(h);
            }
        }
        return new PyComplex(real, Math.atan2(y, x));
    }

    static PyComplex log10(double x, double y) {
        PyComplex log = log(x, y);
        return new PyComplex(log.real / LN10, log.imag / LN10);
    }

    static PyComplex sin(double x, double y) {
        PyComplex s = sinh(-y, x);
        return new PyComplex(s.imag, -s.real);
    }

    static PyComplex sinh(double x, double y) {
        if (isInfiniteWithAngle(x, y)) {
            double real = Math.copySign(INFINITY, Math.cos(y));
            return new PyComplex(x > 0 ? real : -real, Math.copySign(INFINITY, Math.sin(y)));
        }
        PyComplex special = special(SINH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LOG_LARGE) {
            double less = x - Math.copySign(1, x);
            return checked(Math.cos(y) * Math.sinh(less) * Math.E, Math.sin(y) * Math.cosh(less) * Math.E);
        }
        return checked(Math.cos(y) * Math.sinh(x), Math.sin(y) * Math.cosh(x));
    }

    static PyComplex tan(double x, double y) {
        PyComplex s = tanh(-y, x);
        return new PyComplex(s.imag, -s.real);
    }

    static PyComplex tanh(double x, double y) {
        if (isInfiniteWithAngle(x, y)) {
            return new PyComplex(Math.copySign(1, x), Math.copySign(0.0, 2 * Math.sin(y) * Math.cos(y)));
        }
        PyComplex special = special(TANH, x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LOG_LARGE) {
            return new PyComplex(
                    Math.copySign(1, x), 4 * Math.sin(y) * Math.cos(y) * Math.exp(-2 * Math.abs(x)));
        }
        double tx = Math.tanh(x);
        double ty = Math.tan(y);
        double cx = 1 / Math.cosh(x);
        double product = tx * ty;
        double denominator = 1 + product * product;
        return new PyComplex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx);
    }

    static PyComplex rect(double r, double phi) {
        if (isInfiniteWithAngle(r, phi)) {
            double real = Math.copySign(INFINITY, Math.cos(phi));
            double imaginary = Math.copySign(INFINITY, Math.sin(phi));
            return r > 0 ? new PyComplex(real, imaginary) : new PyComplex(-real, -imaginary);
        }
        PyComplex special = special(RECT, r, phi);
        if (special != null) {
            return special;
        }
        return phi == 0 ? new PyComplex(r, r * phi) : new PyComplex(r * Math.cos(phi), r * Math.sin(phi));
    }
}
