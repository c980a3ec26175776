package org.krait.language.tier1;

import org.krait.objects.Mutations;
import org.krait.objects.PyCell;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyListIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyRangeIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleIterator;
import org.krait.objects.Refs;
import org.krait.runtime.AttributeCache;
import org.krait.runtime.GlobalCache;

/** Variables, attributes, items and iteration. */
final class Accesses {
    private Accesses() {}

    /** Stores a counted local. */
    static void storeLocal(CodeRoot root, Registers r, int pc) {
        int to = root.operand(pc, 1);
        int s = root.operand(pc, 2);
        PyObject old = r.objects[to];
        if (s >= 0) {
            PyObject value = r.objects[s];
            if (!Registers.isUnboxed(value)) {
                Refs.incRef(value);
            }
            r.objects[to] = value;
            r.numbers[to] = r.numbers[s];
        } else {
            storeConstant(r, to, root.constant(s));
        }
        dropLocal(root, r, pc, old);
    }

    private static void storeConstant(Registers r, int to, PyObject value) {
        if (value.getClass() == PyInt.class) {
            r.setInt(to, ((PyInt) value).value);
        } else {
            Refs.incRef(value);
            r.objects[to] = value;
        }
    }

    /** Counts a reference that a heap slot of {@code owner} takes: as {@code Refs.incRefFrom}. */
    private static void count(PyObject owner, PyObject value) {
        if (!Refs.isImmortal(value)) {
            Refs.incRef(value);
            if (!Refs.isKnown(owner)) {
                SlowPaths.track(owner);
            }
        }
    }

    /** Puts an object into a counted local. */
    static void setLocal(CodeRoot root, Registers r, int pc, int to, PyObject value) {
        PyObject old = r.objects[to];
        Refs.incRef(value);
        r.objects[to] = value;
        dropLocal(root, r, pc, old);
    }

    /** Uncounts what a local or field held; null for nothing. */
    static void dropLocal(CodeRoot root, Registers r, int pc, PyObject old) {
        if (old != null && !Registers.isUnboxed(old) && Refs.uncount(old)) {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            SlowPaths.destroy(old, null);
        }
    }

    /** Consumes a temporary out of which {@code result} came; null for none. */
    static void drop(CodeRoot root, Registers r, int pc, PyObject temporary, PyObject result) {
        if (Registers.dies(temporary, result)) {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            SlowPaths.destroy(temporary, result);
        }
    }

    static void loadCell(CodeRoot root, Registers r, int pc) {
        PyObject value = ((PyCell) r.objects[root.operand(pc, 2)]).content;
        if (value == null) {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            throw SlowPaths.unboundCell(root.co, root.operand(pc, 2));
        }
        r.objects[root.operand(pc, 1)] = value;
    }

    static void storeCell(CodeRoot root, Registers r, int pc) {
        PyCell cell = (PyCell) r.objects[root.operand(pc, 1)];
        PyObject value = root.object(r, pc, root.operand(pc, 2));
        PyObject old = cell.content;
        count(cell, value);
        cell.content = value;
        dropLocal(root, r, pc, old);
    }

    static void loadGlobal(CodeRoot root, Registers r, int pc) {
        int site = root.operand(pc, 3);
        GlobalCache cache = (GlobalCache) root.profile.cached(pc);
        PyObject value = cache == null
                ? null
                : cache.get(r.frame.globals, r.frame.builtins, root.name(root.operand(pc, 2)));
        if (value == null) {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            value = SlowPaths.global(r.ts, r.frame, root.name(root.operand(pc, 2)), site);
            root.profile.refresh(pc, root.co.caches, site);
        }
        r.objects[root.operand(pc, 1)] = root.profile.global(pc, value);
    }

    static void loadAttribute(CodeRoot root, Registers r, int pc) {
        PyObject o = root.object(r, pc, root.operand(pc, 2));
        int site = root.operand(pc, 4);
        AttributeCache cache = (AttributeCache) root.profile.cached(pc);
        PyObject value = cache == null ? null : cache.peek(o);
        if (value == null) {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            value = SlowPaths.attribute(r.ts, root.co, o, root.operand(pc, 3), site);
            root.profile.refresh(pc, root.co.caches, site);
        } else {
            drop(root, r, pc, o, value);
        }
        r.objects[root.operand(pc, 1)] = value;
    }

