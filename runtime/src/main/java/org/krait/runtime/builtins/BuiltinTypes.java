package org.krait.runtime.builtins;

import org.krait.objects.BuiltinTable;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyProperty;
import org.krait.objects.PyRange;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PySuper;
import org.krait.objects.PyType;
import org.krait.objects.Slots;
import org.krait.runtime.HeapSlots;
import org.krait.runtime.datetime.DateTimeTypes;
import org.krait.runtime.decimal.DecimalTypes;
import org.krait.runtime.pickle.PickleTypes;

/**
 * Which table belongs to which builtin class. A table's class is loaded when its type is first used, so the list may
 * be long.
 */
public final class BuiltinTypes implements PyType.Resolver {
    private BuiltinTypes() {}

    /** Makes builtin classes work: to be called before any Python value is used. */
    public static void install() {
        PyType.install(new BuiltinTypes());
    }

    @Override
    public Slots slots(PyType type) {
        if (type.isHeapType()) {
            return new HeapSlots(type);
        }
        BuiltinTable own = table(type.name());
        if (own == null) {
            return type.base.slots();
        }
        own.attach(type);
        return own;
    }

    @Override
    public void fill(PyType type, PyDict namespace) {
        String doc = null;
        if (type.slots() instanceof BuiltinTable table && (type.base == null || table != type.base.slots())) {
            table.fill(namespace, type);
            doc = table.doc();
        } else if (type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            doc = ExceptionTypes.doc(type.name());
        }
        PyStr name = PyStr.interned("__doc__");
        if (namespace.get(name) == null) {
            namespace.put(name, doc == null ? PySingleton.NONE : PyStr.of(doc));
        }
        if (isUnhashable(type.name())) {
            namespace.put(PyStr.interned("__hash__"), PySingleton.NONE);
        }
        // As CPython's heap types ExceptionGroup has an entry.
        if (!type.builtinModule.equals("builtins") || type == ExceptionTypes.EXCEPTION_GROUP) {
            PyStr module = PyStr.interned("__module__");
            if (namespace.get(module) == null) {
                namespace.put(module, PyStr.interned(type.builtinModule));
            }
        }
    }

    /** Classes whose {@code __hash__} is None. */
    private static boolean isUnhashable(String name) {
        return switch (name) {
            case "list", "dict", "set", "bytearray", "dict_keys", "dict_items", "collections.deque",
                    "types.SimpleNamespace", "weakref.ProxyType", "weakref.CallableProxyType",
                    "collections.OrderedDict", "functools.KeyWrapper" -> true;
            default -> false;
        };
    }

    /** The classes of {@code builtins} that have no place in the list of {@code BuiltinsModule}. */
    static PyType[] otherBuiltins() {
        return new PyType[] {PyProperty.TYPE, PyClassMethod.TYPE, PyStaticMethod.TYPE, PySuper.TYPE, PyRange.TYPE};
    }

    /** Functions, code, frames and generators. */
    private static BuiltinTable callables(String name) {
        return switch (name) {
            case "function" -> new FunctionMethodsTable();
            case "method" -> new MethodMethodsTable();
            case "builtin_function_or_method" -> new BuiltinFunctionMethodsTable();
            case "method_descriptor" -> new MethodDescriptorMethodsTable();
            case "wrapper_descriptor" -> new WrapperDescriptorMethodsTable();
            case "method-wrapper" -> new MethodWrapperMethodsTable();
            case "classmethod_descriptor" -> new ClassMethodDescriptorMethodsTable();
            case "getset_descriptor" -> new GetSetDescriptorMethodsTable();
            case "member_descriptor" -> new MemberDescriptorMethodsTable();
            case "generator" -> new GeneratorMethodsTable();
            case "coroutine" -> new CoroutineMethodsTable();
            case "coroutine_wrapper" -> new CoroutineWrapperMethodsTable();
            case "async_generator" -> new AsyncGeneratorMethodsTable();
            case "async_generator_asend", "async_generator_athrow" -> new AsyncAwaitableMethodsTable();
            case "frame" -> new FrameMethodsTable();
            case "traceback" -> new TracebackMethodsTable();
            case "cell" -> new CellMethodsTable();
            case "code" -> new CodeMethodsTable();
            case "typing.TypeVar" -> new TypeVarMethodsTable();
            case "typing.ParamSpec" -> new ParamSpecMethodsTable();
            case "typing.TypeVarTuple" -> new TypeVarTupleMethodsTable();
            case "typing.ParamSpecArgs", "typing.ParamSpecKwargs" -> new ParamSpecPartMethodsTable();
            case "typing.TypeAliasType" -> new TypeAliasMethodsTable();
            default -> null;
        };
    }

