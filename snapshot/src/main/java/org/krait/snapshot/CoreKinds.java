package org.krait.snapshot;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyBytesInstance;
import org.krait.objects.PyCell;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFloatInstance;
import org.krait.objects.PyFunction;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyIntInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyMethod;
import org.krait.objects.PyModule;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyObject;
import org.krait.objects.PyProperty;
import org.krait.objects.PyRange;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrInstance;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleInstance;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.code.CodeObject;

/** The records of the classes of {@code org.krait.objects}: how they are written, made and completed. */
final class CoreKinds {
    private static final int EXTRAS = 6;
    private static final int MAX_SLOTS_PER_ITEM = 16;
    /** Beyond, a set's items alone are written: a record has room for some more numbers. */
    private static final int MAX_LAYOUT = 60_000;

    private CoreKinds() {}

    /** Writes the record of an object; false when its class is none of these. */
    static boolean write(PyObject o, HeapSink sink) {
        Class<?> c = o.getClass();
        if (c == PyInstance.class) {
            sink.ref(o.type);
            sink.end(HeapKinds.INSTANCE, o);
        } else if (c == PyFunction.class) {
            function((PyFunction) o, sink);
        } else if (c == PyType.class) {
            return TypeRecords.write((PyType) o, sink);
        } else if (c == PyDict.class || c == PyModule.class || c == PyList.class || c == PySet.class) {
            container(o, sink);
        } else if (c == PyCell.class) {
            sink.ref(((PyCell) o).content);
            sink.end(HeapKinds.CELL, o);
        } else if (o instanceof PyMethod m) {
            sink.ref(m.function);
            sink.ref(m.self);
            sink.end(HeapKinds.METHOD, o);
        } else {
            return descriptor(o, sink) || instance(o, sink) || rare(o, sink);
        }
        return true;
    }

    private static void function(PyFunction f, HeapSink sink) {
        sink.ref(f.code());
        sink.ref(f.globals);
        sink.ref(f.builtins);
        sink.ref(f.closure);
        sink.ref(f.module());
        sink.ref(f.defaults());
        sink.ref(f.annotations());
        sink.ref(f.keywordDefaults());
        // What is its code's is left out.
        sink.ref(f.name() == f.code().name ? null : f.name());
        sink.ref(f.qualifiedName() == f.code().qualifiedName ? null : f.qualifiedName());
        sink.ref(f.doc() == f.code().docstring() ? null : f.doc());
        sink.ref(f.typeParams());
        sink.leaveOutNulls();
        sink.end(HeapKinds.FUNCTION, f);
    }

    private static void container(PyObject o, HeapSink sink) {
        sink.ref(o.type);
        if (o instanceof PyModule m) {
            sink.ref(m.dict);
            sink.end(HeapKinds.MODULE, null);
        } else if (o instanceof PyDict d) {
            entries(d, sink);
            sink.end(HeapKinds.DICT, o);
        } else if (o instanceof PyList l) {
            sink.refs(l.items, l.size);
            sink.end(HeapKinds.LIST, o);
        } else {
            PySet set = (PySet) o;
            sink.refs(set.toArray(), set.size());
            sink.number(set.items.length);
            int[] layout = set.layout();
            if (layout != null && layout.length <= MAX_LAYOUT) {
                sink.number(PySet.sum(set.itemHashes()));
                for (int slot : layout) {
                    sink.number(slot);
                }
            }
            sink.end(HeapKinds.SET, o);
        }
    }

    private static void entries(PyDict d, HeapSink sink) {
        for (int i = d.nextEntry(0); i >= 0; i = d.nextEntry(i + 1)) {
            sink.ref(d.keys[i]);
            sink.ref(d.values[i]);
        }
    }

