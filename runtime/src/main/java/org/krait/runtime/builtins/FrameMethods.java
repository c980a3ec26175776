package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Frames;
import org.krait.runtime.Generators;
import org.krait.runtime.LineJump;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracing;
import org.krait.runtime.snapshot.Capture;

/** The methods of {@code frame}. */
@BuiltinType(base = ObjectMethods.class)
public final class FrameMethods {
    private FrameMethods() {}

    @Builtin(value = "clear(self, /)", doc = "F.clear(): clear most references held by the frame")
    static void clear(ThreadState ts, PyFrame self) {
        if (self.generator() != null) {
            if (self.generator().running) {
                throw Errors.runtimeError("cannot clear an executing frame");
            }
            Generators.finalize(ts, self.generator());
            return;
        }
        if (!self.isDone()) {
            throw Errors.runtimeError("cannot clear an executing frame");
        }
        self.clearLocals();
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyFrame self) {
        int line = self.line();
        return "<frame at " + Addresses.of(ts, self) + ", file " + Texts.repr(ts, self.code.filename)
                + ", line " + line + ", code " + self.code.name + ">";
    }

    @Attribute("f_back")
    static PyObject getBack(PyFrame self) {
        if (Mutations.WATCHED && self.back != null) {
            Capture.looksAtFrame(self.back);
        }
        return self.back == null ? PySingleton.NONE : self.back;
    }

    @Attribute(value = "f_code", member = true)
    static PyObject getCode(PyFrame self) {
        return self.code;
    }

    @Attribute(value = "f_builtins", member = true)
    static PyObject getBuiltins(PyFrame self) {
        return self.builtins;
    }

    @Attribute(value = "f_globals", member = true)
    static PyObject getGlobals(PyFrame self) {
        return self.globals;
    }

    @Attribute("f_locals")
    static PyObject getLocals(ThreadState ts, PyFrame self) {
        return Frames.locals(ts, self);
    }

    @Attribute(value = "f_lasti", member = true)
    static int getLastInstruction(PyFrame self) {
        return self.pc * 2;
    }

    @Attribute("f_lineno")
    static PyObject getLine(PyFrame self) {
        int line = Tracing.line(self);
        return line < 0 ? PySingleton.NONE : PyInt.of(line);
    }

    @Attribute(value = "f_lineno", setter = true)
    static void setLine(ThreadState ts, PyFrame self, PyObject value) {
        if (value == null) {
            throw Errors.attributeError("cannot delete attribute");
        }
        if (!(value instanceof PyInt number) || value.type != PyInt.TYPE) {
            throw Errors.valueError("lineno must be an integer");
        }
        if (Tracing.inTraceFunction(ts)) {
            Tracing.checkJumpAllowed(ts);
        }
        if (self.trace() == null || self.trace().function() == null || !Tracing.inTraceFunction(ts)) {
            throw Errors.valueError("f_lineno can only be set by a trace function");
        }
        if (!number.fitsLong() || number.value != (int) number.value) {
            throw Errors.valueError("lineno out of range");
        }
        LineJump.to(ts, self, (int) number.value);
    }

    @Attribute("f_trace")
    static PyObject getTrace(PyFrame self) {
        return self.trace() == null || self.trace().function() == null ? PySingleton.NONE : self.trace().function();
    }

    @Attribute(value = "f_trace", setter = true)
    static void setTrace(PyFrame self, PyObject value) {
        Tracing.of(self).setFunction(value == PySingleton.NONE ? null : value);
    }

    @Attribute(value = "f_trace_lines", member = true)
    static boolean getTraceLines(PyFrame self) {
        return self.trace() == null || self.trace().lines;
    }

    @Attribute(value = "f_trace_lines", setter = true)
    static void setTraceLines(PyFrame self, PyObject value) {
        Tracing.of(self).lines = flag(value);
    }

    @Attribute("f_trace_opcodes")
    static boolean getTraceOpcodes(PyFrame self) {
        return self.trace() != null && self.trace().opcodes;
    }

    @Attribute(value = "f_trace_opcodes", setter = true)
    static void setTraceOpcodes(PyFrame self, PyObject value) {
        Tracing.of(self).opcodes = flag(value);
    }

    private static boolean flag(PyObject value) {
        if (!(value instanceof PyBool)) {
            throw Errors.typeError("attribute value type must be bool");
        }
        return value == PyBool.TRUE;
    }
}
