package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Slots;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * Calls of any callable from native code and from the interpreter. Arguments are borrowed: the caller drops those that
 * are its temporaries; results are owned.
 */
public final class Calls {
    private static final PyObject[] NO_ARGS = {};

    private Calls() {}

    /** {@code f()}. */
    public static PyObject call(ThreadState ts, PyObject f) {
        if (f.getClass() == PyFunction.class && ((PyFunction) f).code().plainArity == 0) {
            int outer = NativeDepth.enterCall(ts);
            try {
                return kept(ts, Interpreter.run(ts, Frames.of((PyFunction) f)));
            } finally {
                ts.nativeDepth = outer;
            }
        }
        return call(ts, f, NO_ARGS, null);
    }

    /** {@code f(a)}. */
    public static PyObject call(ThreadState ts, PyObject f, PyObject a) {
        if (f.getClass() == PyFunction.class) {
            PyFunction function = (PyFunction) f;
            if (function.code().plainArity == 1) {
                int outer = NativeDepth.enterCall(ts);
                try {
                    return kept(ts, Interpreter.run(ts, Frames.of(function, a)));
                } finally {
                    ts.nativeDepth = outer;
                }
            }
        } else if (f instanceof PyBuiltin b) {
            return BuiltinCalls.call(ts, b, a);
        } else if (f instanceof PyMethod m) {
            return call(ts, m.function, m.self, a);
        }
        return call(ts, f, new PyObject[] {a}, null);
    }

    /** {@code f(a, b)}. */
    public static PyObject call(ThreadState ts, PyObject f, PyObject a, PyObject b) {
        if (f.getClass() == PyFunction.class) {
            PyFunction function = (PyFunction) f;
            if (function.code().plainArity == 2) {
                int outer = NativeDepth.enterCall(ts);
                try {
                    return kept(ts, Interpreter.run(ts, Frames.of(function, a, b)));
                } finally {
                    ts.nativeDepth = outer;
                }
            }
        } else if (f instanceof PyBuiltin builtin) {
            return BuiltinCalls.call(ts, builtin, a, b);
        } else if (f instanceof PyMethod m) {
            return call(ts, m.function, m.self, a, b);
        }
        return call(ts, f, new PyObject[] {a, b}, null);
    }

    /** {@code f(a, b, c)}. */
    public static PyObject call(ThreadState ts, PyObject f, PyObject a, PyObject b, PyObject c) {
        if (f.getClass() == PyFunction.class) {
            PyFunction function = (PyFunction) f;
            if (function.code().plainArity == 3) {
                int outer = NativeDepth.enterCall(ts);
                try {
                    return kept(ts, Interpreter.run(ts, Frames.of(function, a, b, c)));
                } finally {
                    ts.nativeDepth = outer;
                }
            }
        } else if (f instanceof PyBuiltin builtin) {
            return BuiltinCalls.call(ts, builtin, a, b, c);
        }
        return call(ts, f, new PyObject[] {a, b, c}, null);
    }

    /** {@code f(*args)}. */
    public static PyObject call(ThreadState ts, PyObject f, PyObject... args) {
        return call(ts, f, args, null);
    }

    /** Calls a temporary, a method bound for this call, and consumes it. */
    public static PyObject consume(ThreadState ts, PyObject method, PyObject... args) {
        return consume(ts, method, args, null);
    }

    /** As {@link #consume(ThreadState, PyObject, PyObject...)} in the universal form. */
    public static PyObject consume(ThreadState ts, PyObject method, PyObject[] args, PyStr[] keywords) {
        Refs.incRef(method);
        PyObject value;
        try {
            value = call(ts, method, args, keywords);
        } catch (PyException | StackOverflowError e) {
            dropBound(method);
            throw e;
        }
        Refs.incRef(value);
        dropBound(method);
        Refs.release(value);
        return value;
    }

    /** Drops a bound method, counted once by the caller, but not the receiver, which may be a caller's temporary. */
    private static void dropBound(PyObject method) {
        PyObject self = method instanceof PyMethod m ? m.self : method instanceof PyBuiltin b ? b.self : null;
        Refs.xincRef(self);
        Refs.decRef(method);
        if (self != null) {
            Refs.release(self);
        }
    }

    /** A call in the universal form: positional arguments, then the values of {@code keywords} (null for none). */
    public static PyObject call(ThreadState ts, PyObject f, PyObject[] args, PyStr[] keywords) {
        if (f instanceof PyBuiltin b) {
            return BuiltinCalls.call(ts, b, args, keywords);
        }
        int outer = NativeDepth.enterCall(ts);
        try {
            if (f instanceof PyFunction function) {
                return kept(ts, callFunction(ts, function, args, keywords));
            }
            if (f instanceof PyMethod m) {
                return call(ts, m.function, prepend(m.self, args), keywords);
            }
            return kept(ts, f.type.slots().call(ts, f, args, keywords));
        } finally {
            ts.nativeDepth = outer;
        }
    }

