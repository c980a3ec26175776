package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * A call of a function by the plainest form of arguments. It makes the frame itself, so that the compiler can do
 * without. Its answer is a Long, a Double, a PyObject or a PyException.
 */
final class FunctionRoot extends CodeRoot {
    /**
     * The arguments: the thread, the caller's frame, the function or the frame that tier 0 made for it, and then
     * the function's arguments: Long, Double or PyObject. With such a frame the answer is null when nothing was run.
     */
    static final int THREAD = 0;
    static final int BACK = 1;
    static final int FUNCTION = 2;
    static final int FIRST = 3;

    FunctionRoot(TruffleLanguage<?> language, CompiledCode owner) {
        super(language, owner);
    }

    @Override
    public Object execute(VirtualFrame truffleFrame) {
        Object[] arguments = truffleFrame.getArguments();
        ThreadState ts = (ThreadState) arguments[THREAD];
        PyFrame back = (PyFrame) arguments[BACK];
        if (CompilerDirectives.inInterpreter() && !prepare() || (ts.interp.breakerHint | ts.tracing) != 0) {
            return arguments[FUNCTION] instanceof PyFunction f ? SlowPaths.call(ts, back, f, arguments) : null;
        }
        PyDict globals;
        PyDict builtins;
        PyTuple closure;
        if (arguments[FUNCTION] instanceof PyFunction f) {
            globals = f.globals;
            builtins = f.builtins;
            closure = f.closure;
        } else {
            PyFrame entered = (PyFrame) arguments[FUNCTION];
            globals = entered.globals;
            builtins = entered.builtins;
            closure = null;
        }
        // One allocation on all paths, else escape analysis could not remove it.
        PyFrame frame = new PyFrame(co, globals, builtins);
        Registers r = new Registers(truffleFrame, ts, frame, co.registerCount);
        frame.back = back;
        fillClosure(r, closure);
        fill(r, arguments);
        int depth = ts.depth + 1;
        ts.depth = depth;
        if (depth > ts.depthLimit) {
            profile.needsGeneral(0);
            if (!SlowPaths.goesDeeper(ts)) {
                r.expose(0);
                return SlowPaths.tooDeep(ts, frame, r.copy(co));
            }
        }
        Object result = run(r, depth, 0);
        return result == LEFT ? SlowPaths.proceed(ts, frame) : result;
    }

    @ExplodeLoop
    private void fill(Registers r, Object[] arguments) {
        for (int i = 0; i < co.argCount; i++) {
            Object argument = arguments[FIRST + i];
            if (argument instanceof Long number) {
                profile.meetsArgument(i, Profile.INT);
                r.setInt(i, number);
            } else if (argument instanceof Double number) {
                profile.meetsArgument(i, Profile.FLOAT);
                r.setFloat(i, number);
            } else {
                profile.meetsArgument(i, Profile.OBJECT);
                PyObject object = (PyObject) argument;
                Refs.incRef(object);
                r.objects[i] = object;
            }
        }
    }

    @ExplodeLoop
    private void fillClosure(Registers r, PyTuple closure) {
        int to = owner.firstFree;
        for (int i = 0; i < co.freeCount; i++) {
            PyObject cell = closure.items[i];
            Refs.incRef(cell);
            r.objects[to + i] = cell;
        }
    }

    /** True for code that can be called like this. */
    static boolean canCall(CodeObject co) {
        return co.plainArity >= 0 && (co.flags & CodeObject.OPTIMIZED) != 0;
    }
}
