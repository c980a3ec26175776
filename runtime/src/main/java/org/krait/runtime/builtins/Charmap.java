package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codec charmap: single bytes by a table. */
final class Charmap {
    private static final String UNDEFINED = "character maps to <undefined>";

    private Charmap() {}

    static PyStr decode(ThreadState ts, byte[] bytes, String errors, PyObject mapping) {
        DecodeErrors handler = new DecodeErrors(ts, "charmap", errors, bytes);
        PyStrBuilder out = new PyStrBuilder(bytes.length);
        for (int i = 0; i < handler.input.length; ) {
            int c = handler.input[i] & 0xff;
            if (mapping instanceof PyStr table) {
                int mapped = c < table.length() ? table.at(c) : 0xfffe;
                if (mapped == 0xfffe) {
                    i = handler.handle(out, i, i + 1, UNDEFINED);
                } else {
                    out.append(mapped);
                    i++;
                }
                continue;
            }
            PyObject by = lookUp(ts, mapping, c);
            if (by == PySingleton.NONE) {
                i = handler.handle(out, i, i + 1, UNDEFINED);
            } else if (by instanceof PyInt number) {
                if (number.big() != null || number.value < 0 || number.value > 0x10ffff) {
                    throw Errors.typeError("character mapping must be in range(0x110000)");
                }
                if (number.value == 0xfffe) {
                    i = handler.handle(out, i, i + 1, UNDEFINED);
                } else {
                    out.append((int) number.value);
                    i++;
                }
            } else if (by instanceof PyStr text) {
                if (text.length() == 1 && text.at(0) == 0xfffe) {
                    i = handler.handle(out, i, i + 1, UNDEFINED);
                } else {
                    out.append(text);
                    i++;
                }
            } else {
                throw Errors.typeError("character mapping must return integer, None or str");
            }
        }
        return out.toPyStr();
    }

    private static PyObject lookUp(ThreadState ts, PyObject mapping, int c) {
        try {
            return mapping.type.slots().getItem(ts, mapping, PyInt.of(c));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.LOOKUP_ERROR)) {
                e.swallow();
                return PySingleton.NONE;
            }
            throw e;
        }
    }

    static PyBytes encode(ThreadState ts, PyStr s, String errors, PyObject mapping) {
        ByteSink sink = new ByteSink(s.length());
        EncodeErrors handler = new EncodeErrors(ts, "charmap", errors, s);
        int n = s.length();
        for (int i = 0; i < n; ) {
            if (put(ts, sink, mapping, s.at(i))) {
                i++;
                continue;
            }
            int start = i;
            int end = i + 1;
            while (end < n && !has(ts, mapping, s.at(end))) {
                end++;
            }
            i = handler.handle(start, end, UNDEFINED);
            if (handler.replacement == null) {
                sink.addAll(handler.bytes);
            } else {
                for (int j = 0; j < handler.replacement.length(); j++) {
                    if (!put(ts, sink, mapping, handler.replacement.at(j))) {
                        throw handler.error(start, end, UNDEFINED);
                    }
                }
            }
        }
        return sink.toPyBytes();
    }

    private static boolean has(ThreadState ts, PyObject mapping, int c) {
        return put(ts, new ByteSink(1), mapping, c);
    }

    private static boolean put(ThreadState ts, ByteSink sink, PyObject mapping, int c) {
        PyObject by = mapping.getClass() == PyDict.class && mapping.type == PyDict.TYPE
                ? ((PyDict) mapping).get(ts, PyInt.of(c))
                : lookUp(ts, mapping, c);
        if (by == null || by == PySingleton.NONE) {
            return false;
        }
        if (by instanceof PyInt number) {
            if (number.big() != null || number.value < 0 || number.value > 255) {
                throw Errors.typeError("character mapping must be in range(256)");
            }
            sink.add((int) number.value);
        } else if (by instanceof PyBytes b) {
            sink.addAll(b.value);
        } else {
            throw Errors.typeError("character mapping must return integer, bytes or None, not " + by.type.name());
        }
        return true;
    }

    /** The table for encoding that belongs to a decoding table: a dict. */
    static PyDict build(ThreadState ts, PyStr decoding) {
        PyDict table = new PyDict();
        for (int i = 0; i < Math.min(decoding.length(), 256); i++) {
            if (decoding.at(i) != 0xfffe) {
                table.put(ts, PyInt.of(decoding.at(i)), PyInt.of(i));
            }
        }
        return table;
    }
}
