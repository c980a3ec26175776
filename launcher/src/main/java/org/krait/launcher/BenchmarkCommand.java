package org.krait.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.krait.runtime.Configuration;

/**
 * {@code krait --bench-startup [--runs N] [--cpython PATH] [--json] SCRIPT [ARGUMENT …]}, not as Python's. The options
 * may stand behind the script as well; {@code --} ends them.
 */
final class BenchmarkCommand {
    static final String NAME = "--bench-startup";
    private static final String RUNS = "11";

    private BenchmarkCommand() {}

    /** Runs the command; {@code args} begins with its name. Answers the exit code. */
    static int run(Configuration c, String[] args) {
        Options options = new Options();
        options.addOption(Option.builder().longOpt("runs").hasArg().type(Integer.class).build());
        options.addOption(Option.builder().longOpt("cpython").hasArg().build());
        options.addOption(Option.builder().longOpt("json").build());
        try {
            CommandLine before = parse(options, Arrays.asList(args).subList(1, args.length));
            List<String> program = new ArrayList<>(before.getArgList());
            CommandLine behind = before;
            if (program.size() > 1) {
                behind = parse(options, program.subList(1, program.size()));
                program.subList(1, program.size()).clear();
                program.addAll(behind.getArgList());
            }
            String runs = behind.getOptionValue("runs", before.getOptionValue("runs", RUNS));
            return StartupBenchmark.run(c, program, Math.max(1, Integer.parseInt(runs)),
                    behind.getOptionValue("cpython", before.getOptionValue("cpython")),
                    before.hasOption("json") || behind.hasOption("json"));
        } catch (ParseException e) {
            System.err.println("krait: " + NAME + ": " + e.getMessage());
        } catch (NumberFormatException e) {
            System.err.println("krait: " + NAME + ": --runs: expected a number");
        }
        return 2;
    }

    private static CommandLine parse(Options options, List<String> args) throws ParseException {
        return new DefaultParser(false).parse(options, args.toArray(new String[0]), true);
    }
}
