package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/**
 * What a module's execution does to others and to the process is there when the module is restored, and only then;
 * what no archive can hold sends the module to its code.
 */
@Execution(ExecutionMode.CONCURRENT)
final class HeapEffectsTest extends FolderTest {
    private static final String BASE = """
            import array, collections, itertools, random
            class K:
                shared = 1
                def __init__(self):
                    self.a = 1
                    self.b = 2
            class S:
                __slots__ = ('x',)
            class I(int):
                pass
            k, k2, k3, k4, s, i, e = K(), K(), K(), K(), S(), I(5), ValueError('x')
            s.x = 1
            names, items, bag = {}, [3, 1, 2], {1}
            serial = itertools.count(5)
            queue, lists = collections.deque([1]), collections.defaultdict(list)
            ordered = collections.OrderedDict(a=1, b=2)
            buffer, numbers, generator = bytearray(b'ab'), array.array('i', [1]), random.Random(5)
            def f(x=1):
                return x
            def closure():
                n = 0
                def get():
                    return n
                def inc():
                    nonlocal n
                    n += 1
                return get, inc
            get, inc = closure()
            """;
    private static final String SHOW = """
            import gc, logging, os, signal, sys, warnings, builtins, math, copyreg, collections.abc
            import base
            print(vars(base.k), vars(base.k2), vars(base.k3), type(base.k4).__name__, base.s.x)
            print(vars(base.i), base.e.args)
            print(base.K.shared, base.K.__qualname__, base.names, base.items, sorted(base.bag), base.queue)
            print(base.serial, next(base.serial))
            print(list(base.ordered), base.lists, base.buffer, base.numbers, base.generator.getstate()[1][:2])
            print(type(sys.modules.get('own_place')).__name__)
            print(base.f(), vars(base.f), base.f.__doc__, base.get(), hasattr(base, 'added'), type(base).__name__)
            print(sys.getrecursionlimit(), '/nowhere' in sys.path, sys.modules.get('alias') is base)
            print(hasattr(sys, 'own'))
            print(os.environ.get('KRAIT_TEST_EFFECT'), os.getcwd() == '/', gc.isenabled(), math.__dict__.get('own'))
            print(signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN, len(warnings.filters), hasattr(builtins, 'own'))
            print(logging.getLevelName(17), logging.getLogger('x').level, base.K in copyreg.dispatch_table)
            print(issubclass(base.K, collections.abc.Sized), 'constants' in sys.modules, 'quiet' in sys.modules)
            """;
    /** Modules whose effects are repeated. */
    private static final Map<String, String> REPEATED = new LinkedHashMap<>();
    /** Modules that are left to their code. */
    private static final Map<String, String> EXECUTED = new LinkedHashMap<>();

    static {
        repeated("attributes", """
                for n in range(3):
                    base.k.a = n
                base.k.new = 5
                del base.k2.b
                base.k3.__dict__['q'] = 1
                vars(base.k3)['w'] = 2
                base.i.tag = 1
                base.added = 3""");
        repeated("slots", "base.s.x = 99\nbase.s.x = 100");
        repeated("order", "base.items.sort()\nbase.items[0] = 44\ndel base.items[1]\nbase.items += [1]");
        repeated("sets", "base.bag.discard(1)\nbase.bag |= {2, 7}\nbase.names.clear()\nbase.names['y'] = 2");
        repeated("own_place", """
                import sys, types
                class Other(types.ModuleType):
                    value = 5
                sys.modules[__name__] = Other(__name__)""");
        repeated("folder", "import os\nhere = os.getcwd()\nnumber = os.cpu_count()");
        repeated("classes", "base.K.shared = 7\nbase.K.method = lambda self: 3");
        repeated("containers", """
                base.names['x'] = 1
                base.items.append(9)
                base.bag.add(5)
                base.ordered.move_to_end('a')
                base.lists['k'].append(1)""");
        repeated("functions", "base.f.__defaults__ = (42,)\nbase.f.tag = 4\nbase.f.__doc__ = 'new'\nbase.inc()");
        repeated("process", """
                import gc, os, signal, sys
                sys.setrecursionlimit(777)
                sys.path.append('/nowhere')
                sys.modules['alias'] = base
                sys.own = 1
                os.environ['KRAIT_TEST_EFFECT'] = 'set'
                os.chdir('/')
                gc.disable()
                signal.signal(signal.SIGUSR1, signal.SIG_IGN)""");
        repeated("registries", """
                import atexit, builtins, collections.abc, copyreg, logging, math, warnings
                warnings.filterwarnings('ignore', 'xyz')
                atexit.register(print, 'bye')
                copyreg.pickle(base.K, lambda k: (base.K, ()))
                logging.addLevelName(17, 'ODD')
                logging.getLogger('x').setLevel(10)
                collections.abc.Sized.register(base.K)
                math.own = builtins.own = 3""");
        repeated("counted", "first = next(base.serial)\nrest = [n for n, _ in zip(base.serial, 'abc')]");
        repeated("imports", "from constants import X\nimport quiet\ndel quiet");
        executed("renamed", "base.K.__qualname__ = 'Other'");
        executed("other_class", "class K2(base.K):\n    pass\nbase.k4.__class__ = K2");
        executed("module_class", "import types\nclass M(types.ModuleType):\n    pass\nbase.__class__ = M");
        executed("native", "base.queue.append(2)");
        executed("bytes_changed", "base.buffer += b'c'");
        executed("array_changed", "base.numbers.append(7)");
        executed("seeded", "base.generator.seed(3)");
        executed("exception", "base.e.args = (1, 2)");
        executed("prints", "print('printed')");
        executed("writes", "import os\nos.write(1, b'')");
        executed("number", "import os\np = os.getpid()");
        executed("clock", "import time\nt = time.time()");
        executed("thread", "import threading\nt = threading.Thread(target=int)\nt.start()\nt.join()");
    }

