package org.krait.language.tier1;

import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;

/** Instructions on neighbouring registers. */
final class Groups {
    private Groups() {}

    /** The objects in neighbouring registers, in a new array. */
    @ExplodeLoop
    static PyObject[] objects(CodeRoot root, Registers r, int pc, int base, int count) {
        PyObject[] objects = new PyObject[count];
        for (int i = 0; i < count; i++) {
            objects[i] = root.object(r, pc, base + i);
        }
        return objects;
    }

    @ExplodeLoop
    static void hold(Registers r, int base, int count) {
        for (int i = base; i < base + count; i++) {
            PyObject o = r.objects[i];
            if (o != null && !Registers.isUnboxed(o)) {
                Refs.incRef(o);
            }
        }
    }

    @ExplodeLoop
    static void release(Registers r, int base, int count) {
        for (int i = base; i < base + count; i++) {
            PyObject o = r.objects[i];
            if (o != null && !Registers.isUnboxed(o)) {
                Refs.release(o);
            }
        }
    }

    /** Consumes neighbouring temporaries out of which {@code result} came. */
    @ExplodeLoop
    static void drop(CodeRoot root, Registers r, int pc, int base, int count, Object result) {
        for (int i = base; i < base + count; i++) {
            PyObject o = r.objects[i];
            if (Registers.dies(o, result)) {
                root.profile.needsGeneral(pc);
                r.expose(pc);
                SlowPaths.destroy(o, result instanceof PyObject object ? object : null);
            }
        }
    }

    @ExplodeLoop
    static void unpack(CodeRoot root, Registers r, int pc) {
        int base = root.operand(pc, 1);
        int count = root.operand(pc, 3);
        PyObject o = root.object(r, pc, root.operand(pc, 2));
        if (o.getClass() == PyTuple.class && ((PyTuple) o).items.length == count && !Refs.isUncounted(o)) {
            PyObject[] items = ((PyTuple) o).items;
            for (int i = 0; i < count; i++) {
                r.objects[base + i] = items[i];
            }
            return;
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        PyObject[] items = SlowPaths.unpack(r.ts, o, count);
        for (int i = 0; i < count; i++) {
            r.objects[base + i] = items[i];
        }
    }
}
