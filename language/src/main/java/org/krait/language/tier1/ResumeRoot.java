package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.Tier1;

/**
 * Goes on at an instruction in a frame of tier 0: at a loop, after a yield, or at the beginning. Arguments: the thread
 * and the frame. Answers as {@link Tier1#enter}.
 */
final class ResumeRoot extends CodeRoot {
    private final int start;

    ResumeRoot(TruffleLanguage<?> language, CompiledCode owner, int start) {
        super(language, owner);
        this.start = start;
    }

    @Override
    public Object execute(VirtualFrame truffleFrame) {
        Object[] arguments = truffleFrame.getArguments();
        ThreadState ts = (ThreadState) arguments[0];
        PyFrame frame = (PyFrame) arguments[1];
        if (CompilerDirectives.inInterpreter() && !prepare()) {
            return null;
        }
        Registers r = new Registers(truffleFrame, ts, frame, co.registerCount);
        fill(r, frame.registers);
        frame.registers = null;
        Object result = run(r, ts.depth, start);
        return result == LEFT ? Tier1.GO_ON : result;
    }

    @ExplodeLoop
    private void fill(Registers r, PyObject[] from) {
        for (int i = 0; i < co.registerCount; i++) {
            PyObject o = from[i];
            if (owner.isAssigned(i) && o != null && o.getClass() == PyInt.class) {
                r.setInt(i, ((PyInt) o).value);
            } else {
                r.objects[i] = o;
            }
        }
    }
}
