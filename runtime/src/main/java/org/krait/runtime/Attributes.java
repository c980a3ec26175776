package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInstance;
import org.krait.objects.PyMethod;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Slots;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.ModuleOriginals;

/**
 * Attribute access: the protocol behind {@code o.name}, {@code o.name = v} and {@code del o.name}, and the lookups of
 * {@code object}, {@code type} and modules.
 *
 * <p>A lookup that finds nothing answers null; only {@link #get} makes an AttributeError of that.
 */
public final class Attributes {
    private static final PyStr SPEC = PyStr.interned("__spec__");
    private static final PyStr INITIALIZING = PyStr.interned("_initializing");
    private static final PyStr NAME = PyStr.interned("__name__");

    private Attributes() {}

    /** {@code o.name}. */
    public static PyObject get(ThreadState ts, PyObject o, PyStr name) {
        PyObject value = o.type.slots().getAttribute(ts, o, name);
        if (value == null) {
            throw missing(ts, o, name);
        }
        return value;
    }

    /** {@code o.name} for a Java name; for rare paths. */
    public static PyObject get(ThreadState ts, PyObject o, String name) {
        return get(ts, o, PyStr.interned(name));
    }

    /** {@code o.name}, or null where that is an AttributeError. */
    public static PyObject lookup(ThreadState ts, PyObject o, PyStr name) {
        try {
            return o.type.slots().getAttribute(ts, o, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                e.swallowKeeping(o);
                return null;
            }
            throw e;
        }
    }

    /** As {@link #lookup(ThreadState, PyObject, PyStr)} for a Java name; for rare paths. */
    public static PyObject lookup(ThreadState ts, PyObject o, String name) {
        return lookup(ts, o, PyStr.interned(name));
    }

    /** {@code o.name = value}. */
    public static void set(ThreadState ts, PyObject o, PyStr name, PyObject value) {
        o.type.slots().setAttribute(ts, o, name, value);
    }

    /** {@code o.name = value} for a Java name; for rare paths. */
    public static void set(ThreadState ts, PyObject o, String name, PyObject value) {
        set(ts, o, PyStr.interned(name), value);
    }

    /** {@code del o.name}. */
    public static void delete(ThreadState ts, PyObject o, PyStr name) {
        o.type.slots().setAttribute(ts, o, name, null);
    }

    /** The special method of {@code o}'s class, bound to {@code o}; null when the class has none. */
    public static PyObject getSpecial(ThreadState ts, PyObject o, Special special) {
        PyObject method = o.type.special(special);
        return method == null ? null : bind(ts, method, o, o.type);
    }

    /** The method of that name of {@code o}'s class (not of its own attributes), bound to {@code o}; null for none. */
    public static PyObject getSpecial(ThreadState ts, PyObject o, PyStr name) {
        PyObject method = o.type.lookup(name);
        return method == null ? null : bind(ts, method, o, o.type);
    }

    /** What a class attribute becomes when it is read through an instance; null instance: through the class. */
    public static PyObject bind(ThreadState ts, PyObject attribute, PyObject instance, PyObject owner) {
        if (attribute.getClass() == PyFunction.class) {
            return instance == null ? attribute : new PyMethod(attribute, instance);
        }
        Slots slots = attribute.type.slots();
        return slots.isDescriptor() ? slots.descriptorGet(ts, attribute, instance, owner) : attribute;
    }

    /** The lookup of {@code object}: data descriptors, own attributes, class attributes; null when there is none. */
    public static PyObject genericGet(ThreadState ts, PyObject o, PyStr name) {
        PyType type = o.type;
        PyObject found = type.lookup(name);
        Slots slots = null;
        if (found != null && found.getClass() != PyFunction.class) {
            slots = found.type.slots();
            if (slots.isDescriptor()) {
                if (slots.isDataDescriptor()) {
                    return slots.descriptorGet(ts, found, o, type);
                }
            } else {
                slots = null;
            }
        }
        if ((type.flags & PyType.HAS_DICT) != 0) {
            PyInstance attributes = o.attributes();
            if (attributes != null) {
                PyObject own = attributes.attribute(name);
                if (own == null && attributes.dict != null) {
                    own = attributes.dict.getName(ts, name);
                }
                if (own != null) {
                    return own;
                }
            }
        }
        if (slots != null) {
            return slots.descriptorGet(ts, found, o, type);
        }
        return found != null && found.getClass() == PyFunction.class ? new PyMethod(found, o) : found;
    }

    /** The default of assignment and, with {@code value} null, of deletion. */
    public static void genericSet(ThreadState ts, PyObject o, PyStr name, PyObject value) {
        PyType type = o.type;
        PyObject found = type.lookup(name);
        if (found != null && found.getClass() != PyFunction.class) {
            Slots slots = found.type.slots();
            if (slots.isDataDescriptor()) {
                slots.descriptorSet(ts, found, o, value);
                return;
            }
        }
        PyInstance attributes = (type.flags & PyType.HAS_DICT) == 0 ? null : o.attributes();
        if (attributes == null) {
            throw found == null
                    ? Errors.attributeError("'" + type.name() + "' object has no attribute '" + name + "'", o, name)
                    : Errors.attributeError("'" + type.name() + "' object attribute '" + name + "' is read-only", o,
                            name);
        }
        if (o instanceof PyModule module) {
            ModuleOriginals.keep(ts, module, name);
        }
        if (value != null) {
            attributes.setAttribute(name, value);
        } else if (!attributes.deleteAttribute(name)) {
            throw Errors.attributeError("'" + type.name() + "' object has no attribute '" + name + "'", o, name);
        }
    }

