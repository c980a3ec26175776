package org.krait.runtime.posix;

import java.util.Iterator;
import java.util.List;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** What {@code os.scandir} returns. */
public final class PyScandirIterator extends PyInstance {
    public static final PyType TYPE = withFinalizer(PyType.builtin("posix.ScandirIterator",
            PyType.OBJECT, PyType.NO_NEW, new ScandirIteratorMethodsTable()));

    final Paths.Argument folder;
    /** Null once closed or at the end. */
    Iterator<DirectoryListing.Entry> entries;

    private static PyType withFinalizer(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    PyScandirIterator(Paths.Argument folder, List<DirectoryListing.Entry> entries) {
        super(TYPE);
        this.folder = folder;
        this.entries = entries.iterator();
    }
}