    private static boolean descriptor(PyObject o, HeapSink sink) {
        if (o instanceof PyProperty p) {
            sink.ref(p.type);
            sink.ref(p.getter());
            sink.ref(p.setter());
            sink.ref(p.deleter());
            sink.ref(p.doc());
            sink.ref(p.name());
            sink.number(p.getterDoc ? 1 : 0);
            sink.end(HeapKinds.PROPERTY, o);
        } else if (o instanceof PyClassMethod m) {
            sink.ref(m.type);
            sink.ref(m.callable());
            sink.end(HeapKinds.CLASS_METHOD, o);
        } else if (o instanceof PyStaticMethod m) {
            sink.ref(m.type);
            sink.ref(m.callable());
            sink.end(HeapKinds.STATIC_METHOD, o);
        } else if (o instanceof PyBuiltin b && b.self != null && b.owner != null
                && b.owner.namespace().get(b.name) instanceof PyBuiltin unbound && unbound.self == null
                && unbound.id == b.id) {
            sink.ref(unbound);
            sink.ref(b.self);
            sink.end(HeapKinds.BOUND_BUILTIN, o);
        } else {
            return false;
        }
        return true;
    }

    private static boolean instance(PyObject o, HeapSink sink) {
        sink.ref(o.type);
        if (o instanceof PyTupleInstance t) {
            sink.refs(t.items, t.items.length);
            sink.end(HeapKinds.TUPLE_INSTANCE, o);
        } else if (o instanceof PyIntInstance i) {
            sink.ref(i.fitsLong() ? PyInt.of(i.value) : PyInt.of(i.big()));
            sink.end(HeapKinds.INT_INSTANCE, o);
        } else if (o instanceof PyStrInstance s) {
            sink.ref(s.substring(0, s.length()));
            sink.end(HeapKinds.STR_INSTANCE, o);
        } else if (o instanceof PyFloatInstance f) {
            sink.ref(new PyFloat(f.value));
            sink.end(HeapKinds.FLOAT_INSTANCE, o);
        } else if (o instanceof PyBytesInstance b) {
            sink.ref(new PyBytes(b.value));
            sink.end(HeapKinds.BYTES_INSTANCE, o);
        } else if (o instanceof PyNamespace) {
            sink.end(HeapKinds.NAMESPACE, o);
        } else if (o.getClass() == PyBaseException.class) {
            PyBaseException e = (PyBaseException) o;
            sink.ref(e.args());
            sink.ref(e.cause());
            sink.ref(e.context());
            for (int i = 0; i < EXTRAS; i++) {
                sink.ref(e.extra(i));
            }
            sink.number(e.suppressContext ? 1 : 0);
            sink.end(HeapKinds.EXCEPTION, o);
        } else {
            sink.begin();
            return false;
        }
        return true;
    }

    private static boolean rare(PyObject o, HeapSink sink) {
        if (o instanceof PyGenericAlias a) {
            sink.ref(a.type);
            sink.ref(a.origin);
            sink.ref(a.args);
            sink.number(a.starred ? 1 : 0);
            sink.end(HeapKinds.GENERIC_ALIAS, o);
        } else if (o instanceof PyUnion u) {
            sink.ref(u.args);
            sink.end(HeapKinds.UNION, o);
        } else if (o instanceof PyMappingProxy p) {
            sink.ref(p.mapping);
            sink.end(HeapKinds.MAPPING_PROXY, o);
        } else if (o instanceof PySlice s) {
            sink.ref(s.start);
            sink.ref(s.stop);
            sink.ref(s.step);
            sink.end(HeapKinds.SLICE, o);
        } else if (o instanceof PyRange r) {
            sink.ref(r.start);
            sink.ref(r.stop);
            sink.ref(r.step);
            sink.end(HeapKinds.RANGE, o);
        } else if (o.getClass() == PyByteArray.class) {
            sink.ref(o.type);
            sink.ref(new PyBytes(((PyByteArray) o).toByteArray()));
            sink.end(HeapKinds.BYTE_ARRAY, o);
        } else if (o.getClass() == PyWeakRef.class) {
            PyWeakRef w = (PyWeakRef) o;
            sink.ref(w.type);
            sink.ref(w.get());
            sink.ref(w.callback);
            sink.end(HeapKinds.WEAK_REF, o);
        } else {
            return false;
        }
        return true;
    }

