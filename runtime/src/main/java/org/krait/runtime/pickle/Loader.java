package org.krait.runtime.pickle;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.builtins.Codecs;
import org.krait.runtime.builtins.Utf8;
import org.krait.runtime.imports.Imports;

/** Runs the opcodes of a pickle: one for each {@code load}. */
final class Loader {
    private final ThreadState ts;
    private final PyUnpickler unpickler;
    private final PickleInput in;
    private final LoadStack stack = new LoadStack();
    private final Building building;
    /** Null for none. */
    private PyObject persistentLoad;

    Loader(ThreadState ts, PyUnpickler unpickler) {
        this.ts = ts;
        this.unpickler = unpickler;
        this.in = unpickler.input;
        this.building = new Building(ts, unpickler, stack);
    }

    PyObject load() {
        if (!unpickler.type.isHeapType()) {
            persistentLoad = unpickler.persistentLoad;
            return read();
        }
        // The bound method must not take the unpickler with it when it goes.
        Refs.incRef(unpickler);
        try {
            persistentLoad = Attributes.lookup(ts, unpickler, "persistent_load");
            return read();
        } finally {
            Refs.xdrop(persistentLoad);
            Refs.release(unpickler);
        }
    }

    private PyObject read() {
        unpickler.protocol = 0;
        try {
            while (true) {
                int op = in.next(ts);
                if (op < 0) {
                    throw Errors.of(ExceptionTypes.EOF_ERROR, "Ran out of input");
                }
                if (op == Ops.STOP) {
                    break;
                }
                run(op);
            }
            PyObject result = stack.pop();
            in.skipConsumed(ts);
            return result;
        } finally {
            while (stack.size() > 0) {
                stack.cut(stack.fence());
                if (stack.size() > 0) {
                    stack.takeMark();
                }
            }
        }
    }

