package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.tests.KraitCommand;

/** Functions of restored modules take their code from the images of their modules' code, when they are called. */
@Execution(ExecutionMode.CONCURRENT)
final class CodeOfModulesTest {
    private static final String TOOLS = """
            def decorated(function):
                def wrapper(*args):
                    'Calls it.'
                    return ('wrapped', function(*args))
                return wrapper

            def outer(x):
                def inner():
                    return x
                return inner

            kept = outer(1)
            two = eval('lambda: 2')
            """;
    private static final String USES = """
            import tools

            @tools.decorated
            def plain(a):
                return a + 1
            """;
    private static final String MAIN = """
            import uses, tools
            print(uses.plain(1), uses.plain.__doc__, tools.kept(), tools.two())
            print(uses.plain.__code__ is tools.decorated(len).__code__)
            print(tools.kept.__code__ is tools.outer(2).__code__)
            print(tools.kept.__code__ in tools.outer.__code__.co_consts)
            print(tools.outer.__code__.co_filename == tools.__file__, tools.kept.__code__.co_filename == tools.__file__)
            """;
    private static final String OUT = "('wrapped', 2) Calls it. 1 2\nTrue\nTrue\nTrue\nTrue True\n";

    @TempDir
    Path folder;

    @BeforeEach
    void capture() throws Exception {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("tools.py"), TOOLS);
        Files.writeString(folder.resolve("uses.py"), USES);
        Files.writeString(folder.resolve("main.py"), MAIN);
        assertEquals(OUT, command().run("--snapshot-create=app.kimg", "main.py").cleanOut());
    }

    private KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("PYTHONDONTWRITEBYTECODE", "1");
    }

    private void damageCode(String module) throws Exception {
        Path file = folder.resolve("app.kimg");
        Archive.Entry entry = Archive.open(file.toString()).find(module);
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) entry.image() + entry.imageSize() / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void codeIsTheSameHoweverItIsReached() throws Exception {
        assertEquals(OUT, command().run("--snapshot=app.kimg", "--snapshot-mode=require", "main.py").cleanOut());
    }

    @Test
    void damagedCodeIsCompiledAgain() throws Exception {
        damageCode("tools");
        KraitCommand.Result result = command().run("-v", "--snapshot=app.kimg", "main.py");
        assertEquals(OUT, result.out(), result.err());
        assertEquals(0, result.status());
        assertTrue(result.err().contains("app.kimg: module tools is compiled again: image of tools has checksum "),
                result.err());
        KraitCommand.Result required = command().run("--snapshot=app.kimg", "--snapshot-mode=require", "main.py");
        assertEquals(1, required.status());
        assertTrue(required.err().contains("ImportError: "), required.err());
    }

    /** The program itself has changed the source: what the functions were made of is nowhere. */
    @Test
    void damagedCodeOfAnotherSourceIsAnError() throws Exception {
        damageCode("tools");
        Files.writeString(folder.resolve("main.py"), """
                import tools
                with open(tools.__file__, 'a') as f:
                    f.write('# more')
                try:
                    tools.outer(1)
                except ImportError as e:
                    print('damaged: write it anew' in str(e))
                """);
        Files.setLastModifiedTime(folder.resolve("main.py"), FileTime.fromMillis(1000));
        assertEquals("True\n", command().run("--snapshot=app.kimg", "main.py").cleanOut());
    }
}
