package org.krait.runtime.builtins;

import java.security.MessageDigest;
import org.krait.objects.Arguments;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Truth;

/** The module {@code _operator}: the operators as functions. */
@BuiltinModule(value = "_operator", doc = "The operators of Python as functions.")
final class OperatorModule {
    private OperatorModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("itemgetter", ToolTypes.ITEM_GETTER);
        namespace.put("attrgetter", ToolTypes.ATTRIBUTE_GETTER);
        namespace.put("methodcaller", ToolTypes.METHOD_CALLER);
    }

    @Builtin(value = "add(a, b, /)", doc = "Same as a + b.")
    static PyObject add(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.ADD, a, b);
    }

    @Builtin(value = "iadd(a, b, /)", doc = "Same as a += b.")
    static PyObject inPlaceAdd(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.ADD, a, b);
    }

    @Builtin(value = "sub(a, b, /)", doc = "Same as a - b.")
    static PyObject subtract(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.SUBTRACT, a, b);
    }

    @Builtin(value = "isub(a, b, /)", doc = "Same as a -= b.")
    static PyObject inPlaceSubtract(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.SUBTRACT, a, b);
    }

    @Builtin(value = "mul(a, b, /)", doc = "Same as a * b.")
    static PyObject multiply(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.MULTIPLY, a, b);
    }

    @Builtin(value = "imul(a, b, /)", doc = "Same as a *= b.")
    static PyObject inPlaceMultiply(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.MULTIPLY, a, b);
    }

    @Builtin(value = "matmul(a, b, /)", doc = "Same as a @ b.")
    static PyObject matrixMultiply(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.MATRIX_MULTIPLY, a, b);
    }

    @Builtin(value = "imatmul(a, b, /)", doc = "Same as a @= b.")
    static PyObject inPlaceMatrixMultiply(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.MATRIX_MULTIPLY, a, b);
    }

    @Builtin(value = "floordiv(a, b, /)", doc = "Same as a // b.")
    static PyObject floorDivide(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.FLOOR_DIVIDE, a, b);
    }

    @Builtin(value = "ifloordiv(a, b, /)", doc = "Same as a //= b.")
    static PyObject inPlaceFloorDivide(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.FLOOR_DIVIDE, a, b);
    }

    @Builtin(value = "truediv(a, b, /)", doc = "Same as a / b.")
    static PyObject trueDivide(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.TRUE_DIVIDE, a, b);
    }

    @Builtin(value = "itruediv(a, b, /)", doc = "Same as a /= b.")
    static PyObject inPlaceTrueDivide(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.TRUE_DIVIDE, a, b);
    }

    @Builtin(value = "mod(a, b, /)", doc = "Same as a % b.")
    static PyObject remainder(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.REMAINDER, a, b);
    }

    @Builtin(value = "imod(a, b, /)", doc = "Same as a %= b.")
    static PyObject inPlaceRemainder(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.REMAINDER, a, b);
    }

    @Builtin(value = "pow(a, b, /)", doc = "Same as a ** b.")
    static PyObject power(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.POWER, a, b);
    }

    @Builtin(value = "ipow(a, b, /)", doc = "Same as a **= b.")
    static PyObject inPlacePower(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.POWER, a, b);
    }

    @Builtin(value = "lshift(a, b, /)", doc = "Same as a << b.")
    static PyObject shiftLeft(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.LSHIFT, a, b);
    }

    @Builtin(value = "ilshift(a, b, /)", doc = "Same as a <<= b.")
    static PyObject inPlaceShiftLeft(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.LSHIFT, a, b);
    }

    @Builtin(value = "rshift(a, b, /)", doc = "Same as a >> b.")
    static PyObject shiftRight(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.RSHIFT, a, b);
    }

    @Builtin(value = "irshift(a, b, /)", doc = "Same as a >>= b.")
    static PyObject inPlaceShiftRight(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.RSHIFT, a, b);
    }

    @Builtin(value = "and_(a, b, /)", doc = "Same as a & b.")
    static PyObject and(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.AND, a, b);
    }

    @Builtin(value = "iand(a, b, /)", doc = "Same as a &= b.")
    static PyObject inPlaceAnd(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.AND, a, b);
    }

    @Builtin(value = "xor(a, b, /)", doc = "Same as a ^ b.")
    static PyObject xor(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.XOR, a, b);
    }

    @Builtin(value = "ixor(a, b, /)", doc = "Same as a ^= b.")
    static PyObject inPlaceXor(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.XOR, a, b);
    }

    @Builtin(value = "or_(a, b, /)", doc = "Same as a | b.")
    static PyObject or(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.OR, a, b);
    }

    @Builtin(value = "ior(a, b, /)", doc = "Same as a |= b.")
    static PyObject inPlaceOr(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.inPlace(ts, BinaryOp.OR, a, b);
    }

    @Builtin(value = "neg(a, /)", doc = "Same as -a.")
    static PyObject negative(ThreadState ts, PyObject a) {
        return Arithmetic.unary(ts, UnaryOp.NEGATIVE, a);
    }

    @Builtin(value = "pos(a, /)", doc = "Same as +a.")
    static PyObject positive(ThreadState ts, PyObject a) {
        return Arithmetic.unary(ts, UnaryOp.POSITIVE, a);
    }

    @Builtin(value = "inv(a, /)", doc = "Same as ~a.")
    static PyObject inv(ThreadState ts, PyObject a) {
        return Arithmetic.unary(ts, UnaryOp.INVERT, a);
    }

    @Builtin(value = "invert(a, /)", doc = "Same as ~a.")
    static PyObject invert(ThreadState ts, PyObject a) {
        return Arithmetic.unary(ts, UnaryOp.INVERT, a);
    }

    @Builtin(value = "abs(a, /)", doc = "Same as abs(a).")
    static PyObject absolute(ThreadState ts, PyObject a) {
        return Arithmetic.unary(ts, UnaryOp.ABSOLUTE, a);
    }

    @Builtin(value = "lt(a, b, /)", doc = "Same as a < b.")
    static PyObject less(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.LT, a, b);
    }

    @Builtin(value = "le(a, b, /)", doc = "Same as a <= b.")
    static PyObject lessOrEqual(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.LE, a, b);
    }

    @Builtin(value = "eq(a, b, /)", doc = "Same as a == b.")
    static PyObject equal(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.EQ, a, b);
    }

    @Builtin(value = "ne(a, b, /)", doc = "Same as a != b.")
    static PyObject notEqual(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.NE, a, b);
    }

    @Builtin(value = "gt(a, b, /)", doc = "Same as a > b.")
    static PyObject greater(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.GT, a, b);
    }

    @Builtin(value = "ge(a, b, /)", doc = "Same as a >= b.")
    static PyObject greaterOrEqual(ThreadState ts, PyObject a, PyObject b) {
        return Equality.compare(ts, CompareOp.GE, a, b);
    }

    @Builtin(value = "truth(a, /)", doc = "Whether a is true.")
    static boolean truth(ThreadState ts, PyObject a) {
        return Truth.of(ts, a);
    }

    @Builtin(value = "not_(a, /)", doc = "Same as not a.")
    static boolean not(ThreadState ts, PyObject a) {
        return !Truth.of(ts, a);
    }

    @Builtin(value = "is_(a, b, /)", doc = "Same as a is b.")
    static boolean is(PyObject a, PyObject b) {
        return a == b;
    }

    @Builtin(value = "is_not(a, b, /)", doc = "Same as a is not b.")
    static boolean isNot(PyObject a, PyObject b) {
        return a != b;
    }

    @Builtin(value = "index(a, /)", doc = "Same as a.__index__().")
    static PyObject index(ThreadState ts, PyObject a) {
        return IntConstructor.index(ts, a);
    }

    @Builtin(value = "concat(a, b, /)", doc = "Same as a + b, for a and b sequences.")
    static PyObject concat(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.concatenate(ts, a, b, false);
    }

    @Builtin(value = "iconcat(a, b, /)", doc = "Same as a += b, for a and b sequences.")
    static PyObject inPlaceConcat(ThreadState ts, PyObject a, PyObject b) {
        return Arithmetic.concatenate(ts, a, b, true);
    }

    @Builtin(value = "contains(a, b, /)", doc = "Same as b in a (note reversed operands).")
    static boolean contains(ThreadState ts, PyObject a, PyObject b) {
        return Subscripts.contains(ts, a, b);
    }

    @Builtin(value = "countOf(a, b, /)", doc = "How many items of a are, or are equal to, b.")
    static long countOf(ThreadState ts, PyObject a, PyObject b) {
        long count = 0;
        PyObject iterator = iterator(ts, a);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                if (Equality.same(ts, item, b)) {
                    count++;
                }
                Refs.drop(item);
            }
        } finally {
            Refs.decRef(iterator);
        }
        return count;
    }

    @Builtin(value = "indexOf(a, b, /)", doc = "The position of the first item of a that is, or is equal to, b.")
    static long indexOf(ThreadState ts, PyObject a, PyObject b) {
        long position = 0;
        PyObject iterator = iterator(ts, a);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                if (Equality.same(ts, item, b)) {
                    return position;
                }
                Refs.drop(item);
                position++;
            }
        } finally {
            Refs.decRef(iterator);
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    private static PyObject iterator(ThreadState ts, PyObject o) {
        return Iteration.iterOr(ts, o, "argument of type '" + o.type.name() + "' is not iterable");
    }

    @Builtin(value = "getitem(a, b, /)", doc = "Same as a[b].")
    static PyObject getItem(ThreadState ts, PyObject a, PyObject b) {
        return Subscripts.get(ts, a, b);
    }

    @Builtin(value = "setitem(a, b, c, /)", doc = "Same as a[b] = c.")
    static void setItem(ThreadState ts, PyObject a, PyObject b, PyObject c) {
        Subscripts.set(ts, a, b, c);
    }

    @Builtin(value = "delitem(a, b, /)", doc = "Same as del a[b].")
    static void deleteItem(ThreadState ts, PyObject a, PyObject b) {
        Subscripts.delete(ts, a, b);
    }

    @Builtin(
            value = "length_hint(obj, default=0, /)",
            doc = "An estimate of the number of items of obj: len(obj), else what __length_hint__ says, else default.")
    static long lengthHint(ThreadState ts, PyObject object, PyObject fallback) {
        if (fallback != null && !(fallback instanceof PyInt)) {
            throw Errors.typeError("'" + fallback.type.name() + "' object cannot be interpreted as an integer");
        }
        int otherwise = fallback == null ? 0 : Arguments.toClampedInt(ts, fallback);
        return Iteration.lengthHint(ts, object, otherwise);
    }

    @Builtin(value = "call(obj, /, *args, **kwargs)", doc = "Same as obj(*args, **kwargs).")
    static PyObject call(ThreadState ts, PyObject callable, PyObject[] args, PyStr[] keywords) {
        return Calls.call(ts, callable, args, keywords);
    }

    @Builtin(
            value = "_compare_digest(a, b, /)",
            doc = "Same as a == b, in a time that does not tell where they differ. Both are bytes-like, or ASCII text.")
    static boolean compareDigest(ThreadState ts, PyObject a, PyObject b) {
        byte[] left;
        byte[] right;
        if (a instanceof PyStr x && b instanceof PyStr y) {
            if (!x.isAscii() || !y.isAscii()) {
                throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
            }
            left = x.latin1;
            right = y.latin1;
        } else {
            left = IntConstructor.bufferOf(ts, a);
            right = IntConstructor.bufferOf(ts, b);
            if (left == null || right == null) {
                throw Errors.typeError("a bytes-like object is required, not '"
                        + (left == null ? a : b).type.name() + "'");
            }
        }
        return MessageDigest.isEqual(left, right);
    }
}
