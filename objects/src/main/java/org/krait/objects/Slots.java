package org.krait.objects;

/**
 * The operations of a type, one virtual method each. The defaults are those of a type that lacks the operation.
 *
 * <p>Arguments are borrowed, results owned. {@code Arithmetic}, {@code Attributes} and the like in the runtime add
 * the protocol around a slot (reflected operands, fall-backs, error messages); call those, not the slots.
 */
public abstract class Slots {
    /** {@code a op b}; NotImplemented when a's type does not know how. */
    public PyObject binary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** {@code other op self}, the reflected method of self; NotImplemented when there is none. */
    public PyObject reflected(ThreadState ts, BinaryOp op, PyObject self, PyObject other) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** {@code a op= b}; NotImplemented when a's type has no in-place form. */
    public PyObject inPlace(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** {@code pow(a, b, modulus)}; NotImplemented when a's type has no such form. */
    public PyObject power(ThreadState ts, PyObject a, PyObject b, PyObject modulus) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** NotImplemented when there is none. */
    public PyObject unary(ThreadState ts, UnaryOp op, PyObject a) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** {@code a op b} as a's type sees it; NotImplemented when it does not know. */
    public PyObject compare(ThreadState ts, CompareOp op, PyObject a, PyObject b) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    /** The truth value; a type with neither {@code __bool__} nor {@code __len__} is true. */
    public boolean truth(ThreadState ts, PyObject a) {
        return true;
    }

    /** {@code len(a)}, at least 0. */
    public int length(ThreadState ts, PyObject a) {
        throw Errors.typeError("object of type '" + a.type.name() + "' has no len()");
    }

    public PyObject getItem(ThreadState ts, PyObject a, PyObject key) {
        throw Errors.typeError("'" + a.type.name() + "' object is not subscriptable");
    }

    public void setItem(ThreadState ts, PyObject a, PyObject key, PyObject value) {
        throw Errors.typeError("'" + a.type.name() + "' object does not support item assignment");
    }

    public void deleteItem(ThreadState ts, PyObject a, PyObject key) {
        boolean byIndex = (key instanceof PyInt || key.type.has(Special.INDEX)) && !(a instanceof PyInt)
                && !(a instanceof PyFloat) && !(a instanceof PySingleton);
        throw Errors.typeError("'" + a.type.name() + "' object " + (byIndex ? "doesn't" : "does not")
                + " support item deletion");
    }

    /** {@code item in a}; null when the type has no {@code __contains__}, so that the caller iterates. */
    public PyObject contains(ThreadState ts, PyObject a, PyObject item) {
        return null;
    }

    /** A new iterator; null when the type has no {@code __iter__}. */
    public PyObject iter(ThreadState ts, PyObject a) {
        return null;
    }

    /** The next item, or null at the end (a StopIteration without a value needs not be made). */
    public PyObject next(ThreadState ts, PyObject iterator) {
        throw Errors.typeError("'" + iterator.type.name() + "' object is not an iterator");
    }

    /** Calls; {@code args} holds the positional arguments and then the values of {@code keywords} (null for none). */
    public PyObject call(ThreadState ts, PyObject callable, PyObject[] args, PyStr[] keywords) {
        String meant = callable instanceof PyModule module ? namesake(module) : "";
        throw Errors.typeError("'" + callable.type.name() + "' object is not callable" + meant);
    }

    /** The advice to call what a module is named for, when it has that. */
    private static String namesake(PyModule module) {
        return module.dict.get("__name__") instanceof PyStr name && module.dict.get(name) instanceof PyObject o
                && o.type.has(Special.CALL)
                        ? ". Did you mean: '" + name + "." + name + "(...)'?"
                        : "";
    }

    public long hash(ThreadState ts, PyObject a) {
        throw new AssertionError("no slot");
    }

    public PyObject repr(ThreadState ts, PyObject a) {
        throw new AssertionError("no slot");
    }

    public PyObject str(ThreadState ts, PyObject a) {
        throw new AssertionError("no slot");
    }

    /** The attribute; null when there is none and no AttributeError was raised. */
    public PyObject getAttribute(ThreadState ts, PyObject a, PyStr name) {
        throw new AssertionError("no slot");
    }

    /** Sets an attribute, or deletes it when {@code value} is null. */
    public void setAttribute(ThreadState ts, PyObject a, PyStr name, PyObject value) {
        throw new AssertionError("no slot");
    }

    /** True when the type has {@code __get__}. */
    public boolean isDescriptor() {
        return false;
    }

    /** True when the type has {@code __set__} or {@code __delete__}. */
    public boolean isDataDescriptor() {
        return false;
    }

    /** Binds a descriptor; {@code instance} null for a lookup on the class {@code owner}. */
    public PyObject descriptorGet(ThreadState ts, PyObject descriptor, PyObject instance, PyObject owner) {
        return descriptor;
    }

    /** Sets through a data descriptor, or deletes when {@code value} is null. */
    public void descriptorSet(ThreadState ts, PyObject descriptor, PyObject instance, PyObject value) {
        throw Errors.attributeError(value == null ? "__delete__" : "__set__");
    }

    /** {@code a.__index__()}; null when there is none. */
    public PyObject index(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code a.__int__()}; null when there is none. */
    public PyObject toInt(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code a.__float__()}; null when there is none. */
    public PyObject toFloat(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code a.__await__()}; null when there is none. */
    public PyObject await(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code a.__aiter__()}; null when there is none. */
    public PyObject asyncIter(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code a.__anext__()}; null when there is none. */
    public PyObject asyncNext(ThreadState ts, PyObject a) {
        return null;
    }

    /** {@code cls.__new__(cls, *args, **keywords)}. */
    public PyObject newInstance(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        throw new AssertionError("no slot");
    }

    /** {@code self.__init__(*args, **keywords)}. */
    public void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {
        throw new AssertionError("no slot");
    }

    /** Runs {@code __del__} or the native finalizer; what it raises goes to sys.unraisablehook. */
    public void finalize(ThreadState ts, PyObject self) {}

    /** Runs {@code __tp_del__}; what it raises goes to sys.unraisablehook. */
    public void finalizeLegacy(ThreadState ts, PyObject self) {}

    /** A view of the bytes of a; null when the type has no buffer. The caller releases it. */
    public PyBuffer buffer(ThreadState ts, PyObject a, int flags) {
        return null;
    }

    /** Calls the callback of a dead weak reference; what it raises goes to sys.unraisablehook. */
    public void runWeakCallback(PyWeakRef ref) {
        throw new AssertionError(ref);
    }
}
