package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.ImportErrorFields;

/** "Did you mean": the nearest known name to the one that an exception is about. */
final class Suggestions {
    private static final int MAX_CANDIDATES = 750;
    private static final int MAX_LENGTH = 40;
    private static final int MOVE_COST = 2;
    private static final int CASE_COST = 1;

    private Suggestions() {}

    /** The text to append to the message; empty for none. */
    static String of(ThreadState ts, PyBaseException e) {
        try {
            if (e.type.isSubtypeOf(ExceptionTypes.NAME_ERROR)) {
                return ofName(ts, e);
            }
            if (e.type.isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
                return e.extra(0) instanceof PyStr name && e.extra(1) != null
                        ? text(nearest(names(ts, e.extra(1)), name.toString()))
                        : "";
            }
            if (e.type.isSubtypeOf(ExceptionTypes.IMPORT_ERROR)
                    && e.extra(ImportErrorFields.NAME_FROM) instanceof PyStr name
                    && e.extra(ImportErrorFields.NAME) instanceof PyStr moduleName) {
                PyObject module = ts.interp.modules.get(moduleName);
                return module == null ? "" : text(nearest(names(ts, module), name.toString()));
            }
        } catch (PyException failed) {
            failed.swallow();
            return "";
        }
        return "";
    }

    private static String text(String suggestion) {
        return suggestion == null ? "" : ". Did you mean: '" + suggestion + "'?";
    }

    private static PyObject[] names(ThreadState ts, PyObject o) {
        PyObject dir = ts.interp.builtins.get("dir");
        return ((PyList) Calls.call(ts, dir, o)).toArray();
    }

    private static String ofName(ThreadState ts, PyBaseException e) {
        if (!(e.extra(0) instanceof PyStr pyName)) {
            return "";
        }
        String name = pyName.toString();
        PyTraceback last = e.traceback();
        if (last == null) {
            return "";
        }
        while (last.next() != null) {
            last = last.next();
        }
        PyFrame frame = last.frame;
        if (frame.code.argCount > 0 && frame.code.variables.length > 0 && frame.code.variables[0].equalTo("self")
                && frame.register(0) != null && Attributes.lookup(ts, frame.register(0), pyName) != null) {
            return ". Did you mean: 'self." + name + "'?";
        }
        String found = nearest(frame.code.variables, name);
        if (found == null) {
            found = nearest(keys(frame.globals), name);
        }
        if (found == null) {
            found = nearest(keys(frame.builtins), name);
        }
        if (found != null) {
            return text(found);
        }
        PyObject library = Attributes.lookup(ts, ts.interp.modules.get("sys"), PyStr.interned("stdlib_module_names"));
        if (library instanceof PySet set && set.contains(ts, pyName)) {
            return ". Did you forget to import '" + name + "'?";
        }
        return "";
    }

    private static PyObject[] keys(PyDict dict) {
        PyObject[] keys = new PyObject[dict.size()];
        int n = 0;
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            keys[n++] = dict.keys[i];
        }
        return keys;
    }

    /** The candidate of least edit distance when it is near enough, as CPython's suggestions. */
    private static String nearest(PyObject[] candidates, String name) {
        if (candidates.length >= MAX_CANDIDATES || name.length() > MAX_LENGTH) {
            return null;
        }
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (PyObject candidate : candidates) {
            if (!(candidate instanceof PyStr text) || text.equalTo(name)) {
                continue;
            }
            String other = text.toString();
            int most = Math.min((name.length() + other.length() + 3) * MOVE_COST / 6, bestDistance - 1);
            int distance = distance(name, other, most);
            if (distance <= most && distance < bestDistance) {
                best = other;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int cost(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE_COST : MOVE_COST;
    }

    private static int distance(String a, String b, int most) {
        if (b.length() > MAX_LENGTH || Math.abs(a.length() - b.length()) * MOVE_COST > most) {
            return most + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j * MOVE_COST;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * MOVE_COST;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + cost(a.charAt(i - 1), b.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + MOVE_COST);
            }
        }
        return row[b.length()];
    }
}
