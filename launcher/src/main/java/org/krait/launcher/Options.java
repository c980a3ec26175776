package org.krait.launcher;

import java.io.File;
import org.krait.objects.Allocations;
import org.krait.objects.Mutations;
import org.krait.runtime.Configuration;
import org.krait.runtime.audit.AuditPlan;

/** What the options of a command line change in the configuration. Loaded only when there are options. */
final class Options {
    /** What the command does instead of running a program. */
    enum Action { RUN, HELP, HELP_ENVIRONMENT, HELP_XOPTIONS, HELP_ALL, VERSION, LONG_VERSION }

    Action action = Action.RUN;
    boolean skipFirstLine;
    /** The archive to write at the end of the program; null for none. */
    String createdArchive;
    boolean capturesHeap;
    private String level;
    /** Whether the main program is captured as well, when it says so. */
    boolean capturesMain;
    /** Whether to say at the end where each module came from. */
    boolean explainsSnapshot;
    boolean explainsAsJson;
    /** The error to print with the usage; null when the options are good. */
    String error;
    /** The error to print as a fatal one of Python's; null when the options are good. */
    String fatal;

    private Options() {}

    /** Reads the options into the configuration, until one that only prints something or is wrong. */
    static Options read(CommandLine line, Configuration c) {
        Options read = new Options();
        for (CommandLine.Given option : line.options) {
            read.apply(option.name(), option.argument(), c);
            boolean helps = read.action != Action.RUN && read.action != Action.VERSION
                    && read.action != Action.LONG_VERSION;
            if (helps || read.error != null || read.fatal != null) {
                return read;
            }
        }
        if (line.error != null) {
            read.error = line.error;
        } else if (read.capturesMain && !read.capturesHeap) {
            read.error = "--snapshot-main: needs --snapshot-create, and not the level 'code'";
        } else if (read.capturesMain && line.program != CommandLine.Program.FILE) {
            read.error = "--snapshot-main: the program must be a script file";
        }
        return read;
    }

    private void apply(String option, String argument, Configuration c) {
        switch (option) {
            case "-b" -> c.bytesWarning++;
            case "-B" -> c.dontWriteBytecode = true;
            case "-d" -> c.debug++;
            case "-E" -> c.ignoreEnvironment = true;
            case "-h", "-?" -> action = Action.HELP;
            case "-i" -> {
                c.inspect++;
                c.interactive++;
            }
            case "-I" -> {
                c.isolated = true;
                c.ignoreEnvironment = true;
                c.noUserSite = true;
                c.safePath = true;
            }
            case "-O" -> c.optimize++;
            case "-P" -> c.safePath = true;
            case "-q" -> c.quiet++;
            case "-R" -> c.randomHashes = true;
            case "-s" -> c.noUserSite = true;
            case "-S" -> c.noSite = true;
            case "-t" -> { }
            case "-u" -> c.unbuffered = true;
            case "-v" -> c.verbose++;
            case "-V" -> action = action == Action.VERSION ? Action.LONG_VERSION : Action.VERSION;
            case "-x" -> skipFirstLine = true;
            case "-W" -> c.warnOptions.add(argument);
            case "-X" -> implementationOption(argument, c);
            case "--help-env" -> action = Action.HELP_ENVIRONMENT;
            case "--help-xoptions" -> action = Action.HELP_XOPTIONS;
            case "--help-all" -> action = Action.HELP_ALL;
            case "--check-hash-based-pycs" -> {
                c.checkHashPycs = argument;
                if (!argument.equals("default") && !argument.equals("always") && !argument.equals("never")) {
                    error = "--check-hash-based-pycs must be one of 'default', 'always', or 'never'";
                }
            }
            case "--snapshot" -> {
                c.archives.add(new File(argument).getAbsolutePath());
                if (argument.isEmpty()) {
                    error = "--snapshot: expected a file";
                }
            }
            case "--snapshot-create" -> createArchive(argument, c);
            case "--snapshot-main" -> capturesMain = true;
            case "--snapshot-explain" -> {
                explainsSnapshot = true;
                explainsAsJson = "json".equals(argument);
                c.explainArchives = true;
                if (argument != null && !explainsAsJson) {
                    error = "--snapshot-explain: expected nothing or 'json' behind it, found '" + argument + "'";
                }
            }
            case "--snapshot-level" -> {
                level = argument;
                if (!level.equals("heap") && !level.equals("code")) {
                    error = "--snapshot-level must be 'code' or 'heap'";
                }
                chooseLevel(c);
            }
            case "--snapshot-mode" -> {
                if (!c.setArchiveMode(argument)) {
                    error = "--snapshot-mode must be one of 'auto', 'require', or 'off'";
                }
            }
            default -> throw new AssertionError(option);
        }
    }