    /** Makes the object of a record, immortal; {@link #fill} completes it. */
    static PyObject make(HeapRecord r) {
        PyObject o = plain(r);
        if (o == null) {
            o = symbol(r);
            return o != null ? o : other(r);
        }
        Refs.immortalize(o);
        return o;
    }

    /** An object is as its record says: what becomes of it from now on is told, if it is one of its unit's own. */
    static void tell(PyObject o, HeapRecord r) {
        if (r.kind < HeapKinds.NATIVE_MODULE || r.kind >= HeapKinds.OTHERS && Refs.isImmortal(o)) {
            Refs.tell(o, r.unitIndex());
            PyInstance attributes = o.attributes();
            if (attributes != null && attributes != o) {
                Refs.tell(attributes, r.unitIndex());
            }
            if (attributes != null && attributes.dict != null && !Refs.isImmortal(attributes.dict)) {
                Refs.tell(attributes.dict, r.unitIndex());
            }
        }
    }

    private static PyObject other(HeapRecord r) {
        PyObject o = r.heap.host.make(r);
        return o != null ? o : r.wrong(-1, "object of a known kind");
    }

    private static PyObject plain(HeapRecord r) {
        return switch (r.kind) {
            case HeapKinds.INSTANCE -> new PyInstance(r.ownType(0));
            case HeapKinds.FUNCTION -> new PyFunction(code(r, 0), r.dict(1), r.dict(2), closure(r));
            case HeapKinds.TYPE -> TypeRecords.make(r);
            case HeapKinds.DICT -> dict(r);
            case HeapKinds.MODULE -> module(r);
            case HeapKinds.LIST -> new PyList(r.ownType(0));
            case HeapKinds.SET -> new PySet(r.ownType(0));
            case HeapKinds.CELL -> new PyCell();
            case HeapKinds.METHOD -> new PyMethod(r.object(0), r.object(1));
            case HeapKinds.PROPERTY -> new PyProperty(r.ownType(0));
            case HeapKinds.CLASS_METHOD -> new PyClassMethod(r.ownType(0));
            case HeapKinds.STATIC_METHOD -> new PyStaticMethod(r.ownType(0));
            default -> value(r);
        };
    }

    private static PyObject value(HeapRecord r) {
        return switch (r.kind) {
            case HeapKinds.TUPLE_INSTANCE -> new PyTupleInstance(r.ownType(0), r.objects(1, r.refs() - 1));
            case HeapKinds.INT_INSTANCE -> new PyIntInstance(r.ownType(0),
                    r.object(1) instanceof PyInt i ? i : r.wrong(1, "int"));
            case HeapKinds.STR_INSTANCE -> new PyStrInstance(r.ownType(0), r.str(1));
            case HeapKinds.FLOAT_INSTANCE -> new PyFloatInstance(r.ownType(0),
                    r.object(1) instanceof PyFloat f ? f.value : r.wrong(1, "float"));
            case HeapKinds.BYTES_INSTANCE -> new PyBytesInstance(r.ownType(0), bytes(r, 1));
            case HeapKinds.NAMESPACE -> new PyNamespace(r.ownType(0));
            case HeapKinds.EXCEPTION -> new PyBaseException(r.ownType(0), r.tuple(1));
            case HeapKinds.GENERIC_ALIAS ->
                new PyGenericAlias(r.ownType(0), r.object(1), r.tuple(2), r.number(0) != 0);
            case HeapKinds.UNION -> new PyUnion(r.tuple(0));
            case HeapKinds.MAPPING_PROXY -> new PyMappingProxy(r.object(0));
            case HeapKinds.SLICE -> new PySlice(r.object(0), r.object(1), r.object(2));
            case HeapKinds.RANGE -> new PyRange(integer(r, 0), integer(r, 1), integer(r, 2));
            case HeapKinds.BYTE_ARRAY -> byteArray(r);
            case HeapKinds.WEAK_REF -> weakRef(r);
            case HeapKinds.BOUND_BUILTIN ->
                r.object(0) instanceof PyBuiltin b ? b.bind(r.object(1)) : r.wrong(0, "builtin");
            default -> null;
        };
    }

