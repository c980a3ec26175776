package org.krait.snapshot;

import java.math.BigInteger;
import java.util.Arrays;
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
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeBounds;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;

/**
 * The image of one module: objects become Java objects on first touch and never twice; a code object gets its arrays
 * when it is first executed.
 *
 * <p>Every offset and count is checked against the image, every object number against the table, so that a wrong image
 * gives an {@link BadImageException}, never a wrong access. Threads of one context are kept apart by its GIL.
 */
class ModuleImage implements CodeObject.Body {
    private static final int MAX_DEPTH = 200;

    private final String where;
    final byte[] bytes;
    private final PyStr sourceFile;
    final PyObject[] made;
    private int depth;
    /** Whether its code does what it does in the name of whoever calls it. */
    boolean isForCallers;

    /** An image that contradicts itself. */
    static final class BadImageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadImageException(String message) {
            super(message, null, false, false);
        }
    }

    ModuleImage(String where, byte[] bytes, PyStr sourceFile) throws ArchiveException {
        this.where = where;
        this.bytes = bytes;
        this.sourceFile = sourceFile;
        int count = bytes.length < Layout.IMAGE_HEADER.size() ? -1 : Layout.OBJECTS.getInt(bytes, 0);
        if (count < 0 || Layout.IMAGE_HEADER.size() + 4L * count > bytes.length) {
            throw new ArchiveException.Damaged(where + ": objects is " + count + ", more than its " + bytes.length
                    + " bytes can hold");
        }
        made = new PyObject[count];
    }

    /** The module's code. */
    CodeObject root() throws ArchiveException {
        try {
            if (object(Layout.ROOT.getInt(bytes, 0)) instanceof CodeObject code) {
                return code;
            }
        } catch (BadImageException e) {
            throw new ArchiveException.Damaged(e.getMessage());
        }
        throw new ArchiveException.Damaged(where + ": root is no code object");
    }

    final BadImageException bad(String what, long found) {
        return new BadImageException(where + ": " + what + " is " + found + ", which is not within the image");
    }

    /** An object by number. */
    PyObject object(int number) {
        if (number < 0 || number >= made.length) {
            throw bad("object number", number);
        }
        PyObject o = made[number];
        if (o == null) {
            if (depth >= MAX_DEPTH) {
                throw bad("depth", depth);
            }
            depth++;
            try {
                o = make(number, offset(number));
            } finally {
                depth--;
            }
            made[number] = o;
        }
        return o;
    }

    final int offset(int number) {
        int at = Bytes.getInt(bytes, Layout.IMAGE_HEADER.size() + 4 * number);
        if (at < 0 || at >= bytes.length) {
            throw bad("offset of an object", at);
        }
        return at;
    }

    /** Makes the object whose record lies at an offset. */
    PyObject make(int number, int at) {
        byte tag = bytes[at];
        switch (tag) {
            case Layout.STR:
                return string(at + 1);
            case Layout.CODE_OBJECT:
                return code(number, at + 1);
            case Layout.TUPLE:
                return PyTuple.constant(objects(at + 1));
            case Layout.INT:
                need(at + 1, 8);
                return PyInt.of(Bytes.getLong(bytes, at + 1));
            case Layout.NONE:
                return PySingleton.NONE;
            case Layout.FILE:
                if (sourceFile == null) {
                    throw bad("tag", tag);
                }
                return sourceFile;
            default:
                return rare(tag, at + 1);
        }
    }

    private PyObject rare(byte tag, int at) {
        switch (tag) {
            case Layout.TRUE:
                return PyBool.TRUE;
            case Layout.FALSE:
                return PyBool.FALSE;
            case Layout.ELLIPSIS:
                return PySingleton.ELLIPSIS;
            case Layout.FLOAT:
                need(at, 8);
                return new PyFloat(Double.longBitsToDouble(Bytes.getLong(bytes, at)));
            case Layout.COMPLEX:
                need(at, 16);
                return new PyComplex(Double.longBitsToDouble(Bytes.getLong(bytes, at)),
                        Double.longBitsToDouble(Bytes.getLong(bytes, at + 8)));
            case Layout.BIG_INT:
                int size = count(at, 1);
                if (size == 0) {
                    throw bad("size of an int", size);
                }
                return PyInt.of(new BigInteger(Arrays.copyOfRange(bytes, at + 4, at + 4 + size)));
            case Layout.BYTES:
                int length = count(at, 1);
                return new PyBytes(Arrays.copyOfRange(bytes, at + 4, at + 4 + length));
            case Layout.FROZENSET:
                PySet set = new PySet(PySet.FROZEN_TYPE);
                ThreadState ts = ThreadState.current();
                for (PyObject item : objects(at)) {
                    set.add(ts, item);
                }
                Refs.immortalize(set);
                return set;
            default:
                throw bad("tag", tag);
        }
    }

    final void need(int at, long size) {
        if (at < 0 || at + size > bytes.length) {
            throw bad("end of a record", at + size);
        }
    }

    /** A count at an offset, of things of {@code width} bytes that follow it. */
    private int count(int at, int width) {
        need(at, 4);
        int count = Bytes.getInt(bytes, at);
        if (count < 0 || at + 4 + (long) count * width > bytes.length) {
            throw bad("count", count);
        }
        return count;
    }

    private PyObject[] objects(int at) {
        int n = count(at, 4);
        PyObject[] items = new PyObject[n];
        for (int i = 0; i < n; i++) {
            items[i] = object(Bytes.getInt(bytes, at + 4 + 4 * i));
        }
        return items;
    }

    private PyStr string(int at) {
        need(at, 2);
        int form = bytes[at];
        boolean interned = (form & Layout.INTERNED) != 0;
        boolean isLong = (form & Layout.LONG) != 0;
        int width = form & ~(Layout.INTERNED | Layout.LONG);
        if (width != 1 && width != 2 && width != 4) {
            throw bad("width of a str", width);
        }
        int n = isLong ? count(at + 1, width) : bytes[at + 1] & 0xff;
        int from = at + (isLong ? 5 : 2);
        need(from, (long) n * width);
        PyStr made;
        if (width == 1) {
            made = PyStr.ofLatin1(Arrays.copyOfRange(bytes, from, from + n));
        } else if (width == 2) {
            char[] chars = new char[n];
            for (int i = 0; i < n; i++) {
                chars[i] = (char) (bytes[from + 2 * i] & 0xff | bytes[from + 2 * i + 1] << 8);
            }
            made = PyStr.ofUcs2(chars);
        } else {
            int[] points = new int[n];
            for (int i = 0; i < n; i++) {
                points[i] = Bytes.getInt(bytes, from + 4 * i);
                if (points[i] < 0 || points[i] > 0x10ffff) {
                    throw bad("code point", points[i]);
                }
            }
            made = PyStr.ofUcs4(points);
        }
        return interned ? made.intern() : made;
    }

    final PyStr name(int number) {
        if (object(number) instanceof PyStr s) {
            return s;
        }
        throw bad("number of a name", number);
    }

    private CodeObject code(int number, int at) {
        need(at, Layout.CODE.size());
        CodeParts head = new CodeParts();
        head.name = name(Layout.CODE_NAME.getInt(bytes, at));
        head.qualifiedName = name(Layout.CODE_QUALNAME.getInt(bytes, at));
        head.filename = name(Layout.CODE_FILENAME.getInt(bytes, at));
        head.firstLine = Layout.CODE_FIRST_LINE.getInt(bytes, at);
        head.flags = Layout.CODE_FLAGS.getInt(bytes, at);
        head.argCount = Layout.CODE_ARGS.getInt(bytes, at);
        head.positionalOnlyCount = Layout.CODE_POSITIONAL_ONLY.getInt(bytes, at);
        head.keywordOnlyCount = Layout.CODE_KEYWORD_ONLY.getInt(bytes, at);
        head.freeCount = Layout.CODE_FREE.getInt(bytes, at);
        head.firstTemp = Layout.CODE_FIRST_TEMP.getInt(bytes, at);
        head.registerCount = Layout.CODE_REGISTERS.getInt(bytes, at);
        head.heldCount = Layout.CODE_HELD.getInt(bytes, at);
        head.cacheCount = Layout.CODE_CACHES.getInt(bytes, at);
        CodeObject code = new CodeObject(head, this);
        code.image = number;
        code.isArchived = !isForCallers;
        return code;
    }

    /** Fills a code object; ImportError when it is not as the compiler makes them. */
    @Override
    public void load(CodeObject code) {
        try {
            read(code);
        } catch (BadImageException e) {
            throw Heap.damaged(e);
        }
    }

    /** The code of a number that was made already, or null. */
    final CodeObject madeCode(int number) {
        return number >= 0 && number < made.length && made[number] instanceof CodeObject code ? code : null;
    }

    /** Takes a code object that was made before the image was read for the one of its number. */
    final void adopt(CodeObject code) {
        int number = code.image;
        if (number >= 0 && number < made.length && bytes[offset(number)] == Layout.CODE_OBJECT) {
            made[number] = code;
        }
    }

    /** Fills a code object; BadImageException when it is not as the compiler makes them. */
    final void read(CodeObject code) {
        if (code.image < 0 || code.image >= made.length || bytes[offset(code.image)] != Layout.CODE_OBJECT) {
            throw bad("number of code", code.image);
        }
        int at = offset(code.image) + 1;
        need(at, Layout.CODE.size());
        int variables = arrayCount(Layout.CODE_VARIABLES.getInt(bytes, at));
        int names = arrayCount(Layout.CODE_NAMES.getInt(bytes, at));
        int constants = arrayCount(Layout.CODE_CONSTANTS.getInt(bytes, at));
        int instructions = arrayCount(Layout.CODE_INSTRUCTIONS.getInt(bytes, at));
        int exceptions = arrayCount(Layout.CODE_EXCEPTIONS.getInt(bytes, at));
        int positions = arrayCount(Layout.CODE_POSITIONS.getInt(bytes, at));
        if (!CodeParts.sizesAgree(variables, code.firstTemp, code.registerCount, code.cacheCount, code.argCount,
                code.keywordOnlyCount)) {
            throw bad("number of variables", variables);
        }
        int from = at + Layout.CODE.size();
        need(from, 4L * variables + variables + 4L * (names + (long) constants + instructions + exceptions)
                + positions);
        code.variables = names(from, variables);
        from += 4 * variables;
        code.variableKinds = Arrays.copyOfRange(bytes, from, from + variables);
        from += variables;
        code.names = names(from, names);
        from += 4 * names;
        PyObject[] values = new PyObject[constants];
        for (int i = 0; i < constants; i++) {
            int number = Bytes.getInt(bytes, from + 4 * i);
            values[i] = object(number);
            // The writer reaches inner code later; other code could contain itself.
            if (values[i] instanceof CodeObject && !mayContain(code, number)) {
                throw bad("number of inner code", number);
            }
        }
        code.constants = values;
        from += 4 * constants;
        code.exceptionTable = ints(from + 4 * instructions, exceptions);
        int end = from + 4 * (instructions + exceptions);
        code.positions = Arrays.copyOfRange(bytes, end, end + positions);
        code.code = ints(from, instructions);
        String flaw = CodeBounds.flaw(code);
        if (flaw != null) {
            code.code = null;
            throw new BadImageException(where + ": code of " + code.qualifiedName + ": " + flaw);
        }
    }

    /** Whether a code object may have the code of a number among its constants. */
    boolean mayContain(CodeObject outer, int number) {
        return number > outer.image;
    }

    private int arrayCount(int count) {
        if (count < 0 || count > bytes.length) {
            throw bad("count", count);
        }
        return count;
    }

    private PyStr[] names(int from, int count) {
        PyStr[] names = new PyStr[count];
        for (int i = 0; i < count; i++) {
            names[i] = name(Bytes.getInt(bytes, from + 4 * i));
        }
        return names;
    }

    private int[] ints(int from, int count) {
        int[] values = new int[count];
        byte[] b = bytes;
        for (int i = 0, at = from; i < count; i++, at += 4) {
            values[i] = b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
        }
        return values;
    }
}
