package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/**
 * The classes of itertools, _operator, _functools and _collections, apart from the Java classes of their instances:
 * importing these modules loads none of those, nor their tables.
 */
final class ToolTypes {
    static final PyType CHAIN = PyType.builtin("itertools.chain", PyType.OBJECT, PyType.BASE);
    static final PyType ACCUMULATE = PyType.builtin("itertools.accumulate", PyType.OBJECT, PyType.BASE);
    static final PyType BATCHED = PyType.builtin("itertools.batched", PyType.OBJECT, PyType.BASE);
    static final PyType COMBINATIONS = PyType.builtin("itertools.combinations", PyType.OBJECT, PyType.BASE);
    static final PyType COMBINATIONS_WITH_REPLACEMENT =
            PyType.builtin("itertools.combinations_with_replacement", PyType.OBJECT, PyType.BASE);
    static final PyType COMPRESS = PyType.builtin("itertools.compress", PyType.OBJECT, PyType.BASE);
    static final PyType COUNT = PyType.builtin("itertools.count", PyType.OBJECT, PyType.BASE);
    static final PyType CYCLE = PyType.builtin("itertools.cycle", PyType.OBJECT, PyType.BASE);
    static final PyType DROP_WHILE = PyType.builtin("itertools.dropwhile", PyType.OBJECT, PyType.BASE);
    static final PyType FILTER_FALSE = PyType.builtin("itertools.filterfalse", PyType.OBJECT, PyType.BASE);
    static final PyType GROUP_BY = PyType.builtin("itertools.groupby", PyType.OBJECT, PyType.BASE);
    static final PyType GROUP = PyType.builtin("itertools._grouper", PyType.OBJECT, 0);
    static final PyType ISLICE = PyType.builtin("itertools.islice", PyType.OBJECT, PyType.BASE);
    static final PyType PAIRWISE = PyType.builtin("itertools.pairwise", PyType.OBJECT, PyType.BASE);
    static final PyType PERMUTATIONS = PyType.builtin("itertools.permutations", PyType.OBJECT, PyType.BASE);
    static final PyType PRODUCT = PyType.builtin("itertools.product", PyType.OBJECT, PyType.BASE);
    static final PyType REPEAT = PyType.builtin("itertools.repeat", PyType.OBJECT, PyType.BASE);
    static final PyType STARMAP = PyType.builtin("itertools.starmap", PyType.OBJECT, PyType.BASE);
    static final PyType TAKE_WHILE = PyType.builtin("itertools.takewhile", PyType.OBJECT, PyType.BASE);
    static final PyType TEE = PyType.builtin("itertools._tee", PyType.OBJECT, PyType.HAS_WEAKREF);
    static final PyType ZIP_LONGEST = PyType.builtin("itertools.zip_longest", PyType.OBJECT, PyType.BASE);
    static final PyType ITEM_GETTER = PyType.builtin("operator.itemgetter", PyType.OBJECT, 0);
    static final PyType ATTRIBUTE_GETTER = PyType.builtin("operator.attrgetter", PyType.OBJECT, 0);
    static final PyType METHOD_CALLER = PyType.builtin("operator.methodcaller", PyType.OBJECT, 0);
    static final PyType PARTIAL =
            PyType.builtin("functools.partial", PyType.OBJECT, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
    static final PyType LRU_CACHE = PyType.builtin(
            "functools._lru_cache_wrapper", PyType.OBJECT, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
    static final PyType KEY_WRAPPER = PyType.builtin("functools.KeyWrapper", PyType.OBJECT, PyType.NO_NEW);
    static final PyType DEQUE =
            PyType.builtin("collections.deque", PyType.OBJECT, PyType.BASE | PyType.HAS_WEAKREF | PyType.SEQUENCE);
    static final PyType DEQUE_ITERATOR = PyType.builtin("collections._deque_iterator", PyType.OBJECT, 0);
    static final PyType DEQUE_REVERSE_ITERATOR =
            PyType.builtin("collections._deque_reverse_iterator", PyType.OBJECT, 0);
    static final PyType DEFAULT_DICT = PyType.builtin("collections.defaultdict", PyDict.TYPE, PyType.BASE);
    static final PyType TUPLE_GETTER = PyType.builtin("collections._tuplegetter", PyType.OBJECT, 0);
    static final PyType ORDERED_DICT = PyType.builtin(
            "collections.OrderedDict", PyDict.TYPE, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);

    private ToolTypes() {}
}
