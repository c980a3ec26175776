package org.krait.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.krait.objects.AllocationListener;
import org.krait.objects.DictSource;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.SubclassSource;
import org.krait.objects.ThreadState;

/**
 * The executed modules of an archive as one context uses them: units, and objects that are made when something
 * touches them. Making an object makes what it cannot do without at once and completes the rest before control
 * returns, so that no program sees an incomplete one.
 */
public final class Heap {
    /** The context's side. */
    final HeapHost host;
    private final Archive archive;
    private final HeapUnit[] units;
    /** By unit that is not read yet, the modules of it that are bound: the first of a chain. */
    private final ModuleShell[] shells;
    private final HeapClasses classes;
    /** The code of functions. */
    final CodeImages codes = new CodeImages(this);
    private static final int HIDES = 1 << 30;
    /** Whether it keeps what it makes from a listener to allocations. */
    private boolean hides;
    /** What was made and is not complete, as pairs of objects and records. */
    private PyObject[] incomplete = new PyObject[32];
    private HeapRecord[] records = new HeapRecord[32];
    private int waiting;
    private final WaitingSets sets = new WaitingSets();
    private int depth;
    /** Effects that wait for an object to be touched, by its place: pairs of unit and number. */
    private HashMap<Long, int[]> deferred;
    /** By unit, whether effects wait for an object of it. */
    private final boolean[] awaited;
    /** Places of objects that were made and that effects wait for. */
    private ArrayList<Long> due;
    /** Copies of objects of units that have not made them, by these objects' places. */
    private HashMap<Long, PyObject> copies;
    /** By unit, whether it is bound. */
    private final boolean[] bound;
    /** By bound unit, the numbers of its objects with finalizers; null for none. */
    private HashMap<Integer, int[]> finalizable;
    /** By bound unit, the objects of the program that it leads to; null for none. */
    private HashMap<Integer, PyObject[]> held;
    /** How often it is suspended: an object may be half complete further out. */
    private int suspended;

    /**
     * Opens the heap of an archive.
     *
     * @param next what knows the classes of other archives, or null
     */
    public Heap(Archive archive, HeapHost host, SubclassSource next) {
        this.archive = archive;
        this.host = host;
        units = new HeapUnit[archive.units()];
        shells = new ModuleShell[units.length];
        awaited = new boolean[units.length];
        bound = new boolean[units.length];
        classes = new HeapClasses(this, next);
    }

    /** The archive that it comes from. */
    public Archive archive() {
        return archive;
    }

    /** The classes of the units that are bound. */
    public SubclassSource classes() {
        return classes;
    }

    /** A unit is bound. */
    public void bound(int unit, UnitDescription description) {
        classes.bound(unit, description.subclasses());
        bound[unit] = true;
        if (description.finalizable().length > 0) {
            if (finalizable == null) {
                finalizable = new HashMap<>();
            }
            finalizable.put(unit, description.finalizable());
        }
    }

    /**
     * A unit that is bound leads to objects of the program, which live as long as it does; null for those that a
     * damaged archive names and that there are none of.
     */
    public void hold(int unit, PyObject[] objects) {
        if (held == null) {
            held = new HashMap<>();
        }
        for (PyObject o : objects) {
            Refs.xincRef(o);
        }
        held.put(unit, objects);
    }

    /** Shows the objects of the program that bound units lead to. */
    public void visitHeld(PyObject.Visitor visitor) {
        if (held != null) {
            for (PyObject[] objects : held.values()) {
                for (PyObject o : objects) {
                    if (o != null) {
                        visitor.visit(o);
                    }
                }
            }
        }
    }

    /** An object of the program that a unit leads to; null for none. */
    PyObject held(int unit, long index) {
        PyObject[] objects = held == null ? null : held.get(unit);
        return objects == null || index < 0 || index >= objects.length ? null : objects[(int) index];
    }

    /** Whether bound units have objects with finalizers. */
    public boolean hasFinalizable() {
        return finalizable != null;
    }

