package org.krait.runtime.builtins;

import java.security.SecureRandom;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _uuid}: UUIDs of time and node (RFC 4122, version 1). */
@BuiltinModule("_uuid")
final class UuidModule {
    /** From 1582-10-15, where UUIDs count from, to 1970-01-01, in units of 100 ns. */
    private static final long GREGORIAN_OFFSET = 0x01b21dd213814000L;
    /** What libuuid says of a UUID that no daemon has coordinated with other processes. */
    private static final int UNSAFE = -1;

    private UuidModule() {}

    /** What is remembered between two UUIDs: the last time given out. */
    private static final class State {
        final byte[] clockAndNode = new byte[8];
        long last;

        State() {
            new SecureRandom().nextBytes(clockAndNode);
            // The variant of RFC 4122, and a node that cannot be the address of a network card.
            clockAndNode[0] = (byte) (clockAndNode[0] & 0x3f | 0x80);
            clockAndNode[2] |= 1;
        }
    }

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("has_uuid_generate_time_safe", PyInt.of(1));
    }

    @Builtin(value = "generate_time_safe()", doc = "Return a new UUID of time and node, and whether it is safe.")
    static PyObject generateTimeSafe(ThreadState ts) {
        State state = (State) ts.interp.natives.get(State.class);
        if (state == null) {
            state = new State();
            ts.interp.natives.put(State.class, state);
        }
        java.time.Instant now = java.time.Instant.now();
        long time = now.getEpochSecond() * 10_000_000 + now.getNano() / 100 + GREGORIAN_OFFSET;
        time = Math.max(time, state.last + 1);
        state.last = time;
        byte[] uuid = new byte[16];
        for (int i = 0; i < 4; i++) {
            uuid[i] = (byte) (time >> 24 - 8 * i);
        }
        uuid[4] = (byte) (time >> 40);
        uuid[5] = (byte) (time >> 32);
        uuid[6] = (byte) (time >> 56 & 0x0f | 0x10);
        uuid[7] = (byte) (time >> 48);
        System.arraycopy(state.clockAndNode, 0, uuid, 8, 8);
        return PyTuple.of(new PyBytes(uuid), PyInt.of(UNSAFE));
    }
}
