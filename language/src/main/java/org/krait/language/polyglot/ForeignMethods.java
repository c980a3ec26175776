package org.krait.language.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Iteration;
import org.krait.runtime.builtins.ObjectMethods;

/** What Python can do with a foreign object: members, calls, items, iteration. */
@BuiltinType(base = ObjectMethods.class)
public final class ForeignMethods {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private ForeignMethods() {}

    /** A message to a foreign object. */
    private interface Message {
        Object send() throws InteropException;
    }

    /** Sends without the GIL, since the other side may block or call back from another thread. */
    private static PyObject send(ThreadState ts, Message message) {
        KraitContext context = KraitContext.of(ts);
        Object stay = context.enter(ts);
        try {
            return Conversion.toPython(answer(ts, message));
        } catch (StopIterationException e) {
            return null;
        } finally {
            context.leave(stay);
        }
    }

    private static Object answer(ThreadState ts, Message message) throws StopIterationException {
        Interrupts.release(ts);
        try {
            return message.send();
        } catch (KraitException e) {
            throw new PyException((PyBaseException) e.exception.value);
        } catch (AbstractTruffleException e) {
            throw foreignError(ts, e);
        } catch (ArityException | UnsupportedTypeException e) {
            throw Errors.typeError(e.getMessage());
        } catch (InvalidArrayIndexException e) {
            throw Errors.indexError("index out of range");
        } catch (StopIterationException e) {
            throw e;
        } catch (InteropException e) {
            throw Errors.typeError("the foreign object does not support this operation");
        } finally {
            Interrupts.acquire(ts);
            ThreadState.setCurrent(ts);
        }
    }

    /** What can be asked without giving up the GIL. */
    private interface Question {
        boolean ask(Object o);
    }

    private static boolean ask(ThreadState ts, PyForeign self, Question question) {
        KraitContext context = KraitContext.of(ts);
        Object stay = context.enter(ts);
        try {
            return question.ask(self.value);
        } finally {
            context.leave(stay);
        }
    }

    /** A RuntimeError for an exception of the other side, which is its attribute {@code foreign}. */
    private static PyException foreignError(ThreadState ts, AbstractTruffleException e) {
        PyException raised = Errors.runtimeError(String.valueOf(e.getMessage()));
        raised.value.javaCause = e;
        Interrupts.acquire(ts);
        try {
            Attributes.set(ts, raised.value, "foreign", new PyForeign(e));
        } finally {
            Interrupts.release(ts);
        }
        return raised;
    }

