package org.krait.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The pure-Python standard library, out of the python-resources artifact. */
final class StandardLibrary {
    private static final String PREFIX = "META-INF/resources/libpython/";

    /** Where the artifact relies on another VM, and where ours differs: file, its text, the text we want. */
    private static final String[][] CHANGES = {
        {"_collections_abc.py", "# TODO: remove me\n# _coro.close()", "_coro.close()"},
        {"_pydatetime.py", "__graalpython__.unsafe_object_new(cls)", "object.__new__(cls)"},
        {"asyncio/futures.py",
            "    # graalpy change: C Futures are not implemented yet, so we keep the python Future\n    pass\n"
                    + "    # Future = _CFuture = _asyncio.Future\n",
            "    # _CFuture is needed for tests.\n    Future = _CFuture = _asyncio.Future\n"},
        {"asyncio/tasks.py",
            "    # graalpy change: C Tasks are not implemented yet, so we keep the python Task\n"
                    + "    # Task = _CTask = _asyncio.Task\n    pass\n",
            "    # _CTask is needed for tests.\n    Task = _CTask = _asyncio.Task\n"},
        {"datetime.py",
            "import _polyglot_datetime # GraalPy change: register interop behavior on datetime as soon as datetime is"
                    + " defined\n",
            ""},
        // importlib.import_module() has modules found and loaded as the import statement has.
        {"importlib/_bootstrap.py", "        child = name.rpartition('.')[2]\n    spec = _find_spec(name, path)\n",
            "        child = name.rpartition('.')[2]\n    module = _imp._find_and_load(name)\n"
                    + "    if module is not None:\n        return module\n    spec = _find_spec(name, path)\n"},
        {"importlib/_bootstrap.py", "    return _find_and_load(name, _gcd_import)\n",
            "    _imp._asks_for(name)\n    return _find_and_load(name, _gcd_import)\n"},
        {"importlib/_bootstrap_external.py", "    if __graalpython__.in_preinitialization:\n        return\n", ""},
        {"inspect.py", "(isinstance(obj, __graalpython__.ForeignType) and callable(obj)) or", ""},
        {"multiprocessing/context.py",
            "['spawn', 'graalpy'] if __graalpython__.posix_module_backend() == 'native' else ['graalpy']",
            "['spawn']"},
        {"multiprocessing/context.py", "if __graalpython__.posix_module_backend() == 'native':", "if True:"},
        {"multiprocessing/pool.py", "__graalpython__.get_max_process_count()", "os.cpu_count() or 1"},
        {"os.py", "__file__ = f\"{__graalpython__.stdlib_home}/os.py\"\n", ""},
        {"subprocess.py",
            "not (sys.implementation.name == 'graalpy' and __graalpython__.posix_module_backend() == 'java')",
            "True"},
        // Starting programs is ours and reports errors: asking for the version of the C library would start the calls
        // into it in every program that imports subprocess, to come to the same answer.
        {"subprocess.py", "    if sys.platform in ('darwin', 'sunos5'):\n",
            "    if sys.platform in ('darwin', 'sunos5') or sys.implementation.name == 'krait':\n"},
    };

    private StandardLibrary() {}

    /** What is changed, for the stamp of the library. */
    static String changes() {
        return Arrays.deepToString(CHANGES);
    }

    /** Unpacks the library into {@code folder} and adds ours; files keep the dates they have in the artifact. */
    static void unpack(Path resources, Path additions, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(resources.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(PREFIX)) {
                    Path file = folder.resolve(entry.getName().substring(PREFIX.length())).normalize();
                    if (!file.startsWith(folder)) {
                        throw new IOException(resources + ": entry outside the library: " + entry.getName());
                    }
                    write(zip, entry, file);
                }
            }
        }
        Files.copy(additions.resolve("_sysconfigdata.py"),
                folder.resolve("_sysconfigdata__linux_" + multiarch() + ".py"));
        for (String name : new String[] {"dis.py", "opcode.py"}) {
            Files.copy(additions.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** As {@code sys.implementation._multiarch} of the VM that is built. */
    private static String multiarch() {
        String arch = System.getProperty("os.arch");
        return (arch.equals("amd64") ? "x86_64" : arch) + "-linux-gnu";
    }

    private static void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        String name = entry.getName().substring(PREFIX.length());
        try (InputStream in = zip.getInputStream(entry)) {
            if (isChanged(name)) {
                Files.write(file, restored(name, in.readAllBytes()));
            } else {
                Files.copy(in, file);
            }
        }
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }

    private static boolean isChanged(String name) {
        for (String[] change : CHANGES) {
            if (change[0].equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Puts back what CPython has in a file; an IOException if the artifact's text isn't the expected one. */
    private static byte[] restored(String name, byte[] source) throws IOException {
        String text = new String(source, StandardCharsets.UTF_8);
        for (String[] change : CHANGES) {
            if (change[0].equals(name)) {
                if (!text.contains(change[1])) {
                    throw new IOException(name + " of the library has no " + change[1].strip());
                }
                text = text.replace(change[1], change[2]);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
