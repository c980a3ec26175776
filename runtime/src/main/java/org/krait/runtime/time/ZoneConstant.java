package org.krait.runtime.time;

import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** A constant of the module {@code time} that tells the zone: the machine's file is read when somebody asks. */
final class ZoneConstant extends PyPending {
    private static final String[] NAMES = {"timezone", "altzone", "daylight", "tzname"};

    private final ThreadState starter;
    private final String name;

    private ZoneConstant(ThreadState starter, String name) {
        super(PyStr.interned(name));
        this.starter = starter;
        this.name = name;
    }

    /** Adds the constants to a namespace that does not have them. */
    static void addTo(PyDict namespace, ThreadState ts) {
        for (String name : NAMES) {
            namespace.insertPending(new ZoneConstant(ts, name));
        }
    }

    /** Stores the constants anew. */
    static void update(PyDict namespace, ThreadState ts) {
        for (String name : NAMES) {
            namespace.put(name, LocalTime.zoneConstant(ts, name));
        }
    }

    @Override
    protected PyObject resolve() {
        ThreadState current = ThreadState.current();
        return LocalTime.zoneConstant(current == null ? starter : current, name);
    }
}
