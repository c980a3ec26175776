package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.runtime.AttributeCache;

/**
 * The calls of a code object. One that always has the same function, by its code, is a direct call that Truffle may
 * inline; the frame is not exposed for it. The answer is null, or the exception of the callee.
 */
final class CallSites extends Node {
    /** By the pc of the call; null until the callee is known. */
    @Children
    private final DirectCallNode[] nodes;

    CallSites(int codeLength) {
        nodes = new DirectCallNode[codeLength];
    }

    /** CALL: the callee is an operand, the arguments are neighbours. */
    PyException call(CodeRoot root, Registers r, int pc) {
        int s = root.operand(pc, 2);
        PyObject f = s >= 0 ? r.objects[s] : root.constant(s);
        int base = root.operand(pc, 3);
        int count = root.operand(pc, 4);
        Object result = callFunction(root, r, pc, f, base, count);
        if (isRaised(root, pc, result)) {
            return (PyException) result;
        }
        Accesses.drop(root, r, pc, f, result instanceof PyObject o ? o : null);
        Groups.drop(root, r, pc, base, count, result);
        setResult(root, r, pc, result);
        return null;
    }

    /** CALL_METHOD: a function and its first argument, or a callable and null, lie before the arguments. */
    PyException callMethod(CodeRoot root, Registers r, int pc) {
        int base = root.operand(pc, 2);
        int count = root.operand(pc, 3);
        PyObject f = r.objects[base];
        if (r.objects[base + 1] != null) {
            Object result = callFunction(root, r, pc, f, base + 1, count + 1);
            if (isRaised(root, pc, result)) {
                return (PyException) result;
            }
            Groups.drop(root, r, pc, base + 1, count + 1, result);
            setResult(root, r, pc, result);
            return null;
        }
        r.expose(pc);
        Object result = SlowPaths.call(r.ts, f, Groups.objects(root, r, pc, base + 2, count));
        if (isRaised(root, pc, result)) {
            return (PyException) result;
        }
        Accesses.drop(root, r, pc, f, result instanceof PyObject o ? o : null);
        Groups.drop(root, r, pc, base + 2, count, result);
        setResult(root, r, pc, result);
        return null;
    }

    /** INVOKE: {@code a[0].name(a[1], …)}. */
    PyException invoke(CodeRoot root, Registers r, int pc) {
        int base = root.operand(pc, 2);
        int count = root.operand(pc, 3);
        PyObject self = root.object(r, pc, base);
        AttributeCache cache = (AttributeCache) root.profile.cached(pc);
        PyObject f = cache == null ? null : cache.peekMethod(self);
        Object result;
        Refs.incRef(self);
        if (f != null) {
            result = callFunction(root, r, pc, f, base, count);
        } else {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            result = SlowPaths.invoke(r.ts, r.frame, Groups.objects(root, r, pc, base, count), pc);
            root.profile.refresh(pc, root.co.caches, root.operand(pc, 5));
        }
        Refs.release(self);
        if (isRaised(root, pc, result)) {
            return (PyException) result;
        }
        Groups.drop(root, r, pc, base, count, result);
        setResult(root, r, pc, result);
        return null;
    }

    private static boolean isRaised(CodeRoot root, int pc, Object result) {
        if (result instanceof PyException) {
            root.profile.needsGeneral(pc + 1);
            return true;
        }
        return false;
    }

    /** Puts what a call answered into dst. */
    private static void setResult(CodeRoot root, Registers r, int pc, Object result) {
        int dst = root.operand(pc, 1);
        if (result instanceof Long number) {
            root.profile.meets(pc, Profile.INT);
            r.setInt(dst, number);
        } else if (result instanceof Double number) {
            root.profile.meets(pc, Profile.FLOAT);
            r.setFloat(dst, number);
        } else {
            root.profile.meets(pc, Profile.OBJECT);
            r.objects[dst] = (PyObject) result;
        }
    }

    private Object callFunction(CodeRoot root, Registers r, int pc, PyObject callable, int base, int count) {
        PyObject f = callable;
        if (!root.profile.callsOthers(pc)) {
            if (f.getClass() == PyFunction.class) {
                PyFunction function = (PyFunction) f;
                CompiledCode callee = root.profile.callee(pc);
                if (callee != null && function.code() == callee.code) {
                    DirectCallNode node = nodes[pc];
                    if (node == null) {
                        CompilerDirectives.transferToInterpreterAndInvalidate();
                        node = insert(DirectCallNode.create(callee.function().getCallTarget()));
                        nodes[pc] = node;
                    }
                    r.frame.pc = pc;
                    return node.call(arguments(r, function, base, count));
                }
            }
            CompilerDirectives.transferToInterpreterAndInvalidate();
            root.profile.setCallee(pc, root.owner.directCallee(f, count));
        }
        r.expose(pc);
        if (Registers.isUnboxed(f)) {
            f = root.object(r, pc, root.operand(pc, 2));
        }
        return SlowPaths.call(r.ts, f, Groups.objects(root, r, pc, base, count));
    }

    @ExplodeLoop
    private static Object[] arguments(Registers r, PyFunction f, int base, int count) {
        Object[] arguments = new Object[FunctionRoot.FIRST + count];
        arguments[FunctionRoot.THREAD] = r.ts;
        arguments[FunctionRoot.BACK] = r.frame;
        arguments[FunctionRoot.FUNCTION] = f;
        for (int i = 0; i < count; i++) {
            arguments[FunctionRoot.FIRST + i] = r.transfer(base + i);
        }
        return arguments;
    }

    /** Makes the nodes of calls whose callee another root node of the code has met. In the interpreter. */
    void complete(Profile profile) {
        for (int pc = 0; pc < nodes.length; pc++) {
            CompiledCode callee = profile.callee(pc);
            if (nodes[pc] == null && callee != null) {
                nodes[pc] = insert(DirectCallNode.create(callee.function().getCallTarget()));
            }
        }
    }
}
