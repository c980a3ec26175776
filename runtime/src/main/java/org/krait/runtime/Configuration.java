package org.krait.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.audit.AuditPlan;

/**
 * How a context is set up: command line, environment and places, as CPython's PyConfig. Filled once, then read only.
 */
public final class Configuration {
    /** {@code sys.executable}; empty for unknown. */
    public String executable = "";
    /** The folder of the virtual environment that the command was started out of (PEP 405); null for none. */
    public String virtualEnvironment;
    /** {@code sys._base_executable}: the command of the distribution itself; empty for unknown. */
    public String baseExecutable = "";
    /** The digits of the standard descriptors that were closed at the start: their streams are None. */
    public String closedStreams = "";
    /** {@code sys.platlibdir}. */
    public String libraryFolder = "lib";
    /** {@code sys.prefix}: the folder of the distribution, or PYTHONHOME. */
    public String prefix = "";
    /** The folder of the pure-Python standard library. */
    public String standardLibrary = "";
    /** {@code sys.argv}. */
    public List<String> argv = new ArrayList<>(List.of(""));
    /** {@code sys.orig_argv}. */
    public List<String> originalArgv = new ArrayList<>();
    /** What goes before everything else in {@code sys.path}: the script's folder or ""; null for nothing. */
    public String scriptFolder;
    /** The entries of PYTHONPATH. */
    public List<String> pythonPath = new ArrayList<>();
    /** Archives to take code from, the first that has a module wins; empty for none. */
    public List<String> archives = new ArrayList<>();
    /** How many of them the user has named; the distribution's own comes last. */
    public int namedArchives;
    /** No archive is used, the base archive included. */
    public boolean ignoreArchives;
    /** Modules are executed even where an archive has them executed. */
    public boolean ignoreHeaps;
    /** An archive, or a module of one, that can't be used is an error. */
    public boolean requireArchives;
    /** What is imported is captured for an archive; who captures it imports what the options ask for. */
    public boolean isCaptured;
    /** Reasons why modules of archives are not used are kept. */
    public boolean explainArchives;
    public List<String> warnOptions = new ArrayList<>();
    /** {@code -X} options in order; a null value is True. */
    public Map<String, String> xOptions = new LinkedHashMap<>();
    /** The process's environment as seen by the context; empty with -E for PYTHON* readers. */
    public Map<String, String> environment = Map.of();
    public String pycachePrefix;
    /** PYTHONHASHSEED: null for random. */
    public String hashSeed;
    public int debug;
    public int inspect;
    public int interactive;
    public int optimize;
    public int verbose;
    public int bytesWarning;
    public int quiet;
    public boolean dontWriteBytecode;
    /** Cache files are neither read nor written: for measuring. */
    public boolean ignoreCache;
    public boolean noUserSite;
    public boolean noSite;
    public boolean ignoreEnvironment;
    public boolean isolated;
    public boolean devMode;
    public boolean utf8Mode;
    public boolean safePath;
    public boolean warnDefaultEncoding;
    public boolean unbuffered;
    public boolean importTime;
    /** {@code -R}: hashes are random whatever PYTHONHASHSEED says. */
    public boolean randomHashes;
    /** Code objects know columns: off with {@code -X no_debug_ranges}. */
    public boolean debugRanges = true;
    public boolean faultHandler;
    /** When reference counts are audited; null for never. */
    public AuditPlan audit;
    /** How many frames {@code tracemalloc} keeps of each allocation; 0 for not tracing. */
    public int tracedFrames;
    /** Hot code is compiled by the Truffle JIT. */
    public boolean jit = true;
    /** Code whose file name contains this is compiled at once, for tests; null for none. */
    public String jitFile;
    public boolean installSignalHandlers;
    /** The size of the stack of the thread that starts the context; 0 when unknown. */
    public long stackBytes;
    public final Permissions permissions = new Permissions();
    /** The standard streams of an embedding program; null for those of the process. All three or none are given. */
    public InputStream in;
    public OutputStream out;
    public OutputStream err;
    public int intMaxStrDigits = 4300;
    /** PYTHONIOENCODING, or null. */
    public String ioEncoding;
    /** {@code default}, {@code always} or {@code never}: {@code --check-hash-based-pycs}. */
    public String checkHashPycs = "default";

    /** One of the environment's PYTHON* variables, null when unset, empty or ignored. */
    public String pythonVariable(String name) {
        if (ignoreEnvironment || isolated) {
            return null;
        }
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The locale "C" or "POSIX", which says nothing about an encoding (PEP 538, PEP 540). */
    public boolean isPosixLocale() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value.equals("C") || value.equals("POSIX");
            }
        }
        return true;
    }

    public Configuration() {}

    /** Sets how archives are used: "auto", "require" or "off"; false for another word. */
    public boolean setArchiveMode(String mode) {
        ignoreArchives = mode.equals("off");
        requireArchives = mode.equals("require");
        return ignoreArchives || requireArchives || mode.equals("auto");
    }
}
