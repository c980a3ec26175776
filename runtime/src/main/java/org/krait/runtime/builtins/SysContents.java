package org.krait.runtime.builtins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;

/** The data of the module {@code sys}. */
public final class SysContents {
    /** The version of the language that is implemented, and of the library that is shipped. */
    public static final int MINOR = 12;
    public static final int MICRO = 8;
    private static final String KRAIT_VERSION = "0.1.0";

    private SysContents() {}

    static void fill(ThreadState ts, PyDict d) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        PyType versionType = StructSequence.type("sys.version_info", "Version information as a named tuple.", 5,
                "major", "minor", "micro", "releaselevel", "serial");
        versionType.flags |= PyType.NO_NEW;
        PyStructSequence versionInfo = StructSequence.of(versionType, PyInt.of(3), PyInt.of(MINOR), PyInt.of(MICRO),
                PyStr.of("final"), PyInt.ZERO);
        int hex = 3 << 24 | MINOR << 16 | MICRO << 8 | 0xf0;
        d.put("version", PyStr.of(version()));
        d.put("version_info", versionInfo);
        d.put("hexversion", PyInt.of(hex));
        d.put("api_version", PyInt.of(1013));
        d.put("copyright", PyStr.of("Copyright (c) the Krait authors; the Python standard library is\n"
                + "Copyright (c) 2001 Python Software Foundation."));
        d.put("platform", PyStr.of(platform()));
        d.put("byteorder", PyStr.of("little"));
        d.put("maxsize", PyInt.of(Long.MAX_VALUE));
        d.put("maxunicode", PyInt.of(0x10ffff));
        d.put("float_repr_style", PyStr.of("short"));
        d.put("abiflags", PyStr.EMPTY);
        d.put("platlibdir", PyStr.of(c.libraryFolder));
        d.put("_framework", PyStr.EMPTY);
        d.put("_git", PyTuple.of(PyStr.of("Krait"), PyStr.EMPTY, PyStr.EMPTY));
        d.put("_home", PySingleton.NONE);
        d.put("implementation", implementation(versionInfo, hex));
        d.put("flags", flags(c));
        d.put("float_info", floatInfo());
        d.put("hash_info", StructSequence.of(StructSequence.type("sys.hash_info", "Hash parameters.", 9, "width",
                        "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
                PyInt.of(64), PyInt.of(PyInt.HASH_MODULUS), PyInt.of(314159), PyInt.ZERO, PyInt.of(1000003),
                PyStr.of("siphash13"), PyInt.of(64), PyInt.of(128), PyInt.ZERO));
        d.put("int_info", StructSequence.of(StructSequence.type("sys.int_info", "Facts about int.", 4,
                        "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
                PyInt.of(30), PyInt.of(4), PyInt.of(4300), PyInt.of(640)));
        d.put("thread_info", StructSequence.of(StructSequence.type("sys.thread_info", "Facts about threads.", 3,
                "name", "lock", "version"), PyStr.of("pthread"), PySingleton.NONE, PySingleton.NONE));
        d.put("builtin_module_names", names(BuiltinModules.names()));
        d.put("warnoptions", list(c.warnOptions));
        d.put("_xoptions", xOptions(c.xOptions));
        d.put("argv", list(c.argv));
        d.put("orig_argv", list(c.originalArgv));
        d.put("executable", PyStr.of(c.executable));
        d.put("_base_executable", PyStr.of(c.baseExecutable));
        PyStr prefix = PyStr.of(c.prefix);
        PyStr own = c.virtualEnvironment == null ? prefix : PyStr.of(c.virtualEnvironment);
        d.put("prefix", own);
        d.put("base_prefix", prefix);
        d.put("exec_prefix", own);
        d.put("base_exec_prefix", prefix);
        d.put("_stdlib_dir", PyStr.of(c.standardLibrary));
        d.put("pycache_prefix", c.pycachePrefix == null ? PySingleton.NONE : PyStr.of(c.pycachePrefix));
        d.put("dont_write_bytecode", PyBool.of(c.dontWriteBytecode));
        d.put("path", path(c));
        d.put("meta_path", new PyList());
        d.put("path_hooks", new PyList());
        d.put("path_importer_cache", new PyDict());
        d.put("modules", ts.interp.modules);
        for (String hook : new String[] {"displayhook", "excepthook", "unraisablehook", "breakpointhook"}) {
            d.put("__" + hook + "__", d.get(hook));
        }
        ts.interp.intMaxStrDigits = c.intMaxStrDigits;
    }

    /** {@code sys.version}, in the form that {@code platform} takes apart: version, build, compiler. */
    public static String version() {
        return "3." + MINOR + "." + MICRO + " (Krait " + KRAIT_VERSION + ") [" + System.getProperty("java.vm.name")
                + " " + System.getProperty("java.version") + "]";
    }

    private static String platform() {
        String os = System.getProperty("os.name");
        return os.startsWith("Mac") ? "darwin" : os.startsWith("Windows") ? "win32" : "linux";
    }

    private static PyObject implementation(PyObject versionInfo, int hex) {
        PyDict d = new PyDict();
        d.put("name", PyStr.of("krait"));
        d.put("cache_tag", PyStr.of("krait-312"));
        d.put("version", versionInfo);
        d.put("hexversion", PyInt.of(hex));
        d.put("_multiarch", PyStr.of(System.getProperty("os.arch").equals("amd64") ? "x86_64-linux-gnu"
                : System.getProperty("os.arch") + "-linux-gnu"));
        return Namespaces.of(d);
    }

    private static PyObject flags(Configuration c) {
        PyType type = StructSequence.type(
                "sys.flags", "Flags provided through command line arguments or environment vars.",
                18, "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated",
                "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits");
        type.flags |= PyType.NO_NEW;
        return StructSequence.of(type, PyInt.of(c.debug), PyInt.of(c.inspect), PyInt.of(c.interactive),
                PyInt.of(c.optimize), bit(c.dontWriteBytecode), bit(c.noUserSite), bit(c.noSite),
                bit(c.ignoreEnvironment), PyInt.of(c.verbose), PyInt.of(c.bytesWarning), PyInt.of(c.quiet),
                bit(!"0".equals(c.hashSeed)), bit(c.isolated), PyBool.of(c.devMode), bit(c.utf8Mode),
                bit(c.warnDefaultEncoding), PyBool.of(c.safePath), PyInt.of(c.intMaxStrDigits));
    }

    private static PyInt bit(boolean set) {
        return set ? PyInt.ONE : PyInt.ZERO;
    }

    private static PyObject floatInfo() {
        PyType type = StructSequence.type("sys.float_info", "A named tuple holding information about the float type.",
                11, "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon",
                "radix", "rounds");
        return StructSequence.of(type, new PyFloat(Double.MAX_VALUE), PyInt.of(1024), PyInt.of(308),
                new PyFloat(Double.MIN_NORMAL), PyInt.of(-1021), PyInt.of(-307), PyInt.of(15), PyInt.of(53),
                new PyFloat(Math.ulp(1.0)), PyInt.of(2), PyInt.of(1));
    }

    private static PyTuple names(String[] names) {
        PyObject[] items = new PyObject[names.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyStr.of(names[i]);
        }
        return PyTuple.of(items);
    }

    private static PyList list(List<String> texts) {
        PyList list = new PyList();
        for (String text : texts) {
            list.append(PyStr.of(text));
        }
        return list;
    }

    private static PyDict xOptions(Map<String, String> options) {
        PyDict d = new PyDict();
        for (Map.Entry<String, String> e : options.entrySet()) {
            d.put(e.getKey(), e.getValue() == null ? PyBool.TRUE : PyStr.of(e.getValue()));
        }
        return d;
    }

    private static PyList path(Configuration c) {
        PyList path = new PyList();
        if (c.scriptFolder != null && !c.safePath) {
            path.append(PyStr.of(c.scriptFolder));
        }
        for (String entry : c.pythonPath) {
            path.append(PyStr.of(entry));
        }
        path.append(PyStr.of(c.prefix + "/" + c.libraryFolder + "/python3" + MINOR + ".zip"));
        path.append(PyStr.of(c.standardLibrary));
        return path;
    }

    /** The class of what {@code sys.get_asyncgen_hooks} answers. */
    static PyType asyncGenHooksType(Interp interp) {
        PyType type = (PyType) interp.natives.get("sys.asyncgen_hooks");
        if (type == null) {
            type = StructSequence.type("sys.asyncgen_hooks", "Asynchronous generators hooks.", 2, "firstiter",
                    "finalizer");
            interp.natives.put("sys.asyncgen_hooks", type);
        }
        return type;
    }

    /** {@code sys.stdlib_module_names}, out of a resource. */
    static PySet moduleNames(ThreadState ts) {
        PySet set = new PySet(PySet.FROZEN_TYPE);
        try (InputStream in = SysContents.class.getResourceAsStream("stdlib_module_names.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) <= ' ') {
                    if (i > start) {
                        set.add(ts, PyStr.interned(text.substring(start, i)));
                    }
                    start = i + 1;
                }
            }
        } catch (IOException e) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "cannot read the list of module names: " + e.getMessage());
        }
        return set;
    }
}