    /**
     * The objects with finalizers of the bound units, in the order in which their modules' execution ended. Those are
     * made that were not; ImportError when the archive is damaged there.
     *
     * @param areLate whether classes may have got finalizers since their instances were captured
     */
    public Set<PyObject> finalizable(boolean areLate) {
        Set<PyObject> objects = new LinkedHashSet<>();
        for (int unit = 0; unit < units.length; unit++) {
            int[] numbers = finalizable == null ? null : finalizable.get(unit);
            for (int i = 0; numbers != null && i < numbers.length; i++) {
                objects.add(object(unit, numbers[i]));
            }
            if (areLate && bound[unit]) {
                addLate(unit, objects);
            }
        }
        return objects;
    }

    private void addLate(int index, Set<PyObject> objects) {
        try {
            HeapUnit unit = unit(index);
            for (int number = 0; number < unit.made.length; number++) {
                if (unit.hasFinalizer(number)) {
                    objects.add(object(index, number));
                }
            }
        } catch (ModuleImage.BadImageException e) {
            throw damaged(e);
        }
    }

    /** Shows the objects that were made so far, and makes none: what an audit of counts starts from. */
    public void visitMade(PyObject.Visitor visitor) {
        for (HeapUnit unit : units) {
            if (unit != null) {
                unit.visitMade(visitor);
            }
        }
    }

    /** Hears where objects lie. */
    public interface Finder {
        /** Whether a place is asked for. */
        boolean isWanted(PyObject o);

        /**
         * An object, or the dict of its attributes, lies somewhere.
         *
         * @param o the object
         */
        void found(PyObject wanted, PyObject o, int unit, int number);
    }

    /**
     * Tells where objects lie that have changed since they were made, or those whose attributes a dict holds.
     *
     * @param wanted the units in which they may lie; null for all
     */
    public void findChanged(BitSet wanted, Finder finder) {
        for (int index = 0; index < units.length; index++) {
            if (wanted != null && !wanted.get(index)) {
                continue;
            }
            HeapUnit unit = units[index];
            for (ModuleShell s = shells[index]; s != null; s = s.next) {
                find(finder, s.module, s.module, index, s.root);
            }
            for (int i = 0; unit != null && i < unit.made.length; i++) {
                PyObject o = unit.made[i];
                if (o != null) {
                    PyInstance attributes = o.attributes();
                    find(finder, o, o, index, i);
                    if (attributes != null && attributes != o) {
                        find(finder, attributes, o, index, i);
                    }
                    if (attributes != null && attributes.dict != null) {
                        find(finder, attributes.dict, o, index, i);
                    }
                }
            }
        }
    }

    private static void find(Finder finder, PyObject o, PyObject owner, int unit, int number) {
        // The test of the header leaves few of which anybody needs the identity.
        if (Refs.isChanged(o) && finder.isWanted(o)) {
            finder.found(o, owner, unit, number);
        }
    }

    void madeClass(PyType type, int unit, int number) {
        classes.made(type, unit, number);
    }

    /** An object of a unit by number; ImportError when the archive is damaged there. */
    public PyObject object(int unit, int number) {
        try {
            enter();
            try {
                return unit(unit).own(number);
            } finally {
                leave();
            }
        } catch (ModuleImage.BadImageException e) {
            throw damaged(e);
        }
    }

    /**
     * The object of a module, whose unit is read when somebody looks into it.
     *
     * @return null when the unit has another object in the module's place: the archive is damaged
     */
    public PyModule module(int unit, UnitDescription.Module module) {
        if (!module.isPlain() || units[unit] != null) {
            return object(unit, module.root()) instanceof PyModule m ? m : null;
        }
        for (ModuleShell s = shells[unit]; s != null; s = s.next) {
            if (s.root == module.root()) {
                return s.module;
            }
        }
        boolean hidden = AllocationListener.hide();
        ModuleShell shell = new ModuleShell(this, unit, module.root(), shells[unit]);
        if (hidden) {
            AllocationListener.show();
        }
        shells[unit] = shell;
        return shell.module;
    }

