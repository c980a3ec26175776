package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** The methods of {@code typing.Generic}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        Abstract base class for generic types.

        On Python 3.12 and newer, generic classes implicitly inherit from
        Generic when they declare a parameter list after the class's name::

            class Mapping[KT, VT]:
                def __getitem__(self, key: KT) -> VT:
                    ...
                # Etc.""")
public final class GenericMethods {
    private GenericMethods() {}

    @Builtin(value = "__class_getitem__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS_METHOD,
            doc = "Parameterizes a generic class.")
    static PyObject classGetItem(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return Typing.call(ts, "_generic_class_getitem", Calls.prepend(cls, args), keywords);
    }

    @Builtin(value = "__init_subclass__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS_METHOD,
            doc = "Function to initialize subclasses.")
    static PyObject initSubclass(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return Typing.call(ts, "_generic_init_subclass", Calls.prepend(cls, args), keywords);
    }
}