    private static void repeated(String module, String body) {
        REPEATED.put(module, body);
    }

    private static void executed(String module, String body) {
        EXECUTED.put(module, body);
    }

    @BeforeEach
    void modules() throws IOException {
        write("base", BASE);
        write("constants", "X = 5\n");
        write("quiet", "import base\nbase.names['quiet'] = 1\n");
        StringBuilder all = new StringBuilder();
        for (Map<String, String> modules : java.util.List.of(REPEATED, EXECUTED)) {
            for (Map.Entry<String, String> m : modules.entrySet()) {
                write(m.getKey(), "import base\n" + m.getValue() + "\n");
                all.append("import ").append(m.getKey()).append('\n');
            }
        }
        write("show", SHOW);
        write("all", all + "import show\n");
        write("only", "import base, show\n");
    }

    @Test
    void effectsComeWithTheirModules() throws Exception {
        String expected = command().run("all.py").cleanOut();
        KraitCommand.Result captured =
                command().run("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "all.py");
        assertEquals(expected, captured.out());
        for (String module : REPEATED.keySet()) {
            assertFalse(captured.err().contains("# not captured: " + module + ":"), captured.err());
        }
        for (String module : EXECUTED.keySet()) {
            assertTrue(captured.err().contains("# not captured: " + module + ": "), module + "\n" + captured.err());
        }
        assertEquals(expected, command().run("--snapshot=app.kimg", "all.py").cleanOut());
        assertEquals(command().run("only.py").cleanOut(), command().run("--snapshot=app.kimg", "only.py").cleanOut());
    }

    @Test
    void aModuleThatReadTheEnvironmentIsExecutedWhenThatDiffers() throws Exception {
        write("reads", "import os\nvalue = os.environ.get('KRAIT_TEST_READ')\n");
        write("asks", "import reads\nprint(reads.value)\n");
        command().with("KRAIT_TEST_READ", "one")
                .run("--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py").cleanOut();
        KraitCommand.Result same =
                command().with("KRAIT_TEST_READ", "one").run("-v", "--snapshot=app.kimg", "asks.py");
        assertEquals("one\n", same.out());
        assertFalse(same.err().contains("is executed"), same.err());
        KraitCommand.Result other =
                command().with("KRAIT_TEST_READ", "two").run("-v", "--snapshot=app.kimg", "asks.py");
        assertEquals("two\n", other.out());
        assertTrue(other.err().contains("module reads is executed: the environment variable KRAIT_TEST_READ was 'one'"),
                other.err());
        assertEquals("None\n", command().run("--snapshot=app.kimg", "asks.py").cleanOut());
    }

    @Test
    void aModuleThatMissedAnotherIsExecutedWhenThatIsThere() throws Exception {
        write("tries", "try:\n    import extra\nexcept ImportError:\n    extra = None\n");
        write("asks", "import tries\nprint(tries.extra is None)\n");
        assertEquals("True\n", command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py").out());
        assertEquals("True\n", command().run("--snapshot=app.kimg", "asks.py").cleanOut());
        write("extra", "");
        KraitCommand.Result found = command().run("-v", "--snapshot=app.kimg", "asks.py");
        assertEquals("False\n", found.out());
        assertTrue(found.err().contains("module tries is executed: there was no module extra"), found.err());
    }

    @Test
    void aDamagedUnitIsExecuted() throws Exception {
        write("asks", "import base\nprint(base.f(), base.k.a)\n");
        command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py").cleanOut();
        Path file = folder.resolve("app.kimg");
        int unit = Archive.open(file.toString()).find("base").unit();
        byte[] bytes = Files.readAllBytes(file);
        ArchiveBytes.Part image = ArchiveBytes.unit(bytes, unit, ArchiveBytes.UnitPart.IMAGE);
        bytes[image.offset() + image.size() / 2] ^= 1;
        Path damaged = folder.resolve("damaged.kimg");
        Files.write(damaged, bytes);
        KraitCommand.Result result = command().run("-v", "--snapshot=damaged.kimg", "asks.py");
        assertEquals("1 1\n", result.out());
        assertTrue(result.err().contains("module base is executed: ") && result.err().contains("has checksum"),
                result.err());
    }

    @Test
    void aModuleMayAskToStayCode() throws Exception {
        write("marked", "__krait_snapshot__ = 'code'\n");
        write("asks", "import marked\n");
        KraitCommand.Result captured =
                command().run("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py");
        assertTrue(captured.err().contains("# not captured: marked: is marked to stay code"), captured.err());
    }
}
