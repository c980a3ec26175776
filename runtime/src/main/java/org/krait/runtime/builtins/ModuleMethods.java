package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Instances;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;

/** The methods of {@code module}. */
@BuiltinType(base = ObjectMethods.class, signature = "__init__", doc = """
        Create a module object.

        The name must be a string; the optional docstring can have any type.""")
public final class ModuleMethods {
    private static final PyStr DIR = PyStr.interned("__dir__");
    private static final PyStr ANNOTATIONS = PyStr.interned("__annotations__");

    private ModuleMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyModule made = new PyModule(type);
        made.materializeDict();
        return made;
    }

    @Builtin("__init__(self, /, name, doc=None)")
    static void init(ThreadState ts, PyModule self, PyObject name, PyObject doc) {
        if (!(name instanceof PyStr)) {
            throw Errors.typeError("module() argument 'name' must be str, not " + Arguments.shown(name));
        }
        PyDict dict = self.materializeDict();
        dict.put("__name__", name);
        dict.put("__doc__", doc == null ? PySingleton.NONE : doc);
        for (String later : new String[] {"__package__", "__loader__", "__spec__"}) {
            dict.put(later, PySingleton.NONE);
        }
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyModule self, PyObject name) {
        return Attributes.moduleGet(ts, self, Instances.attributeName(name));
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyModule self) {
        PyDict dict = self.materializeDict();
        PyObject name = dict.get("__name__");
        String shown = name == null ? "'?'" : Texts.repr(ts, name).toString();
        PyObject spec = dict.get("__spec__");
        if (spec != null && spec != PySingleton.NONE) {
            PyObject specName = Attributes.lookup(ts, spec, "name");
            String text = specName == null ? "'?'" : Texts.repr(ts, specName).toString();
            PyObject origin = Attributes.lookup(ts, spec, "origin");
            PyObject loader = Attributes.lookup(ts, spec, "loader");
            if (origin == null || origin == PySingleton.NONE) {
                return PyStr.of(loader == null || loader == PySingleton.NONE
                        ? "<module " + text + ">"
                        : isNamespaceLoader(ts, loader)
                        ? "<module " + text + " (namespace) from " + Texts.repr(ts, folders(ts, loader)) + ">"
                        : "<module " + text + " (" + Texts.repr(ts, loader) + ")>");
            }
            PyObject located = Attributes.lookup(ts, spec, "has_location");
            return PyStr.of(located != null && located.type.slots().truth(ts, located)
                    ? "<module " + text + " from " + Texts.repr(ts, origin) + ">"
                    : "<module " + text + " (" + Texts.str(ts, origin) + ")>");
        }
        PyObject file = dict.get("__file__");
        if (file != null) {
            return PyStr.of("<module " + shown + " from " + Texts.repr(ts, file) + ">");
        }
        PyObject loader = dict.get("__loader__");
        if (spec == PySingleton.NONE && loader == PySingleton.NONE && name instanceof PyStr own
                && BuiltinModules.isBuiltin(own.toString()) && ts.interp.modules.get(own) == self) {
            // Made before there was an import library to say where it comes from.
            return PyStr.of("<module " + shown + " (built-in)>");
        }
        return PyStr.of(loader == null || loader == PySingleton.NONE
                ? "<module " + shown + ">"
                : "<module " + shown + " (" + Texts.repr(ts, loader) + ")>");
    }

    private static boolean isNamespaceLoader(ThreadState ts, PyObject loader) {
        PyObject importlib = ts.interp.modules.get("_frozen_importlib_external");
        PyObject type = importlib == null ? null : Attributes.lookup(ts, importlib, "NamespaceLoader");
        return type instanceof PyType t && t.isInstance(loader);
    }

    private static PyObject folders(ThreadState ts, PyObject loader) {
        return Iteration.toList(ts, Attributes.get(ts, loader, "_path"));
    }

    @Builtin(value = "__dir__(self, /)", doc = "__dir__() -> list\nspecialized dir() implementation")
    static PyObject dir(ThreadState ts, PyModule self) {
        PyObject names = Attributes.get(ts, self, "__dict__");
        if (!(names instanceof PyDict dict)) {
            throw Errors.typeError(Texts.str(ts, Attributes.get(ts, self, "__name__"))
                    + ".__dict__ is not a dictionary");
        }
        PyObject own = dict.get(DIR);
        return own == null
                ? ObjectMethods.keys(dict)
                : Calls.call(ts, own);
    }

    @Attribute(value = "__dict__", member = true)
    static PyObject getDict(PyModule self) {
        return self.materializeDict();
    }

    @Attribute(value = "__annotations__")
    static PyObject getAnnotations(PyModule self) {
        PyDict dict = self.materializeDict();
        PyObject annotations = dict.get(ANNOTATIONS);
        if (annotations == null) {
            annotations = new PyDict();
            dict.put(ANNOTATIONS, annotations);
        }
        return annotations;
    }

    @Attribute(value = "__annotations__", setter = true)
    static void setAnnotations(PyModule self, PyObject value) {
        PyDict dict = self.materializeDict();
        if (value != null) {
            dict.put(ANNOTATIONS, value);
        } else if (!dict.remove(ANNOTATIONS)) {
            throw Errors.attributeError("__annotations__");
        }
    }
}
