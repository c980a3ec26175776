package org.krait.language.tier1;

import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** The end of a frame in compiled code: as {@code Frames.exit}, which does it when something else knows the frame. */
final class Leaving {
    private static final int STARS = CodeObject.VARARGS | CodeObject.VARKEYWORDS;

    private Leaving() {}

    /** RETURN: leaves the frame; the answer is a Long, a Double or an object. */
    static Object result(CodeRoot root, Registers r, int depth, int pc, int s) {
        PyFrame frame = r.frame;
        frame.pc = pc;
        if ((root.co.flags & STARS) != 0 || !frame.isPrivate() || s >= 0 && r.objects[s] == frame) {
            root.profile.needsGeneral(pc + 1);
            PyObject value = root.object(r, pc, s);
            r.expose(pc);
            SlowPaths.exit(r.ts, frame, r.copy(root.co), r.copyNumbers(root.co), value);
            return value;
        }
        Object result = s >= 0 ? r.transfer(s) : root.object(r, pc, s);
        ThreadState ts = r.ts;
        ts.depth = depth - 1;
        PyFrame back = frame.back;
        if (ts.frame == frame) {
            ts.frame = back;
        }
        if (result instanceof PyObject object) {
            Refs.incRef(object);
            dropLocals(root, r, pc, back);
            Refs.release(object);
        } else {
            dropLocals(root, r, pc, back);
        }
        return result;
    }

    /** As {@link PyFrame#dropLocals}. */
    @ExplodeLoop
    private static void dropLocals(CodeRoot root, Registers r, int pc, PyFrame back) {
        CodeObject co = root.co;
        int borrowed = co.argCount + co.keywordOnlyCount;
        int held = co.firstTemp - co.heldCount;
        for (int i = borrowed; i < held; i++) {
            uncount(root, r, pc, back, i);
        }
        for (int i = 0; i < borrowed; i++) {
            if (root.owner.isReplaced(i)) {
                uncount(root, r, pc, back, i);
            } else {
                release(r, i);
            }
        }
        for (int i = held; i < co.firstTemp; i++) {
            release(r, i);
        }
    }

    private static void release(Registers r, int i) {
        PyObject o = r.objects[i];
        if (o != null && !Registers.isUnboxed(o)) {
            Refs.release(o);
        }
    }

    private static void uncount(CodeRoot root, Registers r, int pc, PyFrame back, int i) {
        PyObject o = r.objects[i];
        if (o != null && !Registers.isUnboxed(o) && Refs.uncount(o)) {
            root.profile.needsGeneral(pc);
            r.ts.frame = back;
            SlowPaths.destroy(o, null);
        }
    }
}
