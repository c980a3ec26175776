package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** An incremental encoder or decoder, stream reader or writer of {@code _multibytecodec}. */
public final class PyMultibyteStream extends PyInstance {
    public static final PyType ENCODER_TYPE = type("MultibyteIncrementalEncoder", new MultibyteEncoderMethodsTable());
    public static final PyType DECODER_TYPE = type("MultibyteIncrementalDecoder", new MultibyteDecoderMethodsTable());
    public static final PyType READER_TYPE = type("MultibyteStreamReader", new MultibyteReaderMethodsTable());
    public static final PyType WRITER_TYPE = type("MultibyteStreamWriter", new MultibyteWriterMethodsTable());

    final PyMultibyteCodec codec;
    /** The file of a reader or writer; null for others. Counted. */
    final PyObject stream;
    String errors;
    /** Bytes of an incomplete sequence. */
    byte[] pending = {};

    PyMultibyteStream(PyType type, PyMultibyteCodec codec, PyObject stream, String errors) {
        super(type);
        this.codec = codec;
        this.stream = stream;
        this.errors = errors;
        Refs.incRef(codec);
        Refs.xincRef(stream);
    }

    private static PyType type(String name, org.krait.objects.Slots table) {
        return PyType.builtin("_multibytecodec." + name, PyType.OBJECT, PyType.BASE, table);
    }

    /** Makes one with the codec that the class names. */
    static PyMultibyteStream make(ThreadState ts, PyType cls, PyObject stream, PyObject errors) {
        PyObject codec = Protocol.getAttribute(ts, cls, PyStr.interned("codec"));
        if (!(codec instanceof PyMultibyteCodec c)) {
            throw Errors.typeError("codec is unexpected type");
        }
        return new PyMultibyteStream(cls, c, stream, MultibyteCodecMethods.errors(errors));
    }

    /** Decodes more bytes; what is incomplete waits. */
    PyStr decode(ThreadState ts, byte[] bytes, boolean isFinal) {
        byte[] all = bytes;
        if (pending.length > 0) {
            ByteSink sink = new ByteSink(pending.length + bytes.length);
            sink.addAll(pending);
            sink.addAll(bytes);
            all = sink.toByteArray();
        }
        int[] consumed = new int[1];
        PyStr text = codec.decode(ts, all, errors, isFinal, consumed);
        pending = java.util.Arrays.copyOfRange(all, consumed[0], all.length);
        return text;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(codec);
        Refs.xdecRef(stream);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(codec);
        if (stream != null) {
            visitor.visit(stream);
        }
    }
}