    private void run(int op) {
        switch (op) {
            case Ops.MARK -> stack.mark();
            case Ops.POP -> pop();
            case Ops.POP_MARK -> stack.cut(stack.takeMark());
            case Ops.DUP -> stack.push(stack.top());
            case Ops.NONE -> stack.push(PySingleton.NONE);
            case Ops.NEWTRUE -> stack.push(PyBool.TRUE);
            case Ops.NEWFALSE -> stack.push(PyBool.FALSE);
            case Ops.INT -> loadInt();
            case Ops.BININT -> stack.push(PyInt.of((int) number(4)));
            case Ops.BININT1 -> stack.push(PyInt.of(number(1)));
            case Ops.BININT2 -> stack.push(PyInt.of(number(2)));
            case Ops.LONG -> loadLong();
            case Ops.LONG1 -> loadBytesAsInt(number(1));
            case Ops.LONG4 -> loadBytesAsInt((int) number(4));
            case Ops.FLOAT -> loadFloat();
            case Ops.BINFLOAT -> stack.push(new PyFloat(Double.longBitsToDouble(Long.reverseBytes(number(8)))));
            case Ops.SHORT_BINBYTES -> loadBytes(number(1), "BINBYTES");
            case Ops.BINBYTES -> loadBytes(number(4), "BINBYTES");
            case Ops.BINBYTES8 -> loadBytes(number(8), "BINBYTES");
            case Ops.BYTEARRAY8 -> {
                int size = size(number(8), "BYTEARRAY8");
                stack.push(new PyByteArray(bytes(size)));
            }
            case Ops.STRING -> loadString();
            case Ops.SHORT_BINSTRING -> stack.push(decoded(bytes((int) number(1))));
            case Ops.BINSTRING -> loadBinString();
            case Ops.UNICODE -> stack.push(
                    Codecs.decode(ts, new PyBytes(in.lineBytes(ts, 0)), "raw-unicode-escape", null));
            case Ops.SHORT_BINUNICODE -> loadUnicode(number(1));
            case Ops.BINUNICODE -> loadUnicode(number(4));
            case Ops.BINUNICODE8 -> loadUnicode(number(8));
            case Ops.EMPTY_TUPLE -> stack.push(PyTuple.EMPTY);
            case Ops.TUPLE1 -> loadTuple(1);
            case Ops.TUPLE2 -> loadTuple(2);
            case Ops.TUPLE3 -> loadTuple(3);
            case Ops.TUPLE -> stack.push(stack.tuple(stack.takeMark()));
            case Ops.EMPTY_LIST -> stack.push(new PyList());
            case Ops.EMPTY_DICT -> stack.push(new PyDict());
            case Ops.EMPTY_SET -> stack.push(new PySet());
            case Ops.LIST -> {
                PyTuple items = stack.tuple(stack.takeMark());
                stack.push(PyList.of(items.items.clone()));
                Refs.drop(items);
            }
            case Ops.DICT -> building.dict(stack.takeMark());
            case Ops.FROZENSET -> building.frozenSet(stack.takeMark());
            case Ops.APPEND -> building.append(stack.size() - 1);
            case Ops.APPENDS -> building.append(stack.takeMark());
            case Ops.ADDITEMS -> building.add(stack.takeMark());
            case Ops.SETITEM -> building.setItems(stack.size() - 2);
            case Ops.SETITEMS -> building.setItems(stack.takeMark());
            case Ops.BUILD -> building.build();
            case Ops.GLOBAL -> stack.push(building.find(name(), name()));
            case Ops.STACK_GLOBAL -> loadStackGlobal();
            case Ops.REDUCE -> building.reduce();
            case Ops.NEWOBJ -> building.newObject(false);
            case Ops.NEWOBJ_EX -> building.newObject(true);
            case Ops.INST -> loadInst();
            case Ops.OBJ -> loadObj();
            case Ops.EXT1 -> loadExtension(number(1));
            case Ops.EXT2 -> loadExtension(number(2));
            case Ops.EXT4 -> loadExtension((int) number(4));
            case Ops.GET -> loadGet(decimal());
            case Ops.BINGET -> loadGet(number(1));
            case Ops.LONG_BINGET -> loadGet(number(4));
            case Ops.PUT -> loadPut();
            case Ops.BINPUT -> unpickler.memoize(number(1), stack.top());
            case Ops.LONG_BINPUT -> unpickler.memoize(number(4), stack.top());
            case Ops.MEMOIZE -> unpickler.memoize(unpickler.memoCount(), stack.top());
            case Ops.PERSID -> loadPersistent(false);
            case Ops.BINPERSID -> loadPersistent(true);
            case Ops.PROTO -> {
                int protocol = (int) number(1);
                if (protocol > Ops.HIGHEST_PROTOCOL) {
                    throw Errors.valueError("unsupported pickle protocol: " + protocol);
                }
                unpickler.protocol = protocol;
            }
            case Ops.FRAME -> {
                long length = number(8);
                if (length < 0) {
                    throw Errors.overflowError("FRAME length exceeds system's maximum of " + Long.MAX_VALUE
                            + " bytes");
                }
                in.take(ts, length);
                in.untake((int) length);
            }
            case Ops.NEXT_BUFFER -> loadNextBuffer();
            case Ops.READONLY_BUFFER -> loadReadOnlyBuffer();
            default -> throw PickleTypes.unpicklingError("invalid load key, '"
                    + (op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\'
                            ? String.valueOf((char) op)
                            : "\\x" + (op < 16 ? "0" : "") + Integer.toHexString(op))
                    + "'.");
        }
    }

    private void pop() {
        if (stack.size() == stack.fence() && stack.isMarked()) {
            // The mark itself is what is on top.
            stack.takeMark();
        } else {
            Refs.drop(stack.pop());
        }
    }

