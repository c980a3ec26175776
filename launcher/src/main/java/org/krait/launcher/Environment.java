package org.krait.launcher;

import java.io.File;
import org.krait.objects.SipHash;
import org.krait.runtime.Configuration;

/** What the environment and the place of the distribution say about the configuration. */
final class Environment {
    private Environment() {}

    /** Sets the places: where the distribution lies and what is in it. */
    static void places(Configuration c) {
        String home = System.getProperty("krait.home", "");
        c.prefix = home;
        c.executable = home + "/bin/krait";
        c.standardLibrary = System.getProperty("krait.stdlib", home + "/lib/python3.12");
        c.environment = System.getenv();
    }

    /** Applies the PYTHON* variables; options that were given win. */
    static void variables(Configuration c) {
        if (c.ignoreEnvironment) {
            archives(c);
            return;
        }
        String path = c.pythonVariable("PYTHONPATH");
        if (path != null) {
            int start = 0;
            for (int i = 0; i <= path.length(); i++) {
                if (i == path.length() || path.charAt(i) == File.pathSeparatorChar) {
                    c.pythonPath.add(path.substring(start, i));
                    start = i + 1;
                }
            }
        }
        c.optimize = Math.max(c.optimize, Math.min(2, level(c, "PYTHONOPTIMIZE")));
        c.verbose = Math.max(c.verbose, level(c, "PYTHONVERBOSE"));
        c.debug = Math.max(c.debug, level(c, "PYTHONDEBUG"));
        c.inspect = Math.max(c.inspect, level(c, "PYTHONINSPECT"));
        c.dontWriteBytecode |= c.pythonVariable("PYTHONDONTWRITEBYTECODE") != null;
        c.unbuffered |= c.pythonVariable("PYTHONUNBUFFERED") != null;
        c.noUserSite |= c.pythonVariable("PYTHONNOUSERSITE") != null;
        c.safePath |= c.pythonVariable("PYTHONSAFEPATH") != null;
        c.devMode |= c.pythonVariable("PYTHONDEVMODE") != null;
        c.importTime |= c.pythonVariable("PYTHONPROFILEIMPORTTIME") != null;
        c.warnDefaultEncoding |= c.pythonVariable("PYTHONWARNDEFAULTENCODING") != null;
        c.ioEncoding = c.pythonVariable("PYTHONIOENCODING");
        if (c.pycachePrefix == null) {
            c.pycachePrefix = c.pythonVariable("PYTHONPYCACHEPREFIX");
        }
        String utf8 = c.pythonVariable("PYTHONUTF8");
        if (utf8 != null && !c.xOptions.containsKey("utf8")) {
            c.utf8Mode = utf8.equals("1");
        }
        String warnings = c.pythonVariable("PYTHONWARNINGS");
        if (warnings != null) {
            int at = 0;
            for (String filter : warnings.split(",")) {
                c.warnOptions.add(at++, filter);
            }
        }
        String seed = c.pythonVariable("PYTHONHASHSEED");
        if (seed != null && !seed.equals("random")) {
            c.hashSeed = seed;
            System.setProperty(SipHash.SEED_PROPERTY, seed);
        }
        archives(c);
    }

    private static int level(Configuration c, String name) {
        String value = c.pythonVariable(name);
        if (value == null) {
            return 0;
        }
        try {
            return Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** What is wrong with PYTHONHASHSEED, or null. */
    static String hashSeedError(Configuration c) {
        if (c.hashSeed == null) {
            return null;
        }
        try {
            long number = Long.parseLong(c.hashSeed);
            if (number >= 0 && number <= 0xffffffffL) {
                return null;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        return "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range "
                + "[0; 4294967295]\nPython runtime state: preinitialized\n";
    }

    /**
     * Which archives and caches are used: KRAIT_CACHE, KRAIT_SNAPSHOT, the three-step workflow's, the distribution's
     * own.
     */
    private static void archives(Configuration c) {
        c.ignoreCache = "off".equals(c.environment.get("KRAIT_CACHE"));
        String snapshot = c.environment.get("KRAIT_SNAPSHOT");
        if ("off".equals(snapshot)) {
            return;
        }
        if (snapshot != null && !snapshot.isEmpty()) {
            c.archives.add(snapshot);
        }
        String mode = c.environment.get("PYCDSMODE");
        String shared = c.environment.get("PYCDSARCHIVE");
        if ("SHARE".equals(mode) && shared != null) {
            c.archives.add(shared);
        }
        String base = c.prefix + "/lib/base.kimg";
        if (new File(base).isFile()) {
            c.archives.add(base);
        }
    }
}