    private static PyObject symbol(HeapRecord r) {
        HeapHost host = r.heap.host;
        PyObject found;
        switch (r.kind) {
            case HeapKinds.NATIVE_MODULE, HeapKinds.NATIVE_ATTRIBUTE:
                found = nativeObject(r);
                break;
            case HeapKinds.TYPE_ATTRIBUTE:
                found = r.type(0).namespace().get(r.str(1));
                break;
            case HeapKinds.HIDDEN_TYPE:
                found = host.hiddenType(r.str(0).toString());
                break;
            case HeapKinds.BUILTINS:
                found = host.builtins();
                break;
            case HeapKinds.LIBRARY_PATH:
                found = PyStr.of(host.library().concat(r.str(0).toString()));
                break;
            case HeapKinds.PREFIX_PATH:
                found = PyStr.of(host.prefix().concat(r.str(0).toString()));
                break;
            case HeapKinds.OF_PROGRAM:
                return r.held();
            case HeapKinds.EVALUATED:
                PyDict namespace = r.object(0) instanceof PyModule m ? m.dict : r.wrong(0, "module");
                CodeObject expression = code(r, 1);
                int was = r.heap.suspend();
                try {
                    found = host.evaluate(namespace, expression);
                } finally {
                    r.heap.resume(was);
                }
                break;
            default:
                return null;
        }
        return found != null ? found : r.wrong(r.refs() - 1, "name of something that exists");
    }

    /** A cell for each free variable of the function's code. */
    private static PyTuple closure(HeapRecord r) {
        PyTuple closure = r.optionalTuple(3);
        int size = closure == null ? 0 : closure.size();
        if (size != code(r, 0).freeCount) {
            return r.wrong(3, "tuple of a cell for each free variable");
        }
        for (int i = 0; i < size; i++) {
            if (!(closure.item(i) instanceof PyCell)) {
                return r.wrong(3, "tuple of cells");
            }
        }
        return closure;
    }

    /** A native module or what one has; its content may be made now, by code that looks at other objects. */
    private static PyObject nativeObject(HeapRecord r) {
        String module = r.str(0).toString();
        PyStr name = r.kind == HeapKinds.NATIVE_ATTRIBUTE ? r.str(1) : null;
        int was = r.heap.suspend();
        try {
            return name == null ? r.heap.host.nativeModule(module) : r.heap.host.nativeAttribute(module, name);
        } finally {
            r.heap.resume(was);
        }
    }

    private static CodeObject code(HeapRecord r, int index) {
        return r.object(index) instanceof CodeObject c ? c : r.wrong(index, "code object");
    }

    private static PyInt integer(HeapRecord r, int index) {
        return r.object(index) instanceof PyInt i ? i : r.wrong(index, "int");
    }

    private static byte[] bytes(HeapRecord r, int index) {
        return r.object(index) instanceof PyBytes b ? b.value : r.wrong(index, "bytes object");
    }

    private static PyByteArray byteArray(HeapRecord r) {
        PyByteArray made = new PyByteArray(r.ownType(0));
        made.setAll(bytes(r, 1).clone());
        return made;
    }

    private static PyWeakRef weakRef(HeapRecord r) {
        PyObject referent = r.optional(1);
        if (referent == null) {
            PyWeakRef dead = new PyWeakRef(r.ownType(0), PySingleton.NONE, null);
            dead.referent = null;
            return dead;
        }
        PyType type = r.ownType(0);
        PyObject callback = r.optional(2);
        // The program may have asked for one before it touched this.
        PyWeakRef shared = callback == null ? PyWeakRef.shared(type, referent) : null;
        return shared != null ? shared : new PyWeakRef(type, referent, callback);
    }

    private static PyDict dict(HeapRecord r) {
        PyDict made = new PyDict(r.ownType(0));
        made.setSource(r.heap.source(r));
        return made;
    }

    private static PyModule module(HeapRecord r) {
        PyModule made = new PyModule(r.ownType(0));
        made.dict = r.dict(1);
        return made;
    }

