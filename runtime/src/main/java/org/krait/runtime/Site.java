package org.krait.runtime;

import java.io.File;
import org.krait.objects.PyList;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PySiteBuiltin;
import org.krait.runtime.builtins.SysContents;
import org.krait.runtime.imports.Imports;

/**
 * What importing {@code site} does at the start, without importing it as long as there is nothing for it to do: no
 * .pth file, no sitecustomize or usercustomize.
 */
final class Site {
    private Site() {}

    static void run(ThreadState ts) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        PySiteBuiltin.installAll(ts);
        String version = "python3." + SysContents.MINOR;
        String base = c.pythonVariable("PYTHONUSERBASE");
        if (base == null && c.environment.get("HOME") != null) {
            base = c.environment.get("HOME") + "/.local";
        }
        String user = c.noUserSite || base == null ? null : base + "/lib/" + version + "/site-packages";
        String[] folders = {user, c.prefix + "/lib/" + version + "/site-packages"};
        for (String folder : folders) {
            if (folder != null && needsSite(folder)) {
                Imports.importModule(ts, "site");
                return;
            }
        }
        PyList path = (PyList) ts.interp.sys.get("path");
        for (String folder : folders) {
            if (folder != null && new File(folder).isDirectory()) {
                path.append(PyStr.of(folder));
            }
        }
        for (String entry : c.pythonPath) {
            if (new File(entry, "sitecustomize.py").isFile() || new File(entry, "usercustomize.py").isFile()) {
                Imports.importModule(ts, "site");
                return;
            }
        }
    }

    private static boolean needsSite(String folder) {
        String[] names = new File(folder).list();
        if (names == null) {
            return false;
        }
        for (String name : names) {
            if (name.endsWith(".pth") || name.startsWith("sitecustomize") || name.startsWith("usercustomize")) {
                return true;
            }
        }
        return false;
    }
}
