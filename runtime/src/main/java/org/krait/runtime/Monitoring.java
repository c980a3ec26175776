package org.krait.runtime;

import java.util.HashMap;
import org.krait.objects.Errors;
import org.krait.objects.Interp;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * The tools of {@code sys.monitoring} (PEP 669) of a context: who wants which events, and the callbacks. Sets of tools
 * and of events are ints with a bit for each. Made when the module is.
 */
public final class Monitoring {
    /** The events, by number. Those up to STOP_ITERATION belong to a place in code and can be disabled there. */
    static final int PY_START = 0;
    static final int PY_RESUME = 1;
    static final int PY_RETURN = 2;
    static final int PY_YIELD = 3;
    static final int CALL = 4;
    static final int LINE = 5;
    static final int INSTRUCTION = 6;
    static final int JUMP = 7;
    static final int BRANCH = 8;
    static final int STOP_ITERATION = 9;
    static final int RAISE = 10;
    static final int EXCEPTION_HANDLED = 11;
    static final int PY_UNWIND = 12;
    static final int PY_THROW = 13;
    static final int RERAISE = 14;
    static final int C_RETURN = 15;
    static final int C_RAISE = 16;

    private static final String[] NAMES = {"PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE",
        "INSTRUCTION", "JUMP", "BRANCH", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW",
        "RERAISE", "C_RETURN", "C_RAISE"};

    /** How many tools there are. */
    public static final int TOOLS = 6;
    /** How many events belong to a place in code. */
    public static final int LOCAL_EVENTS = STOP_ITERATION + 1;

    private final Interp interp;
    private final PyObject[] toolNames = new PyObject[TOOLS];
    /** By tool and event; counted. */
    private final PyObject[][] callbacks = new PyObject[TOOLS][NAMES.length];
    /** The tools that want an event everywhere, by event. */
    private final int[] global = new int[NAMES.length];
    private int globalEvents;
    /** How many pairs of a code and a tool have local events. */
    private int localPairs;
    /** Grows with each change of events. */
    private int version;
    /** What is disabled at a place holds for one epoch, by tool and event. */
    private final int[][] epochs = new int[TOOLS][LOCAL_EVENTS];
    private final PyObject disable = sentinel();
    private final PyObject missing = sentinel();

    private Monitoring(Interp interp) {
        this.interp = interp;
    }

    /** What is monitored in one code: the tools by local event, and the epochs of what is disabled by place. */
    private static final class Places {
        private final int[] tools = new int[LOCAL_EVENTS];
        private int events;
        private final HashMap<Integer, int[]> disabled = new HashMap<>();
    }

    private static PyObject sentinel() {
        PyObject made = new PyInstance(PyType.OBJECT);
        Refs.incRef(made);
        return made;
    }

    /** The state of a context, made on first use. */
    public static Monitoring of(Interp interp) {
        Monitoring known = (Monitoring) interp.natives.get(Monitoring.class);
        if (known == null) {
            known = new Monitoring(interp);
            interp.natives.put(Monitoring.class, known);
        }
        return known;
    }

    /** How many events there are. */
    public static int eventCount() {
        return NAMES.length;
    }

    /** The name of an event. */
    public static String name(int event) {
        return NAMES[event];
    }

    /** {@code DISABLE}: what a callback returns to get no more events of the place. */
    public PyObject disable() {
        return disable;
    }

    /** {@code MISSING}: stands for the first argument of a call without arguments. */
    public PyObject missing() {
        return missing;
    }

    /** The name of a tool, or null while it is not in use. */
    public PyObject toolName(int tool) {
        return toolNames[tool];
    }

    /** Makes a tool used under a name, or free with null. */
    public void setToolName(int tool, PyObject name) {
        toolNames[tool] = held(name, toolNames[tool]);
    }

    private static PyObject held(PyObject value, PyObject old) {
        Refs.xincRef(value);
        if (old != null) {
            Refs.release(old);
        }
        return value;
    }

    /** Sets a callback, null for none; the result is the one before, or null. */
    public PyObject setCallback(int tool, int event, PyObject callback) {
        PyObject old = callbacks[tool][event];
        callbacks[tool][event] = held(callback, old);
        return old;
    }

    /** The events a tool wants everywhere. */
    public int events(int tool) {
        return events(global, tool);
    }

    /** The events a tool wants in a code. */
    public int events(int tool, CodeObject code) {
        return code.monitoring instanceof Places places ? events(places.tools, tool) : 0;
    }

    private static int events(int[] tools, int tool) {
        int events = 0;
        for (int event = 0; event < tools.length; event++) {
            events |= (tools[event] >> tool & 1) << event;
        }
        return events;
    }

    /** The tools that want an event everywhere. */
    public int tools(int event) {
        return global[event];
    }

