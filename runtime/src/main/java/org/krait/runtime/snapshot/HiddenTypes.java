package org.krait.runtime.snapshot;

import org.krait.objects.PyBuiltin;
import org.krait.objects.PyBytesIterator;
import org.krait.objects.PyCell;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyListIterator;
import org.krait.objects.PyListReverseIterator;
import org.krait.objects.PyLongRangeIterator;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyMethod;
import org.krait.objects.PyModule;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyRangeIterator;
import org.krait.objects.PySetIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStrIterator;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyTupleIterator;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.builtins.PyMatch;
import org.krait.runtime.builtins.PyMultibyteCodec;
import org.krait.runtime.builtins.PyPattern;

/** Builtin classes that no native module shows; Python code gets at them by {@code type(…)}. */
final class HiddenTypes {
    private HiddenTypes() {}

    /** The class of a name in messages, or null. */
    static PyType find(String name) {
        PyType found = callable(name);
        if (found == null) {
            found = iterator(name);
        }
        return found != null ? found : other(name);
    }

    private static PyType callable(String name) {
        return switch (name) {
            case "function" -> PyFunction.TYPE;
            case "method" -> PyMethod.TYPE;
            case "builtin_function_or_method" -> PyBuiltin.FUNCTION_TYPE;
            case "method_descriptor" -> PyBuiltin.METHOD_TYPE;
            case "wrapper_descriptor" -> PyBuiltin.WRAPPER_TYPE;
            case "method-wrapper" -> PyBuiltin.BOUND_WRAPPER_TYPE;
            case "classmethod_descriptor" -> PyBuiltin.CLASS_METHOD_TYPE;
            case "getset_descriptor" -> PyBuiltin.GETSET_TYPE;
            case "member_descriptor" -> PyBuiltin.MEMBER_TYPE;
            case "code" -> CodeObject.TYPE;
            case "frame" -> PyFrame.TYPE;
            case "traceback" -> PyTraceback.TYPE;
            case "cell" -> PyCell.TYPE;
            case "generator" -> PyGenerator.TYPE;
            case "coroutine" -> PyGenerator.COROUTINE_TYPE;
            case "async_generator" -> PyGenerator.ASYNC_TYPE;
            default -> null;
        };
    }

    private static PyType iterator(String name) {
        return switch (name) {
            case "dict_keys" -> PyDictView.KEYS_TYPE;
            case "dict_values" -> PyDictView.VALUES_TYPE;
            case "dict_items" -> PyDictView.ITEMS_TYPE;
            case "dict_keyiterator" -> PyDictIterator.type(0, false);
            case "dict_valueiterator" -> PyDictIterator.type(1, false);
            case "dict_itemiterator" -> PyDictIterator.type(2, false);
            case "dict_reversekeyiterator" -> PyDictIterator.type(0, true);
            case "dict_reversevalueiterator" -> PyDictIterator.type(1, true);
            case "dict_reverseitemiterator" -> PyDictIterator.type(2, true);
            case "list_iterator" -> PyListIterator.TYPE;
            case "list_reverseiterator" -> PyListReverseIterator.TYPE;
            case "tuple_iterator" -> PyTupleIterator.TYPE;
            case "set_iterator" -> PySetIterator.TYPE;
            case "range_iterator" -> PyRangeIterator.TYPE;
            case "longrange_iterator" -> PyLongRangeIterator.TYPE;
            case "str_iterator" -> PyStrIterator.TYPE;
            case "str_ascii_iterator" -> PyStrIterator.ASCII_TYPE;
            case "bytes_iterator" -> PyBytesIterator.TYPE;
            case "bytearray_iterator" -> PyBytesIterator.BYTEARRAY_TYPE;
            default -> null;
        };
    }

    private static PyType other(String name) {
        return switch (name) {
            case "module" -> PyModule.TYPE;
            case "mappingproxy" -> PyMappingProxy.TYPE;
            case "types.GenericAlias" -> PyGenericAlias.TYPE;
            case "types.UnionType" -> PyUnion.TYPE;
            case "types.SimpleNamespace" -> PyNamespace.TYPE;
            case "NoneType" -> PySingleton.NONE_TYPE;
            case "NotImplementedType" -> PySingleton.NOT_IMPLEMENTED_TYPE;
            case "ellipsis" -> PySingleton.ELLIPSIS_TYPE;
            case "re.Pattern" -> PyPattern.TYPE;
            case "re.Match" -> PyMatch.TYPE;
            case "_multibytecodec.MultibyteCodec" -> PyMultibyteCodec.TYPE;
            default -> null;
        };
    }
}
