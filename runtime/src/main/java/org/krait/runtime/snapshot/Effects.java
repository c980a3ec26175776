package org.krait.runtime.snapshot;

import java.util.List;
import java.util.Locale;
import org.krait.objects.Mutations;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.PartKeys;

/** What a module did to objects of others: tuples of a kind, the object, a key, and a value unless it was removed. */
final class Effects {
    private static final int KIND = 0;
    private static final int TARGET = 1;
    private static final int KEY = 2;
    private static final int VALUE = 3;

    private Effects() {}

    /** The effect that is a change of an object, as a {@link Mutations.Watcher} hears of it. */
    static PyTuple store(Mutations.Kind kind, PyObject target, PyObject key, PyObject value) {
        PyObject name = key == null ? PySingleton.NONE : key;
        return value == null
                ? PyTuple.of(PyInt.of(kind.ordinal()), target, name)
                : PyTuple.of(PyInt.of(kind.ordinal()), target, name, value);
    }

    /** The effect that is the call of a function. */
    static PyTuple call(PyObject function, PyTuple args, PyStr[] keywords) {
        PyTuple names = keywords == null ? PyTuple.EMPTY : PyTuple.of(keywords.clone());
        return PyTuple.of(PyInt.of(Mutations.Kind.CALL.ordinal()), function, args, names);
    }

    /** The effect that is the registration of a class with an abstract base class, whose data is given. */
    static PyTuple registration(PyObject data, PyObject type) {
        return PyTuple.of(PyInt.of(Mutations.Kind.REGISTRATION.ordinal()), data, type);
    }

