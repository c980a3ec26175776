package org.krait.launcher;

import java.util.List;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.krait.runtime.Configuration;

/** The options of the command, and what they change in the configuration. Loaded only when there are options. */
final class Options {
    private static final String WITH_ARGUMENT = "cmWX";

    /** What the command does instead of running a program. */
    enum Action { RUN, HELP, HELP_ENVIRONMENT, HELP_XOPTIONS, HELP_ALL, VERSION, LONG_VERSION, BENCH_STARTUP }

    Action action = Action.RUN;
    boolean skipFirstLine;
    boolean json;
    int runs = 11;
    /** The error to print; null when the options are good. */
    String error;

    private Options() {}

    static boolean takesArgument(char option) {
        return WITH_ARGUMENT.indexOf(option) >= 0;
    }

    /** Whether a long option's argument is the next word. */
    static boolean takesArgument(String option) {
        return option.equals("--check-hash-based-pycs") || option.equals("--runs");
    }

    private static org.apache.commons.cli.Options declared() {
        org.apache.commons.cli.Options all = new org.apache.commons.cli.Options();
        for (char c : "bBdEhiIOPqsSuvVx?R".toCharArray()) {
            if (c != '?') {
                all.addOption(Option.builder(String.valueOf(c)).build());
            }
        }
        all.addOption(Option.builder("W").hasArg().build());
        all.addOption(Option.builder("X").hasArg().build());
        String[] flags = {"help", "help-env", "help-xoptions", "help-all", "version", "bench-startup", "json"};
        for (String flag : flags) {
            all.addOption(Option.builder().longOpt(flag).build());
        }
        all.addOption(Option.builder().longOpt("check-hash-based-pycs").hasArg().build());
        all.addOption(Option.builder().longOpt("runs").hasArg().build());
        return all;
    }

    /** Reads the options into the configuration. */
    static Options read(List<String> words, Configuration c) {
        Options read = new Options();
        if (words.isEmpty()) {
            return read;
        }
        String[] args = new String[words.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = words.get(i).equals("-?") ? "-h" : words.get(i);
        }
        try {
            for (Option option : new DefaultParser(false).parse(declared(), args).getOptions()) {
                read.apply(option, c);
            }
        } catch (MissingArgumentException e) {
            read.error = "Argument expected for the " + shown(e.getOption()) + " option";
        } catch (UnrecognizedOptionException e) {
            String option = e.getOption();
            read.error = option.startsWith("--") ? "unknown option " + option : "Unknown option: " + option;
        } catch (ParseException e) {
            read.error = e.getMessage();
        }
        return read;
    }

    private static String shown(Option option) {
        return option.getOpt() != null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    }

    private void apply(Option option, Configuration c) {
        if (option.getOpt() == null) {
            applyLong(option, c);
            return;
        }
        switch (option.getOpt()) {
            case "b" -> c.bytesWarning++;
            case "B" -> c.dontWriteBytecode = true;
            case "d" -> c.debug++;
            case "E" -> c.ignoreEnvironment = true;
            case "h" -> action = Action.HELP;
            case "i" -> {
                c.inspect++;
                c.interactive++;
            }
            case "I" -> {
                c.isolated = true;
                c.ignoreEnvironment = true;
                c.noUserSite = true;
                c.safePath = true;
            }
            case "O" -> c.optimize = Math.min(2, c.optimize + 1);
            case "P" -> c.safePath = true;
            case "q" -> c.quiet++;
            case "s" -> c.noUserSite = true;
            case "S" -> c.noSite = true;
            case "u" -> c.unbuffered = true;
            case "v" -> c.verbose++;
            case "V" -> action = action == Action.VERSION ? Action.LONG_VERSION : Action.VERSION;
            case "x" -> skipFirstLine = true;
            case "W" -> c.warnOptions.add(option.getValue());
            case "X" -> xOption(option.getValue(), c);
            case "R" -> c.hashSeed = null;
            default -> throw new AssertionError(option);
        }
    }

    private void applyLong(Option option, Configuration c) {
        switch (option.getLongOpt()) {
            case "help" -> action = Action.HELP;
            case "help-env" -> action = Action.HELP_ENVIRONMENT;
            case "help-xoptions" -> action = Action.HELP_XOPTIONS;
            case "help-all" -> action = Action.HELP_ALL;
            case "version" -> action = Action.VERSION;
            case "bench-startup" -> action = Action.BENCH_STARTUP;
            case "json" -> json = true;
            case "runs" -> {
                try {
                    runs = Math.max(1, Integer.parseInt(option.getValue()));
                } catch (NumberFormatException e) {
                    error = "--runs: expected a number, found '" + option.getValue() + "'";
                }
            }
            case "check-hash-based-pycs" -> {
                c.checkHashPycs = option.getValue();
                if (!List.of("default", "always", "never").contains(c.checkHashPycs)) {
                    error = "--check-hash-based-pycs must be one of 'default', 'always', or 'never'";
                }
            }
            default -> throw new AssertionError(option);
        }
    }

    private void xOption(String text, Configuration c) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? null : text.substring(equals + 1);
        c.xOptions.put(name, value);
        switch (name) {
            case "dev" -> c.devMode = true;
            case "utf8" -> {
                if (value != null && !value.equals("0") && !value.equals("1")) {
                    error = "Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value";
                }
                c.utf8Mode = !"0".equals(value);
            }
            case "importtime" -> c.importTime = true;
            case "warn_default_encoding" -> c.warnDefaultEncoding = true;
            case "pycache_prefix" -> c.pycachePrefix = value == null || value.isEmpty() ? null : value;
            case "int_max_str_digits" -> digits(value, c);
            case "jit" -> {
                if (!"on".equals(value) && !"off".equals(value)) {
                    error = "-X jit: expected 'on' or 'off', found '" + value + "'";
                }
                c.jit = "on".equals(value);
            }
            default -> { }
        }
    }

    private void digits(String value, Configuration c) {
        try {
            int digits = Integer.parseInt(value);
            if (digits == 0 || digits >= 640) {
                c.intMaxStrDigits = digits;
                return;
            }
        } catch (NumberFormatException e) {
            error = null;
        }
        error = "Fatal Python error: config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= "
                + "640 or 0 for unlimited.";
    }
}
