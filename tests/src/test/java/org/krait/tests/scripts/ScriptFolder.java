package org.krait.tests.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scripts below a folder. Every file there must be a script with an expectation or a file that a script of the
 * same folder {@code uses}.
 *
 * @param problems what is wrong with the files, a sentence each
 */
record ScriptFolder(List<Script> scripts, List<String> problems) {
    /** Reads the folder; {@code below} restricts the scripts, not the check for orphans. */
    static ScriptFolder read(Path root, Path below) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).filter(f -> !f.toString().contains("__pycache__")).sorted()
                    .toList();
        }
        List<Script> scripts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        Set<Path> used = new HashSet<>();
        for (Path file : files) {
            if (!file.toString().endsWith(".py")) {
                others.add(file);
                continue;
            }
            try {
                Script script = Script.read(file);
                for (String name : script.uses()) {
                    Path helper = file.resolveSibling(name).normalize();
                    used.add(helper);
                    if (!Files.exists(helper)) {
                        problems.add(file + ": uses " + name + ", which is not there");
                    }
                }
                if (script.expectsAnything()) {
                    scripts.add(script);
                } else {
                    others.add(file);
                }
            } catch (Script.BadScriptException e) {
                problems.add(e.getMessage());
            }
        }
        for (Path file : others) {
            if (!used.contains(file)) {
                problems.add(file + ": orphan: it expects nothing ('# expect: text') and no script uses it");
            }
        }
        scripts.removeIf(script -> !script.file().startsWith(below) || used.contains(script.file()));
        return new ScriptFolder(scripts, problems);
    }
}
