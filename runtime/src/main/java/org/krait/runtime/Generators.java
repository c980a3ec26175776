package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Ops;

/**
 * Generators, coroutines and async generators: resuming, throwing into and closing their frames.
 *
 * <p>What resumes one answers the yielded value, or null when it has returned: then {@link ThreadState#returned} is
 * what it returned.
 */
public final class Generators {
    private Generators() {}

    /** {@code g.send(value)}; null for {@code next}. */
    public static PyObject resume(ThreadState ts, PyGenerator g, PyObject value) {
        PyFrame frame = g.frame;
        if (g.running) {
            throw alreadyExecuting(g);
        }
        if (frame == null) {
            return finished(ts, g);
        }
        int start = 0;
        if (!g.started) {
            if (value != null && value != PySingleton.NONE) {
                throw Errors.typeError("can't send non-None value to a just-started " + kind(g));
            }
            g.started = true;
        } else {
            int[] code = frame.code.code;
            int pc = frame.pc;
            frame.registers[code[pc + 1]] = value == null ? PySingleton.NONE : value;
            start = pc + (code[pc] == Ops.YIELD ? 3 : 5);
        }
        return run(ts, g, frame, start, null);
    }

    private static PyObject finished(ThreadState ts, PyGenerator g) {
        if (g.type == PyGenerator.COROUTINE_TYPE) {
            throw Errors.runtimeError("cannot reuse already awaited coroutine");
        }
        ts.returned = PySingleton.NONE;
        return null;
    }

    /** Counts the call that goes on with a generator; one that goes too deep ends it, as an error inside would. */
    private static int enter(ThreadState ts, PyGenerator g) {
        try {
            return NativeDepth.enterCall(ts);
        } catch (PyException e) {
            abandon(g);
            throw e;
        }
    }

    /** Runs the frame on; {@code thrown} is raised where it is suspended. */
    private static PyObject run(ThreadState ts, PyGenerator g, PyFrame frame, int start, PyBaseException thrown) {
        int outerDepth = enter(ts, g);
        PyBaseException callers = ts.handled;
        ThreadState.Outer outer = ts.outerHandled;
        if (callers != null) {
            ts.outerHandled = new ThreadState.Outer(callers, outer);
        }
        ts.handled = g.handled;
        g.handled = null;
        g.running = true;
        Refs.incRef(g);
        if (thrown != null) {
            // Only what the generator itself is handling is the context of what is thrown in.
            Unwinding.setContext(thrown, ts.handled);
        }
        try {
            PyObject value = Interpreter.run(ts, frame, start, thrown);
            if (g.frame != null) {
                return value;
            }
            ts.returned = value;
            return null;
        } finally {
            g.running = false;
            if (g.frame != null) {
                g.handled = ts.handled;
            } else {
                Refs.xdecRef(ts.handled);
            }
            ts.nativeDepth = outerDepth;
            ts.handled = callers;
            ts.outerHandled = outer;
            Refs.release(g);
        }
    }

    /** "generator", "coroutine" or "async generator". */
    static String kind(PyGenerator g) {
        return g.type == PyGenerator.TYPE
                ? "generator"
                : g.type == PyGenerator.COROUTINE_TYPE ? "coroutine" : "async generator";
    }

    private static PyException alreadyExecuting(PyGenerator g) {
        return Errors.valueError(kind(g) + " already executing");
    }

    /** The delegate of the {@code yield from} or {@code await} that a suspended generator is in, or null. */
    public static PyObject delegate(PyGenerator g) {
        PyFrame frame = g.frame;
        if (frame == null || g.running || !g.started || frame.code.code[frame.pc] != Ops.YIELD_DELEGATED) {
            return null;
        }
        return frame.registers[frame.code.code[frame.pc + 3]];
    }

    /** {@code g.throw(exception)}. */
    public static PyObject raise(ThreadState ts, PyGenerator g, PyBaseException exception) {
        return raise(ts, g, new PyObject[] {exception});
    }

