package org.krait.objects;

import java.math.BigInteger;

/** An instance of a subclass of {@code int} other than bool. */
public final class PyIntInstance extends PyInt {
    private final BigInteger big;
    private final PyInstance attributes;

    public PyIntInstance(PyType type, PyInt value) {
        super(type, 0, value.value);
        countType();
        big = value.big();
        attributes = new Attributes(type, this);
    }

    @Override
    public BigInteger big() {
        return big;
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
