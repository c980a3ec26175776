package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** What a program does between its imports is no module's: those that saw or changed it are executed each time. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapProgramTest extends FolderTest {
    private static final String BASE = """
            import itertools
            flag, registry, numbers, serial = 0, {}, [], itertools.count()
            class Settings:
                level = 1
                def __init__(self):
                    self.debug = False
            settings = Settings()
            def register(name, value):
                registry.setdefault(name, {})[value] = 1
            """;

    @BeforeEach
    void base() throws IOException {
        write("base", BASE);
    }

    private KraitCommand.Result capture(String script) throws Exception {
        return command("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", script);
    }

    private KraitCommand.Result restored(String script, String... args) throws Exception {
        String[] all = new String[args.length + 3];
        all[0] = "-v";
        all[1] = "--snapshot=app.kimg";
        all[2] = script;
        System.arraycopy(args, 0, all, 3, args.length);
        return command(all);
    }

    private KraitCommand.Result command(String... args) throws Exception {
        return command().run(args);
    }

    private static void isCaptured(KraitCommand.Result captured, String module) {
        assertFalse(captured.err().contains("# not captured: " + module + ":"), captured.err());
    }

    private static void isNotCaptured(KraitCommand.Result captured, String module, String why) {
        assertTrue(captured.err().contains("# not captured: " + module + ": " + why), captured.err());
    }

    @Test
    void aModuleThatReadsWhatTheProgramStoredIsRestoredWhereTheSameIsStored() throws Exception {
        write("variable", "import base\nx = base.flag\n");
        write("attribute", "import base\nx = base.settings.debug\n");
        write("shared", "import base\nx = base.settings.level\n");
        write("entry", "import base\nx = base.registry[1]\n");
        write("other", "import base\nx = base.settings.__class__, base.numbers\n");
        write("main", """
                import sys, base
                base.flag = base.settings.debug = base.Settings.level = base.registry[1] = len(sys.argv)
                import variable, attribute, shared, entry, other
                print(variable.x, attribute.x, shared.x, entry.x, other.x[1])
                """);
        KraitCommand.Result captured = capture("main.py");
        assertEquals("1 1 1 1 []\n", captured.out());
        isNotCaptured(captured, "entry", "reads what the program has stored in an object of base: an entry");
        for (String module : List.of("variable", "attribute", "shared", "other")) {
            isCaptured(captured, module);
        }
        KraitCommand.Result same = restored("main.py");
        assertEquals("1 1 1 1 []\n", same.out());
        assertFalse(same.err().contains("is executed"), same.err());
        KraitCommand.Result different = restored("main.py", "a", "b");
        assertEquals("3 3 3 3 []\n", different.out());
        assertTrue(different.err().contains("module shared is executed: the program has not stored the same in an "
                + "object of module base: level"), different.err());
        assertFalse(different.err().contains("module other is executed"), different.err());
    }

    /** Each of the settings is read from a text, so that a process can be told to have others. */
    @Test
    void aStructureThatTheProgramStoredIsCompared() throws Exception {
        write("reads", "import base\nx = base.flag.names, [*base.flag.names], base.flag.kind is base.Settings\n"
                + "x = len(str(x)), base.flag.numbers[0], len([*vars(base.flag).values()])\n");
        write("main", """
                import sys, base
                def same(x): return x
                class Own: pass
                s = base.flag = base.Settings()
                s.kind, s.register = base.Settings, base.register
                s.names, s.numbers = {'a': [1, 2.5, b'x', None, ...], 'b': {'c', 3}}, (1, 1j, True, frozenset((4,)))
                s.own, s.shared = s, s.names
                exec(sys.argv[1])
                import reads
                print(reads.x, 'x' in vars(base.flag))
                """);
        assertEquals("executed", restoredAfter("pass", "s.own = Own()"));
        assertEquals("restored", restoredAfter("pass", "pass"));
        for (String other : List.of("s.x = 1", "s.names['a'][0] = True", "s.names['a'][1] = 2.75",
                "s.names['b'].add(4)", "s.names['b'] = {'c', 3.0}", "s.own = base.settings", "s.own = Own()",
                "s.shared = dict(s.names)", "s.kind = same", "s.names['a'][2] = b'y'", "s.names['a'].pop()",
                "s.numbers = [*s.numbers]", "s.names['a'].append(s.names['a'])", "base.flag = s.names",
                "s.numbers = s.numbers[:3] + (frozenset((5,)),)",
                "base.flag = 3; base.flag = base.settings; vars(base.flag).update(vars(s))")) {
            assertEquals("executed", restoredAfter("pass", other), other);
        }
        assertEquals("restored", restoredAfter("s.names['a'].append(s.names)", "s.names['a'].append(s.names)"));
        assertEquals("restored", restoredAfter("base.flag = base.settings; vars(base.flag).update(vars(s))",
                "base.flag = base.settings; vars(base.flag).update(vars(s))"));
    }

    /** What becomes of a module that is captured after some statements and asked for after others. */
    private String restoredAfter(String captured, String now) throws Exception {
        Path archive = folder.resolve("app.kimg");
        Path kept = folder.resolve(Integer.toHexString(captured.hashCode()) + ".kimg");
        if (!Files.exists(kept)) {
            KraitCommand.Result capture = command("--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py",
                    captured);
            assertEquals(0, capture.status(), capture.err());
            Files.copy(archive, kept);
        }
        Files.copy(kept, archive, StandardCopyOption.REPLACE_EXISTING);
        KraitCommand.Result expected = command("--snapshot-level=code", "main.py", now);
        KraitCommand.Result got = restored("main.py", now);
        assertEquals(expected.out() + expected.status(), got.out() + got.status(), got.err());
        return got.err().contains("module reads is executed") ? "executed" : "restored";
    }

    @Test
    void aModuleThatLeadsToWhatTheProgramStoredIsExecutedUnlessItReadItByName() throws Exception {
        write("holds", "import base\nx = base.numbers[0]\n");
        write("adds", "import base\nbase.numbers[0].append(1)\n");
        write("reads", "import base\nx = base.registry['b']\n");
        write("main", """
                import base
                base.register('b', 1)
                base.numbers.append([])
                import holds, adds, reads
                print(base.registry, base.numbers, holds.x is base.numbers[0], reads.x is base.registry['b'])
                """);
        KraitCommand.Result captured = capture("main.py");
        String expected = "{'b': {1: 1}} [[1]] True True\n";
        assertEquals(expected, captured.out());
        isNotCaptured(captured, "holds", "reads what the program has stored in an object of base: its content");
        isNotCaptured(captured, "adds", "reads what the program has stored in an object of base: its content");
        isCaptured(captured, "reads");
        assertEquals(expected, restored("main.py").out());
    }

    /** As applications register with a registry that the program has filled, as loggers have parents. */
    @Test
    void modulesHoldAndChangeObjectsOfTheProgram() throws Exception {
        write("reads", """
                import base
                app = base.registry['app']
                class Model: pass
                app.models['model'] = Model
                app.names.append(Model.__name__)
                app.count += 1
                app.parent.children.add('reads')
                base.settings.current = app
                first = app.level
                """);
        write("more", """
                import base, reads
                class Other(reads.Model): pass
                base.registry['app'].models['other'] = Other
                again = base.settings.current
                label = again.label
                """);
        write("main", """
                import sys, base
                class Own: pass
                app = base.registry['app'] = base.Settings()
                app.level, app.models, app.names, app.count, app.label = 3, {}, [], 0, 'app'
                app.parent = base.Settings()
                app.parent.children = {'main'}
                app.unread = Own()
                exec(sys.argv[1])
                import reads, more
                print(reads.app is app is base.settings.current is more.again, app.models, app.names, app.count)
                print(sorted(app.parent.children), reads.first, more.label, app.models['other'].__mro__)
                print(reads.Model is app.models['model'], type(getattr(app, 'unread', None)))
                """);
        assertEquals("restored", restoredAfter("pass", "pass"));
        assertEquals("restored", restoredAfter("pass", "app.unread = 7"));
        for (String other : List.of("app.level = 4", "app.models[1] = 1", "app.names.append('x')", "app.count = 1",
                "app.parent.children.clear()", "app.parent = app; app.children = {'main'}", "app.new = 1",
                "app.__class__ = type('Sub', (base.Settings,), {})", "base.registry['app'] = base.settings",
                "del app.unread", "app.names = ()")) {
            assertEquals("executed", restoredAfter("pass", other), other);
        }
        KraitCommand.Result label = restored("main.py", "app.label = 'b'");
        assertTrue(label.out().contains("3 b "), label.out());
        assertFalse(label.err().contains("module reads is executed"), label.err());
        assertTrue(label.err().contains("module more is executed: the program has not stored the same in an object of "
                + "module __main__: label"), label.err());
    }

    /** Each reads what those before have done to the program's object; some are of one unit, others of their own. */
    @Test
    void modulesThatReadWhatOthersHaveDoneToObjectsOfTheProgram() throws Exception {
        Files.createDirectory(folder.resolve("models"));
        String model = """
                import base, models.kinds
                app = base.registry['app']
                class Model(models.kinds.Base): pass
                app.models[__name__] = Model, len(app.models), list(app.models)
                """;
        write("models/kinds", "import base\nclass Base: pass\nbase.registry['app'].models['kinds'] = Base\n");
        write("models/first", model);
        write("models/second", model + "import models.first\n");
        write("models/__init__", "from models.second import Model\n");
        write("reads", "import base, models\nx = [*base.registry['app'].models], base.registry['app'].count\n");
        write("all", "import reads\n");
        write("main", """
                import sys, base
                base.registry['app'] = app = base.Settings()
                app.models, app.count = {}, 1
                exec(sys.argv[1])
                import all as reads
                print(app.models, reads.reads.x)
                """);
        assertEquals("restored", restoredAfter("pass", "pass"));
        assertEquals("executed", restoredAfter("pass", "app.count = 2"));
        assertEquals("executed", restoredAfter("pass", "app.models['x'] = 1"));
        assertEquals("restored", restoredAfter("import models.kinds", "import models.kinds"));
        assertEquals("executed", restoredAfter("import models.kinds", "import models.kinds; app.models['x'] = 1"));
    }

    @Test
    void aModuleThatMaySeeAnotherClassIsExecuted() throws Exception {
        write("asks", "import base\nx = type(base.settings).__name__\n");
        write("asks_module", "import asks\nx = asks.__class__.__name__\n");
        write("main", """
                import base, sys, types
                class Sub(types.ModuleType): pass
                class Other(base.Settings): pass
                if len(sys.argv) > 1:
                    base.settings.__class__ = Other
                import asks
                if len(sys.argv) > 1:
                    asks.__class__ = Sub
                import asks_module
                print(asks.x, asks_module.x)
                """);
        KraitCommand.Result captured = command("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py",
                "change");
        assertEquals("Other Sub\n", captured.out());
        isNotCaptured(captured, "asks", "may see an object of base whose class the program has changed");
        assertEquals("Settings module\n", restored("main.py").out());
        assertEquals("Other Sub\n", restored("main.py", "change").out());
        write("main", """
                import asks, sys, types
                class Sub(types.ModuleType): pass
                if len(sys.argv) > 1:
                    asks.__class__ = Sub
                import asks_module
                print(asks_module.x)
                """);
        assertEquals("module\n", capture("main.py").out());
        assertEquals("Sub\n", restored("main.py", "change").out());
    }

    @Test
    void aModuleThatFailedFirstFailsAgain() throws Exception {
        write("by_flag", "import base\nif not base.flag:\n    raise ImportError('not yet')\n");
        write("by_module", "import sys\nif 'ready' not in sys.modules:\n    raise ImportError('not yet')\n");
        write("asks", "import by_module\n");
        write("main", """
                import base, sys
                def load():
                    for name in 'by_flag', 'by_module', 'asks':
                        try:
                            print(__import__(name).__name__)
                        except ImportError as e:
                            print(name, e)
                load()
                base.flag, sys.modules['ready'] = 1, base
                load()
                """);
        KraitCommand.Result captured = capture("main.py");
        assertEquals("by_flag not yet\nby_module not yet\nasks not yet\nby_flag\nby_module\nasks\n", captured.out());
        isNotCaptured(captured, "by_module", "its execution failed before");
        assertEquals(captured.out(), restored("main.py").out());
    }

    @Test
    void numbersOfACounterAreThoseThatExecutingGives() throws Exception {
        write("draws", "import base\nx = next(base.serial), next(base.serial)\n");
        write("draws_more", "import base\nx = next(base.serial)\nimport draws\ny = next(base.serial)\n");
        write("main", "import draws_more, draws, base\n"
                + "print(draws.x, draws_more.x, draws_more.y, next(base.serial))\n");
        write("one", "import draws, base\nprint(draws.x, next(base.serial))\n");
        write("early", "import base\nnext(base.serial)\nimport draws\nprint(draws.x, next(base.serial))\n");
        KraitCommand.Result captured = capture("main.py");
        assertEquals("(1, 2) 0 3 4\n", captured.out());
        isCaptured(captured, "draws");
        isCaptured(captured, "draws_more");
        KraitCommand.Result same = restored("main.py");
        assertEquals(captured.out(), same.out());
        assertFalse(same.err().contains("is executed"), same.err());
        KraitCommand.Result one = restored("one.py");
        assertEquals("(0, 1) 2\n", one.out());
        assertTrue(one.err().contains("module draws is executed: a counter of module base does not give 1 next"),
                one.err());
        KraitCommand.Result early = restored("early.py");
        assertEquals("(1, 2) 3\n", early.out());
        assertFalse(early.err().contains("is executed"), early.err());
    }

    /** The distribution's own archive was written where nobody had changed anything. */
    @Test
    void modulesThatReadWhatTheProgramHasSetInOthersAreExecuted() throws Exception {
        write("main", """
                import collections, os, sys, threading, time
                class Local: pass
                threading.local, time.monotonic, collections.OrderedDict = Local, (lambda: 3), dict
                import _weakrefset, asyncio.events, configparser, queue, enum
                print(asyncio.events._RunningLoop.__mro__[1] is Local, queue.time(), configparser._default_dict)
                del collections.OrderedDict
                try:
                    import ordered
                except AttributeError as e:
                    print(e)
                """);
        write("ordered", "import collections\nprint(collections.OrderedDict)\n");
        String expected = "True 3 <class 'dict'>\nmodule 'collections' has no attribute 'OrderedDict'\n";
        assertEquals(expected, command("--snapshot-level=code", "main.py").out());
        KraitCommand.Result got = command("-v", "main.py");
        assertEquals(expected, got.out());
        assertTrue(got.err().contains("module queue is executed: it reads time.monotonic, which the program has set"),
                got.err());
        assertFalse(got.err().contains("module enum is executed"), got.err());
        assertFalse(got.err().contains("module _weakrefset is executed"), got.err());
    }

    /** What was changed back, what nobody reads, submodules and what a package does to itself are no reason. */
    @Test
    void whatIsAsItWasIsNoReason() throws Exception {
        write("main", """
                import sys, time, collections, email, io, logging
                monotonic, out, time.monotonic, sys.stdout = time.monotonic, sys.stdout, None, io.StringIO()
                time.monotonic, sys.stdout, collections.Counter, time.new = monotonic, out, None, 1
                logging.basicConfig()
                import queue, email.message, email.policy, logging.handlers
                print(queue.time is monotonic, email.message.Message)
                """);
        KraitCommand.Result got = command("-v", "main.py");
        assertEquals("True <class 'email.message.Message'>\n", got.out());
        assertFalse(got.err().contains("is executed"), got.err());
    }

    /** The archive of a program that has changed a native module is of use for one that has not. */
    @Test
    void whatTheProgramSetInNativeModulesIsNoModules() throws Exception {
        write("main", "import sys, time\nif len(sys.argv) > 1: time.monotonic = lambda: 3\nimport queue\n"
                + "print(queue.time() == 3)\n");
        KraitCommand.Result captured = command("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py",
                "change");
        assertEquals("True\n", captured.out());
        isNotCaptured(captured, "queue", "reads what the program has stored in a native module: monotonic");
        assertEquals("False\n", restored("main.py").out());
        assertEquals("True\n", restored("main.py", "change").out());
    }
}
