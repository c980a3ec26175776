package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code contextvars.Token}. */
@BuiltinType(base = ObjectMethods.class)
public final class ContextTokenMethods {
    private ContextTokenMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        throw Errors.runtimeError("Tokens can only be created by ContextVars");
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(ThreadState ts, PyContextToken self) {
        PyStrBuilder out = new PyStrBuilder();
        out.append(self.used ? "<Token used var=" : "<Token var=").append(ContextVarMethods.repr(ts, self.variable));
        return out.append(" at 0x").append(Long.toHexString(Identity.of(ts.interp, self))).append('>').toPyStr();
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyContextToken self) {
        throw Errors.typeError("unhashable type: 'Token'");
    }

    @Attribute(value = "var")
    static PyObject variable(PyContextToken self) {
        return self.variable;
    }

    @Attribute(value = "old_value")
    static PyObject oldValue(PyContextToken self) {
        return self.oldValue == null ? PyTokenMissing.MISSING : self.oldValue;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
