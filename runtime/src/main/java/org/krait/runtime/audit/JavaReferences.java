package org.krait.runtime.audit;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.krait.objects.Allocations;
import org.krait.objects.Collector;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.Results;

/**
 * The references that Java code of Krait has to Python objects, found by reflection from the state of a context and its
 * threads on. Slow: asked only when there is a suspicion.
 */
final class JavaReferences {
    private static final Field[] NONE = {};

    private final Map<Class<?>, Field[]> fields = new HashMap<>();
    /** What was reached, and the Python object that it is a part of: itself, or null for the state of Java code. */
    private final IdentityHashMap<Object, PyObject> reached = new IdentityHashMap<>();
    private final IdentityHashMap<PyObject, ArrayList<String>> holders = new IdentityHashMap<>();
    private final IdentityHashMap<PyObject, ArrayList<String>> parts = new IdentityHashMap<>();
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();

    /** Looks at all that the roots refer to. */
    JavaReferences(Object... roots) {
        for (Object root : roots) {
            reach(root, null);
        }
        while (!waiting.isEmpty()) {
            look(waiting.poll());
        }
    }

    /** True when Java code that is not in the middle of something can still find the object. */
    boolean reaches(PyObject o) {
        return reached.containsKey(o);
    }

    /** The places outside of mortal Python objects that refer to the object: so many more may be counted. */
    ArrayList<String> holders(PyObject o) {
        return holders.getOrDefault(o, new ArrayList<>());
    }

    /** The places in mortal Python objects that refer to the object, whether their visitors show them or not. */
    ArrayList<String> parts(PyObject o) {
        return parts.getOrDefault(o, new ArrayList<>());
    }

    private void reach(Object o, PyObject owner) {
        if (!reached.containsKey(o)) {
            reached.put(o, o instanceof PyObject python ? python : owner);
            waiting.add(o);
        }
    }

    private void look(Object from) {
        if (from instanceof Map<?, ?> map) {
            for (Object key : map.keySet().toArray()) {
                found(from, "a key", key);
            }
            for (Object value : map.values().toArray()) {
                found(from, "a value", value);
            }
        } else if (from instanceof Collection<?> items) {
            for (Object item : items.toArray()) {
                found(from, "an item", item);
            }
        } else if (from instanceof AtomicReference<?> box) {
            found(from, "its value", box.get());
        } else if (from.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(from); i++) {
                found(from, "an element", Array.get(from, i));
            }
        } else {
            for (Field field : fields(from.getClass())) {
                try {
                    found(from, field.getName(), field.get(from));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void found(Object from, String where, Object to) {
        if (to == null || !isOfInterest(to)) {
            return;
        }
        PyObject owner = reached.get(from);
        reach(to, owner);
        if (to instanceof PyObject o && !Refs.isImmortal(o)) {
            // What a mortal object counts is in the tally.
            Map<PyObject, ArrayList<String>> known = owner == null || Refs.isImmortal(owner) ? holders : parts;
            known.computeIfAbsent(o, key -> new ArrayList<>()).add(where + " of " + from.getClass().getName()
                    + (owner == null || owner == from ? "" : " in " + owner.getClass().getName()));
        }
    }

    /** False for what never refers to Python objects, or knows them without keeping them. */
    private static boolean isOfInterest(Object o) {
        Class<?> c = o.getClass();
        if (c.isArray()) {
            return !c.getComponentType().isPrimitive();
        }
        if (o instanceof Collector || o instanceof Allocations || o instanceof Results || o instanceof Reference<?>
                || o instanceof Audit) {
            return false;
        }
        return o instanceof Map<?, ?> || o instanceof Collection<?> || o instanceof AtomicReference<?>
                || c.getName().startsWith("org.krait.");
    }

    private Field[] fields(Class<?> c) {
        Field[] known = fields.get(c);
        if (known == null) {
            ArrayList<Field> all = new ArrayList<>();
            for (Class<?> at = c; at != null && at.getName().startsWith("org.krait."); at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers()) && opens(field)) {
                        all.add(field);
                    }
                }
            }
            known = all.toArray(NONE);
            fields.put(c, known);
        }
        return known;
    }

    /** True for a field of a package that its module opens to this one. */
    private static boolean opens(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            return false;
        }
    }
}
