package org.krait.snapshot;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyProperty;
import org.krait.objects.PySet;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/**
 * Which classes the objects of a kind of record can have: the native methods of an object of another would meet a Java
 * class that is not theirs.
 */
final class NativeBases {
    private NativeBases() {}

    /** Whether objects that a kind makes can be of a class; its bases are known. */
    static boolean fits(int kind, PyType type) {
        PyType base = type;
        while (base != null && base.isHeapType()) {
            base = base.base;
        }
        return base != null && (fitsExactly(kind, base) || fitsBelow(kind, base));
    }

    /** Whether the objects of a kind can be of several classes. */
    static boolean isChecked(int kind) {
        return switch (kind) {
            case HeapKinds.INSTANCE, HeapKinds.DICT, HeapKinds.LIST, HeapKinds.SET, HeapKinds.PROPERTY,
                    HeapKinds.CLASS_METHOD, HeapKinds.STATIC_METHOD, HeapKinds.GENERIC_ALIAS, HeapKinds.BYTE_ARRAY,
                    HeapKinds.TYPE, HeapKinds.TUPLE_INSTANCE, HeapKinds.INT_INSTANCE, HeapKinds.STR_INSTANCE,
                    HeapKinds.FLOAT_INSTANCE, HeapKinds.BYTES_INSTANCE, HeapKinds.NAMESPACE, HeapKinds.EXCEPTION,
                    HeapKinds.WEAK_REF ->
                true;
            default -> false;
        };
    }

    private static boolean fitsExactly(int kind, PyType base) {
        return switch (kind) {
            case HeapKinds.INSTANCE -> base == PyType.OBJECT || base.builtinModule.endsWith("ast");
            case HeapKinds.DICT -> base == PyDict.TYPE;
            case HeapKinds.LIST -> base == PyList.TYPE;
            case HeapKinds.SET -> base == PySet.TYPE || base == PySet.FROZEN_TYPE;
            case HeapKinds.MODULE -> base == PyModule.TYPE;
            case HeapKinds.PROPERTY -> base == PyProperty.TYPE;
            case HeapKinds.CLASS_METHOD -> base == PyClassMethod.TYPE;
            case HeapKinds.STATIC_METHOD -> base == PyStaticMethod.TYPE;
            case HeapKinds.GENERIC_ALIAS -> base == PyGenericAlias.TYPE;
            case HeapKinds.BYTE_ARRAY -> base == PyByteArray.TYPE;
            case HeapKinds.WEAK_REF -> base.builtinModule.equals("weakref");
            default -> false;
        };
    }

    private static boolean fitsBelow(int kind, PyType base) {
        PyType top = switch (kind) {
            case HeapKinds.TYPE -> PyType.TYPE;
            case HeapKinds.TUPLE_INSTANCE -> PyTuple.TYPE;
            case HeapKinds.INT_INSTANCE -> PyInt.TYPE;
            case HeapKinds.STR_INSTANCE -> PyStr.TYPE;
            case HeapKinds.FLOAT_INSTANCE -> PyFloat.TYPE;
            case HeapKinds.BYTES_INSTANCE -> PyBytes.TYPE;
            case HeapKinds.NAMESPACE -> PyNamespace.TYPE;
            case HeapKinds.EXCEPTION -> ExceptionTypes.BASE_EXCEPTION;
            default -> null;
        };
        return top != null && base.isSubtypeOf(top);
    }
}
