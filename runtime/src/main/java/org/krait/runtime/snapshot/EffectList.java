package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import org.krait.objects.Mutations;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;

/**
 * What a module did to objects of others, in the order in which it did so. A store whose value is replaced by a later
 * one is left out: a registry that is made anew with each entry would else be there in all its states.
 */
final class EffectList implements Iterable<PyTuple> {
    private final ArrayList<PyTuple> effects = new ArrayList<>();
    /** By object, the number of the effect that stored each name or index last. */
    private final IdentityHashMap<PyObject, HashMap<Object, Integer>> stores = new IdentityHashMap<>();

    /** Adds a change of an object. */
    void add(Mutations.Kind kind, PyObject target, PyObject key, PyObject value) {
        PyTuple effect = Effects.store(kind, target, key, value);
        Object name = name(kind, key);
        if (name == null || value == null) {
            stores.remove(target);
            effects.add(effect);
            return;
        }
        HashMap<Object, Integer> known = stores.computeIfAbsent(target, o -> new HashMap<>());
        Integer before = known.get(name);
        if (before != null) {
            // In the place of the first: so the entries of a dict keep their order.
            Refs.drop(effects.set(before, effect));
        } else {
            known.put(name, effects.size());
            effects.add(effect);
        }
    }

    /** Adds an effect of another kind. */
    void add(PyTuple effect) {
        effects.add(effect);
    }

    /** Adds all that another module did. */
    void addAll(EffectList others) {
        stores.clear();
        effects.addAll(others.effects);
    }

    /** Lets go of what was stored. */
    void clear() {
        stores.clear();
        for (PyTuple effect : effects) {
            Refs.drop(effect);
        }
        effects.clear();
    }

    /** What a store is known by in its object; null for changes that depend on those before. */
    private static Object name(Mutations.Kind kind, PyObject key) {
        return switch (kind) {
            case DICT, ATTRIBUTE -> key != null && key.getClass() == PyStr.class ? key.toString() : null;
            case SLOT -> ((PyInt) key).value;
            case LIST_INSERT, LIST_REPLACE, SET_ADD, SET_REMOVE, CLEAR, CELL, CALL, REGISTRATION, HOOK, OPTION,
                COUNT, OTHER -> null;
        };
    }

    @Override
    public Iterator<PyTuple> iterator() {
        return effects.iterator();
    }
}