    /** What a kind of effects is called; null for none. */
    static String name(int kind) {
        Mutations.Kind[] kinds = Mutations.Kind.values();
        return kind < 0 || kind >= kinds.length ? null : kinds[kind].name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The effect that is the call of a function that a module wants called where it is restored. */
    static PyTuple hook(PyObject function) {
        return PyTuple.of(PyInt.of(Mutations.Kind.HOOK.ordinal()), function, PySingleton.NONE);
    }

    /** The effect that is the call of a function with an option of {@code sys}, unless that is empty. */
    static PyTuple option(PyObject function, PyStr name) {
        return PyTuple.of(PyInt.of(Mutations.Kind.OPTION.ordinal()), function, name);
    }

    /** The kind of an effect that was made here. */
    static Mutations.Kind kind(PyTuple effect) {
        return Mutations.Kind.values()[(int) ((PyInt) effect.item(KIND)).value];
    }

    /** Whether what two effects on one target leave depends on which comes first, but for the order in a dict. */
    static boolean meet(PyTuple a, PyTuple b) {
        Mutations.Kind kind = kind(a);
        Mutations.Kind other = kind(b);
        if (kind == Mutations.Kind.REGISTRATION || kind == Mutations.Kind.SET_ADD && other == kind) {
            return false;
        }
        return !isOfKey(kind) || !isOfKey(other) || PartKeys.mayBeEqual(key(a), key(b));
    }

    private static boolean isOfKey(Mutations.Kind kind) {
        return kind == Mutations.Kind.DICT || kind == Mutations.Kind.ATTRIBUTE || kind == Mutations.Kind.SLOT;
    }

    static PyObject target(PyTuple effect) {
        return effect.item(TARGET);
    }

    static PyObject key(PyTuple effect) {
        return effect.item(KEY);
    }

    /** What is stored, or null. */
    static PyObject value(PyTuple effect) {
        return effect.size() > VALUE ? effect.item(VALUE) : null;
    }

    /** True for what puts something before all items of a list. */
    static boolean isFirst(PyTuple effect, PyObject list) {
        return effect.item(KIND) instanceof PyInt kind && kind.value == Mutations.Kind.LIST_INSERT.ordinal()
                && target(effect) == list && key(effect) instanceof PyInt index && index.value == 0;
    }

    /** True for an effect on an object alone: nothing shows it before somebody touches the object. */
    static boolean isDeferrable(PyTuple effect) {
        return effect.item(KIND) instanceof PyInt kind && kind.value != Mutations.Kind.CALL.ordinal()
                && kind.value != Mutations.Kind.HOOK.ordinal() && kind.value != Mutations.Kind.OPTION.ordinal();
    }

    /** Repeats an effect; false when the object does not have the shape for it. */
    static boolean repeat(ThreadState ts, PyObject effect) {
        if (!(effect instanceof PyTuple t) || t.size() < VALUE || !(t.item(KIND) instanceof PyInt kind)) {
            return false;
        }
        PyObject target = t.item(TARGET);
        PyObject key = t.item(KEY);
        PyObject value = t.size() > VALUE ? t.item(VALUE) : null;
        Mutations.Kind[] kinds = Mutations.Kind.values();
        return kind.value >= 0 && kind.value < kinds.length
                && repeat(ts, kinds[(int) kind.value], target, key, value);
    }

    private static boolean call(ThreadState ts, PyObject function, PyTuple args, PyTuple names) {
        PyStr[] keywords = names.size() == 0 ? null : new PyStr[names.size()];
        for (int i = 0; i < names.size(); i++) {
            if (!(names.item(i) instanceof PyStr name)) {
                return false;
            }
            keywords[i] = name;
        }
        Refs.drop(Calls.call(ts, function, args.items, keywords));
        return true;
    }

    private static boolean repeat(ThreadState ts, Mutations.Kind kind, PyObject target, PyObject key, PyObject value) {
        switch (kind) {
            case DICT -> {
                if (!(target instanceof PyDict d)) {
                    return false;
                }
                if (value == null) {
                    d.remove(ts, key);
                } else {
                    d.put(ts, key, value);
                }
            }
            case LIST_INSERT -> {
                if (!(target instanceof PyList l) || !(key instanceof PyInt index) || value == null) {
                    return false;
                }
                l.insert(indexIn(l, index.value), value);
            }
            case LIST_REPLACE -> {
                return target instanceof PyList l && key instanceof PyTuple range && value instanceof PyTuple items
                        && replace(l, range, items);
            }
            case SET_REMOVE -> {
                if (!(target instanceof PySet s)) {
                    return false;
                }
                s.remove(ts, key);
            }
            case CLEAR -> {
                return clear(target);
            }
            case SLOT -> {
                return key instanceof PyInt index && setSlot(target, index.value, value);
            }
            case SET_ADD -> {
                if (!(target instanceof PySet s) || value == null) {
                    return false;
                }
                s.add(ts, value);
            }
            case CELL -> {
                if (!(target instanceof PyCell c)) {
                    return false;
                }
                c.set(value);
            }
            case ATTRIBUTE -> {
                return key instanceof PyStr name && setAttribute(ts, target, name, value);
            }
            case CALL -> {
                return key instanceof PyTuple args && value instanceof PyTuple names && call(ts, target, args, names);
            }
            case HOOK -> SnapshotDump.call(ts, List.of(target));
            case REGISTRATION -> {
                return key instanceof PyType type && BuiltinRecords.register(ts, target, type);
            }
            case OPTION -> {
                return key instanceof PyStr name && passOption(ts, target, name);
            }
            case COUNT -> {
                return BuiltinRecords.setNext(target, value);
            }
            case OTHER -> {
                return false;
            }
        }
        return true;
    }

    private static boolean replace(PyList list, PyTuple range, PyTuple items) {
        if (range.size() != 2 || !(range.item(0) instanceof PyInt from) || !(range.item(1) instanceof PyInt to)) {
            return false;
        }
        int begin = indexIn(list, from.value);
        list.replace(begin, Math.max(begin, indexIn(list, to.value)), items.items);
        return true;
    }

    /** An index of a list, which may have other items than it had when it was captured. */
    private static int indexIn(PyList list, long index) {
        return index == Mutations.END ? list.size : (int) Math.max(0, Math.min(index, list.size));
    }

    private static boolean passOption(ThreadState ts, PyObject function, PyStr name) {
        PyObject value = ts.interp.sys.get(name);
        if (value instanceof PyList list && list.size > 0) {
            Refs.drop(Calls.call(ts, function, value));
        }
        return true;
    }

    private static boolean clear(PyObject target) {
        if (target instanceof PyDict d) {
            d.clear();
        } else if (target instanceof PyList l) {
            l.clear();
        } else if (target instanceof PySet s) {
            s.clear();
        } else {
            return false;
        }
        return true;
    }

    private static boolean setSlot(PyObject target, long index, PyObject value) {
        PyInstance fields = target.attributes();
        if (fields == null || index < 0 || index >= target.type.slotCount) {
            return false;
        }
        fields.setField((int) index, value);
        return true;
    }

    private static boolean setAttribute(ThreadState ts, PyObject target, PyStr name, PyObject value) {
        if (target instanceof PyFunction f && value != null && f.type.lookup(name) != null) {
            Attributes.set(ts, f, name, value);
            return true;
        }
        if (target instanceof PyType type) {
            type.setOwn(name, value);
        } else if (target.attributes() == null) {
            return false;
        } else if (value == null) {
            target.attributes().deleteAttribute(name);
        } else {
            target.attributes().setAttribute(name, value);
        }
        return true;
    }
}
