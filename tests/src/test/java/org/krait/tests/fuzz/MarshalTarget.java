package org.krait.tests.fuzz;

import java.util.Random;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;
import org.krait.snapshot.marshal.MarshalWriter;

/** Marshal: what is written is read back the same; damaged data is refused, or is other data. */
final class MarshalTarget implements Target {
    private static final int VERSIONS = 5;
    private static final int DAMAGES = 20;

    private static final int MAX_FACTOR = 500;

    private final Allocations allocations = new Allocations();
    private final Corpus corpus = Corpus.ofTests();
    private byte[] input = {};

    @Override
    public void round(ThreadState ts, Random random) throws Exception {
        boolean code = random.nextInt(10) == 0;
        PyObject value = code ? corpus.anyCode(random) : new RandomValues(ts, random).any(4);
        int version = code ? VERSIONS - 1 : random.nextInt(VERSIONS);
        byte[] bytes;
        try {
            bytes = MarshalWriter.write(ts, value, version);
        } catch (MarshalException e) {
            // A list inside itself: endless without the references of version 3.
            if (version < 3 && e.kind == MarshalException.Kind.VALUE_ERROR) {
                return;
            }
            throw e;
        }
        input = bytes;
        MarshalReader reader = new MarshalReader(ts, bytes, 0, bytes.length);
        SameValue.check(value, reader.read());
        if (reader.position() != bytes.length) {
            throw new AssertionError("read " + reader.position() + " of " + bytes.length + " bytes");
        }
        for (int i = 0; i < DAMAGES; i++) {
            input = Mutation.of(bytes, random);
            allocations.start();
            readDamaged(ts);
            allocations.check(input.length, MAX_FACTOR, () -> readDamaged(ts));
        }
    }

    private void readDamaged(ThreadState ts) {
        try {
            new MarshalReader(ts, input, 0, input.length).read();
        } catch (MarshalException e) {
            // Refused, as it should be.
            return;
        } catch (PyException e) {
            // An item that can't be hashed.
            if (!e.value.type.name().equals("TypeError")) {
                throw e;
            }
        }
    }

    @Override
    public byte[] input() {
        return input;
    }
}
