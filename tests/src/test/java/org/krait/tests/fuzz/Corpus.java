package org.krait.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.krait.language.compile.CompileOptions;
import org.krait.language.compile.ModuleCompiler;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.language.syntax.SyntaxException;
import org.krait.objects.code.CodeObject;
import org.krait.tests.KraitCommand;

/** The Python sources below {@code tests}. */
final class Corpus {
    private final List<Path> files;

    private Corpus(List<Path> files) {
        this.files = files;
    }

    static Corpus ofTests() {
        try (Stream<Path> walk = Files.walk(KraitCommand.root().resolve("tests"))) {
            return new Corpus(walk.filter(file -> file.toString().endsWith(".py")
                    && !file.toString().contains("/target/")).sorted().toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    byte[] any(Random random) throws IOException {
        return Files.readAllBytes(files.get(random.nextInt(files.size())));
    }

    /** The code of a source; some of the sources are not Python. */
    CodeObject anyCode(Random random) throws IOException {
        while (true) {
            try {
                return compile(any(random));
            } catch (SyntaxException e) {
                continue;
            }
        }
    }

    /** Parses and compiles; SyntaxException for what is not Python. */
    static CodeObject compile(byte[] source) {
        return ModuleCompiler.compile(
                Parser.parse(Source.of(source, "fuzz.py"), Mode.EXEC, ParseOptions.standard(),
                        (category, message, file, line) -> true),
                "fuzz.py", CompileOptions.STANDARD, (category, message, file, line) -> true);
    }
}
