package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code decimal.Context}: operands taken, the operation called, signals raised. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions"
                + " and much more.  A new context\ncan be initialized as follows:\n\n    >>> c = Context(prec=28, "
                + "Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, "
                + "clamp=1,\n    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...          "
                + "   flags=[])\n    >>>\n\n\n")
final class ContextMethods {
    private static final String[] NAMES = {
        "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"
    };

    private ContextMethods() {}

    @Builtin(
            "__new__(type, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, "
                    + "traps=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject prec, PyObject rounding, PyObject emin, PyObject emax,
            PyObject capitals, PyObject clamp, PyObject flags, PyObject traps) {
        PyDecimalContext made =
                new PyDecimalContext(type, PyDecimalContext.usual(), PyDecimalContext.DEFAULT_TRAPS);
        PyDecimalContext usual = DecimalState.of(ts).usual;
        SharedContexts.asks(ts, usual);
        made.take(usual);
        return made;
    }

    @Builtin(
            "__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, "
                    + "traps=None)")
    static void init(ThreadState ts, PyDecimalContext self, PyObject prec, PyObject rounding, PyObject emin,
            PyObject emax, PyObject capitals, PyObject clamp, PyObject flags, PyObject traps) {
        PyObject[] values = {prec, rounding, emin, emax, capitals, clamp, flags, traps};
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                Settings.set(ts, self, NAMES[i], values[i]);
            }
        }
    }

    /** Forgets what an operation that was cut off has signalled. */
    private static PyDecimalContext begin(PyDecimalContext c) {
        c.calc.status = 0;
        return c;
    }

    /** The results of {@code divmod}. */
    static PyObject pair(PyDecimalContext c, Dec[] both) {
        c.settle();
        return PyTuple.of(PyDecimal.of(both[0]), PyDecimal.of(both[1]));
    }

    @Attribute("prec")
    static long prec(PyDecimalContext self) {
        return self.calc.prec;
    }

    @Attribute(value = "prec", setter = true)
    static void setPrec(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        Settings.prec(self, value);
    }

    @Attribute("Emax")
    static long emax(PyDecimalContext self) {
        return self.calc.emax;
    }

    @Attribute(value = "Emax", setter = true)
    static void setEmax(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        Settings.emax(self, value);
    }

    @Attribute("Emin")
    static long emin(PyDecimalContext self) {
        return self.calc.emin;
    }

    @Attribute(value = "Emin", setter = true)
    static void setEmin(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        Settings.emin(self, value);
    }

    @Attribute("rounding")
    static PyObject rounding(PyDecimalContext self) {
        return PyStr.interned(self.calc.rounding.pythonName());
    }

    @Attribute(value = "rounding", setter = true)
    static void setRounding(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        self.calc.rounding = Settings.rounding(value);
    }

    @Attribute("capitals")
    static int capitals(PyDecimalContext self) {
        return self.capitals ? 1 : 0;
    }

    @Attribute(value = "capitals", setter = true)
    static void setCapitals(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        self.capitals = Settings.flag(value, "capitals");
    }

    @Attribute("clamp")
    static int clamp(PyDecimalContext self) {
        return self.calc.clamp ? 1 : 0;
    }

    @Attribute(value = "clamp", setter = true)
    static void setClamp(PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        self.calc.clamp = Settings.flag(value, "clamp");
    }

    @Attribute("flags")
    static PyObject flags(ThreadState ts, PyDecimalContext self) {
        return self.flagDict(ts);
    }

    @Attribute(value = "flags", setter = true)
    static void setFlags(ThreadState ts, PyDecimalContext self, PyObject value) {
        self.flags = Settings.signalDict(ts, value);
    }

    @Attribute("traps")
    static PyObject traps(ThreadState ts, PyDecimalContext self) {
        return self.trapDict(ts);
    }

    @Attribute(value = "traps", setter = true)
    static void setTraps(ThreadState ts, PyDecimalContext self, PyObject value) {
        SharedContexts.changes(self);
        self.traps = Settings.signalDict(ts, value);
    }

    @Builtin(value = "Etiny(self, /)", doc = "Emin - prec + 1: the least exponent of a subnormal number.")
    static long etiny(PyDecimalContext self) {
        return self.calc.etiny();
    }

    @Builtin(value = "Etop(self, /)", doc = "Emax - prec + 1: the greatest exponent of a number with all its digits.")
    static long etop(PyDecimalContext self) {
        return self.calc.etop();
    }

    @Builtin(value = "clear_flags(self, /)", doc = "Reset all flags to False.")
    static void clearFlags(PyDecimalContext self) {
        self.flags = 0;
    }

    @Builtin(value = "clear_traps(self, /)", doc = "Set all traps to False.")
    static void clearTraps(PyDecimalContext self) {
        SharedContexts.changes(self);
        self.traps = 0;
    }

    @Builtin(value = "copy(self, /)", doc = "A copy with the same flags and traps.")
    static PyObject copy(PyDecimalContext self) {
        return self.copy();
    }

    @Builtin("__copy__(self, /)")
    static PyObject copySpecial(PyDecimalContext self) {
        return self.copy();
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyDecimalContext self) {
        return PyTuple.of(self.type, PyTuple.of(PyInt.of(self.calc.prec), rounding(self), PyInt.of(self.calc.emin),
                PyInt.of(self.calc.emax), PyInt.of(capitals(self)), PyInt.of(clamp(self)), Signals.list(self.flags),
                Signals.list(self.traps)));
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyDecimalContext self) {
        StringBuilder out = new StringBuilder("Context(prec=").append(self.calc.prec).append(", rounding=")
                .append(self.calc.rounding.pythonName()).append(", Emin=").append(self.calc.emin).append(", Emax=")
                .append(self.calc.emax).append(", capitals=").append(capitals(self)).append(", clamp=")
                .append(clamp(self)).append(", flags=");
        Signals.show(out, self.flags);
        out.append(", traps=");
        Signals.show(out, self.traps);
        return out.append(')').toString();
    }

    @Builtin(
            value = "create_decimal(self, num='0', /)",
            doc = "A Decimal of a value, rounded as the context says.")
    static PyObject createDecimal(ThreadState ts, PyDecimalContext self, PyObject num) {
        begin(self);
        return PyDecimal.of(num == null ? Dec.ZERO : Operands.rounded(ts, self, num));
    }

    @Builtin(
            value = "create_decimal_from_float(self, f, /)",
            doc = "A Decimal of a float or an int, rounded as the context says.")
    static PyObject createDecimalFromFloat(PyDecimalContext self, PyObject f) {
        return begin(self).result(self.calc.finish(DecimalMethods.ofNumber(f)));
    }

    @Builtin(value = "abs(self, x, /)", doc = "The size of the number.")
    static PyObject absolute(PyDecimalContext c, PyObject x) {
        return begin(c).result(BasicMath.abs(c.calc, Operands.of(x)));
    }

    @Builtin(value = "exp(self, x, /)", doc = "e**x, correctly rounded.")
    static PyObject exp(PyDecimalContext c, PyObject x) {
        return begin(c).result(Transcendental.exp(c.calc, Operands.of(x)));
    }

    @Builtin(value = "ln(self, x, /)", doc = "The natural logarithm, correctly rounded.")
    static PyObject ln(PyDecimalContext c, PyObject x) {
        return begin(c).result(Transcendental.ln(c.calc, Operands.of(x)));
    }

    @Builtin(value = "log10(self, x, /)", doc = "The logarithm of base ten, correctly rounded.")
    static PyObject log10(PyDecimalContext c, PyObject x) {
        return begin(c).result(Transcendental.log10(c.calc, Operands.of(x)));
    }

    @Builtin(value = "logb(self, x, /)", doc = "The exponent of the most significant digit.")
    static PyObject logb(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.logb(c.calc, Operands.of(x)));
    }

    @Builtin(value = "logical_invert(self, x, /)", doc = "Each digit of a logical operand inverted.")
    static PyObject logicalInvert(PyDecimalContext c, PyObject x) {
        return begin(c).result(Digitwise.invert(c.calc, Operands.of(x)));
    }

    @Builtin(value = "minus(self, x, /)", doc = "The number negated.")
    static PyObject minus(PyDecimalContext c, PyObject x) {
        return begin(c).result(BasicMath.minus(c.calc, Operands.of(x)));
    }

    @Builtin(value = "next_minus(self, x, /)", doc = "The largest representable number that is smaller.")
    static PyObject nextMinus(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.nextMinus(c.calc, Operands.of(x)));
    }

    @Builtin(value = "next_plus(self, x, /)", doc = "The smallest representable number that is larger.")
    static PyObject nextPlus(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.nextPlus(c.calc, Operands.of(x)));
    }

    @Builtin(value = "normalize(self, x, /)", doc = "The number without zeros at its end.")
    static PyObject normalize(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.normalize(c.calc, Operands.of(x)));
    }

    @Builtin(value = "plus(self, x, /)", doc = "The number rounded to the context.")
    static PyObject plus(PyDecimalContext c, PyObject x) {
        return begin(c).result(BasicMath.plus(c.calc, Operands.of(x)));
    }

    @Builtin(value = "sqrt(self, x, /)", doc = "The square root, correctly rounded.")
    static PyObject sqrt(PyDecimalContext c, PyObject x) {
        return begin(c).result(Transcendental.sqrt(c.calc, Operands.of(x)));
    }

    @Builtin(value = "add(self, x, y, /)", doc = "The sum.")
    static PyObject add(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.add(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "compare(self, x, y, /)", doc = "-1, 0 or 1 as a Decimal, or a NaN.")
    static PyObject compare(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.compare(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "compare_signal(self, x, y, /)", doc = "As compare, but all NaNs signal.")
    static PyObject compareSignal(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.compareSignal(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "divide(self, x, y, /)", doc = "The quotient.")
    static PyObject divide(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.divide(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "divide_int(self, x, y, /)", doc = "The integer part of the quotient.")
    static PyObject divideInt(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.divideInteger(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "logical_and(self, x, y, /)", doc = "Digitwise and of logical operands.")
    static PyObject logicalAnd(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Digitwise.combine(c.calc, Digitwise.Operator.AND, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "logical_or(self, x, y, /)", doc = "Digitwise or of logical operands.")
    static PyObject logicalOr(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Digitwise.combine(c.calc, Digitwise.Operator.OR, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "logical_xor(self, x, y, /)", doc = "Digitwise exclusive or of logical operands.")
    static PyObject logicalXor(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Digitwise.combine(c.calc, Digitwise.Operator.XOR, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "max(self, x, y, /)", doc = "The greater of two numbers.")
    static PyObject max(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.max(c.calc, Operands.of(x), Operands.of(y), false));
    }

    @Builtin(value = "max_mag(self, x, y, /)", doc = "The one of greater size.")
    static PyObject maxMag(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.max(c.calc, Operands.of(x), Operands.of(y), true));
    }

    @Builtin(value = "min(self, x, y, /)", doc = "The smaller of two numbers.")
    static PyObject min(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.min(c.calc, Operands.of(x), Operands.of(y), false));
    }

    @Builtin(value = "min_mag(self, x, y, /)", doc = "The one of smaller size.")
    static PyObject minMag(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Comparisons.min(c.calc, Operands.of(x), Operands.of(y), true));
    }

    @Builtin(value = "multiply(self, x, y, /)", doc = "The product.")
    static PyObject multiply(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.multiply(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(
            value = "next_toward(self, x, y, /)",
            doc = "The representable number next to the first in the direction of the second.")
    static PyObject nextToward(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Rescaling.nextToward(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "quantize(self, x, y, /)", doc = "The number rounded to the exponent of the second.")
    static PyObject quantize(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Rescaling.quantize(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "remainder(self, x, y, /)", doc = "The remainder of the integer division.")
    static PyObject remainder(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.remainder(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(
            value = "remainder_near(self, x, y, /)",
            doc = "The remainder of the division with the nearest integer as quotient.")
    static PyObject remainderNear(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.remainderNear(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "rotate(self, x, y, /)", doc = "The coefficient rotated by a number of places.")
    static PyObject rotate(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Digitwise.rotate(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "scaleb(self, x, y, /)", doc = "The first with the second added to its exponent.")
    static PyObject scaleb(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Rescaling.scaleb(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "shift(self, x, y, /)", doc = "The coefficient shifted by a number of places.")
    static PyObject shift(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(Digitwise.shift(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "subtract(self, x, y, /)", doc = "The difference.")
    static PyObject subtract(PyDecimalContext c, PyObject x, PyObject y) {
        return begin(c).result(BasicMath.subtract(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "compare_total(self, x, y, /)", doc = "Compares representations in the total order.")
    static PyObject compareTotal(PyDecimalContext c, PyObject x, PyObject y) {
        return PyDecimal.of(Dec.of(Comparisons.compareTotal(Operands.of(x), Operands.of(y))));
    }

    @Builtin(
            value = "compare_total_mag(self, x, y, /)",
            doc = "Compares representations in the total order without their signs.")
    static PyObject compareTotalMag(PyDecimalContext c, PyObject x, PyObject y) {
        return PyDecimal.of(Dec.of(Comparisons.compareTotalSizes(Operands.of(x), Operands.of(y))));
    }

    @Builtin(value = "copy_sign(self, x, y, /)", doc = "The first with the sign of the second.")
    static PyObject copySign(PyDecimalContext c, PyObject x, PyObject y) {
        return PyDecimal.of(Operands.of(x).withSign(Operands.of(y).negative));
    }

    @Builtin(value = "is_finite(self, x, /)", doc = "True for a finite number.")
    static boolean isFinite(PyDecimalContext c, PyObject x) {
        return Operands.of(x).isFinite();
    }

    @Builtin(value = "is_infinite(self, x, /)", doc = "True for an infinity.")
    static boolean isInfinite(PyDecimalContext c, PyObject x) {
        return Operands.of(x).isInfinite();
    }

    @Builtin(value = "is_nan(self, x, /)", doc = "True for a NaN, quiet or signaling.")
    static boolean isNan(PyDecimalContext c, PyObject x) {
        return Operands.of(x).isNan();
    }

    @Builtin(value = "is_qnan(self, x, /)", doc = "True for a quiet NaN.")
    static boolean isQnan(PyDecimalContext c, PyObject x) {
        return Operands.of(x).kind == Dec.QUIET;
    }

    @Builtin(value = "is_signed(self, x, /)", doc = "True with a minus sign.")
    static boolean isSigned(PyDecimalContext c, PyObject x) {
        return Operands.of(x).negative;
    }

    @Builtin(value = "is_snan(self, x, /)", doc = "True for a signaling NaN.")
    static boolean isSnan(PyDecimalContext c, PyObject x) {
        return Operands.of(x).isSignaling();
    }

    @Builtin(value = "is_zero(self, x, /)", doc = "True for a zero.")
    static boolean isZero(PyDecimalContext c, PyObject x) {
        return Operands.of(x).isZero();
    }

    @Builtin(value = "is_normal(self, x, /)", doc = "True for a normal finite number.")
    static boolean isNormal(PyDecimalContext c, PyObject x) {
        return Comparisons.isNormal(c.calc, Operands.of(x));
    }

    @Builtin(value = "is_subnormal(self, x, /)", doc = "True for a subnormal number.")
    static boolean isSubnormal(PyDecimalContext c, PyObject x) {
        return Comparisons.isSubnormal(c.calc, Operands.of(x));
    }

    @Builtin(
            value = "same_quantum(self, x, y, /)",
            doc = "True if both have the same exponent, or both are infinite or NaN.")
    static boolean sameQuantum(PyDecimalContext c, PyObject x, PyObject y) {
        return Comparisons.sameQuantum(Operands.of(x), Operands.of(y));
    }

    @Builtin(value = "divmod(self, x, y, /)", doc = "Quotient and remainder of the integer division.")
    static PyObject divmod(PyDecimalContext c, PyObject x, PyObject y) {
        return pair(begin(c), BasicMath.divmod(c.calc, Operands.of(x), Operands.of(y)));
    }

    @Builtin(value = "fma(self, x, y, z, /)", doc = "The product plus the third, rounded once.")
    static PyObject fma(PyDecimalContext c, PyObject x, PyObject y, PyObject z) {
        return begin(c).result(BasicMath.fma(c.calc, Operands.of(x), Operands.of(y), Operands.of(z)));
    }

    @Builtin(
            value = "power(self, /, a, b, modulo=None)",
            doc = "The first to the power of the second, with a modulus in that residue class.")
    static PyObject power(PyDecimalContext c, PyObject a, PyObject b, PyObject modulo) {
        Dec x = Operands.of(a);
        Dec y = Operands.of(b);
        Dec m = modulo == null || modulo == PySingleton.NONE ? null : Operands.of(modulo);
        return begin(c).result(m == null
                ? Transcendental.power(c.calc, x, y)
                : Transcendental.powerModulo(c.calc, x, y, m));
    }

    @Builtin(
            value = "to_integral_exact(self, x, /)",
            doc = "The number rounded to an integer; signals Inexact and Rounded.")
    static PyObject toIntegralExact(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.toIntegral(c.calc, Operands.of(x), c.calc.rounding, true));
    }

    @Builtin(value = "to_integral_value(self, x, /)", doc = "The number rounded to an integer, silently.")
    static PyObject toIntegralValue(PyDecimalContext c, PyObject x) {
        return begin(c).result(Rescaling.toIntegral(c.calc, Operands.of(x), c.calc.rounding, false));
    }

    @Builtin(value = "to_integral(self, x, /)", doc = "The number rounded to an integer, silently.")
    static PyObject toIntegral(PyDecimalContext c, PyObject x) {
        return toIntegralValue(c, x);
    }

    @Builtin(value = "number_class(self, x, /)", doc = "The class of the number, such as +Normal.")
    static String numberClass(PyDecimalContext c, PyObject x) {
        return Comparisons.numberClass(c.calc, Operands.of(x));
    }

    @Builtin(value = "to_sci_string(self, x, /)", doc = "The number as text in scientific notation.")
    static String toSciString(PyDecimalContext c, PyObject x) {
        return DecText.scientific(Operands.of(x), c.capitals);
    }

    @Builtin(
            value = "to_eng_string(self, x, /)",
            doc = "The number as text with an exponent that is a multiple of three.")
    static String toEngString(PyDecimalContext c, PyObject x) {
        return DecText.engineering(Operands.of(x), c.capitals);
    }

    @Builtin(value = "copy_abs(self, x, /)", doc = "The number without its sign.")
    static PyObject copyAbs(PyDecimalContext c, PyObject x) {
        return PyDecimal.of(Operands.of(x).withSign(false));
    }

    @Builtin(value = "copy_negate(self, x, /)", doc = "The number with the other sign.")
    static PyObject copyNegate(PyDecimalContext c, PyObject x) {
        Dec d = Operands.of(x);
        return PyDecimal.of(d.withSign(!d.negative));
    }

    @Builtin(value = "copy_decimal(self, x, /)", doc = "The number as it is.")
    static PyObject copyDecimal(PyDecimalContext c, PyObject x) {
        return x instanceof PyDecimal ? x : PyDecimal.of(Operands.of(x));
    }

    private static PyDecimal decimal(PyObject x) {
        if (x instanceof PyDecimal d) {
            return d;
        }
        throw Errors.typeError("argument must be a Decimal");
    }

    @Builtin(value = "canonical(self, x, /)", doc = "The number itself: all are canonical.")
    static PyObject canonical(PyDecimalContext c, PyObject x) {
        return decimal(x);
    }

    @Builtin(value = "is_canonical(self, x, /)", doc = "True: all numbers are canonical.")
    static boolean isCanonical(PyDecimalContext c, PyObject x) {
        decimal(x);
        return true;
    }

    @Builtin(value = "_apply(self, x, /)", doc = "The number rounded as the context says.")
    static PyObject apply(PyDecimalContext c, PyObject x) {
        return begin(c).result(c.calc.finish(Operands.of(x)));
    }

    @Builtin(value = "radix(self, /)", doc = "Ten as a Decimal.")
    static PyObject radix(PyDecimalContext c) {
        return PyDecimal.of(Dec.of(10));
    }
}