    private void createArchive(String argument, Configuration c) {
        File file = new File(argument).getAbsoluteFile();
        createdArchive = file.getPath();
        if (argument.isEmpty()) {
            error = "--snapshot-create: expected a file";
        } else if (file.isDirectory()) {
            error = "--snapshot-create: " + argument + ": is a folder";
        } else if (file.exists() && !file.isFile()) {
            error = "--snapshot-create: " + argument + ": is not a regular file";
        } else if (!file.getParentFile().isDirectory()) {
            error = "--snapshot-create: " + argument + ": there is no folder " + file.getParent();
        }
        chooseLevel(c);
    }

    /** The level of an archive that is written, or the highest that is used; both options are known at last. */
    private void chooseLevel(Configuration c) {
        capturesHeap = createdArchive != null && !"code".equals(level);
        c.ignoreHeaps = capturesHeap || createdArchive == null && "code".equals(level);
        c.isCaptured = capturesHeap;
        if (capturesHeap) {
            System.setProperty(Mutations.PROPERTY, "");
        }
    }

    /** {@code -X name} or {@code -X name=value}; unknown names are kept for {@code sys._xoptions}. */
    private void implementationOption(String text, Configuration c) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? null : text.substring(equals + 1);
        c.xOptions.put(name, value);
        switch (name) {
            case "dev" -> c.devMode = true;
            case "utf8" -> {
                if (value != null && !value.equals("0") && !value.equals("1")) {
                    fatal = "preconfig_init_utf8_mode: invalid -X utf8 option value";
                }
                c.utf8Mode = !"0".equals(value);
            }
            case "importtime" -> c.importTime = true;
            case "warn_default_encoding" -> c.warnDefaultEncoding = true;
            case "no_debug_ranges" -> c.debugRanges = false;
            case "faulthandler" -> c.faultHandler = true;
            case "audit-refs" -> {
                c.audit = AuditPlan.parse(value);
                if (c.audit == null) {
                    error = "-X audit-refs: expected " + AuditPlan.GRAMMAR + ", found '" + value + "'";
                    return;
                }
                System.setProperty(Allocations.PROPERTY, "");
                c.jit &= !c.audit.whileRunning();
            }
            case "tracemalloc" -> tracedFrames(value, c);
            case "frozen_modules" -> {
                if (value != null && !value.isEmpty() && !value.equals("on") && !value.equals("off")) {
                    fatal = "bad value for option -X frozen_modules (expected \"on\" or \"off\")";
                }
            }
            case "pycache_prefix" -> c.pycachePrefix = value == null || value.isEmpty() ? null : value;
            case "int_max_str_digits" -> {
                c.intMaxStrDigits = Environment.digits(value);
                if (c.intMaxStrDigits < 0) {
                    fatal = "config_init_int_max_str_digits: -X int_max_str_digits: " + Environment.BAD_DIGITS;
                }
            }
            case "jit" -> {
                if (value != null && value.startsWith("eager:")) {
                    c.jitFile = value.substring(6);
                } else if (!"on".equals(value) && !"off".equals(value)) {
                    error = "-X jit: expected 'on' or 'off', found '" + value + "'";
                }
                c.jit = !"off".equals(value);
            }
            default -> { }
        }
    }

    private void tracedFrames(String value, Configuration c) {
        c.tracedFrames = value == null ? 1 : Environment.frames(value);
        if (c.tracedFrames < 0) {
            fatal = "config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames";
        }
    }
}
