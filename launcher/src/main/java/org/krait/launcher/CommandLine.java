package org.krait.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line cut into its parts, as Python cuts it: the interpreter's options end at the first word that is no
 * option, at {@code -c} or {@code -m}, whose argument is the program, or at {@code -}.
 */
final class CommandLine {
    /** What is run. */
    enum Program { NONE, COMMAND, MODULE, FILE, STDIN }

    /** The interpreter's own options, without {@code -c} and {@code -m}. */
    final List<String> options = new ArrayList<>();
    /** The words behind the program. */
    final List<String> arguments = new ArrayList<>();
    Program program = Program.NONE;
    /** The command, module name or file; null for the others. */
    String target;
    /** What is wrong with the command line; null when nothing is. */
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
                file(args[index + 1]);
            }
            return index + 2;
        }
        if (!word.startsWith("-")) {
            file(word);
            return index + 1;
        }
        if (word.startsWith("--")) {
            options.add(word);
            if (Options.takesArgument(word) && index + 1 < args.length) {
                options.add(args[index + 1]);
                return index + 2;
            }
            return index + 1;
        }
        return cluster(args, index);
    }

    private void file(String name) {
        program = Program.FILE;
        target = name;
    }

    /** Short options in one word: {@code -Bs}, {@code -Wignore}, {@code -Ic code}. */
    private int cluster(String[] args, int index) {
        String word = args[index];
        for (int k = 1; k < word.length(); k++) {
            char c = word.charAt(k);
            if (!Options.takesArgument(c)) {
                options.add("-" + c);
                continue;
            }
            int next = index + 1;
            String argument = word.substring(k + 1);
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
                options.add("-" + c);
                options.add(argument);
            }
            return next;
        }
        return index + 1;
    }
}
