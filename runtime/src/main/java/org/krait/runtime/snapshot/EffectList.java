package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
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
    /** By effect, how many others the module had imported. */
    private final ArrayList<Integer> positions = new ArrayList<>();
    /** By object, the number of the effect that stored each name or index last. */
    private final IdentityHashMap<PyObject, HashMap<Object, Integer>> stores = new IdentityHashMap<>();
    /** How many others the module has imported. */
    private int imports;

    /** The module has imported so many others: what it does now comes after what these did. */
    void imported(int others) {
        imports = others;
    }

    /** Adds a change of an object. */
    void add(Mutations.Kind kind, PyObject target, PyObject key, PyObject value) {
        PyTuple effect = Effects.store(kind, target, key, value);
        Object name = name(kind, key);
        if (name == null || value == null) {
            stores.remove(target);
            add(effect);
            return;
        }
        HashMap<Object, Integer> known = stores.computeIfAbsent(target, o -> new HashMap<>());
        Integer before = known.get(name);
        if (before != null && positions.get(before) == imports) {
            // In the place of the first: so the entries of a dict keep their order.
            Refs.drop(effects.set(before, effect));
        } else {
            known.put(name, effects.size());
            add(effect);
        }
    }

    /** Adds an effect of another kind. */
    void add(PyTuple effect) {
        effects.add(effect);
        positions.add(imports);
    }

    /**
     * Adds all that another module did.
     *
     * @param importsOf by how many that one had imported, how many this one has imported then
     */
    void addAll(EffectList others, int[] importsOf) {
        stores.clear();
        effects.addAll(others.effects);
        others.positions.forEach(n -> positions.add(importsOf[n]));
    }

    /** What the module did when it had imported so many others. */
    List<PyTuple> at(int others) {
        int from = firstAt(others);
        return effects.subList(from, Math.max(from, firstAt(others + 1)));
    }

    private int firstAt(int others) {
        int n = positions.size();
        while (n > 0 && positions.get(n - 1) >= others) {
            n--;
        }
        return n;
    }

    /** Whether what is left in the end depends on which module was executed first. */
    boolean meets(EffectList other) {
        IdentityHashMap<PyObject, List<PyTuple>> byTarget = new IdentityHashMap<>();
        effects.forEach(e -> byTarget.computeIfAbsent(Effects.target(e), t -> new ArrayList<>()).add(e));
        for (PyTuple e : other.effects) {
            for (PyTuple own : byTarget.getOrDefault(Effects.target(e), List.of())) {
                if (Effects.meet(own, e)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets go of what was stored. */
    void clear() {
        stores.clear();
        for (PyTuple effect : effects) {
            Refs.drop(effect);
        }
        effects.clear();
        positions.clear();
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