    /** Sets the events a tool wants everywhere. */
    public void setEvents(int tool, int events) {
        globalEvents = set(global, tool, events);
        changed();
    }

    /** Sets the events a tool wants in a code. */
    public void setEvents(int tool, CodeObject code, int events) {
        Places places = placesOf(code);
        int before = events(places.tools, tool);
        places.events = set(places.tools, tool, events);
        localPairs += (events != 0 ? 1 : 0) - (before != 0 ? 1 : 0);
        changed();
    }

    private static Places placesOf(CodeObject code) {
        if (code.monitoring == null) {
            code.monitoring = new Places();
        }
        return (Places) code.monitoring;
    }

    /** Sets the events of a tool; what it no longer wants is not disabled when it is wanted again. */
    private int set(int[] tools, int tool, int events) {
        int all = 0;
        for (int event = 0; event < tools.length; event++) {
            int bit = 1 << tool;
            boolean wanted = (events >> event & 1) != 0;
            if (!wanted && (tools[event] & bit) != 0 && event < LOCAL_EVENTS) {
                epochs[tool][event]++;
            }
            tools[event] = wanted ? tools[event] | bit : tools[event] & ~bit;
            all |= tools[event] != 0 ? 1 << event : 0;
        }
        return all;
    }

    private void changed() {
        version++;
        int bit = globalEvents != 0 || localPairs != 0 ? Tracing.MONITOR : 0;
        interp.initialTracing = interp.initialTracing & ~Tracing.MONITOR | bit;
        for (ThreadState thread : Interrupts.threads(interp)) {
            thread.tracing = thread.tracing & ~Tracing.MONITOR | bit;
        }
    }

    /** {@code restart_events}: nothing is disabled any more. */
    public void restart() {
        for (int[] ofTool : epochs) {
            for (int event = 0; event < ofTool.length; event++) {
                ofTool[event]++;
            }
        }
    }

    int version() {
        return version;
    }

    /** The local events that any tool wants in a code. */
    int localEvents(CodeObject code) {
        int events = globalEvents & (1 << LOCAL_EVENTS) - 1;
        return code.monitoring instanceof Places places ? events | places.events : events;
    }

    /** The tools that want an event in a code, disabled or not. */
    int tools(CodeObject code, int event) {
        return event < LOCAL_EVENTS && code.monitoring instanceof Places places
                ? global[event] | places.tools[event]
                : global[event];
    }

    /** The tools that want an event at an instruction. */
    int tools(CodeObject code, int event, int pc) {
        int tools = tools(code, event);
        if (tools == 0 || event >= LOCAL_EVENTS || !(code.monitoring instanceof Places places)) {
            return tools;
        }
        int[] disabled = places.disabled.get(key(event, pc));
        for (int tool = 0; disabled != null && tool < TOOLS; tool++) {
            if (disabled[tool] == epochs[tool][event] + 1) {
                tools &= ~(1 << tool);
            }
        }
        return tools;
    }

    private static int key(int event, int pc) {
        return pc * LOCAL_EVENTS + event;
    }

    /** Calls the callbacks of some tools, the highest first; their exceptions pass. */
    void fire(ThreadState ts, int tools, int event, int pc, CodeObject code, PyObject... arguments) {
        for (PyObject argument : arguments) {
            Refs.incRef(argument);
        }
        try {
            int rest = tools;
            while (rest != 0 && !Tracing.inTraceFunction(ts)) {
                int tool = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rest);
                rest &= ~(1 << tool);
                PyObject callback = callbacks[tool][event];
                if (callback != null && call(ts, callback, arguments) == disable) {
                    disable(tool, event, pc, code);
                }
            }
        } finally {
            for (PyObject argument : arguments) {
                Refs.release(argument);
            }
        }
    }

    private static PyObject call(ThreadState ts, PyObject callback, PyObject[] arguments) {
        int before = Tracing.suspend(ts);
        Refs.incRef(callback);
        try {
            PyObject result = Calls.call(ts, callback, arguments.clone(), null);
            Refs.drop(result);
            return result;
        } finally {
            Refs.decRef(callback);
            Tracing.resume(ts, before);
        }
    }

    private void disable(int tool, int event, int pc, CodeObject code) {
        if (event >= LOCAL_EVENTS) {
            PyObject callback = setCallback(tool, event, null);
            if (callback != null) {
                Refs.drop(callback);
            }
            throw Errors.valueError("Cannot disable " + NAMES[event] + " events. Callback removed.");
        }
        int[] disabled = placesOf(code).disabled.computeIfAbsent(key(event, pc), place -> new int[TOOLS]);
        disabled[tool] = epochs[tool][event] + 1;
    }
}
