package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** The call instructions beyond the plainest calls of Python functions. */
public final class CallInstructions {
    private CallInstructions() {}

    /** Calls with {@code count} positional arguments from register {@code base} on. */
    public static PyObject call(ThreadState ts, PyObject f, PyObject[] r, int base, int count) {
        if (ts.tracing != 0 && !(f instanceof PyFunction)) {
            return Tracing.callNative(ts, f, arguments(r, base, count), null);
        }
        if (f instanceof PyBuiltin b) {
            switch (count) {
                case 0:
                    return BuiltinCalls.call(ts, b);
                case 1:
                    return BuiltinCalls.call(ts, b, r[base]);
                case 2:
                    return BuiltinCalls.call(ts, b, r[base], r[base + 1]);
                case 3:
                    return BuiltinCalls.call(ts, b, r[base], r[base + 1], r[base + 2]);
                default:
                    return BuiltinCalls.call(ts, b, arguments(r, base, count), null);
            }
        }
        if (f instanceof PyFunction function) {
            return callFunction(ts, function, r, base, count);
        }
        if (f instanceof PyMethod m) {
            if (m.function instanceof PyFunction function && function.code().plainArity == count + 1) {
                PyFrame frame = Frames.of(function);
                Refs.incRef(m.self);
                frame.registers[0] = m.self;
                for (int i = 0; i < count; i++) {
                    PyObject value = r[base + i];
                    Refs.incRef(value);
                    frame.registers[i + 1] = value;
                }
                return Interpreter.run(ts, frame);
            }
            return Calls.callDirectly(ts, m.function, Calls.prepend(m.self, arguments(r, base, count)), null);
        }
        return Calls.call(ts, f, arguments(r, base, count), null);
    }

    private static PyObject callFunction(ThreadState ts, PyFunction f, PyObject[] r, int base, int count) {
        CodeObject code = f.code();
        PyTuple defaults = f.defaults();
        if (code.keywordOnlyCount == 0 && (code.flags & (CodeObject.VARARGS | CodeObject.VARKEYWORDS)) == 0
                && count <= code.argCount
                && (count == code.argCount || defaults != null && code.argCount - count <= defaults.size())) {
            PyFrame frame = Frames.of(f, r, base, count);
            for (int i = count; i < code.argCount; i++) {
                PyObject value = defaults.items[defaults.items.length - code.argCount + i];
                Refs.incRef(value);
                frame.registers[i] = value;
            }
            return Frames.start(ts, f, frame);
        }
        return Frames.start(ts, f, ArgumentBinding.bind(ts, f, arguments(r, base, count), null));
    }

    private static PyObject[] arguments(PyObject[] r, int base, int count) {
        PyObject[] args = new PyObject[count];
        System.arraycopy(r, base, args, 0, count);
        return args;
    }

    /** Calls with {@code count} arguments, the last of which are named by a tuple of str. */
    static PyObject callKeywords(ThreadState ts, PyObject f, PyObject[] r, int base, int count, PyObject names) {
        PyObject[] items = ((PyTuple) names).items;
        PyStr[] keywords = new PyStr[items.length];
        System.arraycopy(items, 0, keywords, 0, items.length);
        PyObject[] args = arguments(r, base, count);
        return ts.tracing != 0 && !(f instanceof PyFunction)
                ? Tracing.callNative(ts, f, args, keywords)
                : Calls.callDirectly(ts, f, args, keywords);
    }

    /** INVOKE: {@code a[0].name(a[1], …)}; the caller drops the group. */
    static PyObject invoke(ThreadState ts, PyFrame frame, int pc) {
        CodeObject co = frame.code;
        int base = co.code[pc + 2];
        int count = co.code[pc + 3];
        PyObject[] r = frame.registers;
        PyObject self = r[base];
        // The object stays the caller's; counted, it is not consumed by the lookup.
        Refs.incRef(self);
        try {
            PyObject f = AttributeCache.method(co, self, co.code[pc + 4], co.code[pc + 5]);
            if (f != null) {
                if (ts.tracing != 0) {
                    MonitoredFrames.calls(ts, frame, f, self);
                }
                if (f.getClass() == PyFunction.class && ((PyFunction) f).code().plainArity == count) {
                    return Interpreter.run(ts, Frames.of((PyFunction) f, r, base, count));
                }
                return call(ts, f, r, base, count);
            }
            return invokeLoading(ts, frame, pc, r, base);
        } finally {
            Refs.release(self);
        }
    }

    /** INVOKE of a method that is not cached, with the arguments in an array; self is counted. */
    public static PyObject invokeLoading(ThreadState ts, PyFrame frame, int pc, PyObject[] r, int base) {
        CodeObject co = frame.code;
        int count = co.code[pc + 3];
        frame.pc = pc + 1;
        PyObject[] pair = new PyObject[2];
        AttributeCache.loadMethod(ts, co, r[base], co.code[pc + 4], co.code[pc + 5], pair, 0);
        frame.pc = pc;
        if (ts.tracing != 0) {
            MonitoredFrames.calls(ts, frame, pair[0], pair[1] != null ? r[base] : count > 1 ? r[base + 1] : null);
        }
        if (pair[1] != null) {
            return call(ts, pair[0], r, base, count);
        }
        PyObject result = null;
        try {
            result = call(ts, pair[0], r, base + 1, count - 1);
            return result;
        } finally {
            Refs.dropKeeping(pair[0], result);
        }
    }

