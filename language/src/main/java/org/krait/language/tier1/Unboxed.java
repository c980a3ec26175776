package org.krait.language.tier1;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/**
 * What {@link Registers} hold in the place of an exact int or float whose value lies in {@link Registers#numbers}.
 * Never seen outside.
 */
final class Unboxed extends PyObject {
    /** The value is the long itself. */
    static final Unboxed INT = new Unboxed();
    /** The value is the double of these bits. */
    static final Unboxed FLOAT = new Unboxed();

    private Unboxed() {
        super(PyType.OBJECT, Refs.IMMORTAL);
    }
}
