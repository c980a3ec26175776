package org.krait.runtime.posix;

import java.util.LinkedHashMap;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** What {@code select.poll()} returns: descriptors with the events asked for. */
public final class PyPoll extends PyInstance {
    public static final PyType TYPE = PyType.builtin("select.poll", PyType.OBJECT, PyType.NO_NEW,
            new PollMethodsTable());

    final LinkedHashMap<Integer, Integer> events = new LinkedHashMap<>();
    boolean polling;

    PyPoll() {
        super(TYPE);
    }
}