    static void storeAttribute(CodeRoot root, Registers r, int pc) {
        PyObject o = root.object(r, pc, root.operand(pc, 1));
        PyObject value = root.object(r, pc, root.operand(pc, 3));
        int site = root.operand(pc, 4);
        AttributeCache cache = (AttributeCache) root.profile.cached(pc);
        PyObject old = cache == null ? null : cache.replaceField(o, value);
        if (old != null) {
            count(o, value);
            dropLocal(root, r, pc, old);
            drop(root, r, pc, o, null);
            return;
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        SlowPaths.setAttribute(r.ts, root.co, o, root.operand(pc, 2), value, site);
        root.profile.refresh(pc, root.co.caches, site);
    }

    static void loadMethod(CodeRoot root, Registers r, int pc) {
        int base = root.operand(pc, 1);
        PyObject o = root.object(r, pc, root.operand(pc, 2));
        int site = root.operand(pc, 4);
        AttributeCache cache = (AttributeCache) root.profile.cached(pc);
        PyObject f = cache == null ? null : cache.peekMethod(o);
        if (f != null) {
            r.objects[base] = f;
            r.objects[base + 1] = o;
            return;
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        PyObject[] pair = SlowPaths.method(r.ts, root.co, o, root.operand(pc, 3), site);
        root.profile.refresh(pc, root.co.caches, site);
        r.objects[base] = pair[0];
        r.objects[base + 1] = pair[1];
    }

    static void loadItem(CodeRoot root, Registers r, int pc) {
        int s = root.operand(pc, 3);
        PyObject o = root.object(r, pc, root.operand(pc, 2));
        if (Numbers.isInt(root, r, s)) {
            long index = Numbers.intOf(root, r, s);
            PyObject value = null;
            if (o.getClass() == PyList.class && o.type == PyList.TYPE) {
                PyList list = (PyList) o;
                index += index < 0 ? list.size : 0;
                if (index >= 0 && index < list.size) {
                    value = list.items[(int) index];
                }
            } else if (o.getClass() == PyTuple.class) {
                PyObject[] items = ((PyTuple) o).items;
                index += index < 0 ? items.length : 0;
                if (index >= 0 && index < items.length) {
                    value = items[(int) index];
                }
            }
            if (value != null) {
                drop(root, r, pc, o, value);
                r.objects[root.operand(pc, 1)] = value;
                return;
            }
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        r.objects[root.operand(pc, 1)] = SlowPaths.item(r.ts, o, root.object(r, pc, s));
    }

    static void storeItem(CodeRoot root, Registers r, int pc) {
        int s = root.operand(pc, 2);
        PyObject o = root.object(r, pc, root.operand(pc, 1));
        PyObject value = root.object(r, pc, root.operand(pc, 3));
        if (o.getClass() == PyList.class && o.type == PyList.TYPE && !Mutations.isTold(o)
                && Numbers.isInt(root, r, s)) {
            PyList list = (PyList) o;
            long index = Numbers.intOf(root, r, s);
            index += index < 0 ? list.size : 0;
            if (index >= 0 && index < list.size) {
                PyObject old = list.items[(int) index];
                count(list, value);
                list.items[(int) index] = value;
                dropLocal(root, r, pc, old);
                drop(root, r, pc, o, null);
                return;
            }
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        SlowPaths.setItem(r.ts, o, root.object(r, pc, s), value);
    }

    static void append(CodeRoot root, Registers r, int pc) {
        PyList list = (PyList) r.objects[root.operand(pc, 1)];
        PyObject value = root.object(r, pc, root.operand(pc, 2));
        int size = list.size;
        if (size < list.items.length && !Mutations.isTold(list)) {
            count(list, value);
            list.items[size] = value;
            list.size = size + 1;
        } else {
            SlowPaths.append(list, value);
        }
    }

    static void iter(CodeRoot root, Registers r, int pc) {
        PyObject o = root.object(r, pc, root.operand(pc, 2));
        r.expose(pc);
        PyObject iterator = SlowPaths.iter(r.ts, o);
        setLocal(root, r, pc, root.operand(pc, 1), iterator);
        drop(root, r, pc, o, null);
    }

    /** Puts the next item into dst; false at the end. */
    static boolean next(CodeRoot root, Registers r, int pc) {
        int dst = root.operand(pc, 1);
        int local = root.operand(pc, 2);
        PyObject iterator = r.objects[local];
        Class<?> kind = iterator.getClass();
        if (kind == PyRangeIterator.class) {
            PyRangeIterator range = (PyRangeIterator) iterator;
            long left = range.left;
            if (left > 0) {
                range.left = left - 1;
                long value = range.start;
                range.start = value + range.step;
                r.setInt(dst, value);
                return true;
            }
        } else if (kind == PyListIterator.class) {
            PyListIterator own = (PyListIterator) iterator;
            PyList list = own.list;
            if (list != null) {
                if (own.index < list.size) {
                    r.objects[dst] = list.items[own.index++];
                    return true;
                }
                own.list = null;
                dropLocal(root, r, pc, list);
            }
        } else if (kind == PyTupleIterator.class) {
            PyTupleIterator own = (PyTupleIterator) iterator;
            PyTuple tuple = own.tuple;
            if (tuple != null) {
                if (own.index < tuple.items.length) {
                    r.objects[dst] = tuple.items[own.index++];
                    return true;
                }
                own.tuple = null;
                dropLocal(root, r, pc, tuple);
            }
        } else {
            root.profile.needsGeneral(pc);
            r.expose(pc);
            PyObject item = SlowPaths.next(r.ts, iterator);
            if (item != null) {
                r.objects[dst] = item;
                return true;
            }
            r.objects[local] = null;
            dropLocal(root, r, pc, iterator);
            return false;
        }
        // An exhausted iterator of these kinds has nothing that its destruction would drop.
        r.objects[local] = null;
        Refs.release(iterator);
        return false;
    }
}