    /**
     * {@code g.throw(*args)}. The innermost generator, that they are raised in, makes an exception of them: what is
     * wrong with them is raised in those around it.
     */
    public static PyObject raise(ThreadState ts, PyGenerator g, PyObject[] args) {
        if (g.running) {
            throw alreadyExecuting(g);
        }
        PyObject delegate = delegate(g);
        if (delegate == null) {
            return raiseHere(ts, g, Thrown.of(ts, args));
        }
        if (!Raising.isMatch(args[0], ExceptionTypes.GENERATOR_EXIT)) {
            return raiseInDelegate(ts, g, delegate, args);
        }
        PyBaseException other = null;
        Refs.incRef(delegate);
        try {
            closeDelegate(ts, g, delegate);
        } catch (PyException e) {
            other = e.value;
        } finally {
            Refs.decRef(delegate);
        }
        return raiseHere(ts, g, other != null ? other : Thrown.of(ts, args));
    }

    private static PyObject raiseInDelegate(ThreadState ts, PyGenerator g, PyObject delegate, PyObject[] args) {
        PyObject method = null;
        if (!(delegate instanceof PyGenerator)) {
            try {
                method = Attributes.lookup(ts, delegate, "throw");
            } catch (PyException e) {
                return raiseHere(ts, g, e.value);
            }
            if (method == null) {
                return raiseHere(ts, g, Thrown.of(ts, args));
            }
        }
        PyFrame frame = g.frame;
        PyObject result;
        frame.back = ts.frame;
        ts.frame = frame;
        g.running = true;
        // Only for the call: afterwards the frame's own reference is the one that the exception drops.
        Refs.incRef(delegate);
        try {
            result = delegate instanceof PyGenerator inner && inner.type != PyGenerator.ASYNC_TYPE
                    ? raise(ts, inner, args)
                    : Calls.consume(ts, method, args);
        } catch (PyException e) {
            leave(ts, g, frame, delegate);
            if (!e.is(ExceptionTypes.STOP_ITERATION)) {
                return raiseHere(ts, g, e.value);
            }
            ts.returned = stopValue(e.value);
            Refs.dropKeeping(e.value, ts.returned);
            return goOn(ts, g, frame);
        }
        leave(ts, g, frame, delegate);
        return result != null ? result : goOn(ts, g, frame);
    }

    private static void leave(ThreadState ts, PyGenerator g, PyFrame frame, PyObject delegate) {
        g.running = false;
        ts.frame = frame.back;
        frame.back = null;
        Refs.decRef(delegate);
    }

    /** Goes on after the delegate has returned {@link ThreadState#returned}. */
    private static PyObject goOn(ThreadState ts, PyGenerator g, PyFrame frame) {
        int[] code = frame.code.code;
        int pc = frame.pc;
        frame.registers[code[pc + 1]] = ts.returned;
        return run(ts, g, frame, code[pc + 4], null);
    }

    /** Raises the exception where the generator itself is suspended. */
    private static PyObject raiseHere(ThreadState ts, PyGenerator g, PyBaseException exception) {
        PyFrame frame = g.frame;
        if (frame == null) {
            if (g.type == PyGenerator.COROUTINE_TYPE) {
                throw Errors.runtimeError("cannot reuse already awaited coroutine");
            }
            throw new PyException(exception);
        }
        if (g.started && frame.code.code[frame.pc] == Ops.YIELD_DELEGATED
                && ExceptionTypes.STOP_ITERATION.isInstance(exception)) {
            // As if the delegate had returned.
            ts.returned = stopValue(exception);
            return goOn(ts, g, frame);
        }
        if (!g.started) {
            // Raised at the def line, outside of all handlers, that of PEP 479 too.
            g.started = true;
            frame.pc = -1;
        }
        return run(ts, g, frame, 0, exception);
    }

    private static void closeDelegate(ThreadState ts, PyGenerator g, PyObject delegate) {
        g.running = true;
        try {
            if (delegate instanceof PyGenerator inner && inner.type != PyGenerator.ASYNC_TYPE) {
                close(ts, inner);
            } else {
                PyObject method;
                try {
                    method = Attributes.lookup(ts, delegate, "close");
                } catch (PyException e) {
                    UnraisableHook.report(ts, e, null, delegate);
                    return;
                }
                if (method != null) {
                    Refs.drop(Calls.consume(ts, method));
                }
            }
        } finally {
            g.running = false;
        }
    }

