package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code _pickle.Unpickler}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__init__",
        doc = "This takes a binary file for reading a pickle data stream.\n\nThe protocol of the pickle is found in it."
                + " encoding and errors say how 8-bit strings of Python 2 are\ndecoded; the encoding 'bytes' leaves "
                + "them as bytes. buffers gives what stayed out of the stream.")
final class UnpicklerMethods {
    private UnpicklerMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyUnpickler(type);
    }

    @Builtin("__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")
    static void init(ThreadState ts, PyUnpickler self, PyObject file, boolean fixImports, PyObject encoding,
            PyObject errors, PyObject buffers) {
        self.setFile(ts, file);
        self.init(ts, fixImports, encoding, errors, buffers);
    }

    @Builtin(value = "load(self, /)", doc = "Load a pickle.\n\nReads one object from the file and returns it.")
    static PyObject load(ThreadState ts, PyUnpickler self) {
        if (self.input == null) {
            throw PickleTypes.unpicklingError("Unpickler.__init__() was not called by " + self.type.name()
                    + ".__init__()");
        }
        return new Loader(ts, self).load();
    }

    @Builtin(
            value = "find_class(self, module_name, global_name, /)",
            doc = "Return an object from a specified module.\n\nThe module is imported when it was not. Subclasses may "
                    + "override it to control what is loaded.")
    static PyObject findClass(ThreadState ts, PyUnpickler self, PyObject module, PyObject name) {
        AuditHooks.raise(ts, "pickle.find_class", module, name);
        PyStr moduleName = module instanceof PyStr m ? m : Texts.str(ts, module);
        PyStr globalName = name instanceof PyStr n ? n : Texts.str(ts, name);
        return Globals.find(ts, moduleName, globalName, self.protocol, self.fixImports);
    }

    @Builtin("__sizeof__(self, /)")
    static long size(PyUnpickler self) {
        return 232 + 8L * self.memoLength();
    }

    @Attribute("persistent_load")
    static PyObject persistentLoad(PyUnpickler self) {
        if (self.persistentLoad == null) {
            throw Errors.attributeError("persistent_load");
        }
        return self.persistentLoad;
    }

    @Attribute(value = "persistent_load", setter = true)
    static void setPersistentLoad(PyUnpickler self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("attribute deletion is not supported");
        }
        if (!Calls.isCallable(value)) {
            throw Errors.typeError("persistent_load must be a callable taking one argument");
        }
        self.setPersistentLoad(value);
    }

    @Attribute("memo")
    static PyObject memo(PyUnpickler self) {
        return new PyMemoProxy(PickleTypes.UNPICKLER_MEMO, self);
    }

    @Attribute(value = "memo", setter = true)
    static void setMemo(ThreadState ts, PyUnpickler self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("attribute deletion is not supported");
        }
        PyObject entries = value instanceof PyMemoProxy proxy && proxy.owner instanceof PyUnpickler
                ? UnpicklerMemoMethods.copy(ts, proxy)
                : value;
        if (!(entries instanceof PyDict dict)) {
            throw Errors.typeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, not "
                    + value.type.name());
        }
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (!(dict.keys[i] instanceof PyInt key)) {
                throw Errors.typeError("memo key must be integers");
            }
            if (key.signum() < 0) {
                throw Errors.valueError("memo key must be positive integers.");
            }
        }
        PyDict copy = entries == value ? dict.copy() : dict;
        self.clearMemo();
        for (int i = copy.nextEntry(0); i >= 0; i = copy.nextEntry(i + 1)) {
            self.memoize(((PyInt) copy.keys[i]).value, copy.values[i]);
        }
        Refs.drop(copy);
    }
}