    /** The table of a class by its name in messages, or null when it has only what it inherits. */
    private static BuiltinTable table(String name) {
        if (name.startsWith("datetime.")) {
            return DateTimeTypes.table(name.substring("datetime.".length()));
        }
        if (name.startsWith("decimal.")) {
            return DecimalTypes.table(name.substring("decimal.".length()));
        }
        if (name.startsWith("_pickle.") || name.startsWith("pickle.")) {
            return PickleTypes.table(name);
        }
        BuiltinTable found = classes(name);
        if (found == null) {
            found = containers(name);
        }
        if (found == null) {
            found = numbers(name);
        }
        if (found == null) {
            found = tools(name);
        }
        if (found == null) {
            found = callables(name);
        }
        return found;
    }

    /** Classes about classes, attributes and exceptions. */
    private static BuiltinTable classes(String name) {
        return switch (name) {
            case "object" -> new ObjectMethodsTable();
            case "type" -> new TypeSlots();
            case "property" -> new PropertyMethodsTable();
            case "classmethod" -> new ClassMethodMethodsTable();
            case "staticmethod" -> new StaticMethodMethodsTable();
            case "super" -> new SuperMethodsTable();
            case "mappingproxy" -> new MappingProxyMethodsTable();
            case "module" -> new ModuleMethodsTable();
            case "NoneType" -> new NoneMethodsTable();
            case "NotImplementedType" -> new NotImplementedMethodsTable();
            case "ellipsis" -> new EllipsisMethodsTable();
            case "types.SimpleNamespace" -> new NamespaceMethodsTable();
            case "types.GenericAlias" -> new GenericAliasMethodsTable();
            case "types.UnionType" -> new UnionMethodsTable();
            case "weakref.ReferenceType" -> new WeakRefSlots();
            case "weakref.ProxyType", "weakref.CallableProxyType" -> new WeakProxySlots();
            case "BaseException" -> new BaseExceptionMethodsTable();
            case "BaseExceptionGroup" -> new BaseExceptionGroupMethodsTable();
            case "StopIteration" -> new StopIterationMethodsTable();
            case "SystemExit" -> new SystemExitMethodsTable();
            case "KeyError" -> new KeyErrorMethodsTable();
            case "NameError" -> new NameErrorMethodsTable();
            case "AttributeError" -> new AttributeErrorMethodsTable();
            case "ImportError" -> new ImportErrorMethodsTable();
            case "SyntaxError" -> new SyntaxErrorMethodsTable();
            case "OSError" -> new OSErrorMethodsTable();
            case "UnicodeDecodeError" -> new UnicodeDecodeErrorMethodsTable();
            case "UnicodeEncodeError" -> new UnicodeEncodeErrorMethodsTable();
            case "UnicodeTranslateError" -> new UnicodeTranslateErrorMethodsTable();
            default -> null;
        };
    }

