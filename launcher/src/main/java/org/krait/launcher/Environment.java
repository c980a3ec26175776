package org.krait.launcher;

import java.io.File;
import org.krait.objects.SipHash;
import org.krait.runtime.Configuration;
import org.krait.runtime.builtins.SysContents;

/** What the environment and the place of the distribution say about the configuration. */
final class Environment {
    /** What is wrong with a limit of digits, behind the option's or variable's name. */
    static final String BAD_DIGITS = "invalid limit; must be >= 640 or 0 for unlimited.";
    private static final int LEAST_DIGITS = 640;
    private static final int MOST_FRAMES = 0xffff;

    private Environment() {}

    /** Sets the places: where the distribution lies and what is in it. */
    static void places(Configuration c) {
        String home = System.getProperty("krait.home", "");
        c.prefix = home;
        c.baseExecutable = home + "/bin/krait";
        String link = System.getProperty("krait.executable");
        c.executable = link == null ? c.baseExecutable : link;
        if (link != null) {
            c.virtualEnvironment = virtualEnvironment(link);
        }
        c.standardLibrary = System.getProperty("krait.stdlib", home + "/lib/python3." + SysContents.MINOR);
        c.environment = System.getenv();
    }

    /** The folder of the file pyvenv.cfg beside a command or above it; null when there is none. */
    private static String virtualEnvironment(String command) {
        String folder = command.substring(0, Math.max(command.lastIndexOf('/'), 0));
        for (int i = 0; i < 2 && !folder.isEmpty(); i++) {
            if (new File(folder, "pyvenv.cfg").isFile()) {
                return folder;
            }
            folder = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
        }
        return null;
    }

