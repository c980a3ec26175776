package org.krait.snapshot;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;

/** The objects of one unit of a heap, made when they are touched. */
final class HeapUnit extends ModuleImage {
    /** Its number in the heap. */
    final int index;
    private final Heap heap;
    private final int externals;
    private final int externalsAt;
    private final int copies;
    private final int copiesAt;

    HeapUnit(Heap heap, int index, String where, byte[] bytes) throws ArchiveException {
        super(where, bytes, null);
        this.heap = heap;
        this.index = index;
        UnitTables tables = UnitTables.of(where, bytes);
        externals = tables.externals();
        externalsAt = tables.externalsAt();
        copies = tables.copies();
        copiesAt = tables.copiesAt();
    }

    @Override
    PyObject object(int number) {
        if (number >= 0) {
            return super.object(number);
        }
        int index = ~number;
        if (index >= externals) {
            throw bad("number of another unit's object", index);
        }
        return heap.external(this, Bytes.getInt(bytes, externalsAt + 8 * index),
                Bytes.getInt(bytes, externalsAt + 8 * index + 4));
    }

    /** The object of a number as other units ask for it. */
    PyObject own(int number) {
        return super.object(number);
    }

    /** An object that has been made already, or null. */
    PyObject known(int number) {
        return number >= 0 && number < made.length ? made[number] : null;
    }

    /** The record of an object of a heap. */
    HeapRecord record(int number) {
        if (number < 0 || number >= made.length || bytes[offset(number)] != Layout.HEAP_OBJECT) {
            throw bad("number of an object of a heap", number);
        }
        return new HeapRecord(heap, this, number, offset(number));
    }

    /** Whether an object is an instance of a class of Python that has a finalizer; makes the class. */
    boolean hasFinalizer(int number) {
        if (bytes[offset(number)] != Layout.HEAP_OBJECT) {
            return false;
        }
        HeapRecord r = record(number);
        return HeapKinds.isInstance(r.kind) && r.refs() > 0 && heap.resolve(this, r.ref(0)) instanceof PyType type
                && type.isHeapType() && type.hasFinalizer;
    }

    /** The number of the namespace of a module of the class {@code module} itself. */
    int moduleDict(int root) {
        HeapRecord module = record(root);
        int dict = module.kind == HeapKinds.MODULE && module.object(0) == PyModule.TYPE ? module.ref(1) : -1;
        if (dict < 0 || record(dict).kind != HeapKinds.DICT) {
            throw bad("number of a module", root);
        }
        return dict;
    }

    /** Shows the objects that were made so far. */
    void visitMade(PyObject.Visitor visitor) {
        for (PyObject o : made) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }

    @Override
    PyObject make(int number, int at) {
        PyObject copy = heap.copy(index, number);
        if (copy != null) {
            heap.touched(this, number);
            return copy;
        }
        int row = copies == 0 ? -1 : copyRow(number);
        if (row < 0) {
            return makeOwn(number, at);
        }
        int unit = Bytes.getInt(bytes, row + 4);
        int original = Bytes.getInt(bytes, row + 8);
        PyObject o = heap.original(this, unit, original);
        if (o == null) {
            o = makeOwn(number, at);
            heap.keepCopy(unit, original, o);
        }
        return o;
    }

    /** Where the table of copies tells of an object; -1 for one that is none. */
    private int copyRow(int number) {
        int low = 0;
        int high = copies - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = copiesAt + middle * UnitTables.COPY_BYTES;
            int found = Bytes.getInt(bytes, row);
            if (found == number) {
                return row;
            } else if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private PyObject makeOwn(int number, int at) {
        if (bytes[at] != Layout.HEAP_OBJECT) {
            return bytes[at] == Layout.CODE_OF_MODULE ? codeOfModule(at + 1) : super.make(number, at);
        }
        HeapRecord record = new HeapRecord(heap, this, number, at);
        PyObject o = CoreKinds.make(record);
        if (made[number] != null) {
            // Reached again on the way, through something that can only be made after its parts.
            return made[number];
        }
        made[number] = o;
        if (record.kind == HeapKinds.TYPE) {
            heap.madeClass((PyType) o, index, number);
        }
        heap.later(o, record);
        if (record.kind != HeapKinds.DICT) {
            heap.touched(this, number);
        }
        return o;
    }

    private CodeObject codeOfModule(int at) {
        need(at, Layout.CODE_HEAD.size());
        CodeParts head = new CodeParts();
        head.name = name(Layout.HEAD_NAME.getInt(bytes, at));
        head.qualifiedName = name(Layout.HEAD_QUALNAME.getInt(bytes, at));
        head.filename = name(Layout.HEAD_FILENAME.getInt(bytes, at));
        head.firstLine = Layout.HEAD_FIRST_LINE.getInt(bytes, at);
        head.flags = Layout.HEAD_FLAGS.getInt(bytes, at);
        head.argCount = Layout.HEAD_ARGS.getShort(bytes, at);
        head.positionalOnlyCount = Layout.HEAD_POSITIONAL_ONLY.getShort(bytes, at);
        head.keywordOnlyCount = Layout.HEAD_KEYWORD_ONLY.getShort(bytes, at);
        head.freeCount = Layout.HEAD_FREE.getShort(bytes, at);
        head.firstTemp = Layout.HEAD_FIRST_TEMP.getShort(bytes, at);
        head.registerCount = Layout.HEAD_REGISTERS.getShort(bytes, at);
        head.heldCount = Layout.HEAD_HELD.getShort(bytes, at);
        head.cacheCount = Layout.HEAD_CACHES.getShort(bytes, at);
        return heap.codes.get(name(Layout.HEAD_MODULE.getInt(bytes, at)).toString(),
                Layout.HEAD_NUMBER.getInt(bytes, at), head);
    }

    /** Adds an entry to a dict: its value waits until it is touched unless it is at hand. */
    void insert(PyDict dict, int key, int value) {
        PyStr name = object(key) instanceof PyStr s ? s : null;
        PyObject known = value >= 0 ? known(value) : null;
        if (name == null) {
            throw bad("number of a name", key);
        }
        if (known == null && (value < 0 || isStructured(value))) {
            dict.insertPending(new Pending(name, heap, this, value));
        } else {
            dict.insertFound(name, known == null ? object(value) : known);
        }
    }

    /** True for the number of an exact str. */
    boolean isText(int number) {
        return number >= 0 && number < made.length && bytes[offset(number)] == Layout.STR;
    }

    private boolean isStructured(int number) {
        if (number >= made.length) {
            throw bad("object number", number);
        }
        byte tag = bytes[offset(number)];
        return tag == Layout.HEAP_OBJECT || tag == Layout.TUPLE || tag == Layout.CODE_OBJECT
                || tag == Layout.CODE_OF_MODULE;
    }

    /** A value of a namespace that nobody has touched. */
    private static final class Pending extends PyPending {
        private final Heap heap;
        private final HeapUnit unit;
        private final int number;

        Pending(PyStr key, Heap heap, HeapUnit unit, int number) {
            super(key);
            this.heap = heap;
            this.unit = unit;
            this.number = number;
        }

        @Override
        protected PyObject resolve() {
            return heap.resolve(unit, number);
        }
    }

    @Override
    public void load(CodeObject code) {
        try {
            heap.enter();
            try {
                super.load(code);
            } finally {
                heap.leave();
            }
        } catch (BadImageException e) {
            throw Heap.damaged(e);
        }
    }

    /** Live functions lead to inner code before the outer's constants do. */
    @Override
    boolean mayContain(CodeObject outer, int number) {
        return number != outer.image;
    }
}
