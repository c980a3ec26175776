package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Frames;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapSink;

/**
 * What is known of the standard library and of widely used packages: objects that each process has to make anew, with
 * the expressions that make them, and caches, whose content nobody misses.
 */
final class Fixups {
    /**
     * Module, path of attributes and keys, and the expression that makes the value in the module's namespace; %s
     * stands for the captured value. Where a native function follows that the expression asks, the module may ask
     * it: the answer is no condition of it. A variable of the module, or what comes of all environment variables, is
     * made as the module is bound, a text provided that the expression gives what the module has.
     */
    private static final String[][] REMADE = {
        {"random", "_inst", "Random()"},
        {"secrets", "_sysrand", "SystemRandom()"},
        {"multiprocessing.process", "_current_process._config.authkey", "AuthenticationString(os.urandom(32))"},
        {"multiprocessing.process", "ORIGINAL_DIR", "os.path.abspath(os.getcwd())", "posix.getcwd"},
        {"rich", "_IMPORT_CWD", "os.path.abspath(os.getcwd())", "posix.getcwd"},
        {"wsgiref.handlers", "BaseHandler.os_environ", "read_environ()", "posix.environ"},
        {"threading", "_main_thread._tstate_lock", "None"},
        // Where the numbers of new symbols begin: far from those that the captured ones have.
        {"sympy.core.symbol", "Dummy._base_dummy_index", "next(n for n in iter(lambda: "
                + "Dummy._prng.randint(10**6, 9*10**6), None) if abs(n - %s) > 10**5)", "_random.Random"},
    };
    /** Module, and the statements that make its objects, as captured, this process's. */
    private static final String[][] FINISHED = {
        {"logging", "_startTime = time.time()"},
        {"threading", "_shutdown_locks.clear(); _active.clear(); _main_thread._set_ident(); "
                + "_main_thread._set_native_id(); _main_thread._set_tstate_lock(); "
                + "_active[_main_thread._ident] = _main_thread"},
    };
    /** Module, its function and the option of {@code sys}, a list, that it calls the function with as it begins. */
    private static final String[][] OPTIONS = {{"warnings", "_processoptions", "warnoptions"}};
    /** Module and attribute of dicts, lists and the like that only remember. */
    private static final String[][] CACHES = {
        {"re", "_cache"}, {"re", "_cache2"}, {"linecache", "cache"}, {"typing", "_caches"},
        {"typing", "_cleanups"}, {"_strptime", "_regex_cache"}, {"inspect", "modulesbyfile"},
        {"inspect", "_filesbymodname"}, {"functools", "_cache_token"},
        {"_frozen_importlib", "_module_locks"}, {"_frozen_importlib", "_blocking_on"},
    };
    /**
     * Module and variable of caches that are None at first. They are emptied whenever a module has been executed, so
     * that each one that asks is seen to ask the system.
     */
    private static final String[][] EMPTIED = {{"platform", "_uname_cache"}};
    /** Objects of native modules whose changes are the machinery's or a cache's. */
    private static final String[] IGNORED = {
        "sys.path_importer_cache", "_imp.__dict__", "_csv._dialects",
    };

    /** Where a row of {@link #REMADE} may name a native function. */
    private static final int ASKED = 3;
    /** In the place of a function there: all environment variables. */
    static final String ENVIRONMENT = "posix.environ";

    private final ThreadState ts;
    private final IdentityHashMap<PyObject, String[]> remade = new IdentityHashMap<>();
    private final IdentityHashMap<PyObject, Boolean> ignored = new IdentityHashMap<>();

    Fixups(ThreadState ts) {
        this.ts = ts;
    }

    /** Writes the record of an object that each process makes anew; false for all others. */
    boolean write(PyObject o, HeapSink sink) {
        String[] row = remade.get(o);
        if (row == null) {
            return false;
        }
        sink.ref(ts.interp.modules.get(row[0]));
        sink.ref(compile(row[2].replace("%s", o.toString()), "eval"));
        sink.end(HeapKinds.EVALUATED, null);
        return true;
    }

    private CodeObject compile(String source, String mode) {
        return (CodeObject) SourceCompiler.of(ts.interp).compile(ts, PyStr.of(source),
                new SourceCompiler.Request("<snapshot>", mode, 0, 0, -1));
    }

    /** True for an object that each process makes anew. */
    boolean isRemade(PyObject o) {
        return remade.containsKey(o);
    }

    /** True for an option that a module reads only to pass it to a function, and that has no items. */
    boolean isPassedOn(String module, String option, PyObject value) {
        for (String[] row : OPTIONS) {
            if (row[0].equals(module) && row[2].equals(option)) {
                return value instanceof PyList list && list.size == 0;
            }
        }
        return false;
    }

