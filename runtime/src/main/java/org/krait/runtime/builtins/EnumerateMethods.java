package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.BinaryOp;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Iteration;
import org.krait.runtime.TypeChecks;

/** The methods of {@link PyEnumerate}. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = "Return an enumerate object.")
final class EnumerateMethods {
    private EnumerateMethods() {}

    @Builtin("__new__(cls, iterable, start=0)")
    static PyObject make(ThreadState ts, PyType cls, PyObject iterable, PyObject start) {
        PyInt first = start == null ? PyInt.ZERO : Arguments.toIndex(ts, start);
        return new PyEnumerate(cls, Iteration.iter(ts, iterable), first);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyEnumerate self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyEnumerate self) {
        PyObject item = Iteration.next(ts, self.iterator);
        if (item == null) {
            return null;
        }
        PyObject number = self.count;
        PyObject pair = PyTuple.of(number, item);
        self.setCount(number.getClass() == PyInt.class && ((PyInt) number).value < Long.MAX_VALUE
                ? PyInt.of(((PyInt) number).value + 1)
                : Arithmetic.binary(ts, BinaryOp.ADD, number, PyInt.ONE));
        return pair;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyEnumerate self) {
        return PyTuple.of(self.type, PyTuple.of(self.iterator, self.count));
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(ThreadState ts, PyType cls, PyObject item) {
        return TypeChecks.genericAlias(cls, item);
    }
}