    /**
     * Applies the PYTHON* variables; options that were given win. Answers what is wrong with them as the text of a
     * fatal error, or null.
     */
    static String variables(Configuration c) {
        String error = null;
        if (!c.ignoreEnvironment) {
            library(c);
            path(c);
            levels(c);
            error = values(c);
        }
        // The development mode's filter is the weakest, that of -b the strongest.
        if (c.devMode) {
            c.warnOptions.add(0, "default");
        }
        if (c.bytesWarning > 0) {
            c.warnOptions.add(c.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
        }
        if (!c.xOptions.containsKey("utf8") && c.pythonVariable("PYTHONUTF8") == null) {
            // PEP 540: the locale "C" says nothing about an encoding.
            c.utf8Mode = c.isPosixLocale() || isCoerced();
        }
        if ("warn".equals(c.pythonVariable("PYTHONCOERCECLOCALE"))) {
            warnOfLocale(c);
        }
        archives(c);
        return error;
    }

    /** True when {@code bin/krait} has found the locale "C" and put another in its place (PEP 538). */
    private static boolean isCoerced() {
        return Boolean.getBoolean("krait.coerced");
    }

    private static void warnOfLocale(Configuration c) {
        if (isCoerced()) {
            System.err.println("Python detected LC_CTYPE=C: LC_CTYPE coerced to C.UTF-8 (set another locale or "
                    + "PYTHONCOERCECLOCALE=0 to disable this locale coercion behavior).");
        } else if (c.isPosixLocale()) {
            System.err.println("Python runtime initialized with LC_CTYPE=C (a locale with default ASCII encoding), "
                    + "which may cause Unicode compatibility problems. Using C.UTF-8, C.utf8, or UTF-8 (if available) "
                    + "as alternative Unicode-compatible locales is recommended.");
        }
    }

    /** PYTHONHOME and PYTHONPLATLIBDIR: another library than the distribution's. */
    private static void library(Configuration c) {
        String home = c.pythonVariable("PYTHONHOME");
        String folder = c.pythonVariable("PYTHONPLATLIBDIR");
        if (home == null && folder == null) {
            return;
        }
        if (folder != null) {
            c.libraryFolder = folder;
        }
        if (home != null) {
            int colon = home.indexOf(File.pathSeparatorChar);
            c.prefix = colon < 0 ? home : home.substring(0, colon);
        }
        c.standardLibrary = c.prefix + "/" + c.libraryFolder + "/python3." + SysContents.MINOR;
    }

    private static void path(Configuration c) {
        String path = c.pythonVariable("PYTHONPATH");
        if (path == null) {
            return;
        }
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == File.pathSeparatorChar) {
                c.pythonPath.add(path.substring(start, i));
                start = i + 1;
            }
        }
    }

    private static void levels(Configuration c) {
        c.optimize = Math.max(c.optimize, level(c, "PYTHONOPTIMIZE"));
        c.verbose = Math.max(c.verbose, level(c, "PYTHONVERBOSE"));
        c.debug = Math.max(c.debug, level(c, "PYTHONDEBUG"));
        if (c.inspect == 0 && c.pythonVariable("PYTHONINSPECT") != null) {
            c.inspect = 1;
        }
        c.dontWriteBytecode |= level(c, "PYTHONDONTWRITEBYTECODE") > 0;
        c.unbuffered |= level(c, "PYTHONUNBUFFERED") > 0;
        c.noUserSite |= level(c, "PYTHONNOUSERSITE") > 0;
        c.safePath |= c.pythonVariable("PYTHONSAFEPATH") != null;
        c.devMode |= c.pythonVariable("PYTHONDEVMODE") != null;
        c.importTime |= c.pythonVariable("PYTHONPROFILEIMPORTTIME") != null;
        c.warnDefaultEncoding |= c.pythonVariable("PYTHONWARNDEFAULTENCODING") != null;
        c.faultHandler |= c.pythonVariable("PYTHONFAULTHANDLER") != null;
        c.debugRanges &= c.pythonVariable("PYTHONNODEBUGRANGES") == null;
    }

    /** A variable's number; 0 when it is not set, and 1 for what is no number or a negative one. */
    private static int level(Configuration c, String name) {
        String value = c.pythonVariable(name);
        if (value == null) {
            return 0;
        }
        try {
            int number = Integer.parseInt(value);
            return number < 0 ? 1 : number;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String values(Configuration c) {
        c.ioEncoding = c.pythonVariable("PYTHONIOENCODING");
        if (!c.xOptions.containsKey("pycache_prefix")) {
            c.pycachePrefix = c.pythonVariable("PYTHONPYCACHEPREFIX");
        }
        String warnings = c.pythonVariable("PYTHONWARNINGS");
        if (warnings != null) {
            int at = 0;
            int start = 0;
            for (int i = 0; i <= warnings.length(); i++) {
                if (i == warnings.length() || warnings.charAt(i) == ',') {
                    c.warnOptions.add(at++, warnings.substring(start, i));
                    start = i + 1;
                }
            }
        }
        String utf8 = c.pythonVariable("PYTHONUTF8");
        if (utf8 != null && !c.xOptions.containsKey("utf8")) {
            if (!utf8.equals("0") && !utf8.equals("1")) {
                return "preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value";
            }
            c.utf8Mode = utf8.equals("1");
        }
        String digits = c.pythonVariable("PYTHONINTMAXSTRDIGITS");
        if (digits != null && !c.xOptions.containsKey("int_max_str_digits")) {
            c.intMaxStrDigits = digits(digits);
            if (c.intMaxStrDigits < 0) {
                return "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: " + BAD_DIGITS;
            }
        }
        String frames = c.pythonVariable("PYTHONTRACEMALLOC");
        if (frames != null && !c.xOptions.containsKey("tracemalloc")) {
            c.tracedFrames = frames(frames);
            if (c.tracedFrames < 0) {
                return "config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames";
            }
        }
        return hashSeed(c);
    }

    private static String hashSeed(Configuration c) {
        String seed = c.pythonVariable("PYTHONHASHSEED");
        if (seed == null || seed.equals("random") || c.randomHashes) {
            return null;
        }
        try {
            long number = Long.parseLong(seed);
            if (number >= 0 && number <= 0xffffffffL) {
                c.hashSeed = seed;
                System.setProperty(SipHash.SEED_PROPERTY, seed);
                return null;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        return "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]";
    }

    /** A limit of digits; negative when the text is not one. */
    static int digits(String text) {
        try {
            int digits = Integer.parseInt(text);
            return digits == 0 || digits >= LEAST_DIGITS ? digits : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A number of frames to trace; negative when the text is not one. */
    static int frames(String text) {
        try {
            int frames = Integer.parseInt(text);
            return frames <= MOST_FRAMES ? frames : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Which archives and caches are used: KRAIT_CACHE, KRAIT_SNAPSHOT, the three-step workflow's, the distribution's
     * own.
     */
    private static void archives(Configuration c) {
        c.ignoreCache = "off".equals(c.environment.get("KRAIT_CACHE"));
        String snapshot = c.environment.get("KRAIT_SNAPSHOT");
        c.ignoreArchives |= "off".equals(snapshot);
        if (c.ignoreArchives) {
            c.archives.clear();
            return;
        }
        if (snapshot != null && !snapshot.isEmpty()) {
            for (int from = 0; from <= snapshot.length();) {
                int end = snapshot.indexOf(File.pathSeparatorChar, from);
                end = end < 0 ? snapshot.length() : end;
                if (end > from) {
                    c.archives.add(new File(snapshot.substring(from, end)).getAbsolutePath());
                }
                from = end + 1;
            }
        }
        String mode = c.environment.get("PYCDSMODE");
        String shared = c.environment.get("PYCDSARCHIVE");
        if ("SHARE".equals(mode) && shared != null) {
            c.archives.add(shared);
        }
        c.namedArchives = c.archives.size();
        String base = System.getProperty("krait.home", "") + "/lib/base.kimg";
        if (new File(base).isFile()) {
            c.archives.add(base);
        }
    }
}
