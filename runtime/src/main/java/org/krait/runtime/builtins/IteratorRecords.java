package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyBytesIterator;
import org.krait.objects.PyDict;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyFrame;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyListIterator;
import org.krait.objects.PyListReverseIterator;
import org.krait.objects.PyLongRangeIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyRangeIterator;
import org.krait.objects.PySequenceIterator;
import org.krait.objects.PySet;
import org.krait.objects.PySetIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStrIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleIterator;
import org.krait.objects.Refs;
import org.krait.objects.code.CodeBounds;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Ops;
import org.krait.runtime.Generators;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;

/** The heap records of generators and of iterators over builtin containers: where they stand. */
final class IteratorRecords {
    private static final int LIST_ITERATOR = HeapKinds.ITERATORS;
    private static final int LIST_REVERSE_ITERATOR = HeapKinds.ITERATORS + 1;
    private static final int TUPLE_ITERATOR = HeapKinds.ITERATORS + 2;
    private static final int STR_ITERATOR = HeapKinds.ITERATORS + 3;
    private static final int BYTES_ITERATOR = HeapKinds.ITERATORS + 4;
    private static final int SEQUENCE_ITERATOR = HeapKinds.ITERATORS + 5;
    private static final int RANGE_ITERATOR = HeapKinds.ITERATORS + 6;
    private static final int LONG_RANGE_ITERATOR = HeapKinds.ITERATORS + 7;
    private static final int DICT_ITERATOR = HeapKinds.ITERATORS + 8;
    private static final int SET_ITERATOR = HeapKinds.ITERATORS + 9;
    private static final int GENERATOR = HeapKinds.ITERATORS + 10;

    /** In the place of the position in the code: not begun, ended. */
    private static final int NOT_STARTED = -1;
    private static final int FINISHED = -2;
    /** The references of a generator before its registers. */
    private static final int FIRST_REGISTER = 6;

    private IteratorRecords() {}

    /** Whether these records hold objects of this class; whoever goes on with one changes it without a word. */
    static boolean has(PyObject o) {
        return o instanceof PyIterator && o.getClass().getPackage() == PyIterator.class.getPackage()
                || o instanceof PyGenerator;
    }

    /** Writes the record of an object; false when its class is none of these. */
    static boolean write(PyObject o, HeapSink sink) {
        if (o instanceof PyGenerator g) {
            generator(g, sink);
        } else if (o instanceof PyListIterator i) {
            at(i.list, i.index, LIST_ITERATOR, sink);
        } else if (o instanceof PyListReverseIterator i) {
            at(i.list, i.index, LIST_REVERSE_ITERATOR, sink);
        } else if (o instanceof PyTupleIterator i) {
            at(i.tuple, i.index, TUPLE_ITERATOR, sink);
        } else if (o instanceof PyStrIterator i) {
            sink.number(i.type == PyStrIterator.ASCII_TYPE ? 1 : 0);
            at(i.text, i.index, STR_ITERATOR, sink);
        } else if (o instanceof PyBytesIterator i) {
            sink.number(i.type == PyBytesIterator.TYPE ? 1 : 0);
            at(i.bytes, i.index, BYTES_ITERATOR, sink);
        } else if (o instanceof PySequenceIterator i) {
            at(i.sequence, i.index, SEQUENCE_ITERATOR, sink);
        } else if (o instanceof PyRangeIterator i) {
            sink.number(i.start);
            sink.number(i.step);
            sink.number(i.left);
            sink.end(RANGE_ITERATOR, null);
        } else if (o instanceof PyLongRangeIterator i) {
            sink.ref(PyInt.of(i.start));
            sink.ref(PyInt.of(i.step));
            sink.ref(PyInt.of(i.left));
            sink.end(LONG_RANGE_ITERATOR, null);
        } else {
            return hashed(o, sink);
        }
        return true;
    }

    private static void at(PyObject container, long index, int kind, HeapSink sink) {
        sink.ref(container);
        sink.number(index);
        sink.end(kind, null);
    }

    private static boolean hashed(PyObject o, HeapSink sink) {
        if (o instanceof PyDictIterator i) {
            sink.ref(i.dict);
            sink.number(i.kind);
            sink.number(i.reversed ? 1 : 0);
            sink.number(i.dict == null ? 0 : entriesBefore(i.dict, i.entry));
            sink.number(i.remaining);
            sink.number(i.size);
            sink.end(DICT_ITERATOR, null);
        } else if (o instanceof PySetIterator i) {
            if (i.set != null && i.entry > 0) {
                throw new HeapWriter.UnsoundException("holds an iterator in the middle of a set");
            }
            sink.ref(i.set);
            sink.number(i.remaining);
            sink.number(i.size);
            sink.end(SET_ITERATOR, null);
        } else {
            return false;
        }
        return true;
    }