    /** The lookup of {@code type}: data descriptors of the metaclass, the MRO, the metaclass; null for none. */
    public static PyObject typeGet(ThreadState ts, PyType type, PyStr name) {
        PyObject meta = type.type.lookup(name);
        Slots metaSlots = null;
        if (meta != null) {
            metaSlots = meta.type.slots();
            if (!metaSlots.isDescriptor()) {
                metaSlots = null;
            } else if (metaSlots.isDataDescriptor()) {
                return metaSlots.descriptorGet(ts, meta, type, type.type);
            }
        }
        PyObject found = type.lookup(name);
        if (found != null) {
            return bind(ts, found, null, type);
        }
        return metaSlots == null ? meta : metaSlots.descriptorGet(ts, meta, type, type.type);
    }

    /** Sets an attribute of a class, or deletes it when {@code value} is null. */
    public static void typeSet(ThreadState ts, PyType type, PyStr name, PyObject value) {
        if (!type.isMutable()) {
            throw Errors.typeError("cannot set '" + name + "' attribute of immutable type '" + type.name() + "'");
        }
        PyObject meta = type.type.lookup(name);
        if (meta != null) {
            Slots slots = meta.type.slots();
            if (slots.isDataDescriptor()) {
                slots.descriptorSet(ts, meta, type, value);
                return;
            }
        }
        if (!type.setOwn(name, value)) {
            throw Errors.noAttribute(type, name);
        }
    }

    /** The lookup of modules: as {@link #genericGet}, then the module's {@code __getattr__}; null for none. */
    public static PyObject moduleGet(ThreadState ts, PyModule module, PyStr name) {
        if (Mutations.WATCHED && module.dict != null) {
            Mutations.noteRead(module.dict, name);
        }
        PyObject value = genericGet(ts, module, name);
        if (value != null || module.dict == null) {
            return value;
        }
        PyObject fallback = module.dict.get(Special.GETATTR.pyName());
        if (fallback == null) {
            return null;
        }
        return Calls.call(ts, fallback, name);
    }

    /** The instance's attribute dictionary as {@code __dict__} shows it; null when it has none. */
    public static PyDict dictOf(PyObject o) {
        if ((o.type.flags & PyType.HAS_DICT) == 0) {
            return null;
        }
        PyInstance attributes = o.attributes();
        return attributes == null ? null : attributes.materializeDict();
    }

    /** The AttributeError of {@link #get}. */
    public static PyException missing(ThreadState ts, PyObject o, PyStr name) {
        if (!(o instanceof PyModule module)) {
            return Errors.noAttribute(o, name);
        }
        String text;
        if (!(ownName(module) instanceof PyStr moduleName)) {
            text = "module has no attribute '" + name + "'";
        } else if (isInitializing(ts, module)) {
            text = "partially initialized module '" + moduleName + "' has no attribute '" + name
                    + "' (most likely due to a circular import)";
        } else {
            text = submoduleInitializing(ts, moduleName, name)
                    ? "cannot access submodule '" + name + "' of module '" + moduleName
                            + "' (most likely due to a circular import)"
                    : "module '" + moduleName + "' has no attribute '" + name + "'";
        }
        return Errors.attributeError(text, o, name);
    }

    private static PyObject ownName(PyModule module) {
        return module.dict == null ? null : module.dict.get(NAME);
    }

    /** True while the body of the module runs: {@code __spec__._initializing}. */
    public static boolean isInitializing(ThreadState ts, PyModule module) {
        PyObject spec = module.dict == null ? null : module.dict.get(SPEC);
        if (spec == null) {
            return false;
        }
        PyObject flag = lookup(ts, spec, INITIALIZING);
        return flag != null && flag.type.slots().truth(ts, flag);
    }

    private static boolean submoduleInitializing(ThreadState ts, PyStr moduleName, PyStr name) {
        PyDict modules = ts.interp.modules;
        PyObject sub = modules == null ? null : modules.get(PyStr.of(moduleName + "." + name));
        return sub instanceof PyModule module && isInitializing(ts, module);
    }

    /** Completes an AttributeError that was raised without {@code name} and {@code obj}, for suggestions. */
    public static void addContext(PyBaseException error, PyObject o, PyStr name) {
        if (error.extra(0) == null && error.extra(1) == null) {
            error.setExtra(0, name);
            error.setExtra(1, o);
        }
    }

    /** {@code origin[key]} as a {@code types.GenericAlias}. */
    public static PyObject genericAlias(ThreadState ts, PyObject origin, PyObject key) {
        return TypeChecks.genericAlias(origin, key);
    }

    /** True for functions and builtin methods: called with self in front instead of being bound first. */
    public static boolean isMethodDescriptor(PyObject o) {
        return o.getClass() == PyFunction.class
                || (o instanceof PyBuiltin b && (b.type == PyBuiltin.METHOD_TYPE || b.type == PyBuiltin.WRAPPER_TYPE));
    }
}