    /** Makes a module an attribute of another, at once or when somebody looks into that. */
    public static void setChild(PyModule parent, PyStr name, PyModule child) {
        if (!ModuleShell.defer(parent, name, child)) {
            parent.dict.put(name, child);
        }
    }

    PyObject resolve(HeapUnit unit, int number) {
        try {
            enter();
            try {
                return unit.object(number);
            } finally {
                leave();
            }
        } catch (ModuleImage.BadImageException e) {
            throw damaged(e);
        }
    }

    /** Completes what was begun, before code runs that may look at it; the result is for {@link #resume}. */
    public int suspend() {
        completeAll();
        int was = depth;
        if (hides) {
            was |= HIDES;
            AllocationListener.show();
        }
        hides = false;
        depth = 0;
        suspended++;
        ThreadState.current().undisturbed++;
        return was;
    }

    /** Goes on to make objects after such code has run. */
    public void resume(int was) {
        ThreadState.current().undisturbed--;
        depth = was & ~HIDES;
        hides = (was & HIDES) != 0 && AllocationListener.hide();
        suspended--;
    }

    static RuntimeException damaged(ModuleImage.BadImageException e) {
        return Errors.of(ExceptionTypes.IMPORT_ERROR, e.getMessage() + ": the archive is damaged: write it anew");
    }

    /** What is wrong with the bytes of a unit's objects; null when they are as they were written. */
    public String damage(int unit) {
        try {
            archive.checkUnit(unit);
            return null;
        } catch (ArchiveException e) {
            return e.getMessage();
        }
    }

    /** Reads a unit's objects when they were not read before. */
    HeapUnit unit(int index) {
        HeapUnit unit = units[index];
        if (unit == null) {
            try {
                unit = archive.readUnit(this, index);
            } catch (ArchiveException e) {
                throw new ModuleImage.BadImageException(e.getMessage());
            }
            units[index] = unit;
            for (ModuleShell s = shells[index]; s != null; s = s.next) {
                s.adoptInto(unit);
                touched(unit, s.root);
            }
            shells[index] = null;
        }
        return unit;
    }

    PyObject external(HeapUnit from, int unit, int number) {
        if (unit < 0 || unit >= units.length || number < 0) {
            throw from.bad("place of another unit's object", unit);
        }
        return unit(unit).own(number);
    }

    /** What another unit has made as a copy of an object, or null. */
    PyObject copy(int unit, int number) {
        return copies == null ? null : copies.get(place(unit, number));
    }

    void keepCopy(int unit, int number, PyObject o) {
        if (copies == null) {
            copies = new HashMap<>();
        }
        copies.put(place(unit, number), o);
    }

    /** The object that a unit has a copy of, if it or another copy of it was made. */
    PyObject original(HeapUnit from, int unit, int number) {
        if (unit < 0 || unit >= units.length || number < 0) {
            throw from.bad("place of another unit's object", unit);
        }
        PyObject o = units[unit] == null ? null : units[unit].known(number);
        return o == null ? copy(unit, number) : o;
    }

    private static long place(int unit, int number) {
        return (long) unit << 32 | number;
    }

    /** Begins to make objects. */
    void enter() {
        if (depth == 0) {
            hides = AllocationListener.hide();
        }
        depth++;
    }

    /** Completes all that was begun when nobody further out does. */
    void leave() {
        if (depth > 1) {
            depth--;
            return;
        }
        try {
            do {
                completeAll();
                if (due != null && suspended == 0) {
                    repeatDue();
                }
            } while (waiting > 0 || due != null && suspended == 0);
        } finally {
            depth--;
            if (hides) {
                hides = false;
                AllocationListener.show();
            }
        }
    }

    private void completeAll() {
        do {
            completeObjects();
        } while (sets.completeOne(this) || waiting > 0);
    }