    /** {@code f(*args, **keywords)}; consumes the operands. */
    static PyObject callEx(ThreadState ts, PyObject f, PyObject args, PyObject keywords) {
        PyTuple positional;
        if (args.getClass() == PyTuple.class) {
            positional = (PyTuple) args;
        } else {
            PyObject[] items = Iteration.toArrayOrNull(ts, args);
            if (items == null) {
                throw Errors.typeError(
                        describe(ts, f) + " argument after * must be an iterable, not " + args.type.name());
            }
            positional = PyTuple.of(items);
        }
        PyObject result = null;
        try {
            result = ts.tracing != 0 && !(f instanceof PyFunction)
                    ? Tracing.callNativeEx(ts, f, positional, (PyDict) keywords)
                    : Calls.callEx(ts, f, positional, (PyDict) keywords);
        } finally {
            if (positional != args) {
                Refs.dropKeeping(positional, result);
            }
        }
        Refs.dropKeeping(f, result);
        Refs.dropKeeping(args, result);
        if (keywords != null) {
            Refs.dropKeeping(keywords, result);
        }
        return result;
    }

    /** {@code str(f)} as messages about a callee print it: {@code "f()"}, with the module of a builtin in front. */
    static String describe(ThreadState ts, PyObject f) {
        PyObject qualifiedName = Attributes.lookup(ts, f, PyStr.interned("__qualname__"));
        if (qualifiedName == null) {
            return Texts.str(ts, f).toString();
        }
        PyObject module = Attributes.lookup(ts, f, PyStr.interned("__module__"));
        String prefix = module instanceof PyStr m && !m.equalTo("builtins") ? m + "." : "";
        return prefix + Texts.str(ts, qualifiedName) + "()";
    }

    /** Appends the items of the operand of {@code *} in a call or display. */
    static PyException notStarIterable(PyObject value) {
        return Errors.typeError("Value after * must be an iterable, not " + value.type.name());
    }

    /** Merges the operand of {@code **} into the keyword arguments of {@code callee}. */
    static void mergeKeywords(ThreadState ts, PyDict into, PyObject mapping, PyObject callee) {
        if (!isMapping(mapping)) {
            throw Errors.typeError(describe(ts, callee) + " argument after ** must be a mapping, not "
                    + mapping.type.name());
        }
        if (mapping.type == PyDict.TYPE) {
            PyDict from = (PyDict) mapping;
            for (int i = from.nextEntry(0); i >= 0; i = from.nextEntry(i + 1)) {
                mergeOne(ts, into, from.keys[i], from.values[i], callee);
            }
            return;
        }
        PyObject keys = Calls.callMethod(ts, mapping, "keys");
        PyObject iterator = Iteration.iter(ts, keys);
        Refs.incRef(iterator);
        try {
            PyObject key;
            while ((key = Iteration.next(ts, iterator)) != null) {
                Refs.incRef(key);
                PyObject value = Subscripts.get(ts, mapping, key);
                mergeOne(ts, into, key, value, callee);
                Refs.drop(value);
                Refs.decRef(key);
            }
        } finally {
            Refs.decRef(iterator);
            Refs.drop(keys);
        }
    }

    private static void mergeOne(ThreadState ts, PyDict into, PyObject key, PyObject value, PyObject callee) {
        if (into.contains(ts, key)) {
            throw Errors.typeError(describe(ts, callee) + " got multiple values for keyword argument '" + key + "'");
        }
        into.put(ts, key, value);
    }

    private static boolean isMapping(PyObject o) {
        return o instanceof PyDict || o.type.lookup(PyStr.interned("keys")) != null || hasKeys(o);
    }

    private static boolean hasKeys(PyObject o) {
        try {
            PyObject keys = Attributes.lookup(ThreadState.current(), o, PyStr.interned("keys"));
            Refs.xdrop(keys);
            return keys != null;
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                e.swallowKeeping(o);
                return false;
            }
            throw e;
        }
    }

    /** {@code super(cls, self).name}; {@code zero}: the zero-argument form where super is not the builtin. */
    static PyObject superAttribute(ThreadState ts, PyObject callee, PyObject cls, PyObject self, PyStr name,
            boolean zero) {
        if (ts.tracing != 0) {
            MonitoredFrames.calls(ts, ts.frame, callee, zero ? null : cls);
        }
        PyObject proxy = ts.tracing != 0 && callee == org.krait.objects.PySuper.TYPE
                ? MonitoredFrames.callSuper(ts, callee, cls, self, zero)
                : zero && callee != org.krait.objects.PySuper.TYPE
                ? Calls.call(ts, callee)
                : Calls.call(ts, callee, cls, self);
        PyObject value = Attributes.get(ts, proxy, name);
        Refs.dropKeeping(proxy, value);
        return value;
    }

    /** True when a class has the special method {@code __call__}. */
    static boolean isCallable(PyObject o) {
        return o.type.special(Special.CALL) != null;
    }
}
