package org.krait.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.krait.runtime.Configuration;
import org.krait.runtime.builtins.SysContents;

/** Prints what {@code -h}, {@code -V} and their kin ask for. The texts are resources. */
final class Help {
    private Help() {}

    /** Prints and answers the exit code. */
    static int print(Options.Action action, Configuration c) {
        switch (action) {
            case HELP -> System.out.print(text("usage").replace("%s", c.executable));
            case HELP_ENVIRONMENT -> System.out.print(text("environment"));
            case HELP_XOPTIONS -> System.out.print(text("xoptions"));
            case HELP_ALL -> {
                System.out.print(text("usage").replace("%s", c.executable));
                System.out.print("\n" + text("environment"));
                System.out.print("\n" + text("xoptions"));
            }
            case VERSION -> System.out.println("Python 3." + SysContents.MINOR + "." + SysContents.MICRO);
            case LONG_VERSION -> System.out.println("Python " + SysContents.version());
            case RUN -> throw new AssertionError(action);
        }
        System.out.flush();
        return 0;
    }

    private static String text(String name) {
        try (InputStream in = Help.class.getResourceAsStream("help-" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "cannot read the help text: " + e.getMessage() + "\n";
        }
    }
}