    /** Containers, their views and iterators. */
    private static BuiltinTable containers(String name) {
        return switch (name) {
            case "list" -> new ListMethodsTable();
            case "tuple" -> new TupleMethodsTable();
            case "memory_iterator" -> new MemoryIteratorMethodsTable();
            case "memoryview" -> new MemoryViewMethodsTable();
            case "bytearray" -> new ByteArrayMethodsTable();
            case "bytes" -> new BytesMethodsTable();
            case "str" -> new StrMethodsTable();
            case "dict" -> new DictMethodsTable();
            case "set" -> new SetMethodsTable();
            case "frozenset" -> new FrozenSetMethodsTable();
            case "dict_keys" -> new DictKeysMethodsTable();
            case "dict_items" -> new DictItemsMethodsTable();
            case "dict_values" -> new DictValuesMethodsTable();
            case "list_iterator", "list_reverseiterator", "tuple_iterator", "str_iterator", "str_ascii_iterator",
                    "bytes_iterator", "bytearray_iterator", "iterator" -> new ContainerIteratorMethodsTable();
            case "dict_keyiterator", "dict_valueiterator", "dict_itemiterator", "dict_reversekeyiterator",
                    "dict_reversevalueiterator", "dict_reverseitemiterator", "set_iterator" ->
                new HashIteratorMethodsTable();
            default -> null;
        };
    }

    /** Numbers, slices and ranges. */
    private static BuiltinTable numbers(String name) {
        return switch (name) {
            case "int" -> new IntMethodsTable();
            case "bool" -> new BoolMethodsTable();
            case "float" -> new FloatMethodsTable();
            case "complex" -> new ComplexMethodsTable();
            case "slice" -> new SliceMethodsTable();
            case "range" -> new RangeMethodsTable();
            case "range_iterator" -> new RangeIteratorMethodsTable();
            case "longrange_iterator" -> new LongRangeIteratorMethodsTable();
            default -> null;
        };
    }

    /** The classes of {@link ToolTypes}. */
    private static BuiltinTable tools(String name) {
        return switch (name) {
            case "itertools.chain" -> new PyChainTable();
            case "itertools.accumulate" -> new PyAccumulateTable();
            case "itertools.batched" -> new PyBatchedTable();
            case "itertools.combinations" -> new PyCombinationsTable();
            case "itertools.combinations_with_replacement" -> new PyCombinationsWithReplacementTable();
            case "itertools.compress" -> new PyCompressIteratorTable();
            case "itertools.count" -> new PyCountTable();
            case "itertools.cycle" -> new PyCycleTable();
            case "itertools.dropwhile" -> new PyDropWhileTable();
            case "itertools.filterfalse" -> new PyFilterFalseTable();
            case "itertools.groupby" -> new PyGroupByTable();
            case "itertools._grouper" -> new PyGroupTable();
            case "itertools.islice" -> new PyIsliceTable();
            case "itertools.pairwise" -> new PyPairwiseTable();
            case "itertools.permutations" -> new PyPermutationsTable();
            case "itertools.product" -> new PyProductTable();
            case "itertools.repeat" -> new PyRepeatTable();
            case "itertools.starmap" -> new PyStarmapTable();
            case "itertools.takewhile" -> new PyTakeWhileTable();
            case "itertools._tee" -> new PyTeeTable();
            case "itertools.zip_longest" -> new PyZipLongestTable();
            case "operator.itemgetter" -> new PyItemGetterTable();
            case "operator.attrgetter" -> new PyAttributeGetterTable();
            case "operator.methodcaller" -> new PyMethodCallerTable();
            case "functools.partial" -> new PyPartialTable();
            case "functools._lru_cache_wrapper" -> new PyLruCacheTable();
            case "functools.KeyWrapper" -> new PyKeyWrapperTable();
            case "collections.deque" -> new DequeMethodsTable();
            case "collections._deque_iterator", "collections._deque_reverse_iterator" -> new PyDequeIteratorTable();
            case "collections.defaultdict" -> new PyDefaultDictTable();
            case "collections._tuplegetter" -> new PyTupleGetterTable();
            case "collections.OrderedDict" -> new PyOrderedDictTable();
            default -> null;
        };
    }
}
