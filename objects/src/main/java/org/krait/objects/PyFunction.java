package org.krait.objects;

import org.krait.objects.code.CodeObject;

/** A Python function. */
public final class PyFunction extends PyInstance {
    public static final PyType TYPE = PyType.builtin("function", PyType.OBJECT, PyType.HAS_DICT | PyType.HAS_WEAKREF);

    private CodeObject code;
    public final PyDict globals;
    /** The namespace of builtins as found when the function was made. */
    public final PyDict builtins;
    /** The cells of the free variables, in the order of the code's names; null for none. */
    public final PyTuple closure;
    private PyTuple defaults;
    private PyDict keywordDefaults;
    private PyObject annotations;
    private PyStr name;
    private PyStr qualifiedName;
    /** Null until someone asks: then it is the code's. */
    private PyObject doc;
    private PyObject module;
    private PyObject typeParams;
    /** Changes when code or defaults change, for inline caches. */
    public int version;

    public PyFunction(CodeObject code, PyDict globals, PyDict builtins, PyTuple closure) {
        super(TYPE);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.closure = closure;
        name = code.name;
        qualifiedName = code.qualifiedName;
        Refs.incRef(globals);
        Refs.xincRef(closure);
    }

    public CodeObject code() {
        return code;
    }

    public void setCode(CodeObject value) {
        if (Mutations.isTold(this)) {
            changed("__code__", value);
        }
        doc();
        setDoc(doc());
        code = value;
        version++;
    }

    /** The defaults of the last positional parameters; null for none. */
    public PyTuple defaults() {
        return defaults;
    }

    public void setDefaults(PyTuple value) {
        if (Mutations.isTold(this)) {
            changed("__defaults__", value);
        }
        PyObject old = defaults;
        Refs.xincRefFrom(this, value);
        defaults = value;
        version++;
        Refs.xdecRef(old);
    }

    /** The defaults of keyword-only parameters; null for none. */
    public PyDict keywordDefaults() {
        return keywordDefaults;
    }

    public void setKeywordDefaults(PyDict value) {
        if (Mutations.isTold(this)) {
            changed("__kwdefaults__", value);
        }
        PyObject old = keywordDefaults;
        Refs.xincRefFrom(this, value);
        keywordDefaults = value;
        version++;
        Refs.xdecRef(old);
    }

    /** A dict, or a tuple of names and values that still has to become one; null for none. */
    public PyObject annotations() {
        return annotations;
    }

    public void setAnnotations(PyObject value) {
        if (Mutations.isTold(this)) {
            changed("__annotations__", value);
        }
        PyObject old = annotations;
        Refs.xincRefFrom(this, value);
        annotations = value;
        Refs.xdecRef(old);
    }

    public PyStr name() {
        return name;
    }

    public void setName(PyStr value) {
        if (Mutations.isTold(this)) {
            changed("__name__", value);
        }
        name = value;
    }

    public PyStr qualifiedName() {
        return qualifiedName;
    }

    public void setQualifiedName(PyStr value) {
        if (Mutations.isTold(this)) {
            changed("__qualname__", value);
        }
        qualifiedName = value;
    }

    /** {@code __doc__}: as set, else the docstring of the code. */
    public PyObject doc() {
        return doc != null ? doc : code.docstring();
    }

    public void setDoc(PyObject value) {
        if (Mutations.isTold(this)) {
            changed("__doc__", value);
        }
        PyObject old = doc;
        Refs.xincRefFrom(this, value);
        doc = value;
        Refs.xdecRef(old);
    }

    /** {@code __module__}; null when it was never looked up: then it is the globals' {@code __name__}. */
    public PyObject module() {
        return module;
    }

    public void setModule(PyObject value) {
        if (Mutations.isTold(this)) {
            changed("__module__", value);
        }
        PyObject old = module;
        Refs.xincRefFrom(this, value);
        module = value;
        Refs.xdecRef(old);
    }

    /** {@code __type_params__}; null for none. */
    public PyObject typeParams() {
        return typeParams;
    }

    public void setTypeParams(PyObject value) {
        if (Mutations.isTold(this)) {
            changed("__type_params__", value);
        }
        PyObject old = typeParams;
        Refs.xincRefFrom(this, value);
        typeParams = value;
        Refs.xdecRef(old);
    }

    private void changed(String attribute, PyObject value) {
        boolean told = value == null || !attribute.equals("__annotations__") || value instanceof PyDict;
        Mutations.note(this, told ? Mutations.Kind.ATTRIBUTE : Mutations.Kind.OTHER, PyStr.interned(attribute),
                value == null ? PySingleton.NONE : value);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(globals);
        Refs.xdecRef(closure);
        Refs.xdecRef(defaults);
        Refs.xdecRef(keywordDefaults);
        Refs.xdecRef(annotations);
        Refs.xdecRef(doc);
        Refs.xdecRef(module);
        Refs.xdecRef(typeParams);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        PyObject[] all = {globals, closure, defaults, keywordDefaults, annotations, doc, module, typeParams};
        for (PyObject o : all) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
