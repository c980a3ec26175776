package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.math.BigInteger;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Texts;

/**
 * A Python object as other languages see it. Lists and tuples are arrays, dicts have hash entries, attributes are
 * members. It holds one counted reference as long as the context lives: nobody tells when the host drops a value.
 */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
class PythonValue implements TruffleObject {
    final KraitContext context;
    final PyObject value;
    /** The item after the current one of an iterator, once asked for. */
    private PyObject ahead;

    PythonValue(KraitContext context, PyObject value) {
        this.context = context;
        this.value = value;
        Refs.incRef(value);
    }

    private Object give(KraitContext.Action<PyObject> action) {
        return context.run(ts -> {
            PyObject result = action.run(ts);
            return result == null ? null : Conversion.toHost(context, result);
        });
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return KraitLanguage.class;
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(boolean allowSideEffects) {
        return allowSideEffects ? context.run(ts -> Texts.repr(ts, value).toString())
                : "<" + value.type.name() + " object>";
    }

    @ExportMessage
    boolean hasMetaObject() {
        return value != PySingleton.NONE;
    }

    @ExportMessage
    Object getMetaObject() throws UnsupportedMessageException {
        if (!hasMetaObject()) {
            throw UnsupportedMessageException.create();
        }
        return new PythonType(context, value.type);
    }

    /** Two values are the same when they stand for one Python object. */
    @ExportMessage
    TriState isIdenticalOrUndefined(Object other) {
        return other instanceof PythonValue python ? TriState.valueOf(python.value == value) : TriState.UNDEFINED;
    }

    @ExportMessage
    int identityHashCode() {
        return System.identityHashCode(value);
    }

    @ExportMessage
    boolean isNull() {
        return value == PySingleton.NONE;
    }

    /** Only integers beyond a Java long come wrapped. */
    @ExportMessage
    boolean isNumber() {
        return value.type == PyInt.TYPE && !((PyInt) value).fitsLong();
    }

    @ExportMessage
    boolean fitsInBigInteger() {
        return isNumber();
    }

    @ExportMessage
    @TruffleBoundary
    BigInteger asBigInteger() throws UnsupportedMessageException {
        if (!isNumber()) {
            throw UnsupportedMessageException.create();
        }
        return ((PyInt) value).toBigInteger();
    }

    @ExportMessage
    boolean fitsInByte() {
        return false;
    }

    @ExportMessage
    byte asByte() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInShort() {
        return false;
    }

    @ExportMessage
    short asShort() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInInt() {
        return false;
    }

    @ExportMessage
    int asInt() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInLong() {
        return false;
    }

    @ExportMessage
    long asLong() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInFloat() {
        return false;
    }

    @ExportMessage
    float asFloat() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInDouble() {
        return false;
    }

    @ExportMessage
    double asDouble() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean isString() {
        return value instanceof PyStr;
    }

    @ExportMessage
    @TruffleBoundary
    String asString() throws UnsupportedMessageException {
        if (!isString()) {
            throw UnsupportedMessageException.create();
        }
        return value.toString();
    }

    @ExportMessage
    boolean hasMembers() {
        return value != PySingleton.NONE;
    }

    @ExportMessage
    Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
        if (!hasMembers()) {
            throw UnsupportedMessageException.create();
        }
        return give(ts -> Calls.call(ts, ts.interp.builtins.get("dir"), value));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String name) {
        return hasMembers() && context.run(ts -> Attributes.lookup(ts, value, name) != null);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String name) throws UnknownIdentifierException, UnsupportedMessageException {
        if (!hasMembers()) {
            throw UnsupportedMessageException.create();
        }
        Object found = give(ts -> Attributes.lookup(ts, value, name));
        if (found == null) {
            throw UnknownIdentifierException.create(name);
        }
        return found;
    }

