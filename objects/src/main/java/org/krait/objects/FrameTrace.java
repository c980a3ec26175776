package org.krait.objects;

/** What {@code sys.settrace} and {@code sys.monitoring} keep about one frame. */
public final class FrameTrace {
    /** {@code f_trace}, counted; null for none. */
    private PyObject function;
    /** {@code f_trace_lines}. */
    public boolean lines = true;
    /** {@code f_trace_opcodes}. */
    public boolean opcodes;
    /** While the call event of a new frame is given. */
    public boolean atCall;
    /** The line of the last line event; -1 before the first. */
    public int line = -1;
    /** The last marked instruction that was looked at. */
    public int pc = -1;
    /** The instruction that an assignment to {@code f_lineno} chose; -1 for none. */
    public int jumpTarget = -1;
    /** The version of the monitored events that the fields below are of; -1 for none. */
    public int monitoringVersion = -1;
    /** As {@link #line} and {@link #pc}, for {@code sys.monitoring}. */
    public int monitoredLine = -1;
    public int monitoredPc = -1;
    /** The jump or branch whose destination is not known yet; -1 for none. */
    public int jumpSource = -1;
    /** The tools, as bits, that monitor the call about to be made. */
    public int callTools;

    /** Nothing is known yet. */
    public FrameTrace() {}

    public PyObject function() {
        return function;
    }

    public void setFunction(PyObject value) {
        PyObject old = function;
        Refs.xincRef(value);
        function = value;
        Refs.xdecRef(old);
    }
}