    /** A restored dict has no gaps between its entries. */
    private static int entriesBefore(PyDict dict, int entry) {
        int count = 0;
        for (int i = dict.nextEntry(0); i >= 0 && i < entry; i = dict.nextEntry(i + 1)) {
            count++;
        }
        return count;
    }

    private static void generator(PyGenerator g, HeapSink sink) {
        PyFrame frame = g.frame;
        boolean isPlain = frame == null || frame.registers != null && frame.locals == null
                && frame.trace() == null && frame.givenLocals() == null;
        if (g.type != PyGenerator.TYPE || g.running || !isPlain) {
            throw new HeapWriter.UnsoundException("holds a " + g.type.name() + " that is awaited, traced or running");
        }
        sink.ref(g.code);
        sink.ref(g.name());
        sink.ref(g.qualifiedName());
        sink.ref(g.handled);
        if (frame == null) {
            sink.number(FINISHED);
        } else {
            sink.number(g.started ? frame.pc : NOT_STARTED);
            sink.ref(frame.globals);
            sink.ref(frame.builtins);
            sink.refs(frame.registers, frame.registers.length);
        }
        sink.end(GENERATOR, null);
    }

    /** Makes the object of a record; null for a kind that is none of these. */
    static PyObject make(HeapRecord r) {
        return switch (r.kind) {
            case LIST_ITERATOR -> listIterator(r);
            case LIST_REVERSE_ITERATOR -> listReverseIterator(r);
            case TUPLE_ITERATOR -> tupleIterator(r);
            case STR_ITERATOR -> strIterator(r);
            case BYTES_ITERATOR -> bytesIterator(r);
            case SEQUENCE_ITERATOR -> sequenceIterator(r);
            case RANGE_ITERATOR -> new PyRangeIterator(r.number(0), r.number(1), r.number(2));
            case LONG_RANGE_ITERATOR -> new PyLongRangeIterator(big(r, 0), big(r, 1), big(r, 2));
            case DICT_ITERATOR -> dictIterator(r);
            case SET_ITERATOR -> setIterator(r);
            case GENERATOR -> generator(r);
            default -> null;
        };
    }

    private static PyObject listIterator(HeapRecord r) {
        PyListIterator made = new PyListIterator(list(r));
        made.index = r.number(0, 0, Integer.MAX_VALUE);
        made.list = isExhausted(r) ? null : made.list;
        return made;
    }

    private static PyObject listReverseIterator(HeapRecord r) {
        PyListReverseIterator made = new PyListReverseIterator(list(r));
        made.index = r.number(0, -1, Integer.MAX_VALUE);
        made.list = isExhausted(r) ? null : made.list;
        return made;
    }

    /** Iterators that have come to their end let go of what they went through. */
    private static boolean isExhausted(HeapRecord r) {
        return r.optional(0) == null;
    }

    private static PyList list(HeapRecord r) {
        return isExhausted(r) ? new PyList() : r.object(0) instanceof PyList list ? list : r.wrong(0, "list");
    }

    private static PyObject tupleIterator(HeapRecord r) {
        PyTupleIterator made = new PyTupleIterator(isExhausted(r) ? PyTuple.EMPTY : r.tuple(0));
        made.index = r.number(0, 0, Integer.MAX_VALUE);
        made.tuple = isExhausted(r) ? null : made.tuple;
        return made;
    }

    private static PyObject strIterator(HeapRecord r) {
        return new PyStrIterator(isExhausted(r) ? null : r.str(0), r.number(0) != 0,
                r.number(1, 0, Integer.MAX_VALUE));
    }

    private static PyObject bytesIterator(HeapRecord r) {
        PyObject bytes = r.optional(0);
        boolean isOfBytes = r.number(0) != 0;
        if (bytes != null && !(isOfBytes ? bytes instanceof PyBytes : bytes instanceof PyByteArray)) {
            return r.wrong(0, "object of bytes");
        }
        PyBytesIterator made = isOfBytes ? new PyBytesIterator(PyBytes.EMPTY)
                : new PyBytesIterator(new PyByteArray(PyByteArray.TYPE));
        made.bytes = bytes;
        made.index = r.number(1, 0, Integer.MAX_VALUE);
        Refs.xincRef(bytes);
        return made;
    }

