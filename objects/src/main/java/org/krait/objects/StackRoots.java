package org.krait.objects;

import java.util.Map;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;

/**
 * What the stack of a thread keeps alive without counting it: the operands of the instruction that each frame is at,
 * what frames and the thread refer to, and recent results of native code. Other temporaries are dead, or held and so
 * counted.
 */
final class StackRoots {
    private StackRoots() {}

    /** Shows the uncounted references of a thread. */
    static void visit(ThreadState ts, PyObject.Visitor visitor) {
        Map<PyFrame, PyObject[]> compiled = null;
        for (PyFrame frame = ts.frame; frame != null; frame = frame.back) {
            visitor.visit(frame.globals);
            visitor.visit(frame.builtins);
            show(frame.locals, visitor);
            show(frame.generator(), visitor);
            PyObject[] registers = frame.registers;
            if (registers == null && ts.thread == Thread.currentThread()) {
                compiled = compiled == null ? ts.interp.tier1.registers() : compiled;
                registers = compiled.get(frame);
            }
            // Compiled code of another thread is at a back edge or has its operands counted by what it calls.
            if (registers != null) {
                visitOperands(frame, registers, visitor);
            }
        }
        ts.results.visit(ts.frame, visitor);
        show(ts.handled, visitor);
        show(ts.returned, visitor);
        show(ts.context, visitor);
        show(ts.asyncException, visitor);
        show(ts.traceFunction, visitor);
        show(ts.profileFunction, visitor);
        show(ts.asyncGenFirstIter, visitor);
        show(ts.asyncGenFinalizer, visitor);
        for (PyObject o : ts.reprStack) {
            visitor.visit(o);
        }
    }

    private static void show(PyObject o, PyObject.Visitor visitor) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    private static void visitOperands(PyFrame frame, PyObject[] registers, PyObject.Visitor visitor) {
        CodeObject code = frame.code;
        int[] c = code.code;
        int pc = frame.pc;
        if (registers.length == code.firstTemp || pc >= c.length) {
            return;
        }
        Opcode op = Opcode.of(c[pc]);
        for (int i = 0; i < op.operandCount(); i++) {
            int operand = c[pc + 1 + i];
            switch (op.operand(i)) {
                case SRC, REG, OPTIONAL -> {
                    if (operand >= 0) {
                        show(registers[operand], visitor);
                    }
                }
                case BASE -> {
                    int end = operand + op.groupSize(c, pc, i);
                    for (int register = operand; register < end; register++) {
                        show(registers[register], visitor);
                    }
                }
                default -> {
                    // A register to be written, or no register.
                }
            }
        }
    }
}