    /** What has to be executed in the namespace of a module when it is restored; null for nothing. */
    CodeObject finishing(String module) {
        for (String[] row : FINISHED) {
            if (row[0].equals(module)) {
                return compile(row[1], "exec");
            }
        }
        return null;
    }

    /** The effects by which each process makes values of a module as the module is bound, and has it read options. */
    List<PyTuple> madeAtOnce(Running m) {
        List<PyTuple> effects = new ArrayList<>();
        for (String[] row : REMADE) {
            if (row.length <= ASKED || !row[0].equals(m.name) || !remade.containsValue(row)) {
                continue;
            }
            int dot = row[1].lastIndexOf('.');
            PyStr name = PyStr.interned(row[1].substring(dot + 1));
            if (dot < 0) {
                effects.add(Effects.store(Mutations.Kind.DICT, m.module.dict, name, m.module.dict.get(name)));
            } else if (row[ASKED].equals(ENVIRONMENT)) {
                effects.add(Effects.store(Mutations.Kind.ATTRIBUTE, find(m.name, row[1].substring(0, dot)), name,
                        find(m.name, row[1])));
            }
        }
        for (String[] row : OPTIONS) {
            if (row[0].equals(m.name) && m.passedOn.contains(row[2]) && find(m.name, row[1]) != null) {
                effects.add(Effects.option(find(m.name, row[1]), PyStr.interned(row[2])));
            }
        }
        return effects;
    }

    /** True when a module has the answer of a native function only in a value that each process makes anew. */
    boolean standsFor(String module, String function) {
        for (String[] row : REMADE) {
            if (row[0].equals(module) && row.length > ASKED && row[ASKED].equals(function)
                    && remade.containsValue(row)) {
                return true;
            }
        }
        return false;
    }

    /** True when a module may ask a native function if it has what stands for the answer in the end. */
    boolean mayStandFor(String module, String function) {
        for (String[] row : REMADE) {
            if (row[0].equals(module) && row.length > ASKED && row[ASKED].equals(function)) {
                return true;
            }
        }
        return false;
    }

    /** True for a variable of a module that only remembers. */
    boolean isIgnored(PyObject namespace, PyObject name) {
        for (String[] row : EMPTIED) {
            if (name instanceof PyStr variable && variable.equalTo(row[1])
                    && ts.interp.modules.get(row[0]) instanceof PyModule m && m.dict == namespace) {
                return true;
            }
        }
        return false;
    }

    /** True for an object that only remembers. */
    boolean isIgnored(PyObject o) {
        return ignored.containsKey(o);
    }

    boolean isIgnored(NativeSymbols.Symbol symbol) {
        String text = symbol.module() + "." + (symbol.name() == null ? "" : symbol.name().toString());
        for (String known : IGNORED) {
            if (known.equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Looks for the objects in modules whose execution has ended. */
    void learn() {
        for (String[] row : REMADE) {
            PyObject o = find(row[0], row[1]);
            boolean isChecked = row.length > ASKED && o instanceof PyStr;
            if (o != null && !remade.containsKey(o) && (!isChecked || isMadeSo(o, row))) {
                remade.put(o, row);
            }
        }
        for (String[] row : EMPTIED) {
            if (find(row[0], row[1]) != null) {
                ((PyModule) ts.interp.modules.get(row[0])).dict.put(PyStr.interned(row[1]), PySingleton.NONE);
            }
        }
        for (String[] row : CACHES) {
            PyObject o = find(row[0], row[1]);
            if (o != null) {
                ignored.put(o, Boolean.TRUE);
            }
        }
    }

    /** True when the expression gives what the module has. */
    private boolean isMadeSo(PyObject o, String[] row) {
        try {
            PyDict namespace = ((PyModule) ts.interp.modules.get(row[0])).dict;
            PyObject again = Frames.run(ts, compile(row[2], "eval"), namespace, namespace, null);
            return again instanceof PyStr made && ((PyStr) o).equalTo(made);
        } catch (PyException e) {
            e.swallow();
            return false;
        }
    }

    private PyObject find(String module, String path) {
        PyObject o = ts.interp.modules.get(module);
        for (String part : path.split("\\.", -1)) {
            PyStr name = PyStr.interned(part);
            if (o instanceof PyModule m) {
                o = m.dict.get(name);
            } else if (o instanceof PyDict d) {
                o = d.get(name);
            } else if (o instanceof PyType t) {
                o = t.namespace().get(name);
            } else {
                o = o == null || o.attributes() == null ? null : o.attributes().attribute(name);
            }
        }
        return o;
    }
}
