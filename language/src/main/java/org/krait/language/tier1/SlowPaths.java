package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.krait.objects.BinaryOp;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.AttributeCache;
import org.krait.runtime.Building;
import org.krait.runtime.CallInstructions;
import org.krait.runtime.Comparison;
import org.krait.runtime.Frames;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Iteration;
import org.krait.runtime.Names;
import org.krait.runtime.RareInstructions;
import org.krait.runtime.StackRoom;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Temporaries;
import org.krait.runtime.Truth;
import org.krait.runtime.Unwinding;

/** Where partial evaluation ends: the runtime's functions, called as they are. The frame is exposed before. */
final class SlowPaths {
    private SlowPaths() {}

    /** Destroys a temporary but leaves {@code result} alive, which came out of it. */
    @TruffleBoundary
    static void destroy(PyObject temporary, PyObject result) {
        Refs.dropKeeping(temporary, result);
    }

    @TruffleBoundary
    static PyObject binary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyObject value = Arithmetic.binaryFast(ts, op, a, b);
        Temporaries.drop(a, b, value);
        return value;
    }

    @TruffleBoundary
    static PyObject inPlace(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyObject value = Arithmetic.inPlace(ts, op, a, b);
        Temporaries.drop(a, b, value);
        return value;
    }

    /** Makes an object known to the collector of cycles. */
    @TruffleBoundary
    static void track(PyObject owner) {
        Refs.track(owner);
    }

    @TruffleBoundary
    static PyObject unary(ThreadState ts, UnaryOp op, PyObject a) {
        PyObject value = Arithmetic.unary(ts, op, a);
        Refs.dropKeeping(a, value);
        return value;
    }

    @TruffleBoundary
    static PyObject compare(ThreadState ts, int op, PyObject a, PyObject b) {
        PyObject value = Comparison.compare(ts, op, a, b);
        Temporaries.drop(a, b, value);
        return value;
    }

    @TruffleBoundary
    static boolean test(ThreadState ts, int op, PyObject a, PyObject b) {
        return Comparison.test(ts, op, a, b);
    }

    @TruffleBoundary
    static boolean contains(ThreadState ts, PyObject container, PyObject item) {
        boolean found = Subscripts.contains(ts, container, item);
        Temporaries.drop(item, container, null);
        return found;
    }

    /** The truth of a value, which is not consumed. */
    @TruffleBoundary
    static boolean truth(ThreadState ts, PyObject o) {
        return Truth.of(ts, o);
    }

    @TruffleBoundary
    static PyObject global(ThreadState ts, PyFrame frame, PyStr name, int site) {
        return Names.loadGlobal(ts, frame, name, site);
    }

    @TruffleBoundary
    static PyObject name(ThreadState ts, PyFrame frame, PyStr name, int site) {
        return Names.load(ts, frame, name, site);
    }

    @TruffleBoundary
    static void storeName(ThreadState ts, PyFrame frame, PyStr name, PyObject value) {
        Names.store(ts, frame, name, value);
        Refs.drop(value);
    }

    @TruffleBoundary
    static PyException unboundLocal(CodeObject code, int register) {
        return Names.unboundLocal(code, register);
    }

    @TruffleBoundary
    static PyException unboundCell(CodeObject code, int register) {
        return Names.unboundCell(code, register);
    }

    @TruffleBoundary
    static PyObject attribute(ThreadState ts, CodeObject co, PyObject o, int name, int site) {
        PyObject value = AttributeCache.load(ts, co, o, name, site);
        Refs.dropKeeping(o, value);
        return value;
    }

    @TruffleBoundary
    static void setAttribute(ThreadState ts, CodeObject co, PyObject o, int name, PyObject value, int site) {
        AttributeCache.store(ts, co, o, name, value, site);
        Refs.drop(value);
        Refs.drop(o);
    }

    /** The pair that LOAD_METHOD makes. */
    @TruffleBoundary
    static PyObject[] method(ThreadState ts, CodeObject co, PyObject o, int name, int site) {
        PyObject[] pair = new PyObject[2];
        AttributeCache.loadMethod(ts, co, o, name, site, pair, 0);
        return pair;
    }

    @TruffleBoundary
    static PyObject item(ThreadState ts, PyObject o, PyObject key) {
        PyObject value = Subscripts.get(ts, o, key);
        Refs.dropKeeping(o, value);
        Refs.dropKeeping(key, value);
        return value;
    }

    @TruffleBoundary
    static void setItem(ThreadState ts, PyObject o, PyObject key, PyObject value) {
        Subscripts.set(ts, o, key, value);
        Refs.drop(value);
        Refs.drop(o);
        Refs.drop(key);
    }

    @TruffleBoundary
    static PyObject iter(ThreadState ts, PyObject o) {
        return Iteration.iter(ts, o);
    }

    @TruffleBoundary
    static PyObject next(ThreadState ts, PyObject iterator) {
        return iterator instanceof PyIterator own ? own.next(ts) : Iteration.next(ts, iterator);
    }

    @TruffleBoundary
    static PyObject[] unpack(ThreadState ts, PyObject o, int count) {
        PyObject[] items = new PyObject[count];
        Iteration.unpack(ts, o, items, 0, count);
        return items;
    }

    @TruffleBoundary
    static PyObject tuple(PyObject[] items) {
        return Building.tuple(items, 0, items.length);
    }

    @TruffleBoundary
    static PyObject list(PyObject[] items) {
        return PyList.of(items);
    }

    @TruffleBoundary
    static void append(PyList list, PyObject value) {
        list.append(value);
    }

    /** A call of anything; the arguments are not consumed. An exception is the result, an int a Long. */
    @TruffleBoundary
    static Object call(ThreadState ts, PyObject f, PyObject[] args) {
        try {
            return unboxed(CallInstructions.call(ts, f, args, 0, args.length));
        } catch (PyException e) {
            return e;
        }
    }

    /** INVOKE of what the cache does not know; self is counted. */
    @TruffleBoundary
    static Object invoke(ThreadState ts, PyFrame frame, PyObject[] args, int pc) {
        try {
            return unboxed(CallInstructions.invokeLoading(ts, frame, pc, args, 0));
        } catch (PyException e) {
            return e;
        }
    }

    /** An instruction that has no other form here; the result is the next one. */
    @TruffleBoundary
    static int rare(ThreadState ts, PyFrame frame, PyObject[] objects, long[] numbers, int pc, int op) {
        Registers.box(objects, numbers);
        frame.registers = objects;
        int next = RareInstructions.execute(ts, frame, pc, op);
        frame.registers = null;
        return next;
    }

    @TruffleBoundary
    static void serve(ThreadState ts) {
        Interrupts.serve(ts);
    }

    /**
     * The handler of an exception, as Integer, or the PyException that has left the frame. The registers of the handler
     * are in {@code frame.registers}.
     */
    @TruffleBoundary
    static Object unwind(ThreadState ts, PyFrame frame, PyObject[] objects, long[] numbers, int depth,
            Throwable thrown) {
        if (frame.registers == null) {
            Registers.box(objects, numbers);
            frame.registers = objects;
        }
        ts.depth = depth;
        try {
            return Unwinding.handle(ts, frame, thrown);
        } catch (PyException e) {
            return e;
        }
    }

    /** Calls a function in tier 0. */
    @TruffleBoundary
    static Object call(ThreadState ts, PyFrame back, PyFunction f, Object[] arguments) {
        PyObject[] args = new PyObject[arguments.length - FunctionRoot.FIRST];
        for (int i = 0; i < args.length; i++) {
            args[i] = boxed(arguments[FunctionRoot.FIRST + i]);
        }
        ts.frame = back;
        try {
            return unboxed(Interpreter.run(ts, Frames.of(f, args, 0, args.length)));
        } catch (PyException e) {
            return e;
        }
    }

    /** A Long in the place of an exact int: so arguments and results are of few kinds. */
    static Object unboxed(PyObject o) {
        return o.getClass() == PyInt.class ? (Object) ((PyInt) o).value : o;
    }

    /** The object of an argument or result. */
    static PyObject boxed(Object o) {
        if (o instanceof Long number) {
            return PyInt.of(number);
        }
        return o instanceof Double number ? new PyFloat(number) : (PyObject) o;
    }

    /** Hands the registers to tier 0, which is to go on at the frame's pc. */
    @TruffleBoundary
    static void store(PyFrame frame, PyObject[] objects, long[] numbers) {
        Registers.box(objects, numbers);
        frame.registers = objects;
    }

    /** Goes on in tier 0. */
    @TruffleBoundary
    static Object proceed(ThreadState ts, PyFrame frame) {
        try {
            return Interpreter.proceed(ts, frame);
        } catch (PyException e) {
            return e;
        }
    }

    @TruffleBoundary
    static boolean goesDeeper(ThreadState ts) {
        return StackRoom.goesDeeper(ts);
    }

    @TruffleBoundary
    static Object tooDeep(ThreadState ts, PyFrame frame, PyObject[] objects) {
        frame.registers = objects;
        return Unwinding.tooDeep(ts, frame);
    }

    /** Leaves a frame that something else may know. */
    @TruffleBoundary
    static void exit(ThreadState ts, PyFrame frame, PyObject[] objects, long[] numbers, PyObject result) {
        Registers.box(objects, numbers);
        frame.registers = objects;
        Frames.exit(ts, frame, result);
    }

    /** Leaves the frame of a generator at a yield. */
    @TruffleBoundary
    static void suspend(ThreadState ts, PyFrame frame, PyObject[] objects, long[] numbers, PyObject value) {
        Registers.box(objects, numbers);
        frame.registers = objects;
        Temporaries.forget(frame, value);
        Frames.suspend(ts, frame);
    }
}
