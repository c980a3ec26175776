package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.ExceptionGroups;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;

/** The methods of {@code BaseExceptionGroup} and {@code ExceptionGroup}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "A combination of multiple unrelated exceptions.")
public final class BaseExceptionGroupMethods {
    private BaseExceptionGroupMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("BaseExceptionGroup.__new__() takes no keyword arguments");
        }
        if (args.length != 2) {
            throw Errors.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (" + args.length
                    + " given)");
        }
        if (!(args[0] instanceof PyStr)) {
            throw Errors.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not "
                    + Arguments.shown(args[0]));
        }
        if (!Iteration.isSequence(args[1])) {
            throw Errors.typeError("second argument (exceptions) must be a sequence");
        }
        PyObject[] items = ExceptionFields.items(ts, args[1]);
        if (items.length == 0) {
            throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
        }
        boolean base = false;
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyBaseException)) {
                throw Errors.valueError("Item " + i + " of second argument (exceptions) is not an exception");
            }
            base |= !ExceptionTypes.EXCEPTION.isInstance(items[i]);
        }
        PyType cls = type;
        if (type == ExceptionTypes.BASE_EXCEPTION_GROUP && !base) {
            cls = ExceptionTypes.EXCEPTION_GROUP;
        } else if (type == ExceptionTypes.EXCEPTION_GROUP && base) {
            throw Errors.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
        } else if (base && type.isSubtypeOf(ExceptionTypes.EXCEPTION)) {
            throw Errors.typeError("Cannot nest BaseExceptions in '" + type.name() + "'");
        }
        PyBaseException made = new PyBaseException(cls, PyTuple.of(args[0], args[1]));
        made.setExtra(ExceptionGroups.MESSAGE, args[0]);
        made.setExtra(ExceptionGroups.EXCEPTIONS, PyTuple.of(items.clone()));
        return made;
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        BaseExceptionMethods.init(ts, self, args, keywords);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        int n = ExceptionGroups.exceptions(self).size();
        return PyStr.of(Texts.str(ts, self.extra(ExceptionGroups.MESSAGE)) + " (" + n + " sub-exception"
                + (n == 1 ? ")" : "s)"));
    }

    @Builtin(value = "derive(self, excs, /)",
            doc = "Return an exception group with the same message, of other exceptions.")
    static PyObject derive(ThreadState ts, PyBaseException self, PyObject excs) {
        return make(ts, ExceptionTypes.BASE_EXCEPTION_GROUP,
                new PyObject[] {self.extra(ExceptionGroups.MESSAGE), excs}, null);
    }

    @Builtin(value = "split(self, matcher_value, /)", doc = "Divide the group into what matches and what does not.")
    static PyObject split(ThreadState ts, PyBaseException self, PyObject matcher_value) {
        PyBaseException[] parts = ExceptionGroups.split(ts, self, matcher_value, true);
        return PyTuple.of(parts[0] == null ? PySingleton.NONE : parts[0],
                parts[1] == null ? PySingleton.NONE : parts[1]);
    }

    @Builtin(value = "subgroup(self, matcher_value, /)", doc = "Return the part of the group that matches, or None.")
    static PyObject subgroup(ThreadState ts, PyBaseException self, PyObject matcher_value) {
        PyBaseException match = ExceptionGroups.split(ts, self, matcher_value, false)[0];
        return match == null ? PySingleton.NONE : match;
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(PyType cls, PyObject object) {
        return TypeChecks.genericAlias(cls, object);
    }

    @Attribute(value = "message", member = true, doc = "exception message")
    static PyObject getMessage(PyBaseException self) {
        return ExceptionFields.get(self, ExceptionGroups.MESSAGE);
    }

    @Attribute(value = "exceptions", member = true, doc = "nested exceptions")
    static PyObject getExceptions(PyBaseException self) {
        return ExceptionGroups.exceptions(self);
    }
}
