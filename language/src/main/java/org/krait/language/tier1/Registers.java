package org.krait.language.tier1;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.Map;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * The registers of one execution. Nothing outside compiled code sees this object or its arrays, so that escape analysis
 * removes them: the frame gets a copy where somebody needs its registers ({@link #copy}), and who looks from outside
 * finds them by {@link TruffleTier#registers}.
 *
 * <p>{@code ts.frame} is this frame only from {@link #expose} on; whoever may look at frames must be called after it.
 */
final class Registers {
    private static final int FRAME = 0;
    private static final int OBJECTS = 1;
    private static final int NUMBERS = 2;

    final ThreadState ts;
    final PyFrame frame;
    /** As the frame's registers; numbers may be {@link Unboxed}. */
    final PyObject[] objects;
    /** The values of unboxed numbers. */
    final long[] numbers;

    /** Empty registers, which stack walks find in the slots of the Truffle frame. */
    Registers(VirtualFrame truffleFrame, ThreadState ts, PyFrame frame, int count) {
        this.ts = ts;
        this.frame = frame;
        objects = new PyObject[count];
        numbers = new long[count];
        truffleFrame.setObject(FRAME, frame);
        truffleFrame.setObject(OBJECTS, objects);
        truffleFrame.setObject(NUMBERS, numbers);
    }

    /** The layout of the Truffle frame. */
    static FrameDescriptor descriptor() {
        FrameDescriptor.Builder builder = FrameDescriptor.newBuilder(3);
        builder.addSlots(3, FrameSlotKind.Object);
        builder.info(Registers.class);
        return builder.build();
    }

    /** Puts a copy of the registers into {@code found} if this Truffle frame is one of ours. */
    static void show(Frame truffleFrame, Map<PyFrame, PyObject[]> found) {
        if (truffleFrame.getFrameDescriptor().getInfo() == Registers.class
                && truffleFrame.getObject(FRAME) instanceof PyFrame frame) {
            PyObject[] objects = ((PyObject[]) truffleFrame.getObject(OBJECTS)).clone();
            box(objects, (long[]) truffleFrame.getObject(NUMBERS));
            found.put(frame, objects);
        }
    }

    /** Makes objects of the unboxed numbers in copied registers. */
    static void box(PyObject[] objects, long[] numbers) {
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] == Unboxed.INT) {
                objects[i] = PyInt.of(numbers[i]);
            } else if (objects[i] == Unboxed.FLOAT) {
                objects[i] = new PyFloat(Double.longBitsToDouble(numbers[i]));
            }
        }
    }

    /** A copy of the objects. */
    @ExplodeLoop
    PyObject[] copy(CodeObject co) {
        PyObject[] copy = new PyObject[co.registerCount];
        for (int i = 0; i < co.registerCount; i++) {
            copy[i] = objects[i];
        }
        return copy;
    }

    /** A copy of the numbers. */
    @ExplodeLoop
    long[] copyNumbers(CodeObject co) {
        long[] copy = new long[co.registerCount];
        for (int i = 0; i < co.registerCount; i++) {
            copy[i] = numbers[i];
        }
        return copy;
    }

    /** Takes objects over, which may have been changed or made of unboxed numbers. */
    @ExplodeLoop
    void take(CodeObject co, PyObject[] changed) {
        for (int i = 0; i < co.registerCount; i++) {
            objects[i] = changed[i];
        }
    }

    /** Makes this frame the current one, at an instruction. */
    void expose(int pc) {
        frame.pc = pc;
        ts.frame = frame;
    }

    /** The object in a register, which stays one: so it keeps its identity. */
    PyObject object(int i) {
        PyObject o = objects[i];
        if (o == Unboxed.INT) {
            o = PyInt.of(numbers[i]);
            objects[i] = o;
        } else if (o == Unboxed.FLOAT) {
            o = new PyFloat(Double.longBitsToDouble(numbers[i]));
            objects[i] = o;
        }
        return o;
    }

    void setInt(int i, long value) {
        objects[i] = Unboxed.INT;
        numbers[i] = value;
    }

    void setFloat(int i, double value) {
        objects[i] = Unboxed.FLOAT;
        numbers[i] = Double.doubleToRawLongBits(value);
    }

    /** A register's content as argument or result of a call: a Long, a Double or an object. */
    Object transfer(int i) {
        PyObject o = objects[i];
        if (o == Unboxed.INT) {
            return numbers[i];
        }
        if (o == Unboxed.FLOAT) {
            return Double.longBitsToDouble(numbers[i]);
        }
        return o;
    }

    static boolean isUnboxed(PyObject o) {
        return o == Unboxed.INT || o == Unboxed.FLOAT;
    }

    /** True when a consumed temporary has to be destroyed; {@code result} is kept. */
    static boolean dies(PyObject temporary, Object result) {
        return !isUnboxed(temporary) && temporary != result && Refs.isUncounted(temporary);
    }
}
