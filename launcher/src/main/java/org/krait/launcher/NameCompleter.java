package org.krait.launcher;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Iteration;
import org.krait.runtime.imports.Imports;

/** Completes keywords, names of the namespace and builtins, and attributes of what stands before the last dot. */
final class NameCompleter implements Completer {
    private final ThreadState ts;
    private final PyDict names;

    NameCompleter(ThreadState ts, PyDict names) {
        this.ts = ts;
        this.names = names;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        int dot = word.lastIndexOf('.');
        Interrupts.acquire(ts);
        try {
            if (dot < 0) {
                keywords(candidates, word);
                add(candidates, names, word);
                add(candidates, ts.interp.builtins, word);
            } else {
                attributes(candidates, word.substring(0, dot), word.substring(dot + 1));
            }
        } catch (PyException e) {
            // What has no attributes now has nothing to complete.
            e.swallow();
            candidates.clear();
        } finally {
            Interrupts.release(ts);
        }
    }

    private void keywords(List<Candidate> candidates, String prefix) {
        PyObject keyword = Imports.importModule(ts, "keyword");
        PyObject list = Attributes.get(ts, keyword, PyStr.interned("kwlist"));
        for (PyObject word : Iteration.toList(ts, list).toArray()) {
            add(candidates, "", word.toString(), prefix);
        }
    }

    private void add(List<Candidate> candidates, PyDict from, String prefix) {
        for (int i = from.nextEntry(0); i >= 0; i = from.nextEntry(i + 1)) {
            add(candidates, "", from.keys[i].toString(), prefix);
        }
    }

    private static void add(List<Candidate> candidates, String path, String name, String prefix) {
        boolean hidden = name.startsWith("_") && !prefix.startsWith("_");
        if (name.startsWith(prefix) && !hidden) {
            candidates.add(new Candidate(path + name, name, null, null, null, null, false));
        }
    }

    private void attributes(List<Candidate> candidates, String path, String prefix) {
        PyObject o = null;
        for (String part : path.split("\\.")) {
            PyStr name = PyStr.interned(part);
            if (o == null) {
                o = names.get(name) != null ? names.get(name) : ts.interp.builtins.get(name);
            } else {
                o = Attributes.lookup(ts, o, name);
            }
            if (o == null) {
                return;
            }
        }
        PyObject all = Calls.call(ts, ts.interp.builtins.get("dir"), o);
        if (all instanceof PyList list) {
            for (int i = 0; i < list.size(); i++) {
                add(candidates, path + ".", list.get(i).toString(), prefix);
            }
        }
    }
}