    /** Completes also what was begun before a damaged object, for which others must not fail. */
    private void completeObjects() {
        ModuleImage.BadImageException damage = null;
        while (waiting > 0) {
            PyObject o = incomplete[--waiting];
            HeapRecord record = records[waiting];
            incomplete[waiting] = null;
            records[waiting] = null;
            sets.begin(o);
            try {
                CoreKinds.fill(o, record);
                CoreKinds.tell(o, record);
            } catch (ModuleImage.BadImageException e) {
                damage = damage == null ? e : damage;
            } finally {
                sets.end();
            }
        }
        if (damage != null) {
            throw damage;
        }
    }

    /** Has an effect wait until an object is touched; false when it has been touched already. */
    public boolean defer(int targetUnit, int target, int unit, int effect) {
        if (targetUnit < 0 || targetUnit >= units.length) {
            return false;
        }
        HeapUnit known = units[targetUnit];
        PyObject o = known == null ? null : known.known(target);
        if (o != null && !(o instanceof PyDict d && d.isUntouched())) {
            return false;
        }
        if (deferred == null) {
            deferred = new HashMap<>();
        }
        long place = place(targetUnit, target);
        int[] before = deferred.get(place);
        int n = before == null ? 0 : before.length;
        int[] longer = n == 0 ? new int[2] : Arrays.copyOf(before, n + 2);
        longer[n] = unit;
        longer[n + 1] = effect;
        deferred.put(place, longer);
        awaited[targetUnit] = true;
        return true;
    }

    /** An object was made, or a dict filled: what waits for it is due as soon as all objects are complete. */
    void touched(HeapUnit unit, int number) {
        if (!awaited[unit.index]) {
            return;
        }
        Long place = place(unit.index, number);
        if (deferred.containsKey(place)) {
            if (due == null) {
                due = new ArrayList<>();
            }
            due.add(place);
        }
    }

    private void repeatDue() {
        ArrayList<Long> places = due;
        due = null;
        for (Long place : places) {
            int[] effects = deferred.remove(place);
            for (int i = 0; effects != null && i < effects.length; i += 2) {
                PyObject effect = unit(effects[i]).own(effects[i + 1]);
                int was = suspend();
                // Nothing is half complete here: what this makes due is repeated at once.
                suspended--;
                try {
                    host.repeat(effect);
                } finally {
                    suspended++;
                    resume(was);
                }
            }
        }
    }

    /** Puts keys and values whose hashes may run code into a dict. */
    private void put(PyDict dict, PyObject[] entries) {
        ThreadState ts = ThreadState.current();
        int was = suspend();
        try {
            for (int i = 0; i < entries.length; i += 2) {
                dict.put(ts, entries[i], entries[i + 1]);
            }
        } finally {
            resume(was);
        }
    }

    void later(PyObject o, HeapRecord record) {
        if (waiting == incomplete.length) {
            incomplete = Arrays.copyOf(incomplete, waiting * 2);
            records = Arrays.copyOf(records, waiting * 2);
        }
        incomplete[waiting] = o;
        records[waiting++] = record;
    }

    void later(PySet set, PyObject[] content, long[] layout) {
        sets.add(set, content, layout);
    }

    DictSource source(HeapRecord record) {
        return new RecordSource(this, record);
    }

    /** The entries of a dict that was not touched. */
    private record RecordSource(Heap heap, HeapRecord record) implements DictSource {
        @Override
        public void fill(PyDict dict) {
            PyObject[] entries = null;
            try {
                heap.enter();
                try {
                    if (CoreKinds.hasOnlyNames(record)) {
                        CoreKinds.fillNames(dict, record);
                    } else {
                        entries = record.objects(1, (record.refs() - 1) / 2 * 2);
                    }
                } finally {
                    heap.leave();
                }
                if (entries != null) {
                    heap.put(dict, entries);
                }
                heap.enter();
                record.touched();
                heap.leave();
            } catch (ModuleImage.BadImageException e) {
                throw damaged(e);
            }
        }
    }
}