    @ExportMessage
    boolean isMemberInvocable(String name) {
        return isMemberReadable(name);
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String name, Object[] arguments) throws UnknownIdentifierException,
            UnsupportedMessageException {
        if (!hasMembers()) {
            throw UnsupportedMessageException.create();
        }
        Object result = give(ts -> {
            PyObject f = Attributes.lookup(ts, value, name);
            return f == null ? null : Calls.call(ts, f, Conversion.toPython(arguments));
        });
        if (result == null) {
            throw UnknownIdentifierException.create(name);
        }
        return result;
    }

    @ExportMessage
    boolean isMemberModifiable(String name) {
        return isMemberReadable(name);
    }

    @ExportMessage
    boolean isMemberInsertable(String name) {
        return hasMembers() && !isMemberReadable(name);
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String name, Object given) throws UnsupportedMessageException {
        if (!hasMembers()) {
            throw UnsupportedMessageException.create();
        }
        context.run(ts -> {
            Attributes.set(ts, value, name, Conversion.toPython(given));
            return null;
        });
    }

    @ExportMessage
    boolean isMemberRemovable(String name) {
        return isMemberReadable(name);
    }

    @ExportMessage
    @TruffleBoundary
    void removeMember(String name) throws UnknownIdentifierException, UnsupportedMessageException {
        if (!hasMembers()) {
            throw UnsupportedMessageException.create();
        }
        if (!isMemberReadable(name)) {
            throw UnknownIdentifierException.create(name);
        }
        context.run(ts -> {
            Attributes.delete(ts, value, PyStr.interned(name));
            return null;
        });
    }

    @ExportMessage
    boolean isExecutable() {
        return Calls.isCallable(value);
    }

    @ExportMessage
    @TruffleBoundary
    Object execute(Object[] arguments) throws UnsupportedMessageException {
        if (!isExecutable()) {
            throw UnsupportedMessageException.create();
        }
        return give(ts -> Calls.call(ts, value, Conversion.toPython(arguments)));
    }

    @ExportMessage
    boolean isInstantiable() {
        return value instanceof PyType;
    }

    @ExportMessage
    Object instantiate(Object[] arguments) throws UnsupportedMessageException {
        if (!isInstantiable()) {
            throw UnsupportedMessageException.create();
        }
        return execute(arguments);
    }

    @ExportMessage
    boolean hasArrayElements() {
        return value instanceof PyList || value instanceof PyTuple;
    }

    @ExportMessage
    long getArraySize() throws UnsupportedMessageException {
        if (!hasArrayElements()) {
            throw UnsupportedMessageException.create();
        }
        return size();
    }

    private long size() {
        return value instanceof PyList list ? list.size() : value instanceof PyTuple tuple ? tuple.size() : 0;
    }

    @ExportMessage
    boolean isArrayElementReadable(long index) {
        return index >= 0 && index < size();
    }

    @ExportMessage
    @TruffleBoundary
    Object readArrayElement(long index) throws InvalidArrayIndexException, UnsupportedMessageException {
        if (!hasArrayElements()) {
            throw UnsupportedMessageException.create();
        }
        Object found = give(ts -> !isArrayElementReadable(index) ? null
                : value instanceof PyList list ? list.get((int) index) : ((PyTuple) value).item((int) index));
        if (found == null) {
            throw InvalidArrayIndexException.create(index);
        }
        return found;
    }

    @ExportMessage
    boolean isArrayElementModifiable(long index) {
        return value instanceof PyList && isArrayElementReadable(index);
    }

    @ExportMessage
    boolean isArrayElementInsertable(long index) {
        return value instanceof PyList list && index == list.size();
    }

    @ExportMessage
    @TruffleBoundary
    void writeArrayElement(long index, Object given) throws InvalidArrayIndexException, UnsupportedMessageException {
        if (!(value instanceof PyList list)) {
            throw UnsupportedMessageException.create();
        }
        boolean written = context.run(ts -> {
            if (index == list.size()) {
                list.append(Conversion.toPython(given));
            } else if (isArrayElementReadable(index)) {
                list.set((int) index, Conversion.toPython(given));
            } else {
                return false;
            }
            return true;
        });
        if (!written) {
            throw InvalidArrayIndexException.create(index);
        }
    }

    @ExportMessage
    boolean isArrayElementRemovable(long index) {
        return isArrayElementModifiable(index);
    }

