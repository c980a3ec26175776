package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.krait.language.compile.CompileOptions;
import org.krait.language.compile.ModuleCompiler;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.objects.PyObject;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Disassembler;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Verifier;

/**
 * The instructions of the sources in {@code tests/golden/bytecode}, whose listings stand behind them as comments.
 * A source that begins with {@code # mode: single} is compiled as one typed at the prompt.
 */
final class BytecodeGoldenTest {
    private static final String FOLDER = "tests/golden/bytecode";
    private static final String MARK = "#> ";

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(KraitCommand.root().resolve(FOLDER))) {
            return files.sorted().toList();
        }
    }

    private static String source(Path file) throws IOException {
        StringBuilder source = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith(MARK.strip())) {
                source.append(line).append('\n');
            }
        }
        return source.toString().stripTrailing() + "\n";
    }

    private static CodeObject compiled(Path file) throws IOException {
        String name = file.getFileName().toString();
        String source = source(file);
        Mode mode = source.startsWith("# mode: single\n") ? Mode.SINGLE : Mode.EXEC;
        return ModuleCompiler.compile(
                Parser.parse(Source.of(source, name), mode, ParseOptions.standard(), null), name,
                CompileOptions.STANDARD, null);
    }

    @TestFactory
    @Tag("golden")
    List<DynamicTest> listings() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                CodeObject code = compiled(file);
                Verifier.verify(code);
                StringBuilder text = new StringBuilder(source(file)).append('\n');
                for (String line : Disassembler.listing(code).split("\n")) {
                    text.append((MARK + line).stripTrailing()).append('\n');
                }
                Golden.check(FOLDER + "/" + name, text.toString());
            }));
        }
        assertTrue(!tests.isEmpty());
        return tests;
    }

    /** What the compiler can emit stands in some listing, so that a change of it is seen. */
    @Test
    void everyInstructionIsShown() throws IOException {
        Set<Opcode> missing = EnumSet.allOf(Opcode.class);
        for (Path file : files()) {
            remove(missing, compiled(file));
        }
        assertEquals(EnumSet.noneOf(Opcode.class), missing);
    }

    private static void remove(Set<Opcode> missing, CodeObject code) {
        for (int pc = 0; pc < code.code.length; pc += Opcode.of(code.code[pc]).size) {
            missing.remove(Opcode.of(code.code[pc]));
        }
        for (PyObject constant : code.constants) {
            if (constant instanceof CodeObject inner) {
                remove(missing, inner);
            }
        }
    }
}
