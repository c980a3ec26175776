package org.krait.objects;

/**
 * The builtins of one class or module: the base of the tables that the processor generates from {@code @Builtin}
 * methods. A row is called by its id; arguments include the receiver.
 */
public abstract class BuiltinTable extends Slots {
    /** Puts the declared functions (and nothing inherited) into a namespace; {@code owner} null for a module. */
    public abstract void fill(PyDict namespace, PyType owner);

    /** Calls a row with any arguments: positional ones, then the values of {@code keywords} (null for none). */
    public abstract PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords);

    /** Calls a row with no argument. */
    public PyObject call0(int id, ThreadState ts) {
        return call(id, ts, new PyObject[0], null);
    }

    /** Calls a row with one positional argument. */
    public PyObject call1(int id, ThreadState ts, PyObject a) {
        return call(id, ts, new PyObject[] {a}, null);
    }

    /** Calls a row with two positional arguments. */
    public PyObject call2(int id, ThreadState ts, PyObject a, PyObject b) {
        return call(id, ts, new PyObject[] {a, b}, null);
    }

    /** Calls a row with three positional arguments. */
    public PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c) {
        return call(id, ts, new PyObject[] {a, b, c}, null);
    }
}