    /** A little-endian number without sign; 8 bytes keep their sign. */
    private long number(int width) {
        int at = in.take(ts, width);
        byte[] bytes = in.array();
        long n = 0;
        for (int i = width - 1; i >= 0; i--) {
            n = n << 8 | bytes[at + i] & 0xff;
        }
        return n;
    }

    private byte[] bytes(int count) {
        int at = in.take(ts, count);
        return java.util.Arrays.copyOfRange(in.array(), at, at + count);
    }

    private int size(long size, String what) {
        if (size < 0) {
            throw Errors.overflowError(what + " exceeds system's maximum size of " + Long.MAX_VALUE + " bytes");
        }
        // More than an array holds is more than there is.
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    private void loadBytes(long length, String what) {
        stack.push(new PyBytes(bytes(size(length, what))));
    }

    private PyStr utf8(byte[] bytes) {
        return Utf8.decode(ts, bytes, 0, bytes.length, "strict");
    }

    /** A line with a name. */
    private PyStr name() {
        return utf8(in.lineBytes(ts, 1));
    }

    private void loadUnicode(long length) {
        int count = size(length, "BINUNICODE");
        int at = in.take(ts, count);
        stack.push(Utf8.decode(ts, in.array(), at, count, "surrogatepass"));
    }

    private void loadInt() {
        String line = in.line(ts, 1);
        if (line.equals("00") || line.equals("01")) {
            stack.push(PyBool.of(line.equals("01")));
            return;
        }
        try {
            stack.push(PyInt.of(new BigInteger(line.strip().startsWith("+") ? line.strip().substring(1)
                    : line.strip())));
        } catch (NumberFormatException e) {
            throw Errors.valueError("could not convert string to int");
        }
    }

    /** {@code int(text)} with the line end that CPython leaves in the message. */
    private PyObject parsed(String text) {
        return Calls.call(ts, PyInt.TYPE, PyStr.of(text));
    }

    private void loadLong() {
        String line = in.line(ts, 1);
        stack.push(parsed(line.endsWith("L") ? line.substring(0, line.length() - 1) : line + "\n"));
    }

    private void loadBytesAsInt(long count) {
        if (count < 0) {
            throw PickleTypes.unpicklingError("LONG pickle has negative byte count");
        }
        byte[] little = bytes((int) count);
        byte[] big = new byte[little.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        stack.push(big.length == 0 ? PyInt.ZERO : PyInt.of(new BigInteger(big)));
    }

    private void loadFloat() {
        String line = in.line(ts, 1);
        PyStr text = PyStr.of(line);
        try {
            stack.push(Calls.call(ts, PyFloat.TYPE, text));
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.VALUE_ERROR)) {
                throw e;
            }
            e.swallow();
            throw Errors.valueError("could not convert string to float: '" + line + "\n'");
        }
    }

    private void loadString() {
        String line = in.line(ts, 0);
        int length = line.length();
        if (length < 2 || line.charAt(0) != line.charAt(length - 1)
                || line.charAt(0) != '\'' && line.charAt(0) != '"') {
            throw PickleTypes.unpicklingError("the STRING opcode argument must be quoted");
        }
        byte[] inside = line.substring(1, length - 1).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        PyObject escaped = Calls.callMethod(ts, Imports.importModule(ts, "_codecs"), "escape_decode",
                new PyBytes(inside));
        stack.push(decoded(((PyBytes) ((PyTuple) escaped).item(0)).value));
    }

    private void loadBinString() {
        stack.push(decoded(bytes(size(number(4), "BINSTRING"))));
    }

    /** An 8-bit string of Python 2. */
    private PyObject decoded(byte[] bytes) {
        PyBytes all = new PyBytes(bytes);
        return unpickler.encoding.equals("bytes")
                ? all
                : Codecs.decode(ts, all, unpickler.encoding, unpickler.errors);
    }

    private void loadTuple(int count) {
        if (stack.size() - count < stack.fence()) {
            throw stack.underflow();
        }
        stack.push(stack.tuple(stack.size() - count));
    }

