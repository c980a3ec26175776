package org.krait.launcher;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.krait.runtime.Configuration;

/** {@code krait --bench-startup [--runs N] [--cpython PATH] [--json] SCRIPT [ARGUMENT …]}, not as Python's. */
final class BenchmarkCommand {
    static final String NAME = "--bench-startup";
    private static final int RUNS = 11;

    private BenchmarkCommand() {}

    /** Runs the command; {@code args} begins with its name. Answers the exit code. */
    static int run(Configuration c, String[] args) {
        Options options = new Options();
        options.addOption(Option.builder().longOpt("runs").hasArg().type(Integer.class).build());
        options.addOption(Option.builder().longOpt("cpython").hasArg().build());
        options.addOption(Option.builder().longOpt("json").build());
        try {
            var line = new DefaultParser(false).parse(options, Arrays.copyOfRange(args, 1, args.length), true);
            List<String> program = line.getArgList();
            int runs = line.hasOption("runs") ? Integer.parseInt(line.getOptionValue("runs")) : RUNS;
            return StartupBenchmark.run(c, program, Math.max(1, runs), line.getOptionValue("cpython"),
                    line.hasOption("json"));
        } catch (ParseException e) {
            System.err.println("krait: " + NAME + ": " + e.getMessage());
        } catch (NumberFormatException e) {
            System.err.println("krait: " + NAME + ": --runs: expected a number");
        }
        return 2;
    }
}
