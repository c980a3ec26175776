package org.krait.runtime.decimal;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
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
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code decimal.Decimal}: arguments taken, the operation called, signals raised. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If"
                + " no value is given, return Decimal('0').\nThe context does not affect the conversion and is only "
                + "passed to determine\nif the InvalidOperation trap is active.\n")
final class DecimalMethods {
    private static final BigInteger MODULUS = BigInteger.valueOf(PyInt.HASH_MODULUS);
    /** 1/10 in the field of hashes. */
    private static final BigInteger TENTH = BigInteger.TEN.modInverse(MODULUS);

    private DecimalMethods() {}

    @Builtin("__new__(type, value='0', context=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject value, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        if (value == null) {
            return new PyDecimal(type, Dec.ZERO);
        }
        if (type == DecimalTypes.DECIMAL && value.type == type) {
            return value;
        }
        return new PyDecimal(type, Operands.exact(ts, c, value));
    }

    @Builtin(
            value = "from_float(type, f, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "The exact value of a float or an int as a Decimal.")
    static PyObject fromFloat(ThreadState ts, PyType type, PyObject f) {
        PyObject made = PyDecimal.of(ofNumber(f));
        return type == DecimalTypes.DECIMAL ? made : Calls.call(ts, type, made);
    }

    /** The exact value of a float or an int. */
    static Dec ofNumber(PyObject f) {
        if (f instanceof PyInt i) {
            return Dec.of(i.toBigInteger());
        }
        if (f instanceof PyFloat d) {
            return Dec.of(d.value);
        }
        throw Errors.typeError("argument must be int or float");
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyDecimal self) {
        return "Decimal('" + str(ts, self) + "')";
    }

    @Builtin("__str__(self, /)")
    static String str(ThreadState ts, PyDecimal self) {
        return DecText.scientific(self.value, DecimalState.current(ts).capitals);
    }

    @Builtin(value = "__format__(self, format_spec, override=None, /)", doc = "Formats the Decimal.")
    static PyObject format(ThreadState ts, PyDecimal self, PyObject spec, PyObject override) {
        if (!(spec instanceof PyStr text)) {
            throw Errors.typeError("format arg must be str");
        }
        return DecFormat.format(ts, DecimalState.current(ts), self.value, text, override);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyDecimal self) {
        Dec d = self.value;
        if (d.isNan()) {
            if (d.isSignaling()) {
                throw Errors.typeError("Cannot hash a signaling NaN value");
            }
            return PyType.OBJECT.slots().hash(ts, self);
        }
        if (d.isInfinite()) {
            return d.negative ? -314159 : 314159;
        }
        BigInteger power = d.exponent >= 0
                ? BigInteger.TEN.modPow(BigInteger.valueOf(d.exponent), MODULUS)
                : TENTH.modPow(BigInteger.valueOf(-d.exponent), MODULUS);
        long hash = d.coefficient.multiply(power).mod(MODULUS).longValue();
        hash = d.negative ? -hash : hash;
        return hash == -1 ? -2 : hash;
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyDecimal self) {
        return !self.value.isZero();
    }

    @Builtin("__int__(self, /)")
    static PyObject toInt(PyDecimal self) {
        return Operands.toInt(self.value);
    }

    @Builtin("__float__(self, /)")
    static double toFloat(PyDecimal self) {
        Dec d = self.value;
        if (d.isSignaling()) {
            throw Errors.valueError("cannot convert signaling NaN to float");
        }
        if (d.isNan()) {
            return Double.longBitsToDouble(d.negative ? 0xfff8000000000000L : 0x7ff8000000000000L);
        }
        if (d.isInfinite()) {
            return d.negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        long adjusted = d.isZero() ? 0 : d.adjusted();
        double size = adjusted > 400
                ? Double.POSITIVE_INFINITY
                : adjusted < -400 ? 0 : Double.parseDouble(d.coefficient + "e" + (d.isZero() ? 0 : d.exponent));
        return d.negative ? -size : size;
    }

    @Builtin("__complex__(self, /)")
    static PyObject toComplex(PyDecimal self) {
        return new PyComplex(toFloat(self), 0);
    }

    private static PyObject rounded(PyDecimal self, Rounding rounding) {
        Dec d = self.value;
        return Operands.toInt(d.isFinite() ? Rescaling.toIntegral(Calc.widest(), d, rounding, false) : d);
    }

    @Builtin("__trunc__(self, /)")
    static PyObject truncate(PyDecimal self) {
        return toInt(self);
    }

    @Builtin("__floor__(self, /)")
    static PyObject floor(PyDecimal self) {
        return rounded(self, Rounding.FLOOR);
    }

    @Builtin("__ceil__(self, /)")
    static PyObject ceil(PyDecimal self) {
        return rounded(self, Rounding.CEILING);
    }

    @Builtin("__round__(self, ndigits=None, /)")
    static PyObject round(ThreadState ts, PyDecimal self, PyObject digits) {
        if (digits == null) {
            return rounded(self, Rounding.HALF_EVEN);
        }
        if (!(digits instanceof PyInt)) {
            throw Errors.typeError("optional arg must be an integer");
        }
        PyDecimalContext c = DecimalState.current(ts);
        long places = Math.max(-Long.MAX_VALUE, Arguments.toLong(ts, digits));
        return c.result(Rescaling.quantize(c.calc, self.value, new Dec(false, BigInteger.ONE, -places)));
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyDecimal self) {
        return PyTuple.of(self.type, PyTuple.of(PyStr.of(str(ts, self))));
    }

    @Builtin("__copy__(self, /)")
    static PyObject copy(PyDecimal self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static PyObject deepCopy(PyDecimal self, PyObject memo) {
        return self;
    }

    @Builtin("__sizeof__(self, /)")
    static long size(PyDecimal self) {
        return 104 + (self.value.digits() > 76 ? 8L * ((self.value.digits() + 18) / 19) : 0);
    }

    @Attribute("real")
    static PyObject real(PyDecimal self) {
        return self;
    }

    @Attribute("imag")
    static PyObject imaginary(PyDecimal self) {
        return PyDecimal.of(Dec.ZERO);
    }

    @Builtin("__neg__(self, /)")
    static PyObject negative(ThreadState ts, PyDecimal self) {
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.minus(c.calc, self.value));
    }

    @Builtin("__pos__(self, /)")
    static PyObject positive(ThreadState ts, PyDecimal self) {
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.plus(c.calc, self.value));
    }

    @Builtin("__abs__(self, /)")
    static PyObject absolute(ThreadState ts, PyDecimal self) {
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.abs(c.calc, self.value));
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.add(c.calc, self.value, b));
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.add(c.calc, a, self.value));
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.subtract(c.calc, self.value, b));
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.subtract(c.calc, a, self.value));
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.multiply(c.calc, self.value, b));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.multiply(c.calc, a, self.value));
    }

    @Builtin("__truediv__(self, value, /)")
    static PyObject divide(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.divide(c.calc, self.value, b));
    }

    @Builtin("__rtruediv__(self, value, /)")
    static PyObject reflectedDivide(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.divide(c.calc, a, self.value));
    }

    @Builtin("__floordiv__(self, value, /)")
    static PyObject floorDivide(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.divideInteger(c.calc, self.value, b));
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static PyObject reflectedFloorDivide(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.divideInteger(c.calc, a, self.value));
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject remainder(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.remainder(c.calc, self.value, b));
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedRemainder(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(BasicMath.remainder(c.calc, a, self.value));
    }

    @Builtin("__divmod__(self, value, /)")
    static PyObject divmod(ThreadState ts, PyDecimal self, PyObject value) {
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return ContextMethods.pair(c, BasicMath.divmod(c.calc, self.value, b));
    }

    @Builtin("__rdivmod__(self, value, /)")
    static PyObject reflectedDivmod(ThreadState ts, PyDecimal self, PyObject value) {
        Dec a = Operands.ofOperator(value);
        if (a == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return ContextMethods.pair(c, BasicMath.divmod(c.calc, a, self.value));
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static PyObject power(ThreadState ts, PyDecimal self, PyObject value, PyObject mod) {
        Dec b = Operands.ofOperator(value);
        Dec m = mod == null || mod == PySingleton.NONE ? null : Operands.ofOperator(mod);
        if (b == null || m == null && mod != null && mod != PySingleton.NONE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext c = DecimalState.current(ts);
        return c.result(m == null
                ? Transcendental.power(c.calc, self.value, b)
                : Transcendental.powerModulo(c.calc, self.value, b, m));
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static PyObject reflectedPower(ThreadState ts, PyDecimal self, PyObject value, PyObject mod) {
        Dec a = Operands.ofOperator(value);
        return a == null ? PySingleton.NOT_IMPLEMENTED : power(ts, PyDecimal.of(a), self, mod);
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyDecimal self, PyObject value) {
        return RichComparison.compare(ts, CompareOp.GE, self, value);
    }

    @Builtin(value = "exp(self, /, context=None)", doc = "e**x, correctly rounded.")
    static PyObject exp(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Transcendental.exp(c.calc, self.value));
    }

    @Builtin(value = "ln(self, /, context=None)", doc = "The natural logarithm, correctly rounded.")
    static PyObject ln(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Transcendental.ln(c.calc, self.value));
    }

    @Builtin(value = "log10(self, /, context=None)", doc = "The logarithm of base ten, correctly rounded.")
    static PyObject log10(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Transcendental.log10(c.calc, self.value));
    }

    @Builtin(value = "logb(self, /, context=None)", doc = "The exponent of the most significant digit.")
    static PyObject logb(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.logb(c.calc, self.value));
    }

    @Builtin(value = "logical_invert(self, /, context=None)", doc = "Each digit of a logical operand inverted.")
    static PyObject logicalInvert(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Digitwise.invert(c.calc, self.value));
    }

    @Builtin(
            value = "next_minus(self, /, context=None)",
            doc = "The largest representable number that is smaller.")
    static PyObject nextMinus(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.nextMinus(c.calc, self.value));
    }

    @Builtin(
            value = "next_plus(self, /, context=None)",
            doc = "The smallest representable number that is larger.")
    static PyObject nextPlus(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.nextPlus(c.calc, self.value));
    }

    @Builtin(value = "normalize(self, /, context=None)", doc = "The number without zeros at its end.")
    static PyObject normalize(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.normalize(c.calc, self.value));
    }

    @Builtin(value = "sqrt(self, /, context=None)", doc = "The square root, correctly rounded.")
    static PyObject sqrt(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Transcendental.sqrt(c.calc, self.value));
    }

    @Builtin(value = "compare(self, /, other, context=None)", doc = "-1, 0 or 1 as a Decimal, or a NaN.")
    static PyObject compare(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.compare(c.calc, self.value, b));
    }

    @Builtin(value = "compare_signal(self, /, other, context=None)", doc = "As compare, but all NaNs signal.")
    static PyObject compareSignal(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.compareSignal(c.calc, self.value, b));
    }

    @Builtin(value = "max(self, /, other, context=None)", doc = "The greater of two numbers.")
    static PyObject max(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.max(c.calc, self.value, b, false));
    }

    @Builtin(value = "max_mag(self, /, other, context=None)", doc = "The one of greater size.")
    static PyObject maxMag(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.max(c.calc, self.value, b, true));
    }

    @Builtin(value = "min(self, /, other, context=None)", doc = "The smaller of two numbers.")
    static PyObject min(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.min(c.calc, self.value, b, false));
    }

    @Builtin(value = "min_mag(self, /, other, context=None)", doc = "The one of smaller size.")
    static PyObject minMag(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Comparisons.min(c.calc, self.value, b, true));
    }

    @Builtin(
            value = "next_toward(self, /, other, context=None)",
            doc = "The representable number next to the first in the direction of the second.")
    static PyObject nextToward(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Rescaling.nextToward(c.calc, self.value, b));
    }

    @Builtin(
            value = "remainder_near(self, /, other, context=None)",
            doc = "The remainder of the division with the nearest integer as quotient.")
    static PyObject remainderNear(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(BasicMath.remainderNear(c.calc, self.value, b));
    }

    @Builtin(
            value = "rotate(self, /, other, context=None)",
            doc = "The coefficient rotated by a number of places.")
    static PyObject rotate(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Digitwise.rotate(c.calc, self.value, b));
    }

    @Builtin(
            value = "scaleb(self, /, other, context=None)",
            doc = "The first with the second added to its exponent.")
    static PyObject scaleb(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Rescaling.scaleb(c.calc, self.value, b));
    }

    @Builtin(
            value = "shift(self, /, other, context=None)",
            doc = "The coefficient shifted by a number of places.")
    static PyObject shift(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Digitwise.shift(c.calc, self.value, b));
    }

    @Builtin(value = "logical_and(self, /, other, context=None)", doc = "Digitwise and of logical operands.")
    static PyObject logicalAnd(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Digitwise.combine(c.calc, Digitwise.Operator.AND, self.value, b));
    }

    @Builtin(value = "logical_or(self, /, other, context=None)", doc = "Digitwise or of logical operands.")
    static PyObject logicalOr(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Digitwise.combine(c.calc, Digitwise.Operator.OR, self.value, b));
    }

    @Builtin(
            value = "logical_xor(self, /, other, context=None)",
            doc = "Digitwise exclusive or of logical operands.")
    static PyObject logicalXor(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(Digitwise.combine(c.calc, Digitwise.Operator.XOR, self.value, b));
    }

    @Builtin(
            value = "compare_total(self, /, other, context=None)",
            doc = "Compares representations in the total order.")
    static PyObject compareTotal(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        DecimalState.given(ts, context);
        return PyDecimal.of(Dec.of(Comparisons.compareTotal(self.value, Operands.of(other))));
    }

    @Builtin(
            value = "compare_total_mag(self, /, other, context=None)",
            doc = "Compares representations in the total order without their signs.")
    static PyObject compareTotalMag(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        DecimalState.given(ts, context);
        return PyDecimal.of(Dec.of(Comparisons.compareTotalSizes(self.value, Operands.of(other))));
    }

    @Builtin(value = "copy_sign(self, /, other, context=None)", doc = "The first with the sign of the second.")
    static PyObject copySign(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        DecimalState.given(ts, context);
        return PyDecimal.of(self.value.withSign(Operands.of(other).negative));
    }

    @Builtin(value = "is_canonical(self, /)", doc = "True: all numbers are canonical.")
    static boolean isCanonical(PyDecimal self) {
        return true;
    }

    @Builtin(value = "is_finite(self, /)", doc = "True for a finite number.")
    static boolean isFinite(PyDecimal self) {
        return self.value.isFinite();
    }

    @Builtin(value = "is_infinite(self, /)", doc = "True for an infinity.")
    static boolean isInfinite(PyDecimal self) {
        return self.value.isInfinite();
    }

    @Builtin(value = "is_nan(self, /)", doc = "True for a NaN, quiet or signaling.")
    static boolean isNan(PyDecimal self) {
        return self.value.isNan();
    }

    @Builtin(value = "is_qnan(self, /)", doc = "True for a quiet NaN.")
    static boolean isQnan(PyDecimal self) {
        return self.value.kind == Dec.QUIET;
    }

    @Builtin(value = "is_signed(self, /)", doc = "True with a minus sign.")
    static boolean isSigned(PyDecimal self) {
        return self.value.negative;
    }

    @Builtin(value = "is_snan(self, /)", doc = "True for a signaling NaN.")
    static boolean isSnan(PyDecimal self) {
        return self.value.isSignaling();
    }

    @Builtin(value = "is_zero(self, /)", doc = "True for a zero.")
    static boolean isZero(PyDecimal self) {
        return self.value.isZero();
    }

    @Builtin(value = "is_normal(self, /, context=None)", doc = "True for a normal finite number.")
    static boolean isNormal(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return Comparisons.isNormal(c.calc, self.value);
    }

    @Builtin(value = "is_subnormal(self, /, context=None)", doc = "True for a subnormal number.")
    static boolean isSubnormal(ThreadState ts, PyDecimal self, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return Comparisons.isSubnormal(c.calc, self.value);
    }

    @Builtin(
            value = "same_quantum(self, /, other, context=None)",
            doc = "True if both have the same exponent, or both are infinite or NaN.")
    static boolean sameQuantum(ThreadState ts, PyDecimal self, PyObject other, PyObject context) {
        DecimalState.given(ts, context);
        return Comparisons.sameQuantum(self.value, Operands.of(other));
    }

    @Builtin(
            value = "fma(self, /, other, third, context=None)",
            doc = "The product plus the third, rounded once.")
    static PyObject fma(ThreadState ts, PyDecimal self, PyObject other, PyObject third, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Dec b = Operands.of(other);
        return c.result(BasicMath.fma(c.calc, self.value, b, Operands.of(third)));
    }

    @Builtin(
            value = "quantize(self, /, exp, rounding=None, context=None)",
            doc = "The number rounded to the exponent of the second.")
    static PyObject quantize(ThreadState ts, PyDecimal self, PyObject exp, PyObject rounding, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        Rounding how = rounding(c, rounding);
        Dec b = Operands.of(exp);
        return c.result(Rescaling.quantize(c.calc, self.value, b, how));
    }

    private static Rounding rounding(PyDecimalContext c, PyObject rounding) {
        return rounding == null || rounding == PySingleton.NONE ? c.calc.rounding : Settings.rounding(rounding);
    }

    @Builtin(
            value = "to_integral_value(self, /, rounding=None, context=None)",
            doc = "The number rounded to an integer, silently.")
    static PyObject toIntegralValue(ThreadState ts, PyDecimal self, PyObject rounding, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.toIntegral(c.calc, self.value, rounding(c, rounding), false));
    }

    @Builtin(
            value = "to_integral(self, /, rounding=None, context=None)",
            doc = "The number rounded to an integer, silently.")
    static PyObject toIntegral(ThreadState ts, PyDecimal self, PyObject rounding, PyObject context) {
        return toIntegralValue(ts, self, rounding, context);
    }

    @Builtin(
            value = "to_integral_exact(self, /, rounding=None, context=None)",
            doc = "The number rounded to an integer; signals Inexact and Rounded.")
    static PyObject toIntegralExact(ThreadState ts, PyDecimal self, PyObject rounding, PyObject context) {
        PyDecimalContext c = DecimalState.given(ts, context);
        return c.result(Rescaling.toIntegral(c.calc, self.value, rounding(c, rounding), true));
    }

    @Builtin(
            value = "number_class(self, /, context=None)",
            doc = "The class of the number, such as +Normal.")
    static String numberClass(ThreadState ts, PyDecimal self, PyObject context) {
        return Comparisons.numberClass(DecimalState.given(ts, context).calc, self.value);
    }

    @Builtin(
            value = "to_eng_string(self, /, context=None)",
            doc = "The number as text with an exponent that is a multiple of three.")
    static String toEngString(ThreadState ts, PyDecimal self, PyObject context) {
        return DecText.engineering(self.value, DecimalState.given(ts, context).capitals);
    }

    @Builtin(
            value = "adjusted(self, /)",
            doc = "The exponent of the most significant digit; 0 for special numbers.")
    static long adjusted(PyDecimal self) {
        return self.value.isFinite() ? self.value.adjusted() : 0;
    }

    @Builtin(value = "as_tuple(self, /)", doc = "A tuple of sign, digits and exponent.")
    static PyObject asTuple(PyDecimal self) {
        Dec d = self.value;
        PyObject exponent = switch (d.kind) {
            case Dec.INFINITE -> PyStr.of("F");
            case Dec.QUIET -> PyStr.of("n");
            case Dec.SIGNALING -> PyStr.of("N");
            default -> PyInt.of(d.exponent);
        };
        String text = d.isNan() && d.coefficient.signum() == 0 ? "" : d.coefficient.toString();
        PyObject[] digits = new PyObject[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = PyInt.of(text.charAt(i) - '0');
        }
        return DecimalTupleMethods.of(DecimalTypes.DECIMAL_TUPLE, PyInt.of(d.negative ? 1 : 0), PyTuple.of(digits),
                exponent);
    }

    @Builtin(
            value = "as_integer_ratio(self, /)",
            doc = "A pair of integers in lowest terms with a positive denominator whose ratio is the number.")
    static PyObject asIntegerRatio(PyDecimal self) {
        Dec d = self.value;
        if (d.isNan()) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (d.isInfinite()) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        BigInteger numerator = d.negative ? d.coefficient.negate() : d.coefficient;
        BigInteger denominator = BigInteger.ONE;
        if (d.isZero()) {
            return PyTuple.of(PyInt.ZERO, PyInt.ONE);
        }
        if (d.exponent >= 0) {
            numerator = numerator.multiply(Tens.power(d.exponent));
        } else {
            denominator = Tens.power(-d.exponent);
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
        return PyTuple.of(PyInt.of(numerator), PyInt.of(denominator));
    }

    @Builtin(value = "canonical(self, /)", doc = "The number itself: all are canonical.")
    static PyObject canonical(PyDecimal self) {
        return self;
    }

    @Builtin(value = "conjugate(self, /)", doc = "The number itself.")
    static PyObject conjugate(PyDecimal self) {
        return self;
    }

    @Builtin(value = "copy_abs(self, /)", doc = "The number without its sign.")
    static PyObject copyAbs(PyDecimal self) {
        return PyDecimal.of(self.value.withSign(false));
    }

    @Builtin(value = "copy_negate(self, /)", doc = "The number with the other sign.")
    static PyObject copyNegate(PyDecimal self) {
        return PyDecimal.of(self.value.withSign(!self.value.negative));
    }

    @Builtin(value = "radix(self, /)", doc = "Ten as a Decimal.")
    static PyObject radix(PyDecimal self) {
        return PyDecimal.of(Dec.of(10));
    }
}
