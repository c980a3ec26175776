package org.krait.objects;

/** Knows classes that are not made yet; kept in {@link Interp#subclassSource}. */
public interface SubclassSource {
    /**
     * Makes the classes that have a class as a base.
     *
     * @return those among the subclasses, oldest first; null when nothing has come since the last call
     */
    PyType[] makeSubclasses(PyType base);
}
