package org.krait.runtime.builtins;

/** Functions of a float that Java's Math lacks, by the methods CPython and its C library use. */
final class MathFunctions {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double TWO_28 = 0x1p28;
    private static final double LOG_PI = 1.144729885849400174143427351353058711647;
    private static final double LANCZOS_G = 6.024680040776729583740234375;
    private static final double LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double[] LANCZOS_NUMERATOR = {
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408
    };
    private static final double[] LANCZOS_DENOMINATOR = {
        0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
        1925.0, 66.0, 1.0
    };
    /** Factorials up to 22! are exact floats. */
    private static final int EXACT_FACTORIALS = 23;
    private static final double ERX = 8.45062911510467529297e-01;
    private static final double[] ERF_PP = {
        1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
        -5.77027029648944159157e-03, -2.37630166566501626084e-05
    };
    private static final double[] ERF_QQ = {
        1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
        1.32494738004321644526e-04, -3.96022827877536812320e-06
    };
    private static final double[] ERF_PA = {
        -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01,
        3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02,
        -2.16637559486879084300e-03
    };
    private static final double[] ERF_QA = {
        1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
        1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02
    };
    private static final double[] ERFC_RA = {
        -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
        -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
        -8.12874355063065934246e+01, -9.81432934416914548592e+00
    };
    private static final double[] ERFC_SA = {
        1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02,
        6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02,
        6.57024977031928170135e+00, -6.04244152148580987438e-02
    };
    private static final double[] ERFC_RB = {
        -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
        -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
        -4.83519191608651397019e+02
    };
    private static final double[] ERFC_SB = {
        1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
        3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02,
        -2.24409524465858183362e+01
    };