    /** Completes an object that {@link #make} made. */
    static void fill(PyObject o, HeapRecord r) {
        if (r.kind >= HeapKinds.OTHERS) {
            r.heap.host.fill(o, r);
            r.fillAttributes(o);
            return;
        }
        switch (r.kind) {
            case HeapKinds.FUNCTION -> fillFunction((PyFunction) o, r);
            case HeapKinds.TYPE -> TypeRecords.fill((PyType) o, r);
            case HeapKinds.LIST -> {
                PyList list = (PyList) o;
                list.items = r.objects(1, r.refs() - 1);
                list.size = list.items.length;
                for (PyObject item : list.items) {
                    Refs.incRef(item);
                }
            }
            case HeapKinds.SET -> fillSet((PySet) o, r);
            case HeapKinds.CELL -> ((PyCell) o).set(r.optional(0));
            case HeapKinds.PROPERTY -> fillProperty((PyProperty) o, r);
            case HeapKinds.CLASS_METHOD -> ((PyClassMethod) o).setCallable(r.optional(1));
            case HeapKinds.STATIC_METHOD -> ((PyStaticMethod) o).setCallable(r.optional(1));
            case HeapKinds.EXCEPTION -> fillException((PyBaseException) o, r);
            default -> {
            }
        }
        r.fillAttributes(o);
    }

    private static void fillSet(PySet set, HeapRecord r) {
        PyObject[] items = r.objects(1, r.refs() - 1);
        // A set that has lost many items is not worth its size.
        set.reserveSlots((int) Math.min(r.number(0, 0, Integer.MAX_VALUE), MAX_SLOTS_PER_ITEM * (items.length + 1L)));
        r.heap.later(set, items, layout(r, set.items.length));
    }

    /** The sum of the hashes, then the slots of the items and dummies; null where the items alone make the table. */
    private static long[] layout(HeapRecord r, int slots) {
        if (r.numbers() < 2 || r.number(0) != slots) {
            return null;
        }
        long[] layout = new long[r.numbers() - 1];
        layout[0] = r.number(1);
        for (int i = 1; i < layout.length; i++) {
            layout[i] = r.number(i + 1, 0, slots - 1);
        }
        return layout;
    }

    private static void fillFunction(PyFunction f, HeapRecord r) {
        // Their order is that of how often they are there: the record ends with the last one.
        f.setModule(r.optional(4));
        if (r.refs() > 5) {
            f.setDefaults(r.optionalTuple(5));
            f.setAnnotations(r.optional(6));
            f.setKeywordDefaults(r.optionalDict(7));
            if (r.optional(8) != null) {
                f.setName(r.str(8));
            }
            if (r.optional(9) != null) {
                f.setQualifiedName(r.str(9));
            }
            f.setDoc(r.optional(10));
            f.setTypeParams(r.optional(11));
        }
        f.version = 0;
    }

    private static void fillProperty(PyProperty p, HeapRecord r) {
        p.setGetter(r.optional(1));
        p.setSetter(r.optional(2));
        p.setDeleter(r.optional(3));
        p.setDoc(r.optional(4));
        p.setName(r.optional(5));
        p.getterDoc = r.number(0) != 0;
    }

    private static void fillException(PyBaseException e, HeapRecord r) {
        if (r.optional(2) != null) {
            e.setCause(r.object(2));
        }
        if (r.optional(3) != null) {
            e.setContext(r.object(3));
        }
        for (int i = 0; i < EXTRAS; i++) {
            if (r.optional(4 + i) != null) {
                e.setExtra(i, r.object(4 + i));
            }
        }
        e.suppressContext = r.number(0) != 0;
    }

    /** True when all keys of a dict's record are names: then its values can wait until they are touched. */
    static boolean hasOnlyNames(HeapRecord r) {
        for (int i = 1; i < r.refs(); i += 2) {
            if (!r.isName(i)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the entries of a record into a dict, the values to be made when touched. */
    static void fillNames(PyDict d, HeapRecord r) {
        int n = (r.refs() - 1) / 2;
        if (n > 0) {
            d.reserve(n);
            for (int i = 0; i < n; i++) {
                r.insert(d, 1 + 2 * i);
            }
        }
    }
}
