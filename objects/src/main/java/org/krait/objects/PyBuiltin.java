package org.krait.objects;

/**
 * A native callable or attribute: a row of a {@link BuiltinTable}. Builtin functions, method descriptors, slot
 * wrappers, class and static methods, getset descriptors; and, with {@code self}, their bound forms.
 */
public final class PyBuiltin extends PyObject {
    /** Functions of modules and bound methods: {@code <built-in function len>}. */
    public static final PyType FUNCTION_TYPE = PyType.builtin("builtin_function_or_method", PyType.OBJECT, 0);
    /** {@code <method 'append' of 'list' objects>}. */
    public static final PyType METHOD_TYPE = PyType.builtin("method_descriptor", PyType.OBJECT, 0);
    /** {@code <slot wrapper '__len__' of 'list' objects>}. */
    public static final PyType WRAPPER_TYPE = PyType.builtin("wrapper_descriptor", PyType.OBJECT, 0);
    /** {@code <method-wrapper '__len__' of list object at 0x…>}. */
    public static final PyType BOUND_WRAPPER_TYPE = PyType.builtin("method-wrapper", PyType.OBJECT, 0);
    /** {@code <method 'fromkeys' of 'dict' objects>} that gets the class. */
    public static final PyType CLASS_METHOD_TYPE = PyType.builtin("classmethod_descriptor", PyType.OBJECT, 0);
    /** {@code <attribute 'real' of 'complex' objects>}. */
    public static final PyType GETSET_TYPE = PyType.builtin("getset_descriptor", PyType.OBJECT, 0);
    /** {@code <member 'start' of 'slice' objects>}. */
    public static final PyType MEMBER_TYPE = PyType.builtin("member_descriptor", PyType.OBJECT, 0);

    public final BuiltinTable table;
    /** The row of the table. */
    public final int id;
    public final PyStr name;
    /** The signature as declared, {@code "append(self, object, /)"}. */
    public final String signature;
    public final String doc;
    /** The class it was declared in; null for functions of modules. */
    public final PyType owner;
    /** The bound object or the module; null when unbound. Counted unless immortal. */
    public final PyObject self;
    /** The name of the module of a function, for {@code __module__}; null for methods. */
    public final String module;
    /** The setter's row of a getset descriptor; -1 for read-only. */
    public final int setterId;

    public PyBuiltin(PyType type, BuiltinTable table, int id, PyStr name, String signature, String doc, PyType owner,
            String module, int setterId) {
        super(type, Refs.IMMORTAL);
        this.table = table;
        this.id = id;
        this.name = name;
        this.signature = signature;
        this.doc = doc;
        this.owner = owner;
        this.self = null;
        this.module = module;
        this.setterId = setterId;
    }

    private PyBuiltin(PyBuiltin function, PyType type, PyObject self) {
        super(type);
        table = function.table;
        id = function.id;
        name = function.name;
        signature = function.signature;
        doc = function.doc;
        owner = function.owner;
        module = function.module;
        setterId = function.setterId;
        this.self = self;
        Refs.incRef(self);
    }

    /** The bound form: a builtin method or method-wrapper. */
    public PyBuiltin bind(PyObject self) {
        return new PyBuiltin(this, type == WRAPPER_TYPE ? BOUND_WRAPPER_TYPE : FUNCTION_TYPE, self);
    }

    /** The signature taken apart. */
    public Signature parsedSignature() {
        return table.signature(id);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(self);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (self != null) {
            visitor.visit(self);
        }
    }
}