    /** As the universal form, for an instruction: a Python function is no native call then. */
    static PyObject callDirectly(ThreadState ts, PyObject f, PyObject[] args, PyStr[] keywords) {
        if (f instanceof PyMethod m) {
            return callDirectly(ts, m.function, prepend(m.self, args), keywords);
        }
        return f instanceof PyFunction function
                ? kept(ts, callFunction(ts, function, args, keywords))
                : call(ts, f, args, keywords);
    }

    /** Notes for the collector a result that native code gets from Python code. */
    private static PyObject kept(ThreadState ts, PyObject result) {
        ts.results.add(result, ts.frame);
        return result;
    }

    /** Calls a Python function: binds the arguments, then runs it or makes its generator. */
    public static PyObject callFunction(ThreadState ts, PyFunction f, PyObject[] args, PyStr[] keywords) {
        CodeObject code = f.code();
        if (keywords == null && code.plainArity == args.length) {
            return Interpreter.run(ts, Frames.of(f, args, 0, args.length));
        }
        return Frames.start(ts, f, ArgumentBinding.bind(ts, f, args, keywords));
    }

    /** {@code f(*args, **keywords)} as an instruction calls; {@code keywords} null for none. */
    public static PyObject callEx(ThreadState ts, PyObject f, PyTuple args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return callDirectly(ts, f, args.items, null);
        }
        int positional = args.size();
        PyObject[] all = new PyObject[positional + keywords.size()];
        PyStr[] names = new PyStr[keywords.size()];
        System.arraycopy(args.items, 0, all, 0, positional);
        int n = 0;
        for (int i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
            if (!(keywords.keys[i] instanceof PyStr name)) {
                throw Errors.typeError("keywords must be strings");
            }
            names[n] = name;
            all[positional + n++] = keywords.values[i];
        }
        return callDirectly(ts, f, all, names);
    }

    /** {@code o.name(*args)}. */
    public static PyObject callMethod(ThreadState ts, PyObject o, PyStr name, PyObject... args) {
        Refs.incRef(o);
        try {
            return consume(ts, Attributes.get(ts, o, name), args, null);
        } finally {
            Refs.release(o);
        }
    }

    /** {@code o.name(*args)} for a Java name; for rare paths. */
    public static PyObject callMethod(ThreadState ts, PyObject o, String name, PyObject... args) {
        return callMethod(ts, o, PyStr.interned(name), args);
    }

    /** Calls the special method of o's class, which must exist. */
    public static PyObject callSpecial(ThreadState ts, PyObject o, Special special, PyObject... args) {
        PyObject method = o.type.special(special);
        if (method == null) {
            throw Errors.noAttribute(o, special.pyName());
        }
        return invoke(ts, method, o, args, null);
    }

    /** Calls a method found on a class (not bound) with self and no more. */
    public static PyObject invoke(ThreadState ts, PyObject method, PyObject self) {
        if (isMethod(method)) {
            return call(ts, method, self);
        }
        return invoke(ts, method, self, NO_ARGS, null);
    }

    /** Calls a method found on a class (not bound) with self and one argument. */
    public static PyObject invoke(ThreadState ts, PyObject method, PyObject self, PyObject a) {
        if (isMethod(method)) {
            return call(ts, method, self, a);
        }
        return invoke(ts, method, self, new PyObject[] {a}, null);
    }

    /** Calls a method found on a class (not bound) with self and two arguments. */
    public static PyObject invoke(ThreadState ts, PyObject method, PyObject self, PyObject a, PyObject b) {
        if (isMethod(method)) {
            return call(ts, method, self, a, b);
        }
        return invoke(ts, method, self, new PyObject[] {a, b}, null);
    }

    /** Calls a method found on a class (not bound) with self in front of the arguments. */
    public static PyObject invoke(ThreadState ts, PyObject method, PyObject self, PyObject[] args, PyStr[] keywords) {
        if (isMethod(method)) {
            return call(ts, method, prepend(self, args), keywords);
        }
        Slots slots = method.type.slots();
        if (!slots.isDescriptor()) {
            return call(ts, method, args, keywords);
        }
        PyObject bound = slots.descriptorGet(ts, method, self, self.type);
        return consume(ts, bound, args, keywords);
    }

    /** True for functions and builtin methods, which take self as first argument instead of being bound. */
    public static boolean isMethod(PyObject method) {
        return method.getClass() == PyFunction.class
                || method instanceof PyBuiltin b
                        && (b.type == PyBuiltin.METHOD_TYPE || b.type == PyBuiltin.WRAPPER_TYPE);
    }

    /** {@code callable(o)}. */
    public static boolean isCallable(PyObject o) {
        return o.type.special(Special.CALL) != null;
    }

    /** An array with one more value in front. */
    public static PyObject[] prepend(PyObject first, PyObject[] rest) {
        PyObject[] all = new PyObject[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
