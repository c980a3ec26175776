package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;

/** What the types of native functions and descriptors have in common: names, docs and signatures. */
final class BuiltinText {
    private BuiltinText() {}

    static PyObject doc(PyBuiltin self) {
        if (self.doc == null) {
            String standard = SlotDocs.of(self.name.toString());
            return standard == null ? PySingleton.NONE : PyStr.of(standard);
        }
        return PyStr.of(self.doc);
    }

    /** {@code __text_signature__}: {@code "($self, object, /)"}, or None for an attribute. */
    static PyObject signature(PyBuiltin self) {
        int open = self.signature.indexOf('(');
        if (open < 0) {
            return PySingleton.NONE;
        }
        String name = self.name.toString();
        if (name.equals("__new__")) {
            return PyStr.of("($type, *args, **kwargs)");
        }
        String parameters = self.signature.substring(open + 1, self.signature.lastIndexOf(')'));
        if (self.owner == null) {
            return saysNothing(parameters) ? PySingleton.NONE
                    : PyStr.of("($module" + afterReceiver(parameters) + ")");
        }
        if (self.type == PyBuiltin.WRAPPER_TYPE && (name.equals("__init__") || name.equals("__call__"))) {
            return PyStr.of("($self, /, *args, **kwargs)");
        }
        int comma = parameters.indexOf(", ");
        String first = comma < 0 ? parameters : parameters.substring(0, comma);
        String rest = comma < 0 ? "" : parameters.substring(comma + 2);
        if (saysNothing(rest)) {
            return PySingleton.NONE;
        }
        return switch (first) {
            case "self" ->
                PyStr.of("($self" + afterReceiver(rest) + ")");
            case "type", "cls" ->
                PyStr.of("($type" + afterReceiver(rest) + ")");
            default ->
                PyStr.of("(" + parameters + ")");
        };
    }

    /** Parameters as of what is called in forms that no signature describes: {@code min}, {@code dict.update}. */
    private static boolean saysNothing(String parameters) {
        return switch (parameters) {
            case "*args, **kwargs", "*args, **kws", "/, *args, **kwargs" -> true;
            default -> false;
        };
    }

    /** The parameters after the receiver, which is positional-only where no other is. */
    private static String afterReceiver(String parameters) {
        if (parameters.isEmpty()) {
            return ", /";
        }
        return (parameters.equals("/") || parameters.contains("/,") || parameters.endsWith(", /") ? ", " : ", /, ")
                + parameters;
    }

    /** {@code list.append}. */
    static String qualifiedName(PyBuiltin self) {
        return self.owner == null ? self.name.toString() : self.owner.qualifiedName() + "." + self.name;
    }

    /** {@code (getattr, (object, name))}. */
    static PyObject reduce(ThreadState ts, PyObject object, PyStr name) {
        return PyTuple.of(ts.interp.builtins.get("getattr"), PyTuple.of(object, name));
    }

    /** The check of a descriptor's {@code __get__} and {@code __set__}. */
    static void checkInstance(PyBuiltin self, PyObject instance) {
        if (!self.owner.isInstance(instance)) {
            throw Errors.typeError("descriptor '" + self.name + "' for '" + self.owner.name()
                    + "' objects doesn't apply to a '" + instance.type.name() + "' object");
        }
    }

    static PyException noInstance() {
        return Errors.typeError("__get__(None, None) is invalid");
    }

    /** The class that a method is bound to: {@code owner}, or the instance's. */
    static PyObject module(ThreadState ts, PyObject o) {
        PyObject module = Attributes.lookup(ts, o, "__module__");
        return module == null ? PySingleton.NONE : module;
    }
}
