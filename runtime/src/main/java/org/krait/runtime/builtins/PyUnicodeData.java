package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code unicodedata.UCD}: the object {@code ucd_3_2_0}. */
public final class PyUnicodeData extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("unicodedata.UCD", PyType.OBJECT, PyType.NO_NEW, new UnicodeDataMethodsTable());
    public static final PyUnicodeData OLD = new PyUnicodeData();

    private PyUnicodeData() {
        super(TYPE, Refs.IMMORTAL);
    }
}
