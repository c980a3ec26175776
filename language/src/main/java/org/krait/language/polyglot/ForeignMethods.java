package org.krait.language.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interrupts;
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
        Object result;
        Interrupts.release(ts);
        try {
            result = message.send();
        } catch (KraitException e) {
            throw new PyException((PyBaseException) e.exception.value);
        } catch (AbstractTruffleException e) {
            PyException raised = Errors.runtimeError(String.valueOf(e.getMessage()));
            raised.value.javaCause = e;
            throw raised;
        } catch (ArityException | UnsupportedTypeException e) {
            throw Errors.typeError(e.getMessage());
        } catch (InvalidArrayIndexException e) {
            throw Errors.indexError("index out of range");
        } catch (StopIterationException e) {
            return null;
        } catch (InteropException e) {
            throw Errors.typeError("the foreign object does not support this operation");
        } finally {
            Interrupts.acquire(ts);
            ThreadState.setCurrent(ts);
        }
        return Conversion.toPython(result);
    }

    private static Object host(ThreadState ts, PyObject o) {
        return Conversion.toHost(KraitContext.of(ts), o);
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyForeign self, PyObject name) {
        String text = name.toString();
        if (INTEROP.isMemberReadable(self.value, text)) {
            return send(ts, () -> INTEROP.readMember(self.value, text));
        }
        return Attributes.genericGet(ts, self, (PyStr) name);
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(ThreadState ts, PyForeign self, PyObject name, PyObject value) {
        String text = name.toString();
        if (!INTEROP.isMemberWritable(self.value, text)) {
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
        if (INTEROP.hasArrayElements(self.value) && key instanceof PyInt index) {
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

    @Builtin("__len__(self, /)")
    static long length(ThreadState ts, PyForeign self) {
        PyObject size = send(ts, () -> INTEROP.hasArrayElements(self.value) ? INTEROP.getArraySize(self.value)
                : INTEROP.getHashSize(self.value));
        return ((PyInt) size).value;
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyForeign self) {
        return true;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyForeign self) {
        if (INTEROP.isIterator(self.value)) {
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
