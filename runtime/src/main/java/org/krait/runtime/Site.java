package org.krait.runtime;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import org.krait.objects.PyList;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PySiteBuiltin;
import org.krait.runtime.builtins.SysContents;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.posix.WorkingDirectory;

/**
 * What importing {@code site} does at the start, without importing it as long as there is nothing for it to do: no
 * .pth file, no sitecustomize or usercustomize.
 */
final class Site {
    private Site() {}

    static void run(ThreadState ts) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        PySiteBuiltin.installAll(ts);
        String packages = "/lib/python3." + SysContents.MINOR + "/site-packages";
        String base = c.pythonVariable("PYTHONUSERBASE");
        if (base == null && c.environment.get("HOME") != null) {
            base = c.environment.get("HOME") + "/.local";
        }
        boolean system = c.virtualEnvironment == null || sharesPackages(c.virtualEnvironment);
        String[] folders = {
            c.noUserSite || base == null || !system ? null : base + packages,
            c.virtualEnvironment == null ? null : c.virtualEnvironment + packages,
            system ? c.prefix + packages : null,
        };
        PyList path = (PyList) ts.interp.sys.get("path");
        // The script's folder comes in front of what site has done.
        int first = c.scriptFolder != null && !c.safePath ? 1 : 0;
        if (!c.pythonPath.isEmpty()) {
            makeAbsolute(path, first);
        }
        if (needsSite(c, folders)) {
            String script = first == 0 ? null : path.items[0].toString();
            if (script != null) {
                path.removeAt(0);
            }
            try {
                Imports.importModule(ts, "site");
            } finally {
                if (script != null) {
                    path.insert(0, PyStr.of(script));
                }
            }
            return;
        }
        for (String folder : folders) {
            if (folder != null && new File(folder).isDirectory()) {
                path.append(PyStr.of(folder));
            }
        }
    }

    private static boolean needsSite(Configuration c, String[] folders) {
        for (String folder : folders) {
            if (folder != null && needsSite(folder)) {
                return true;
            }
        }
        for (String entry : c.pythonPath) {
            if (new File(entry, "sitecustomize.py").isFile() || new File(entry, "usercustomize.py").isFile()) {
                return true;
            }
        }
        return false;
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

    /** Makes the entries of a path absolute and keeps the first of equal ones: {@code site.removeduppaths}. */
    private static void makeAbsolute(PyList path, int first) {
        HashSet<String> seen = new HashSet<>();
        for (int i = first; i < path.size;) {
            String entry = normalized(WorkingDirectory.absolute(path.items[i].toString()));
            if (seen.add(entry)) {
                path.set(i++, PyStr.of(entry));
            } else {
                path.removeAt(i);
            }
        }
    }

    /** An absolute path without empty parts, "." and ".." */
    private static String normalized(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int start = 0; start < path.length();) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            String part = path.substring(start, end);
            if (part.equals("..")) {
                out.setLength(Math.max(out.lastIndexOf("/"), 0));
            } else if (!part.isEmpty() && !part.equals(".")) {
                out.append('/').append(part);
            }
            start = end + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    /** Whether a virtual environment sees the packages of the installation: {@code include-system-site-packages}. */
    private static boolean sharesPackages(String folder) {
        try (BufferedReader in = new BufferedReader(
                new FileReader(new File(folder, "pyvenv.cfg"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.substring(0, equals).strip().equalsIgnoreCase("include-system-site-packages")) {
                    return line.substring(equals + 1).strip().toLowerCase(Locale.ROOT).equals("true");
                }
            }
        } catch (IOException e) {
            // As site: what can't be read says nothing.
            return true;
        }
        return true;
    }
}
