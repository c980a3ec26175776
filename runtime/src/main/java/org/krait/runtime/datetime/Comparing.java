package org.krait.runtime.datetime;

import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Comparison of dates, times and datetimes, offsets from UTC and folds (PEP 495) considered. */
final class Comparing {
    private Comparing() {}

    static PyObject less(int difference) {
        return PyBool.of(difference < 0);
    }

    static PyObject zero(int difference) {
        return PyBool.of(difference == 0);
    }

    static PyObject nonZero(int difference) {
        return PyBool.of(difference != 0);
    }

    private static PyObject answer(CompareOp op, int difference) {
        return PyBool.of(switch (op) {
            case LT -> difference < 0;
            case LE -> difference <= 0;
            case EQ -> difference == 0;
            case NE -> difference != 0;
            case GT -> difference > 0;
            case GE -> difference >= 0;
        });
    }

    private static PyObject unequal(CompareOp op, String message) {
        return switch (op) {
            case EQ -> PyBool.FALSE;
            case NE -> PyBool.TRUE;
            default -> throw Errors.typeError(message);
        };
    }

    static PyObject dates(CompareOp op, PyDate self, PyObject value) {
        return value instanceof PyDate other ? answer(op, self.compareDate(other)) : PySingleton.NOT_IMPLEMENTED;
    }

    static PyObject datetimes(ThreadState ts, CompareOp op, PyDateTime self, PyObject value) {
        if (!(value instanceof PyDateTime other)) {
            return value instanceof PyDate
                    ? unequal(op, "can't compare " + self.type.name() + " to " + value.type.name())
                    : PySingleton.NOT_IMPLEMENTED;
        }
        if (self.tzinfo == other.tzinfo) {
            return answer(op, self.compareDateTime(other));
        }
        PyDelta ours = Offsets.utcOffset(ts, self.tzinfo, self);
        PyDelta theirs = Offsets.utcOffset(ts, other.tzinfo, other);
        int difference;
        if (ours == theirs || ours != null && theirs != null && ours.compareTo(theirs) == 0) {
            difference = self.compareDateTime(other);
        } else if (ours != null && theirs != null) {
            difference = self.sinceYear1().minus(ours).compareTo(other.sinceYear1().minus(theirs));
        } else {
            return unequal(op, "can't compare offset-naive and offset-aware datetimes");
        }
        if (difference == 0 && (op == CompareOp.EQ || op == CompareOp.NE)
                && (foldMatters(ts, self, ours) || foldMatters(ts, other, theirs))) {
            difference = 1;
        }
        return answer(op, difference);
    }

    /** True when the offset would be another one with the other fold: such times equal none of other zones. */
    private static boolean foldMatters(ThreadState ts, PyDateTime time, PyDelta offset) {
        if (time.tzinfo == PySingleton.NONE) {
            return false;
        }
        PyDateTime other = time.withFold(1 - time.fold);
        PyDelta flipped = Offsets.utcOffset(ts, time.tzinfo, other);
        Refs.drop(other);
        return flipped != offset && (flipped == null || offset == null || flipped.compareTo(offset) != 0);
    }

    static PyObject times(ThreadState ts, CompareOp op, PyTime self, PyObject value) {
        if (!(value instanceof PyTime other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (self.tzinfo == other.tzinfo) {
            return answer(op, self.compareFields(other));
        }
        PyDelta ours = Offsets.utcOffset(ts, self.tzinfo, PySingleton.NONE);
        PyDelta theirs = Offsets.utcOffset(ts, other.tzinfo, PySingleton.NONE);
        if (ours == theirs || ours != null && theirs != null && ours.compareTo(theirs) == 0) {
            return answer(op, self.compareFields(other));
        }
        if (ours == null || theirs == null) {
            return unequal(op, "can't compare offset-naive and offset-aware times");
        }
        return answer(op, self.sinceMidnight().minus(ours).compareTo(other.sinceMidnight().minus(theirs)));
    }
}
