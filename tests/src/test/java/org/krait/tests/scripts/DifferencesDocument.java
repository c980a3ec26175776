package org.krait.tests.scripts;

import java.util.List;

/** {@code docs/differences.md}: the wanted differences from CPython, made from the scripts that show them. */
final class DifferencesDocument {
    private DifferencesDocument() {}

    static String text(List<Script> scripts) {
        StringBuilder out = new StringBuilder();
        out.append("# Differences from CPython 3.12\n\nMade from the scripts in `tests/differences` by `./dev bless`. "
                + "Each shows what Krait does, and is run by the tests.\n");
        for (Script script : scripts) {
            String name = script.name();
            String title = name.replace('_', ' ');
            out.append("\n## ").append(Character.toUpperCase(title.charAt(0))).append(title.substring(1))
                    .append("\n\n");
            out.append("Reason: ").append(script.reason()).append("\n\n");
            out.append("Workaround: ").append(script.workaround()).append("\n\n");
            out.append("Shown by: [").append(name).append(".py](../tests/differences/").append(name)
                    .append(".py)\n");
        }
        return out.toString();
    }
}
