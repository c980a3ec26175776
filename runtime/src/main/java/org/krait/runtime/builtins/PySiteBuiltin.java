package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.Imports;

/**
 * {@code exit}, {@code quit}, {@code copyright}, {@code credits}, {@code license} or {@code help} before its first
 * use: stands for what the module {@code site} would put into builtins, which it fetches when it is needed.
 */
public final class PySiteBuiltin extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_sitebuiltins.SiteBuiltin", PyType.OBJECT, 0, new SiteBuiltinMethodsTable());

    private final String name;

    PySiteBuiltin(String name) {
        super(TYPE);
        this.name = name;
    }

    /** Puts all of them into builtins. */
    public static void installAll(ThreadState ts) {
        String[] names = {"exit", "quit", "copyright", "credits", "license", "help"};
        for (String name : names) {
            ts.interp.builtins.put(name, new PySiteBuiltin(name));
        }
    }

    /** The real object; from now on it is the one in builtins. */
    PyObject real(ThreadState ts) {
        PyObject known = ts.interp.builtins.get(name);
        if (known != null && known != this) {
            return known;
        }
        PyObject site = Imports.importModule(ts, "site");
        String set = name.equals("exit") || name.equals("quit") ? "setquit"
                : name.equals("help") ? "sethelper" : "setcopyright";
        Calls.call(ts, Attributes.get(ts, site, PyStr.interned(set)));
        return ts.interp.builtins.get(name);
    }
}