    private MathFunctions() {}

    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        if (x >= TWO_28) {
            return Math.log(x) + LN2;
        }
        if (x > 2) {
            return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double asinh(double x) {
        double abs = Math.abs(x);
        if (Double.isNaN(x) || Double.isInfinite(x) || abs < 1 / TWO_28) {
            return x;
        }
        double result;
        if (abs > TWO_28) {
            result = Math.log(abs) + LN2;
        } else if (abs > 2) {
            result = Math.log(2 * abs + 1 / (Math.sqrt(x * x + 1) + abs));
        } else {
            double square = x * x;
            result = Math.log1p(abs + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(result, x);
    }

    static double atanh(double x) {
        double abs = Math.abs(x);
        if (abs >= 1 || Double.isNaN(x)) {
            return abs == 1 ? Math.copySign(Double.POSITIVE_INFINITY, x) : Double.NaN;
        }
        if (abs < 1 / TWO_28) {
            return x;
        }
        double twice = abs + abs;
        double result = abs < 0.5
                ? 0.5 * Math.log1p(twice + twice * abs / (1 - abs))
                : 0.5 * Math.log1p(twice / (1 - abs));
        return Math.copySign(result, x);
    }

    static double log2(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        double scaled = x;
        int exponent = 0;
        if (scaled < Double.MIN_NORMAL) {
            scaled *= 0x1p54;
            exponent = -54;
        }
        exponent += Math.getExponent(scaled);
        double mantissa = Math.scalb(scaled, -Math.getExponent(scaled));
        // Keep the sum free of cancellation: the mantissa's logarithm has the sign of the exponent or is small.
        if (mantissa > 1.4142135623730951) {
            mantissa /= 2;
            exponent++;
        }
        double log = Math.log(mantissa);
        double high = log / LN2;
        // LN2 is not exact: its tail is 2.319046813846299558e-17.
        double error = Math.fma(-high, LN2, log) - high * 2.319046813846299558e-17;
        double tail = error / LN2;
        double sum = exponent + high;
        double lost = Math.abs(exponent) >= Math.abs(high) ? high - (sum - exponent) : exponent - (sum - high);
        return sum + (lost + tail);
    }

    private static double polynomial(double[] coefficients, double x) {
        double result = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            result = result * x + coefficients[i];
        }
        return result;
    }

    static double erf(double x) {
        double abs = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        if (abs < 0.84375) {
            if (abs < 0x1p-28) {
                return abs < 0x1p-1000
                        ? 0.0625 * (16.0 * x + 16.0 * 1.28379167095512586316e-01 * x)
                        : x + 1.28379167095512586316e-01 * x;
            }
            double square = x * x;
            return x + x * (polynomial(ERF_PP, square) / polynomial(ERF_QQ, square));
        }
        double result;
        if (abs < 1.25) {
            double s = abs - 1;
            result = ERX + polynomial(ERF_PA, s) / polynomial(ERF_QA, s);
        } else {
            result = abs >= 6 ? 1.0 : 1 - erfcTail(abs);
        }
        return Math.copySign(result, x);
    }

    static double erfc(double x) {
        double abs = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        if (abs < 0.84375) {
            if (abs < 0x1p-56) {
                return 1 - x;
            }
            double square = x * x;
            double y = polynomial(ERF_PP, square) / polynomial(ERF_QQ, square);
            return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
        }
        if (abs < 1.25) {
            double s = abs - 1;
            double y = polynomial(ERF_PA, s) / polynomial(ERF_QA, s);
            return x >= 0 ? 1 - ERX - y : 1 + (ERX + y);
        }
        if (abs >= 28) {
            return x > 0 ? 0.0 : 2.0;
        }
        if (x < -6) {
            return 2.0;
        }
        return x > 0 ? erfcTail(abs) : 2 - erfcTail(abs);
    }

    /** erfc for 1.25 <= x < 28. */
    private static double erfcTail(double x) {
        double s = 1 / (x * x);
        boolean near = x < 1 / 0.35;
        double top = polynomial(near ? ERFC_RA : ERFC_RB, s);
        double bottom = polynomial(near ? ERFC_SA : ERFC_SB, s);
        // x squared without rounding error: z has only its upper half of bits.
        double z = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
        return Math.exp(-z * z - 0.5625) * Math.exp((z - x) * (z + x) + top / bottom) / x;
    }

    private static double sinPi(double x) {
        double y = Math.abs(x) % 2.0;
        double result = switch ((int) Math.round(2.0 * y)) {
            case 0 -> Math.sin(Math.PI * y);
            case 1 -> Math.cos(Math.PI * (y - 0.5));
            case 2 -> Math.sin(Math.PI * (1.0 - y));
            case 3 -> -Math.cos(Math.PI * (y - 1.5));
            default -> Math.sin(Math.PI * (y - 2.0));
        };
        return Math.copySign(1.0, x) * result;
    }

    private static double lanczosSum(double x) {
        double top = 0;
        double bottom = 0;
        int count = LANCZOS_NUMERATOR.length;
        if (x < 5.0) {
            for (int i = count - 1; i >= 0; i--) {
                top = top * x + LANCZOS_NUMERATOR[i];
                bottom = bottom * x + LANCZOS_DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                top = top / x + LANCZOS_NUMERATOR[i];
                bottom = bottom / x + LANCZOS_DENOMINATOR[i];
            }
        }
        return top / bottom;
    }

    /** The gamma function; nan at its poles. Infinite when too large. */
    static double gamma(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return x > 0 ? x : Double.NaN;
        }
        if (x == 0) {
            return Double.NaN;
        }
        if (x == Math.floor(x)) {
            if (x < 0) {
                return Double.NaN;
            }
            if (x <= EXACT_FACTORIALS) {
                double factorial = 1;
                for (int i = 2; i < x; i++) {
                    factorial *= i;
                }
                return factorial;
            }
        }
        double abs = Math.abs(x);
        if (abs < 1e-20) {
            return 1.0 / x;
        }
        if (abs > 200.0) {
            return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
        }
        double y = abs + LANCZOS_G_MINUS_HALF;
        double error = abs > LANCZOS_G_MINUS_HALF ? y - abs - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - abs;
        error = error * LANCZOS_G / y;
        double result;
        if (x < 0) {
            result = -Math.PI / sinPi(abs) / abs * Math.exp(y) / lanczosSum(abs);
            result -= error * result;
            if (abs < 140.0) {
                return result / Math.pow(y, abs - 0.5);
            }
            double root = Math.pow(y, abs / 2.0 - 0.25);
            return result / root / root;
        }
        result = lanczosSum(abs) / Math.exp(y);
        result += error * result;
        if (abs < 140.0) {
            return result * Math.pow(y, abs - 0.5);
        }
        double root = Math.pow(y, abs / 2.0 - 0.25);
        return result * root * root;
    }

    /** The logarithm of the absolute value of the gamma function; infinite at its poles. */
    static double lgamma(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2.0) {
            return x <= 0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        double abs = Math.abs(x);
        if (abs < 1e-20) {
            return -Math.log(abs);
        }
        double result = Math.log(lanczosSum(abs)) - LANCZOS_G;
        result += (abs - 0.5) * (Math.log(abs + LANCZOS_G - 0.5) - 1);
        return x < 0 ? LOG_PI - Math.log(Math.abs(sinPi(abs))) - Math.log(abs) - result : result;
    }
}