    private static Object host(ThreadState ts, PyObject o) {
        return Conversion.toHost(KraitContext.of(ts), o);
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyForeign self, PyObject name) {
        String text = name.toString();
        if (ask(ts, self, o -> INTEROP.isMemberReadable(o, text))) {
            return send(ts, () -> INTEROP.readMember(self.value, text));
        }
        return Attributes.genericGet(ts, self, (PyStr) name);
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(ThreadState ts, PyForeign self, PyObject name, PyObject value) {
        String text = name.toString();
        if (!ask(ts, self, o -> INTEROP.isMemberWritable(o, text))) {
            throw Errors.noAttribute(self, (PyStr) name);
        }
        Object given = host(ts, value);
        send(ts, () -> {
            INTEROP.writeMember(self.value, text, given);
            return true;
        });
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyForeign self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length != 0) {
            throw Errors.typeError("foreign objects take no keyword arguments");
        }
        Object[] given = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            given[i] = host(ts, args[i]);
        }
        return send(ts, () -> INTEROP.isExecutable(self.value) ? INTEROP.execute(self.value, given)
                : INTEROP.instantiate(self.value, given));
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyForeign self, PyObject key) {
        if (key instanceof PyInt index && ask(ts, self, INTEROP::hasArrayElements)) {
            return send(ts, () -> INTEROP.readArrayElement(self.value, position(self, index)));
        }
        Object given = host(ts, key);
        return send(ts, () -> {
            try {
                return INTEROP.readHashValue(self.value, given);
            } catch (UnknownKeyException e) {
                throw Errors.keyError(key);
            }
        });
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyForeign self, PyObject key, PyObject value) {
        Object given = host(ts, value);
        Object hashKey = host(ts, key);
        send(ts, () -> {
            if (INTEROP.hasArrayElements(self.value) && key instanceof PyInt index) {
                INTEROP.writeArrayElement(self.value, position(self, index), given);
            } else {
                INTEROP.writeHashEntry(self.value, hashKey, given);
            }
            return true;
        });
    }

    private static long position(PyForeign self, PyInt index) throws InteropException {
        return index.value < 0 ? index.value + INTEROP.getArraySize(self.value) : index.value;
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyForeign self, PyObject key) {
        Object hashKey = host(ts, key);
        send(ts, () -> {
            if (INTEROP.hasArrayElements(self.value) && key instanceof PyInt index) {
                INTEROP.removeArrayElement(self.value, position(self, index));
            } else {
                try {
                    INTEROP.removeHashEntry(self.value, hashKey);
                } catch (UnknownKeyException e) {
                    throw Errors.keyError(key);
                }
            }
            return true;
        });
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(ThreadState ts, PyForeign self, PyObject name) {
        String text = name.toString();
        if (!ask(ts, self, o -> INTEROP.isMemberRemovable(o, text))) {
            throw Errors.noAttribute(self, (PyStr) name);
        }
        send(ts, () -> {
            INTEROP.removeMember(self.value, text);
            return true;
        });
    }

    @Builtin(value = "__dir__(self, /)", doc = "The names of the members.")
    static PyObject dir(ThreadState ts, PyForeign self) {
        return ask(ts, self, INTEROP::hasMembers)
                ? Iteration.toList(ts, send(ts, () -> INTEROP.getMembers(self.value)))
                : new PyList();
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyForeign self, PyObject key) {
        if (ask(ts, self, INTEROP::hasHashEntries)) {
            Object hashKey = host(ts, key);
            return send(ts, () -> INTEROP.isHashEntryExisting(self.value, hashKey)) == PyBool.TRUE;
        }
        PyObject iterator = Iteration.iter(ts, self);
        for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
            if (Equality.same(ts, item, key)) {
                return true;
            }
        }
        return false;
    }

    @Builtin(value = "__bytes__(self, /)", doc = "The bytes of a buffer or of an array of bytes.")
    static PyObject bytes(ThreadState ts, PyForeign self) {
        Object o = self.value;
        byte[][] made = new byte[1][];
        send(ts, () -> {
            if (INTEROP.hasBufferElements(o)) {
                made[0] = new byte[Math.toIntExact(INTEROP.getBufferSize(o))];
                INTEROP.readBuffer(o, 0, made[0], 0, made[0].length);
                return true;
            }
            made[0] = new byte[Math.toIntExact(INTEROP.getArraySize(o))];
            for (int i = 0; i < made[0].length; i++) {
                made[0][i] = (byte) INTEROP.asInt(INTEROP.readArrayElement(o, i));
            }
            return true;
        });
        return new PyBytes(made[0]);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyForeign self, PyObject value) {
        return value instanceof PyForeign other ? PyBool.of(isSame(self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyForeign self, PyObject value) {
        return value instanceof PyForeign other ? PyBool.of(!isSame(self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean isSame(PyForeign a, PyForeign b) {
        return a.value == b.value
                || ask(ThreadState.current(), a, o -> INTEROP.isIdentical(o, b.value, INTEROP));
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyForeign self) {
        KraitContext context = KraitContext.of(ThreadState.current());
        Object stay = context.enter(ThreadState.current());
        try {
            return INTEROP.hasIdentity(self.value) ? INTEROP.identityHashCode(self.value)
                    : System.identityHashCode(self.value);
        } catch (UnsupportedMessageException e) {
            throw Errors.typeError("unhashable foreign object");
        } finally {
            context.leave(stay);
        }
    }

    @Builtin("__len__(self, /)")
    static long length(ThreadState ts, PyForeign self) {
        PyObject size = send(ts, () -> INTEROP.hasArrayElements(self.value) ? INTEROP.getArraySize(self.value)
                : INTEROP.getHashSize(self.value));
        return ((PyInt) size).value;
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(ThreadState ts, PyForeign self) {
        return !ask(ts, self, o -> INTEROP.hasArrayElements(o) || INTEROP.hasHashEntries(o)) || length(ts, self) > 0;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyForeign self) {
        if (ask(ts, self, INTEROP::isIterator)) {
            return self;
        }
        return send(ts, () -> INTEROP.hasIterator(self.value) ? INTEROP.getIterator(self.value)
                : INTEROP.getHashKeysIterator(self.value));
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyForeign self) {
        PyObject item = send(ts, () -> INTEROP.getIteratorNextElement(self.value));
        if (item == null) {
            throw Errors.stopIteration(null);
        }
        return item;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyForeign self) {
        return send(ts, () -> INTEROP.toDisplayString(self.value));
    }
}