    /** {@code g.close()}. */
    public static void close(ThreadState ts, PyGenerator g) {
        if (g.frame == null) {
            return;
        }
        if (g.running) {
            throw alreadyExecuting(g);
        }
        if (!g.started) {
            abandon(g);
            return;
        }
        PyBaseException exception = null;
        PyObject delegate = delegate(g);
        if (delegate != null) {
            Refs.incRef(delegate);
            try {
                closeDelegate(ts, g, delegate);
            } catch (PyException e) {
                exception = e.value;
            } finally {
                Refs.decRef(delegate);
            }
        }
        if (exception == null) {
            exception = new PyBaseException(ExceptionTypes.GENERATOR_EXIT, PyTuple.EMPTY);
        }
        PyObject value;
        try {
            value = raiseHere(ts, g, exception);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION) || e.is(ExceptionTypes.GENERATOR_EXIT)) {
                e.swallow();
                return;
            }
            throw e;
        }
        if (value != null) {
            Refs.drop(value);
            throw Errors.runtimeError(kind(g) + " ignored GeneratorExit");
        }
        Refs.drop(ts.returned);
    }

    /** Ends a generator without running it. */
    public static void abandon(PyGenerator g) {
        PyFrame frame = g.frame;
        g.frame = null;
        g.started = true;
        frame.setGenerator(null);
        frame.setDone();
        Refs.decRef(frame);
    }

    /** What happens when the last reference goes: a suspended generator is closed, an unawaited coroutine warned of. */
    public static void finalize(ThreadState ts, PyGenerator g) {
        if (g.frame == null || g.running) {
            return;
        }
        if (g.weakRefs != null) {
            g.clearWeakRefs();
        }
        PyBaseException handled = ts.handled;
        ts.handled = null;
        try {
            if (g.finalizer != null && !g.closed) {
                Refs.drop(Calls.call(ts, g.finalizer, g));
            } else if (g.type == PyGenerator.COROUTINE_TYPE && !g.started) {
                UnawaitedCoroutine.warn(ts, g);
            } else {
                close(ts, g);
            }
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, g);
        } finally {
            ts.handled = handled;
        }
    }

    /** SEND: the next value of a delegate; null when it has returned {@link ThreadState#returned}. */
    static PyObject send(ThreadState ts, PyObject delegate, PyObject value) {
        if (delegate instanceof PyGenerator g && g.type != PyGenerator.ASYNC_TYPE) {
            return resume(ts, g, value);
        }
        try {
            PyObject next = value == PySingleton.NONE
                    ? Iteration.nextRaw(ts, delegate)
                    : Calls.callMethod(ts, delegate, "send", value);
            if (next == null) {
                ts.returned = PySingleton.NONE;
            }
            return next;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.STOP_ITERATION)) {
                throw e;
            }
            ts.returned = stopValue(e.value);
            Refs.dropKeeping(e.value, ts.returned);
            return null;
        }
    }

    /** The value of a StopIteration. */
    public static PyObject stopValue(PyBaseException stop) {
        PyObject value = stop.extra(0);
        return value == null ? PySingleton.NONE : value;
    }

    /** The frames that make a coroutine, for {@code cr_origin}: (file, line, function) triples, innermost first. */
    static PyObject origin(ThreadState ts) {
        int depth = 0;
        for (PyFrame f = ts.frame; f != null && depth < ts.coroutineOriginDepth; f = f.back) {
            depth++;
        }
        PyObject[] entries = new PyObject[depth];
        PyFrame f = ts.frame;
        for (int i = 0; i < depth; i++) {
            entries[i] = PyTuple.of(f.code.filename, PyInt.of(f.line()), f.code.name);
            f = f.back;
        }
        return PyTuple.of(entries);
    }

    // Awaiting.

    /** The iterator that {@code await o} runs through. */
    public static PyObject awaitableIterator(ThreadState ts, PyObject o) {
        if (isCoroutine(o)) {
            return o;
        }
        PyObject iterator = o.type.slots().await(ts, o);
        if (iterator == null) {
            throw Errors.typeError("object " + o.type.name() + " can't be used in 'await' expression");
        }
        if (isCoroutine(iterator)) {
            throw Errors.typeError("__await__() returned a coroutine");
        }
        if (!Iteration.isIterator(iterator)) {
            throw Errors.typeError("__await__() returned non-iterator of type '" + iterator.type.name() + "'");
        }
        return iterator;
    }

    /** True for coroutines and for generators that {@code types.coroutine} made awaitable. */
    static boolean isCoroutine(PyObject o) {
        return o instanceof PyGenerator g && (g.type == PyGenerator.COROUTINE_TYPE
                || g.type == PyGenerator.TYPE && g.code.hasFlag(CodeObject.ITERABLE_COROUTINE));
    }

    /** GET_AWAITABLE; {@code where} is 1 for __aenter__, 2 for __aexit__. */
    static PyObject awaitable(ThreadState ts, PyObject o, int where) {
        if (where != 0 && !isCoroutine(o) && !o.type.has(Special.AWAIT)) {
            throw Errors.typeError("'async with' received an object from " + (where == 1 ? "__aenter__" : "__aexit__")
                    + " that does not implement __await__: " + o.type.name());
        }
        PyObject iterator = awaitableIterator(ts, o);
        if (iterator instanceof PyGenerator g && g.type == PyGenerator.COROUTINE_TYPE && delegate(g) != null) {
            throw Errors.runtimeError("coroutine is being awaited already");
        }
        return iterator;
    }

    /** GET_YIELD_FROM_ITER. */
    static PyObject yieldFromIterator(ThreadState ts, PyFrame frame, PyObject o) {
        if (o instanceof PyGenerator g && g.type == PyGenerator.COROUTINE_TYPE) {
            if (!frame.code.hasFlag(CodeObject.COROUTINE | CodeObject.ITERABLE_COROUTINE)) {
                throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
            }
            return o;
        }
        return o instanceof PyGenerator g && g.type == PyGenerator.TYPE ? o : Iteration.iter(ts, o);
    }

    /** GET_ASYNC_ITER. */
    static PyObject asyncIterator(ThreadState ts, PyObject o) {
        PyObject iterator = o.type.slots().asyncIter(ts, o);
        if (iterator == null) {
            throw Errors.typeError("'async for' requires an object with __aiter__ method, got " + o.type.name());
        }
        if (!iterator.type.has(Special.ANEXT)) {
            throw Errors.typeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                    + iterator.type.name());
        }
        return iterator;
    }

    /** GET_ASYNC_NEXT. */
    static PyObject asyncNext(ThreadState ts, PyObject iterator) {
        if (!iterator.type.has(Special.ANEXT)) {
            throw Errors.typeError("'async for' requires an iterator with __anext__ method, got "
                    + iterator.type.name());
        }
        PyObject awaitable = iterator.type.slots().asyncNext(ts, iterator);
        try {
            PyObject result = awaitableIterator(ts, awaitable);
            Refs.dropKeeping(awaitable, result);
            return result;
        } catch (PyException e) {
            PyException outer = Errors.typeError("'async for' received an invalid object from __anext__: "
                    + awaitable.type.name());
            outer.value.setContext(e.value);
            outer.value.setCause(e.value);
            throw outer;
        }
    }

    /** Intrinsic STOP_ITERATION_ERROR: what leaves a generator, coroutine or async generator instead (PEP 479). */
    static PyObject stopIterationError(PyFrame frame, PyObject exception) {
        PyBaseException e = (PyBaseException) exception;
        boolean async = frame.code.hasFlag(CodeObject.ASYNC_GENERATOR);
        String text = null;
        if (ExceptionTypes.STOP_ITERATION.isInstance(e)) {
            text = (async ? "async generator" : frame.code.hasFlag(CodeObject.COROUTINE) ? "coroutine" : "generator")
                    + " raised StopIteration";
        } else if (async && ExceptionTypes.STOP_ASYNC_ITERATION.isInstance(e)) {
            text = "async generator raised StopAsyncIteration";
        }
        if (text == null) {
            return exception;
        }
        PyBaseException made = Errors.runtimeError(text).value;
        made.setCause(e);
        made.setContext(e);
        return made;
    }
}
