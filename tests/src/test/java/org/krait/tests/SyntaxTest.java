package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.krait.language.syntax.AstDump;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.SyntaxException;

/** The front end against golden trees and errors, and where CPython 3.12 is found, against it. */
final class SyntaxTest {
    private static final Path GOLDEN = KraitCommand.root().resolve("tests/golden/syntax");
    private static final Path ERRORS = GOLDEN.resolve("errors.txt");
    private static final Path GRAMMAR = GOLDEN.resolve("grammar.py");
    private static final Path TREE = GOLDEN.resolve("grammar.ast");

    @Test
    void errorsAreTheExpectedOnes() throws IOException {
        StringBuilder actual = new StringBuilder();
        String mode = null;
        StringBuilder source = new StringBuilder();
        for (String line : Files.readAllLines(ERRORS)) {
            if (line.startsWith("#### ")) {
                mode = line.substring(5);
                source.setLength(0);
                actual.append(line).append('\n');
            } else if (line.startsWith("#> ") && mode != null) {
                actual.append(source).append(error(source.toString(), mode));
                mode = null;
            } else if (mode != null) {
                source.append(line).append('\n');
            } else if (!line.startsWith("#> ")) {
                actual.append(line).append('\n');
            }
        }
        assertEquals(Files.readString(ERRORS), actual.toString());
    }

    private static String error(String source, String mode) {
        try {
            Parser.parse(Source.of(source, "<golden>"), Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                    ParseOptions.standard(), null);
            return "#> accepted\n";
        } catch (SyntaxException e) {
            return "#> " + e.kind.className + ": " + e.getMessage() + "\n#> " + e.line + ":" + e.offset + "-"
                    + e.endLine + ":" + e.endOffset + "\n";
        }
    }

    @Test
    void treesAreTheExpectedOnes() throws IOException {
        Mod.Module module = (Mod.Module) parse(Files.readAllBytes(GRAMMAR));
        List<String> actual = new ArrayList<>();
        for (Stmt statement : module.body()) {
            actual.add(AstDump.dump(new Mod.Module(List.of(statement), List.of()), true));
        }
        assertEquals(Files.readAllLines(TREE), actual);
    }

    private static Mod parse(byte[] source) {
        return Parser.parse(Source.of(source, "<golden>"), Mode.EXEC, ParseOptions.standard(), null);
    }

    @Test
    void treesOfTheStandardLibraryAreCPythons() throws IOException, InterruptedException, NoSuchAlgorithmException {
        String found = oracle("library");
        List<String> different = new ArrayList<>();
        for (String line : found.split("\n")) {
            String[] fields = line.split("\t");
            byte[] tree = AstDump.dump(parse(Files.readAllBytes(Path.of(fields[0]))), true)
                    .getBytes(StandardCharsets.UTF_8);
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(tree));
            if (!digest.equals(fields[1])) {
                different.add(fields[0]);
            }
        }
        assertFalse(found.isEmpty());
        assertEquals(List.of(), different);
    }

    @Test
    void expectationsAreCPythons() throws IOException, InterruptedException {
        assertEquals(Files.readString(ERRORS), oracle("errors", ERRORS.toString()));
        assertEquals(Files.readString(TREE), oracle("tree", GRAMMAR.toString()));
    }

    private static String oracle(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(GOLDEN.resolve("oracle.py").toString()));
        line.addAll(List.of(arguments));
        return CPython.output(line.toArray(new String[0]));
    }
}
