package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** What a program put into objects out of a heap ends as it does with modules that were executed. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapEndTest extends FolderTest {
    @BeforeEach
    void modules() throws IOException {
        write("base", """
                items, table = [], {}
                class Base:
                    def __del__(self):
                        print('base', self.n)
                class Holder: pass
                holder = Holder()
                def name(): return 'name'
                """);
    }

    private KraitCommand.Result command(String... args) throws Exception {
        return command().run(args);
    }

    /** What a script says whose modules are executed, are captured, and come out of a heap. */
    private void ends(String expected, String script) throws Exception {
        write("main", script);
        for (String[] options : new String[][] {{"--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py"},
            {"--snapshot-level=code", "main.py"}, {"--snapshot=app.kimg", "main.py"}}) {
            KraitCommand.Result result = command(options);
            assertEquals(expected, result.out(), options[0]);
            assertEquals("", result.err(), options[0]);
        }
    }

    @Test
    void finalizersOfWhatIsKeptThere() throws Exception {
        ends("end\nmain name\nbase 1\nmain name\nbase 2\nmain name\nbase 3\n", """
                import base
                class Main(base.Base):
                    def __init__(self, n):
                        self.n = n
                    def __del__(self):
                        print('main', base.name())
                        super().__del__()
                base.items.append([Main(1)])
                base.table['k'] = Main(2)
                base.holder.kept = Main(3)
                print('end')
                """);
    }

    @Test
    void whatAModuleStoresInObjectsOfOthers() throws Exception {
        write("adds", """
                import base
                class Added(base.Base):
                    def __init__(self, n):
                        self.n = n
                base.items.append(Added('item'))
                base.table[1] = Added('entry')
                base.holder.kept = Added('replaced')
                base.holder.kept = Added('attribute')
                base.Base.of_class = Added('of class')
                """);
        ends("base replaced\nend\nbase item\nbase entry\nbase attribute\nbase of class\nbase stored\n", """
                import base, adds
                base.stored = adds.Added('stored')
                import colorsys
                print('end')
                """);
    }

    @Test
    void filesThatAreKeptThereAreWritten() throws Exception {
        String[] kept = {"base.items.append(f)", "base.table['k'] = [f]", "base.holder.kept = f",
            "f.loop = f; base.items.append(f)"};
        for (String statement : kept) {
            write("main", "import base\nf = open('out', 'w')\nprint(f.write('data'))\n" + statement + "\ndel f\n");
            for (String options : new String[] {"--snapshot-create=app.kimg", "--snapshot-level=code",
                "--snapshot=app.kimg"}) {
                Files.deleteIfExists(folder.resolve("out"));
                KraitCommand.Result result = command(options, "main.py");
                assertEquals("4\n", result.out(), result.err());
                assertEquals("data", Files.readString(folder.resolve("out")), options + ": " + statement);
            }
        }
    }

    @Test
    void aFinalizerThatTheProgramGivesToAClass() throws Exception {
        write("made", """
                class Top: pass
                class Below(Top): pass
                class Dict(dict): pass
                below, dicts = [Below()], (Dict(a=1),)
                """);
        write("gives", "import made\ndef end(self):\n    print('given', len(self))\nmade.Dict.__del__ = end\n");
        ends("end\nBelow\n", """
                import made
                made.Top.__del__ = lambda self: print(type(self).__name__)
                print('end')
                """);
        ends("end\ngiven 1\n", "import made, gives\nmade.Dict\nprint('end')\n");
    }

    /** The standard streams stay, though an object out of a heap leads to them. */
    @Test
    void streamsThatAreKeptThere() throws Exception {
        ends("end\nmain\n", """
                import base, sys
                class Main:
                    def __del__(self):
                        print('main')
                base.items += [sys.stdout, sys.stdout.buffer, Main()]
                print('end')
                """);
    }

    /** What can be imported then is not the question, but that the program ends. */
    @Test
    void aFinalizerThatImports() throws Exception {
        write("imports", """
                class Imports:
                    def __del__(self):
                        try:
                            import textwrap, colorsys, base
                        except ImportError:
                            pass
                        print('tried')
                first, second = Imports(), Imports()
                """);
        ends("end\ntried\ntried\n", "import imports\nprint('end')\n");
    }
}
