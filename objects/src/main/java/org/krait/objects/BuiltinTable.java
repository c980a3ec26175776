package org.krait.objects;

/**
 * The builtins of one class or module: the base of the tables that the processor generates from {@code @Builtin}
 * methods. A row is called by its id; arguments include the receiver.
 */
public abstract class BuiltinTable extends Slots {
    /** How a row is found and bound: a function of a module. */
    protected static final int FUNCTION = 0;
    protected static final int METHOD = 1;
    protected static final int WRAPPER = 2;
    protected static final int CLASS_METHOD = 3;
    protected static final int STATIC_METHOD = 4;
    protected static final int GETSET = 5;
    protected static final int MEMBER = 6;

    /** The class that the table is of; null for a module. */
    protected PyType owner;
    private Signature[] signatures;

    /** Puts the declared functions (and nothing inherited) into a namespace; {@code owner} null for a module. */
    public abstract void fill(PyDict namespace, PyType owner);

    /** Tells the table of a class which one it is, for messages. */
    public final void attach(PyType owner) {
        this.owner = owner;
    }

    /** The docstring of the class or module; null for none. */
    public String doc() {
        return null;
    }

    /** The class's {@code __text_signature__}; null for none. */
    public String textSignature() {
        return null;
    }

    /** The module's name; null for a class. */
    public String moduleName() {
        return null;
    }

    /** Adds constants and classes to a new module. */
    public void initialize(ThreadState ts, PyModule module) {}

    /** The signature text of a row. */
    protected abstract String text(int id);

    /** The number of rows. */
    protected abstract int rows();

    /** What stands before the name in messages: {@code "list."}, {@code "math."} or {@code ""}. */
    protected String prefix() {
        return owner == null ? "" : owner.pyName() + ".";
    }

    /** Whether the row's first parameter is the receiver. */
    protected abstract boolean hasReceiver(int id);

    /** Calls a row with any arguments: positional ones, then the values of {@code keywords} (null for none). */
    public abstract PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords);

    /** Calls a row with no argument. */
    public abstract PyObject call0(int id, ThreadState ts);

    /** Calls a row with one positional argument. */
    public abstract PyObject call1(int id, ThreadState ts, PyObject a);

    /** Calls a row with two positional arguments. */
    public abstract PyObject call2(int id, ThreadState ts, PyObject a, PyObject b);

    /** Calls a row with three positional arguments. */
    public abstract PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c);

    /** The signature of a row, taken apart on first use. */
    public final Signature signature(int id) {
        Signature[] all = signatures;
        if (all == null) {
            all = new Signature[rows()];
            signatures = all;
        }
        Signature s = all[id];
        if (s == null) {
            s = Signature.parse(text(id), hasReceiver(id));
            all[id] = s;
        }
        return s;
    }

    /** Binds arguments to the parameters of a row; see {@link Arguments#bind}. */
    protected final PyObject[] bind(int id, PyObject[] args, PyStr[] keywords) {
        Signature s = signature(id);
        if (keywords == null && args.length >= s.required && (args.length <= s.positional || s.varArgs)
                && !s.requiresKeywords) {
            PyObject[] bound = new PyObject[s.names.length];
            System.arraycopy(args, 0, bound, 0, Math.min(args.length, s.positional));
            return bound;
        }
        return Arguments.bind(s, prefix(), isWrapper(s.name), args, keywords);
    }

    private boolean isWrapper(String name) {
        return owner != null && name.startsWith("__") && owner.namespace().get(name) instanceof PyBuiltin b
                && b.type == PyBuiltin.WRAPPER_TYPE;
    }

    /** Adds one row to a namespace. */
    protected final void add(PyDict namespace, PyType owner, int kind, int id, int setterId, String doc) {
        String text = text(id);
        int open = text.indexOf('(');
        PyStr name = PyStr.interned(open < 0 ? text : text.substring(0, open));
        PyType type = switch (kind) {
            case METHOD -> PyBuiltin.METHOD_TYPE;
            case WRAPPER -> PyBuiltin.WRAPPER_TYPE;
            case CLASS_METHOD -> PyBuiltin.CLASS_METHOD_TYPE;
            case GETSET -> PyBuiltin.GETSET_TYPE;
            case MEMBER -> PyBuiltin.MEMBER_TYPE;
            default -> PyBuiltin.FUNCTION_TYPE;
        };
        namespace.put(name, new PyBuiltin(type, this, id, name, text, doc, owner, moduleName(), setterId));
    }
}
