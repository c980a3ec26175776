package org.krait.runtime.builtins;

import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code dict_values}. */
@BuiltinType(base = ObjectMethods.class)
public final class DictValuesMethods {
    private DictValuesMethods() {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyDictView self) {
        return DictViews.repr(ts, self);
    }

    @Builtin("__len__(self, /)")
    static int length(PyDictView self) {
        return DictMethods.length(self.dict);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyDictView self) {
        return new PyDictIterator(self.dict, self.kind, false);
    }

    @Builtin("__reversed__(self, /)")
    static PyObject reversed(PyDictView self) {
        return new PyDictIterator(self.dict, self.kind, true);
    }

    @Attribute(value = "mapping", doc = "dictionary that this view refers to")
    static PyObject mapping(PyDictView self) {
        return new PyMappingProxy(self.dict);
    }
}
