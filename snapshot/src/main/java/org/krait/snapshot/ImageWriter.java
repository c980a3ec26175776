package org.krait.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.marshal.MarshalWriter;

/** Writes the image of one module. Equal strings and bytes become one object; others are shared by identity. */
class ImageWriter {
    final ByteSink out = new ByteSink();
    private final IdentityHashMap<PyObject, Integer> known = new IdentityHashMap<>();
    private final HashMap<String, Integer> strings = new HashMap<>();
    final ArrayList<PyObject> objects = new ArrayList<>();
    private final ArrayList<Integer> offsets = new ArrayList<>();
    /** The file name that stands for the module's own path. */
    private final PyStr ownFile;
    private int fileNumber = -1;

    /** A writer for code of one module; {@code ownFile} null when no file name is special. */
    ImageWriter(PyStr ownFile) {
        this.ownFile = ownFile;
    }

    /** The image of a module's code. */
    static CodeImage write(CodeObject code) {
        ImageWriter writer = new ImageWriter(code.filename);
        byte[] bytes = writer.finish(writer.number(code));
        IdentityHashMap<CodeObject, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < writer.objects.size(); i++) {
            if (writer.objects.get(i) instanceof CodeObject c) {
                numbers.put(c, i);
            }
        }
        return new CodeImage(bytes, numbers);
    }

    /** Writes what is numbered and all that it leads to; the result is the image. */
    final byte[] finish(int root) {
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            if (i == fileNumber) {
                out.put(Layout.FILE);
            } else {
                record(objects.get(i));
            }
        }
        int headerSize = Layout.IMAGE_HEADER.size() + 4 * objects.size();
        byte[] body = out.toByteArray();
        byte[] image = new byte[headerSize + body.length];
        Layout.OBJECTS.set(image, 0, objects.size());
        Layout.ROOT.set(image, 0, root);
        for (int i = 0; i < offsets.size(); i++) {
            ByteSink.putInt(image, Layout.IMAGE_HEADER.size() + 4 * i, headerSize + offsets.get(i));
        }
        System.arraycopy(body, 0, image, headerSize, body.length);
        return image;
    }

    /** The number of an object; a new one is written later. */
    int number(PyObject o) {
        Integer number = known.get(o);
        if (number != null) {
            return number;
        }
        String key = null;
        if (o.getClass() == PyStr.class && o instanceof PyStr s) {
            key = (s.isInterned() ? "i" : "s") + width(s) + s;
            number = strings.get(key);
            if (number != null) {
                return number;
            }
        }
        int next = single(o);
        if (key != null) {
            strings.put(key, next);
        }
        return next;
    }

    /** The number of an object that shares it with no equal one. */
    final int single(PyObject o) {
        Integer number = known.get(o);
        if (number == null) {
            number = objects.size();
            objects.add(o);
            known.put(o, number);
        }
        return number;
    }

    /** The number of a file name: one object stands for the module's own. */
    private int fileNumber(PyStr file) {
        if (ownFile == null || !file.equalTo(ownFile)) {
            return number(file);
        }
        if (fileNumber < 0) {
            fileNumber = objects.size();
            objects.add(file);
        }
        return fileNumber;
    }

    private static int width(PyStr s) {
        return s.latin1 != null ? 1 : s.ucs2 != null ? 2 : 4;
    }

    /** Writes the record of an object. */
    void record(PyObject o) {
        if (o instanceof CodeObject code) {
            code(code.load());
        } else if (o instanceof PyStr s) {
            string(s);
        } else if (o == PySingleton.NONE) {
            out.put(Layout.NONE);
        } else if (o == PySingleton.ELLIPSIS) {
            out.put(Layout.ELLIPSIS);
        } else if (o instanceof PyBool) {
            out.put(o == PyBool.TRUE ? Layout.TRUE : Layout.FALSE);
        } else if (o instanceof PyInt i) {
            integer(i);
        } else if (o instanceof PyFloat f) {
            out.put(Layout.FLOAT);
            out.putLong(Double.doubleToRawLongBits(f.value));
        } else if (o instanceof PyComplex c) {
            out.put(Layout.COMPLEX);
            out.putLong(Double.doubleToRawLongBits(c.real));
            out.putLong(Double.doubleToRawLongBits(c.imag));
        } else if (o instanceof PyBytes b) {
            out.put(Layout.BYTES);
            out.putInt(b.value.length);
            out.putAll(b.value);
        } else if (o instanceof PyTuple t) {
            out.put(Layout.TUPLE);
            numbers(t.items);
        } else if (o instanceof PySet set) {
            out.put(Layout.FROZENSET);
            numbers(MarshalWriter.inStableOrder(null, set, MarshalWriter.VERSION));
        } else {
            throw new IllegalArgumentException("a code object has a constant of type " + o.type.name());
        }
    }

    private void integer(PyInt i) {
        if (i.fitsLong()) {
            out.put(Layout.INT);
            out.putLong(i.value);
        } else {
            byte[] twosComplement = i.big().toByteArray();
            out.put(Layout.BIG_INT);
            out.putInt(twosComplement.length);
            out.putAll(twosComplement);
        }
    }

    private void string(PyStr s) {
        int width = width(s);
        boolean isLong = s.length() > Layout.MAX_SHORT;
        out.put(Layout.STR);
        out.put((byte) (width | (s.isInterned() ? Layout.INTERNED : 0) | (isLong ? Layout.LONG : 0)));
        if (isLong) {
            out.putInt(s.length());
        } else {
            out.put((byte) s.length());
        }
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            for (int shift = 0; shift < 8 * width; shift += 8) {
                out.put((byte) (c >>> shift));
            }
        }
    }

    private void numbers(PyObject[] items) {
        out.putInt(items.length);
        for (PyObject item : items) {
            out.putInt(number(item));
        }
    }

    private void code(CodeObject code) {
        out.put(Layout.CODE_OBJECT);
        byte[] fixed = new byte[Layout.CODE.size()];
        Layout.CODE_NAME.set(fixed, 0, number(code.name));
        Layout.CODE_QUALNAME.set(fixed, 0, number(code.qualifiedName));
        Layout.CODE_FILENAME.set(fixed, 0, fileNumber(code.filename));
        Layout.CODE_FIRST_LINE.set(fixed, 0, code.firstLine);
        Layout.CODE_FLAGS.set(fixed, 0, code.flags);
        Layout.CODE_ARGS.set(fixed, 0, code.argCount);
        Layout.CODE_POSITIONAL_ONLY.set(fixed, 0, code.positionalOnlyCount);
        Layout.CODE_KEYWORD_ONLY.set(fixed, 0, code.keywordOnlyCount);
        Layout.CODE_FREE.set(fixed, 0, code.freeCount);
        Layout.CODE_FIRST_TEMP.set(fixed, 0, code.firstTemp);
        Layout.CODE_REGISTERS.set(fixed, 0, code.registerCount);
        Layout.CODE_HELD.set(fixed, 0, code.heldCount);
        Layout.CODE_CACHES.set(fixed, 0, code.cacheCount);
        Layout.CODE_DOC.set(fixed, 0, number(code.docstring()));
        Layout.CODE_VARIABLES.set(fixed, 0, code.variables.length);
        Layout.CODE_NAMES.set(fixed, 0, code.names.length);
        Layout.CODE_CONSTANTS.set(fixed, 0, code.constants.length);
        Layout.CODE_INSTRUCTIONS.set(fixed, 0, code.code.length);
        Layout.CODE_EXCEPTIONS.set(fixed, 0, code.exceptionTable.length);
        Layout.CODE_POSITIONS.set(fixed, 0, code.positions.length);
        out.putAll(fixed);
        for (PyStr variable : code.variables) {
            out.putInt(number(variable));
        }
        out.putAll(code.variableKinds);
        for (PyStr name : code.names) {
            out.putInt(number(name));
        }
        for (PyObject constant : code.constants) {
            out.putInt(number(constant));
        }
        for (int i : code.code) {
            out.putInt(i);
        }
        for (int i : code.exceptionTable) {
            out.putInt(i);
        }
        out.putAll(code.positions);
    }
}
