package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.Interp;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Monitoring;

/** The module object {@code sys.monitoring} (PEP 669). */
@BuiltinModule("sys.monitoring")
final class MonitoringModule {
    private static final int CALL = 1 << 4;
    private static final int C_EVENTS = 1 << 15 | 1 << 16;

    private MonitoringModule() {}

    /** A new module, for {@code sys} to keep. */
    static PyModule make(Interp interp) {
        PyModule module = new PyModule();
        PyDict d = module.dict;
        d.put("__name__", PyStr.interned("sys.monitoring"));
        d.put("__doc__", PySingleton.NONE);
        for (String later : new String[] {"__package__", "__loader__", "__spec__"}) {
            d.put(later, PySingleton.NONE);
        }
        new MonitoringModuleTable().fill(d, null);
        Monitoring monitoring = Monitoring.of(interp);
        d.put("DISABLE", monitoring.disable());
        d.put("MISSING", monitoring.missing());
        d.put("DEBUGGER_ID", PyInt.of(0));
        d.put("COVERAGE_ID", PyInt.of(1));
        d.put("PROFILER_ID", PyInt.of(2));
        d.put("OPTIMIZER_ID", PyInt.of(5));
        PyDict events = new PyDict();
        for (int event = 0; event < Monitoring.eventCount(); event++) {
            events.put(Monitoring.name(event), PyInt.of(1 << event));
        }
        events.put("NO_EVENTS", PyInt.ZERO);
        d.put("events", Namespaces.of(events));
        return module;
    }

    private static void checkTool(int tool) {
        if (tool < 0 || tool >= Monitoring.TOOLS) {
            throw Errors.valueError("invalid tool " + tool + " (must be between 0 and 5)");
        }
    }

    private static void checkUsed(Monitoring monitoring, int tool) {
        if (monitoring.toolName(tool) == null) {
            throw Errors.valueError("tool " + tool + " is not in use");
        }
    }

    private static CodeObject checkCode(PyObject code) {
        if (code instanceof CodeObject c) {
            return c;
        }
        throw Errors.typeError("code must be a code object");
    }

    /** The events without those that come with CALL. */
    private static int withoutNative(int events) {
        if ((events & C_EVENTS) != 0 && (events & (C_EVENTS | CALL)) != (C_EVENTS | CALL)) {
            throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
        }
        return events & ~C_EVENTS;
    }

    private static PyException invalid(String what, int events) {
        return Errors.valueError("invalid " + what + " 0x" + Integer.toHexString(events));
    }

    @Builtin(value = "use_tool_id(tool_id, name, /)", doc = "Reserve a tool number under a name.")
    static void useToolId(ThreadState ts, int tool, PyObject name) {
        checkTool(tool);
        if (!(name instanceof PyStr)) {
            throw Errors.valueError("tool name must be a str");
        }
        Monitoring monitoring = Monitoring.of(ts.interp);
        if (monitoring.toolName(tool) != null) {
            throw Errors.valueError("tool " + tool + " is already in use");
        }
        monitoring.setToolName(tool, name);
    }

    @Builtin(value = "free_tool_id(tool_id, /)", doc = "Give a tool number back.")
    static void freeToolId(ThreadState ts, int tool) {
        checkTool(tool);
        Monitoring.of(ts.interp).setToolName(tool, null);
    }

    @Builtin(value = "get_tool(tool_id, /)", doc = "Return the name of a tool, or None.")
    static PyObject getTool(ThreadState ts, int tool) {
        checkTool(tool);
        PyObject name = Monitoring.of(ts.interp).toolName(tool);
        return name == null ? PySingleton.NONE : name;
    }

    @Builtin(value = "register_callback(tool_id, event, func, /)",
            doc = "Set the function called for an event; return the previous one.")
    static PyObject registerCallback(ThreadState ts, int tool, int event, PyObject function) {
        checkTool(tool);
        if (Integer.bitCount(event) != 1) {
            throw Errors.valueError("The callback can only be set for one event at a time");
        }
        int number = Integer.numberOfTrailingZeros(event);
        if (number >= Monitoring.eventCount()) {
            throw Errors.valueError("invalid event " + event);
        }
        AuditHooks.raise(ts, "sys.monitoring.register_callback", function);
        PyObject old = Monitoring.of(ts.interp)
                .setCallback(tool, number, function == PySingleton.NONE ? null : function);
        return old == null ? PySingleton.NONE : old;
    }

    @Builtin(value = "get_events(tool_id, /)", doc = "Return the events that a tool wants everywhere.")
    static int getEvents(ThreadState ts, int tool) {
        checkTool(tool);
        return Monitoring.of(ts.interp).events(tool);
    }

    @Builtin(value = "set_events(tool_id, event_set, /)", doc = "Set the events that a tool wants everywhere.")
    static void setEvents(ThreadState ts, int tool, int events) {
        checkTool(tool);
        if (events < 0 || events >= 1 << Monitoring.eventCount()) {
            throw invalid("event set", events);
        }
        int wanted = withoutNative(events);
        Monitoring monitoring = Monitoring.of(ts.interp);
        checkUsed(monitoring, tool);
        monitoring.setEvents(tool, wanted);
    }

    @Builtin(value = "get_local_events(tool_id, code, /)",
            doc = "Return the events that a tool wants in a code object.")
    static int getLocalEvents(ThreadState ts, int tool, PyObject code) {
        CodeObject c = checkCode(code);
        checkTool(tool);
        return Monitoring.of(ts.interp).events(tool, c);
    }

    @Builtin(value = "set_local_events(tool_id, code, event_set, /)",
            doc = "Set the events that a tool wants in a code object.")
    static void setLocalEvents(ThreadState ts, int tool, PyObject code, int events) {
        CodeObject c = checkCode(code);
        checkTool(tool);
        int wanted = withoutNative(events);
        if (wanted < 0 || wanted >= 1 << Monitoring.LOCAL_EVENTS) {
            throw invalid("local event set", wanted);
        }
        Monitoring monitoring = Monitoring.of(ts.interp);
        checkUsed(monitoring, tool);
        monitoring.setEvents(tool, c, wanted);
    }

    @Builtin(value = "restart_events()", doc = "Enable again what callbacks disabled.")
    static void restartEvents(ThreadState ts) {
        Monitoring.of(ts.interp).restart();
    }

    @Builtin(value = "_all_events()", doc = "Return the tools of each wanted event.")
    static PyObject allEvents(ThreadState ts) {
        Monitoring monitoring = Monitoring.of(ts.interp);
        PyDict all = new PyDict();
        for (int event = 0; event < Monitoring.eventCount(); event++) {
            if (monitoring.tools(event) != 0) {
                all.put(Monitoring.name(event), PyInt.of(monitoring.tools(event)));
            }
        }
        return all;
    }
}
