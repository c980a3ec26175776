package org.krait.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line cut into its parts, as CPython's getopt cuts it: the interpreter's options end at the first word that
 * is no option, at {@code -c} or {@code -m}, whose argument is the program, at {@code -} or behind {@code --}.
 */
final class CommandLine {
    private static final String FLAGS = "bBdEhiIOPqRsStuvVx?";
    private static final String WITH_ARGUMENT = "cmWX";
    private static final String SNAPSHOT = "--snapshot";
    private static final String CHECK_PYCS = "--check-hash-based-pycs";

    /** What is run. */
    enum Program { NONE, COMMAND, MODULE, FILE, STDIN }

    /** An option as given: {@code -b}, {@code --help-env}; the argument is null for those without. */
    record Given(String name, String argument) {}

    /** The interpreter's own options in order, without {@code -c} and {@code -m}. */
    final List<Given> options = new ArrayList<>();
    /** The words behind the program. */
    final List<String> arguments = new ArrayList<>();
    Program program = Program.NONE;
    /** The command, module name or file; null for the others. */
    String target;
    /** What is wrong with the first word that makes no sense; null when nothing is. Options before it are known. */
    String error;

    private CommandLine() {}

    static CommandLine of(String[] args) {
        CommandLine line = new CommandLine();
        int i = 0;
        while (i < args.length && line.program == Program.NONE && line.error == null) {
            i = line.word(args, i);
        }
        while (i < args.length) {
            line.arguments.add(args[i++]);
        }
        return line;
    }

    /** Takes the word at an index, and its argument; answers where to go on. */
    private int word(String[] args, int index) {
        String word = args[index];
        if (word.equals("-")) {
            program = Program.STDIN;
            return index + 1;
        }
        if (word.equals("--")) {
            if (index + 1 < args.length) {
                return word(args, index + 1, args[index + 1].equals("-") ? Program.STDIN : Program.FILE);
            }
            return index + 1;
        }
        if (!word.startsWith("-")) {
            return word(args, index, Program.FILE);
        }
        return word.startsWith("--") ? longOption(args, index) : cluster(args, index);
    }

    private int word(String[] args, int index, Program kind) {
        program = kind;
        target = kind == Program.FILE ? args[index] : null;
        return index + 1;
    }

    private int longOption(String[] args, int index) {
        String word = args[index];
        switch (word) {
            case "--help" -> options.add(new Given("-h", null));
            case "--version" -> options.add(new Given("-V", null));
            case "--help-env", "--help-xoptions", "--help-all" -> options.add(new Given(word, null));
            case CHECK_PYCS -> {
                if (index + 1 < args.length) {
                    options.add(new Given(word, args[index + 1]));
                    return index + 2;
                }
                error = "Argument expected for the " + CHECK_PYCS + " option";
            }
            default -> {
                if (word.startsWith("--aot=") || word.startsWith("--aot-create=")) {
                    return aotOption(word, index);
                }
                return word.startsWith(SNAPSHOT) ? snapshotOption(args, index) : unknown(word, index);
            }
        }
        return index + 1;
    }

    private int unknown(String word, int index) {
        error = "unknown option " + word;
        return index + 1;
    }

    /** Read by {@code bin/krait}, which chooses the AOT cache before there is a JVM. */
    private int aotOption(String word, int index) {
        if (index > 0 || word.startsWith("--aot-create")) {
            error = word.substring(0, word.indexOf('=')) + ": must be the first option of bin/krait";
        }
        return index + 1;
    }

    /** {@code --snapshot-create=FILE}, {@code --snapshot-create FILE}, {@code --snapshot-explain[=json]}. */
    private int snapshotOption(String[] args, int index) {
        String word = args[index];
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        switch (name) {
            case "--snapshot-main" -> {
                if (equals >= 0) {
                    return unknown(word, index);
                }
                options.add(new Given(name, null));
            }
            case "--snapshot-explain" -> {
                options.add(new Given(name, equals < 0 ? null : word.substring(equals + 1)));
            }
            case SNAPSHOT, "--snapshot-mode", "--snapshot-create", "--snapshot-level" -> {
                if (equals < 0 && index + 1 == args.length) {
                    error = "Argument expected for the " + name + " option";
                    return index + 1;
                }
                options.add(new Given(name, equals < 0 ? args[index + 1] : word.substring(equals + 1)));
                return equals < 0 ? index + 2 : index + 1;
            }
            default -> {
                return unknown(word, index);
            }
        }
        return index + 1;
    }

    /** Short options in one word: {@code -Bs}, {@code -Wignore}, {@code -Ic code}. */
    private int cluster(String[] args, int index) {
        String word = args[index];
        for (int k = 1; k < word.length(); k++) {
            char c = word.charAt(k);
            if (FLAGS.indexOf(c) >= 0) {
                options.add(new Given("-" + c, null));
            } else if (WITH_ARGUMENT.indexOf(c) >= 0) {
                return argument(args, index, k);
            } else {
                error = c == 'J' ? "-J is reserved for Jython" : "Unknown option: -" + c;
                return index + 1;
            }
        }
        return index + 1;
    }

    private int argument(String[] args, int index, int k) {
        char c = args[index].charAt(k);
        int next = index + 1;
        String argument = args[index].substring(k + 1);
        if (argument.isEmpty()) {
            if (next >= args.length) {
                error = "Argument expected for the -" + c + " option";
                return next;
            }
            argument = args[next++];
        }
        if (c == 'c' || c == 'm') {
            program = c == 'c' ? Program.COMMAND : Program.MODULE;
            target = argument;
        } else {
            options.add(new Given("-" + c, argument));
        }
        return next;
    }
}