    private static PyObject sequenceIterator(HeapRecord r) {
        PySequenceIterator made = new PySequenceIterator(isExhausted(r) ? PySingleton.NONE : r.object(0));
        made.index = r.number(0);
        made.sequence = r.optional(0);
        return made;
    }

    private static BigInteger big(HeapRecord r, int index) {
        return r.object(index) instanceof PyInt i ? i.toBigInteger() : r.wrong(index, "int");
    }

    private static PyObject dictIterator(HeapRecord r) {
        return new PyDictIterator(r.optionalDict(0), r.number(0, PyDictIterator.KEYS, PyDictIterator.ITEMS),
                r.number(1) != 0, r.number(2, 0, Integer.MAX_VALUE), r.number(3, 0, Integer.MAX_VALUE),
                r.number(4, -1, Integer.MAX_VALUE));
    }

    private static PyObject setIterator(HeapRecord r) {
        if (!isExhausted(r) && !(r.object(0) instanceof PySet)) {
            return r.wrong(0, "set");
        }
        return new PySetIterator((PySet) r.optional(0), r.number(0, 0, Integer.MAX_VALUE),
                r.number(1, -1, Integer.MAX_VALUE));
    }

    private static PyObject generator(HeapRecord r) {
        CodeObject code = r.object(0) instanceof CodeObject c ? c : r.wrong(0, "code object");
        if ((code.flags & CodeObject.GENERATOR) == 0) {
            return r.wrong(0, "code object of a generator");
        }
        int pc = r.number(0, FINISHED, Integer.MAX_VALUE);
        boolean isFinished = pc == FINISHED;
        PyFrame frame = isFinished ? new PyFrame(code, new PyDict(), new PyDict(), null)
                : new PyFrame(code, r.dict(4), r.dict(5), null);
        if (pc >= 0 && !isSuspension(code, pc)) {
            return r.wrong(0, "code object that is suspended at " + pc);
        }
        frame.keepNamespaces();
        PyGenerator made = new PyGenerator(PyGenerator.TYPE, frame, r.str(1), r.str(2));
        made.started = pc >= 0;
        frame.pc = Math.max(pc, 0);
        if (isFinished) {
            Generators.abandon(made);
        }
        return made;
    }

    private static boolean isSuspension(CodeObject code, int pc) {
        return CodeBounds.isInstruction(code, pc)
                && (code.code[pc] == Ops.YIELD || code.code[pc] == Ops.YIELD_DELEGATED);
    }

    /** Completes a generator that {@link #make} made. */
    static void fill(PyObject made, HeapRecord r) {
        if (made instanceof PyGenerator g && g.frame != null) {
            PyObject[] registers = g.frame.registers;
            if (r.refs() != FIRST_REGISTER + registers.length) {
                r.wrong(0, "code object of as many registers");
            }
            for (int i = 0; i < registers.length; i++) {
                registers[i] = r.optional(FIRST_REGISTER + i);
                Refs.xincRef(registers[i]);
            }
            g.handled = r.optional(3) == null || r.object(3) instanceof PyBaseException
                    ? (PyBaseException) r.optional(3) : r.wrong(3, "exception");
        }
    }

    /** A number that changes when somebody goes on with an iterator or a generator. */
    static long position(PyObject o) {
        if (o instanceof PyGenerator g) {
            return g.frame == null ? FINISHED : g.started ? state(g.frame) : NOT_STARTED;
        }
        return o instanceof PyListIterator i ? i.index
                : o instanceof PyListReverseIterator i ? i.index
                : o instanceof PyTupleIterator i ? i.index
                : o instanceof PyStrIterator i ? i.index
                : o instanceof PyBytesIterator i ? i.index
                : o instanceof PySequenceIterator i ? i.index
                : o instanceof PyRangeIterator i ? i.left
                : o instanceof PyLongRangeIterator i ? i.left.longValue()
                : o instanceof PyDictIterator i ? i.remaining
                : o instanceof PySetIterator i ? i.remaining : 0;
    }

    /** In a loop a generator comes to the same instruction again, with other values. */
    private static long state(PyFrame frame) {
        long state = frame.pc;
        PyObject[] registers = frame.registers;
        for (int i = 0; registers != null && i < registers.length; i++) {
            state = state * 31 + System.identityHashCode(registers[i]);
        }
        return state;
    }
}
