package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.io.ClosedStreams;
import org.krait.runtime.threads.PyLocal;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;

/** The heap records of what native modules of the standard library lend to its Python modules. */
final class LibraryRecords {
    private static final int JSON_SCANNER = HeapKinds.LIBRARY;
    private static final int JSON_ENCODER = HeapKinds.LIBRARY + 1;
    private static final int CSV_DIALECT = HeapKinds.LIBRARY + 2;
    private static final int LOCAL = HeapKinds.LIBRARY + 3;
    private static final int STRUCT = HeapKinds.LIBRARY + 4;
    private static final int CONTEXT_VARIABLE = HeapKinds.LIBRARY + 5;

    private static final int MULTIBYTE_CODEC = HeapKinds.LIBRARY + 6;

    private LibraryRecords() {}

    /** Writes the record of an object; false when its class is none of these. */
    static boolean write(ThreadState ts, PyObject o, HeapSink sink) {
        if (o instanceof PyJsonScanner s) {
            sink.ref(s.type);
            PyObject[] all = s.all();
            sink.refs(all, all.length);
            sink.number(s.strict ? 1 : 0);
            sink.end(JSON_SCANNER, o);
        } else if (o instanceof PyJsonEncoder e) {
            sink.ref(e.type);
            sink.ref(e.keySeparator);
            sink.ref(e.itemSeparator);
            sink.ref(e.markers);
            sink.ref(e.defaultFunction);
            sink.ref(e.encoder);
            sink.ref(e.indent);
            sink.number(e.sortKeys ? 1 : 0);
            sink.number(e.skipKeys ? 1 : 0);
            sink.number(e.allowNan ? 1 : 0);
            sink.end(JSON_ENCODER, o);
        } else if (o instanceof PyCsvDialect d) {
            dialect(d, sink);
        } else if (o instanceof PyLocal local) {
            if (!local.isOnlyOf(ts)) {
                throw new HeapWriter.UnsoundException("holds what other threads have for themselves: an object of type "
                        + o.type.name());
            }
            sink.ref(local.type);
            sink.ref(local.namespace(ts));
            sink.ref(local.keywords() == null ? PyTuple.EMPTY : PyTuple.of(local.keywords().clone()));
            sink.refs(local.args(), local.args().length);
            sink.end(LOCAL, null);
        } else if (o instanceof PyStruct s) {
            sink.ref(s.type);
            sink.ref(s.text);
            sink.end(STRUCT, o);
        } else if (o instanceof PyMultibyteCodec codec) {
            sink.text(codec.name());
            sink.end(MULTIBYTE_CODEC, null);
        } else if (o instanceof PyContextVar v) {
            if (v.value(ts) != null) {
                throw new HeapWriter.UnsoundException("sets a value of the context variable " + v.name);
            }
            sink.ref(v.name);
            sink.ref(v.fallback);
            sink.end(CONTEXT_VARIABLE, null);
        } else {
            return ClosedStreams.write(o, sink);
        }
        return true;
    }

    private static void dialect(PyCsvDialect d, HeapSink sink) {
        sink.ref(d.type);
        sink.ref(d.lineTerminator);
        sink.number(d.delimiter);
        sink.number(d.quoteChar);
        sink.number(d.escapeChar);
        sink.number(d.quoting);
        sink.number(d.doubleQuote ? 1 : 0);
        sink.number(d.skipInitialSpace ? 1 : 0);
        sink.number(d.strict ? 1 : 0);
        sink.end(CSV_DIALECT, d);
    }

    /** Makes the object of a record; null for a kind that is none of these. */
    static PyObject make(HeapRecord r) {
        return switch (r.kind) {
            case JSON_SCANNER -> new PyJsonScanner(r.type(0), r.number(0) != 0);
            case JSON_ENCODER ->
                new PyJsonEncoder(r.type(0), r.str(1), r.str(2), r.number(0) != 0, r.number(1) != 0,
                        r.number(2) != 0);
            case CSV_DIALECT -> dialect(r);
            case LOCAL -> local(r);
            case STRUCT -> struct(r);
            case CONTEXT_VARIABLE -> new PyContextVar(r.str(0), r.optional(1));
            case MULTIBYTE_CODEC -> multibyteCodec(r);
            default -> ClosedStreams.make(r);
        };
    }

    private static PyLocal local(HeapRecord r) {
        PyObject[] names = r.tuple(2).items;
        PyStr[] keywords = names.length == 0 ? null : new PyStr[names.length];
        for (int i = 0; i < names.length; i++) {
            keywords[i] = names[i] instanceof PyStr s ? s : r.wrong(2, "tuple of names");
        }
        PyObject[] args = r.objects(3, r.refs() - 3);
        return names.length > args.length ? r.wrong(2, "tuple of as many names") : PyLocal.restored(r.type(0), args,
                keywords);
    }

    private static PyStruct struct(HeapRecord r) {
        PyStruct made = new PyStruct(r.type(0));
        if (r.optional(1) != null) {
            made.set(r.str(1).toString());
        }
        return made;
    }

    private static PyMultibyteCodec multibyteCodec(HeapRecord r) {
        MultibyteCharset charset = MultibyteCharset.of(r.str(0).toString());
        return charset != null ? new PyMultibyteCodec(charset) : r.wrong(0, "name of an encoding");
    }

    private static PyCsvDialect dialect(HeapRecord r) {
        PyCsvDialect made = new PyCsvDialect(r.type(0));
        made.lineTerminator = r.str(1);
        made.delimiter = r.number(0, PyCsvDialect.NOT_SET, Character.MAX_CODE_POINT);
        made.quoteChar = r.number(1, PyCsvDialect.NOT_SET, Character.MAX_CODE_POINT);
        made.escapeChar = r.number(2, PyCsvDialect.NOT_SET, Character.MAX_CODE_POINT);
        made.quoting = r.number(3, PyCsvDialect.QUOTE_MINIMAL, PyCsvDialect.QUOTE_NOTNULL);
        made.doubleQuote = r.number(4) != 0;
        made.skipInitialSpace = r.number(5) != 0;
        made.strict = r.number(6) != 0;
        return made;
    }

    /** Completes an object that {@link #make} made. */
    static void fill(ThreadState importer, PyObject made, HeapRecord r) {
        if (made instanceof PyJsonScanner s) {
            s.with(r.object(1), r.object(2), r.object(3), r.object(4), r.object(5));
        } else if (made instanceof PyJsonEncoder e) {
            PyObject markers = r.object(3) == PySingleton.NONE ? PySingleton.NONE : r.dict(3);
            e.with(markers, r.object(4), r.object(5), r.object(6));
        } else if (made instanceof PyLocal local && r.optional(1) != null) {
            // Of the thread that imports, as it would be after the execution.
            local.adopt(importer, r.dict(1));
        } else if (!(made instanceof PyLocal)) {
            ClosedStreams.fill(made, r);
        }
    }
}
