package org.krait.objects.builtin;

/** Which special method is which slot of {@code Slots}. */
final class SlotNames {
    /** Binary operators: special method stem, BinaryOp constant. */
    static final String[][] BINARY = {
        {"add", "ADD"}, {"sub", "SUBTRACT"}, {"mul", "MULTIPLY"}, {"matmul", "MATRIX_MULTIPLY"},
        {"truediv", "TRUE_DIVIDE"}, {"floordiv", "FLOOR_DIVIDE"}, {"mod", "REMAINDER"}, {"pow", "POWER"},
        {"lshift", "LSHIFT"}, {"rshift", "RSHIFT"}, {"and", "AND"}, {"xor", "XOR"}, {"or", "OR"},
        {"divmod", "DIVMOD"}
    };
    /** Unary operators: special method, UnaryOp constant. */
    static final String[][] UNARY = {
        {"__neg__", "NEGATIVE"}, {"__pos__", "POSITIVE"}, {"__invert__", "INVERT"}, {"__abs__", "ABSOLUTE"}
    };
    /** Comparisons: special method, CompareOp constant. */
    static final String[][] COMPARE = {
        {"__lt__", "LT"}, {"__le__", "LE"}, {"__eq__", "EQ"}, {"__ne__", "NE"}, {"__gt__", "GT"}, {"__ge__", "GE"}
    };
    /** The other slots: special method, header of the override, parameters to pass, kind of result. */
    static final String[][] SINGLE = {
        {"__bool__", "boolean truth(ThreadState ts, PyObject a)", "a", "boolean"},
        {"__len__", "int length(ThreadState ts, PyObject a)", "a", "length"},
        {"__getitem__", "PyObject getItem(ThreadState ts, PyObject a, PyObject b)", "a b", "object"},
        {"__setitem__", "void setItem(ThreadState ts, PyObject a, PyObject b, PyObject c)", "a b c", "void"},
        {"__delitem__", "void deleteItem(ThreadState ts, PyObject a, PyObject b)", "a b", "void"},
        {"__contains__", "PyObject contains(ThreadState ts, PyObject a, PyObject b)", "a b", "object"},
        {"__iter__", "PyObject iter(ThreadState ts, PyObject a)", "a", "object"},
        {"__next__", "PyObject next(ThreadState ts, PyObject a)", "a", "object"},
        {"__hash__", "long hash(ThreadState ts, PyObject a)", "a", "hash"},
        {"__repr__", "PyObject repr(ThreadState ts, PyObject a)", "a", "object"},
        {"__str__", "PyObject str(ThreadState ts, PyObject a)", "a", "object"},
        {"__getattribute__", "PyObject getAttribute(ThreadState ts, PyObject a, PyStr b)", "a b", "object"},
        {"__index__", "PyObject index(ThreadState ts, PyObject a)", "a", "object"},
        {"__int__", "PyObject toInt(ThreadState ts, PyObject a)", "a", "object"},
        {"__float__", "PyObject toFloat(ThreadState ts, PyObject a)", "a", "object"},
        {"__await__", "PyObject await(ThreadState ts, PyObject a)", "a", "object"},
        {"__aiter__", "PyObject asyncIter(ThreadState ts, PyObject a)", "a", "object"},
        {"__anext__", "PyObject asyncNext(ThreadState ts, PyObject a)", "a", "object"},
        {"__del__", "void finalize(ThreadState ts, PyObject a)", "a", "void"},
        {"__get__", "PyObject descriptorGet(ThreadState ts, PyObject a, PyObject b, PyObject c)", "a b c", "object"},
    };
    private static final String[] OTHERS = {
        "__setattr__", "__delattr__", "__set__", "__delete__", "__call__", "__new__", "__init__", "__buffer__"
    };

    private SlotNames() {}

    static boolean isSlot(String name) {
        for (String[] pair : BINARY) {
            if (name.equals("__" + pair[0] + "__") || name.equals("__r" + pair[0] + "__")
                    || name.equals("__i" + pair[0] + "__")) {
                return true;
            }
        }
        return find(UNARY, name) || find(COMPARE, name) || find(SINGLE, name)
                || java.util.Arrays.asList(OTHERS).contains(name);
    }

    private static boolean find(String[][] table, String name) {
        for (String[] row : table) {
            if (row[0].equals(name)) {
                return true;
            }
        }
        return false;
    }
}