    @ExportMessage
    @TruffleBoundary
    void removeArrayElement(long index) throws InvalidArrayIndexException, UnsupportedMessageException {
        if (!(value instanceof PyList list)) {
            throw UnsupportedMessageException.create();
        }
        boolean removed = context.run(ts -> {
            boolean known = isArrayElementReadable(index);
            if (known) {
                Refs.drop(list.removeAt((int) index));
            }
            return known;
        });
        if (!removed) {
            throw InvalidArrayIndexException.create(index);
        }
    }

    @ExportMessage
    boolean hasHashEntries() {
        return value instanceof PyDict;
    }

    @ExportMessage
    long getHashSize() throws UnsupportedMessageException {
        return dict().size();
    }

    private PyDict dict() throws UnsupportedMessageException {
        if (value instanceof PyDict dict) {
            return dict;
        }
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    @TruffleBoundary
    boolean isHashEntryReadable(Object key) {
        return value instanceof PyDict dict && context.run(ts -> dict.contains(ts, Conversion.toPython(key)));
    }

    @ExportMessage
    @TruffleBoundary
    Object readHashValue(Object key) throws UnsupportedMessageException, UnknownKeyException {
        PyDict dict = dict();
        Object found = give(ts -> dict.get(ts, Conversion.toPython(key)));
        if (found == null) {
            throw UnknownKeyException.create(key);
        }
        return found;
    }

    @ExportMessage
    boolean isHashEntryModifiable(Object key) {
        return isHashEntryReadable(key);
    }

    @ExportMessage
    boolean isHashEntryInsertable(Object key) {
        return value instanceof PyDict && !isHashEntryReadable(key);
    }

    @ExportMessage
    @TruffleBoundary
    void writeHashEntry(Object key, Object given) throws UnsupportedMessageException {
        PyDict dict = dict();
        context.run(ts -> {
            Subscripts.set(ts, dict, Conversion.toPython(key), Conversion.toPython(given));
            return null;
        });
    }

    @ExportMessage
    boolean isHashEntryRemovable(Object key) {
        return isHashEntryReadable(key);
    }

    @ExportMessage
    @TruffleBoundary
    void removeHashEntry(Object key) throws UnsupportedMessageException, UnknownKeyException {
        PyDict dict = dict();
        boolean removed = context.run(ts -> {
            PyObject pythonKey = Conversion.toPython(key);
            boolean known = dict.contains(ts, pythonKey);
            if (known) {
                Subscripts.delete(ts, dict, pythonKey);
            }
            return known;
        });
        if (!removed) {
            throw UnknownKeyException.create(key);
        }
    }

    @ExportMessage
    @TruffleBoundary
    Object getHashEntriesIterator() throws UnsupportedMessageException {
        PyDict dict = dict();
        return give(ts -> Iteration.iter(ts, Calls.callMethod(ts, dict, "items")));
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasIterator() {
        return context.run(ts -> Iteration.iterOrNull(ts, value) != null);
    }

    @ExportMessage
    @TruffleBoundary
    Object getIterator() throws UnsupportedMessageException {
        Object made = give(ts -> Iteration.iterOrNull(ts, value));
        if (made == null) {
            throw UnsupportedMessageException.create();
        }
        return made;
    }

    @ExportMessage
    boolean isIterator() {
        return Iteration.isIterator(value);
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasIteratorNextElement() throws UnsupportedMessageException {
        if (!isIterator()) {
            throw UnsupportedMessageException.create();
        }
        return context.run(ts -> {
            if (ahead == null) {
                ahead = Iteration.next(ts, value);
                Refs.xincRef(ahead);
            }
            return ahead != null;
        });
    }

    @ExportMessage
    @TruffleBoundary
    Object getIteratorNextElement() throws UnsupportedMessageException, StopIterationException {
        if (!hasIteratorNextElement()) {
            throw StopIterationException.create();
        }
        return give(ts -> {
            PyObject next = ahead;
            ahead = null;
            Refs.release(next);
            return next;
        });
    }
}