    private void loadStackGlobal() {
        PyObject name = stack.pop();
        PyObject module = stack.pop();
        if (!(name instanceof PyStr) || !(module instanceof PyStr)) {
            throw PickleTypes.unpicklingError("STACK_GLOBAL requires str");
        }
        stack.push(building.find(module, name));
    }

    private void loadInst() {
        int mark = stack.takeMark();
        PyObject cls = building.find(name(), name());
        stack.push(building.instance(cls, stack.tuple(mark)));
    }

    private void loadObj() {
        int mark = stack.takeMark();
        if (stack.size() - mark < 1) {
            throw stack.underflow();
        }
        PyTuple args = stack.tuple(mark + 1);
        PyObject cls = stack.pop();
        stack.push(building.instance(cls, args));
    }

    private void loadExtension(long code) {
        if (code <= 0) {
            throw PickleTypes.unpicklingError("EXT specifies code <= 0");
        }
        PyObject copyreg = Imports.importModule(ts, "copyreg");
        PyDict cache = (PyDict) Attributes.get(ts, copyreg, "_extension_cache");
        PyObject found = cache.get(ts, PyInt.of(code));
        if (found == null) {
            PyObject pair = ((PyDict) Attributes.get(ts, copyreg, "_inverted_registry")).get(ts, PyInt.of(code));
            if (pair == null) {
                throw Errors.valueError("unregistered extension code " + code);
            }
            if (!(pair instanceof PyTuple names) || names.size() != 2 || !(names.item(0) instanceof PyStr)
                    || !(names.item(1) instanceof PyStr)) {
                throw Errors.valueError("_inverted_registry[" + code + "] isn't a 2-tuple of strings");
            }
            found = building.find(names.item(0), names.item(1));
            cache.put(ts, PyInt.of(code), found);
        }
        stack.push(found);
    }

    private long decimal() {
        PyObject n = parsed(in.line(ts, 1) + "\n");
        return n instanceof PyInt i && i.fitsLong() ? i.value : -1;
    }

    private void loadGet(long index) {
        PyObject o = unpickler.memo(index);
        if (o == null) {
            throw PickleTypes.unpicklingError("Memo value not found at index " + index);
        }
        stack.push(o);
    }

    private void loadPut() {
        String line = in.line(ts, 1);
        PyObject top = stack.top();
        PyInt index = (PyInt) parsed(line + "\n");
        if (index.signum() < 0) {
            throw Errors.valueError("negative PUT argument");
        }
        unpickler.memoize(org.krait.objects.Arguments.toLong(ts, index), top);
    }

    private void loadPersistent(boolean onStack) {
        if (persistentLoad == null) {
            throw PickleTypes.unpicklingError("A load persistent id instruction was encountered, but no "
                    + "persistent_load function was specified.");
        }
        PyObject id;
        if (onStack) {
            id = stack.pop();
        } else {
            PyStr text = PyStr.of(in.line(ts, 0));
            if (!text.isAscii()) {
                throw PickleTypes.unpicklingError("persistent IDs in protocol 0 must be ASCII strings");
            }
            id = text;
        }
        stack.push(Calls.call(ts, persistentLoad, id));
    }

    private void loadNextBuffer() {
        if (unpickler.buffers == null) {
            throw PickleTypes.unpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was "
                    + "given");
        }
        PyObject buffer = Iteration.next(ts, unpickler.buffers);
        if (buffer == null) {
            throw PickleTypes.unpicklingError("not enough out-of-band buffers");
        }
        stack.push(buffer);
    }

    private void loadReadOnlyBuffer() {
        PyObject view = Calls.call(ts, PyMemoryView.TYPE, stack.top());
        if (Attributes.get(ts, view, "readonly") != PyBool.TRUE) {
            Refs.drop(stack.pop());
            stack.push(Calls.callMethod(ts, view, "toreadonly"));
        }
        Refs.drop(view);
    }
}
