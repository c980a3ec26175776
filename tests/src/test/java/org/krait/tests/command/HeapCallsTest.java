package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** What restored modules change of their own objects when others call them is seen by those that have read it. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapCallsTest extends FolderTest {
    private static final String BASE = """
            import array, collections
            queue, raw, doubles = collections.deque([1]), bytearray(b'a'), array.array('d', [1])
            def enqueue(x):
                queue.append(x)
            def turn():
                queue.append(queue[0]); queue.popleft(); queue.appendleft(3)
            def write(x):
                raw.extend(x)
                memoryview(raw)[0] = 66
            def double(x):
                doubles.append(x)
            NAMES, PLUGINS, SEEN, CLASSES, NESTED = {1: 'one', 'a': 'A', 3: [], (3,): []}, ['p'], {1}, {}, ([],)
            class Settings:
                count, table = 0, {}
                def __init__(self):
                    self.level, self.handlers = 3, []
                def set(self, level):
                    self.level = level
                def add(self, handler):
                    self.handlers.append(handler)
                def remember(self, **more):
                    self.__dict__.update(more)
                @classmethod
                def tick(cls):
                    cls.count += 1
            class Slots:
                __slots__ = 'value', 'items'
                def set(self, value):
                    self.value = value
            settings, slots = Settings(), Slots()
            slots.value, slots.items = 1, []
            def add_name(key, text):
                NAMES[key] = text
            def append(items):
                items.append(1)
            def forget():
                NAMES.clear()
            def name(key):
                return NAMES.get(key, 'none')
            def register(plugin):
                PLUGINS.append(plugin)
                return plugin
            def see(x):
                SEEN.add(x)
            def nest(x):
                NESTED[0].append(x)
            def register_class(c):
                CLASSES[c] = c.__name__
            def counter():
                n = 0
                def get():
                    return n
                def set(value):
                    nonlocal n
                    n = value
                return get, set
            get, set = counter()
            def remembers(x=None, seen=[]):
                if x:
                    seen.append(x)
                return len(seen)
            def subclass():
                global made
                class made(Settings): pass
            made = None
            def keyword(x=None, *, seen=[]):
                if x:
                    seen.append(x)
                return len(seen)
            """;
    private static final String MAIN = """
            import sys, base
            exec(sys.argv[1])
            import reader, unconcerned
            print(reader.x)
            """;
    /** What a module reads, and statements that change it. */
    private static final String[][] WAYS = {
        {"base.settings.level", "base.settings.set(4)", "base.settings.remember(level=5)"},
        {"vars(base.settings)", "base.settings.remember(other=5)", "base.settings.add(4)"},
        {"base.settings.handlers", "base.settings.add(4)"},
        {"hasattr(base.settings, 'new')", "base.settings.remember(new=5)"},
        {"base.slots.value", "base.slots.set(4)"},
        {"base.slots.items", "base.append(base.slots.items)"},
        {"base.name(3)", "base.append(base.NAMES[3])"},
        {"base.name((3,))", "base.append(base.NAMES[3,])"},
        {"base.NAMES", "base.append(base.NAMES[3,])"},
        {"base.name(1)", "base.add_name(1, 'uno')", "base.forget()"},
        {"base.name(2)", "base.add_name(2, 'two')"},
        {"base.name('a')", "base.add_name('a', 'uno')", "base.forget()"},
        {"base.name((1, 2))", "base.add_name((1, 2), 'two')"},
        {"sorted(map(str, base.NAMES))", "base.add_name(2, 'two')"},
        {"len(base.NAMES)", "base.add_name(2, 'two')"},
        {"'b' in base.NAMES", "base.add_name('b', 'B')"},
        {"str(base.PLUGINS)", "base.register(2)"},
        {"[*base.PLUGINS]", "base.register(2)"},
        {"len(base.SEEN)", "base.see(2)"},
        {"2 in base.SEEN", "base.see(2)"},
        {"base.NESTED[0][:]", "base.nest(2)"},
        {"[*base.CLASSES.values()]", "base.register_class(int)"},
        {"base.CLASSES.get(int)", "base.register_class(int)"},
        {"[*base.queue]", "base.enqueue(2)", "base.turn()"},
        {"base.raw[0]", "base.write(b'b')"},
        {"base.doubles[-1]", "base.double(2)"},
        {"base.get()", "base.set(3)"},
        {"base.remembers()", "base.remembers(1)"},
        {"base.keyword()", "base.keyword(1)"},
        {"base.Settings.count", "base.Settings.tick()"},
        {"base.settings.count", "base.Settings.tick()"},
        {"base.Settings().count", "base.Settings.tick()"},
        {"base.Settings.__subclasses__()", "class Own(base.Settings): pass", "base.subclass()"},
    };

    @BeforeEach
    void program() throws Exception {
        write("base", BASE);
        // What it adds itself it has not read, nor has it other keys.
        write("unconcerned", "import base\nbase.register('u')\nbase.see('u')\nbase.add_name('u', 'U')\n"
                + "class U(base.Settings): pass\nu = U(); u.set(5); x = base.name('u')\n");
        write("main", MAIN);
    }

    private KraitCommand.Result command(String... args) throws Exception {
        return command().with("MODE", args[args.length - 1])
                .run(args);
    }

    private void capture(String... args) throws Exception {
        String said = captured(args);
        assertFalse(said.contains("# not captured: reader"), said);
    }

    private String captured(String... args) throws Exception {
        String[] all = new String[args.length + 3];
        all[0] = "-v";
        all[1] = "--snapshot-create=app.kimg";
        all[2] = "--snapshot-level=heap";
        System.arraycopy(args, 0, all, 3, args.length);
        KraitCommand.Result captured = command(all);
        assertEquals(0, captured.status(), captured.err());
        return captured.err();
    }

    /** The reasons for what is executed when a program runs out of the archive; it prints what it does without. */
    private String run(String... args) throws Exception {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 2, args.length);
        all[0] = "-v";
        all[1] = "--snapshot-level=code";
        KraitCommand.Result expected = command(all);
        assertEquals(0, expected.status(), expected.err());
        all[1] = "--snapshot=app.kimg";
        KraitCommand.Result got = command(all);
        assertEquals(expected.out(), got.out(), List.of(args) + got.err());
        return got.err();
    }

    /** Each way has a module that reads, all in one archive; of the others some read it as well. */
    @Test
    void eachWay() throws Exception {
        StringBuilder all = new StringBuilder("import sys, base\nexec(sys.argv[1])\nimport unconcerned\n");
        for (int i = 0; i < WAYS.length; i++) {
            write("reader" + i, "import base\nx = str(" + WAYS[i][0] + ")\n");
            all.append("import reader").append(i).append("; print(reader").append(i).append(".x)\n");
        }
        write("main", all.toString());
        capture("main.py", "pass");
        String nothing = run("main.py", "pass");
        assertFalse(nothing.contains("is executed"), nothing);
        for (int i = 0; i < WAYS.length; i++) {
            for (int k = 1; k < WAYS[i].length; k++) {
                String reasons = run("main.py", WAYS[i][k]);
                assertTrue(reasons.contains("module reader" + i + " is executed: it has read what has changed since of"
                        + " an object of module base: "), WAYS[i][0] + "\n" + WAYS[i][k] + reasons);
                assertFalse(reasons.contains("module unconcerned is executed"), WAYS[i][k] + reasons);
                // What the statement does is a part of what few of them read.
                assertTrue(reasons.lines().filter(l -> l.contains("is executed: it has read")).count() <= 8, reasons);
            }
        }
    }

    /** Who gets a result that a function remembers has read what the function read for another. */
    @Test
    void whatAFunctionRemembers() throws Exception {
        write("remembers", """
                import base, functools, os
                @functools.lru_cache
                def level(): return base.settings.level
                @functools.cache
                def text(key): return f'{base.name(key)} {os.environ["MODE"]} {level()}'
                """);
        write("first", "import remembers\nx = remembers.text(1)\n");
        write("reader", "import remembers\nx = remembers.text(1)\n");
        write("main", "import sys, base\nexec(sys.argv[1])\nimport first, reader\nprint(reader.x)\n");
        capture("main.py", "pass", "a");
        assertFalse(run("main.py", "pass", "a").contains("module reader is executed"));
        for (String statements : List.of("base.settings.set(4)", "base.add_name(1, 'uno')")) {
            String reasons = run("main.py", statements, "a");
            assertTrue(reasons.contains("module reader is executed"), statements + reasons);
        }
        assertTrue(run("main.py", "pass", "b").contains("module reader is executed"));
        assertFalse(run("main.py", "base.settings.remember(z=1)", "a").contains("module reader is executed"));
        write("main", "import sys, base\nexec(sys.argv[1])\nimport reader\nprint(reader.x)\n");
        assertTrue(run("main.py", "pass", "a").contains("it has read what module first had changed"));
    }

    @Test
    void whatAFunctionRemembersOfTheClock() throws Exception {
        write("remembers", """
                import functools, time
                @functools.cache
                def now(): return time.time()
                @functools.cache
                def about(): return now() > 0
                """);
        write("first", "import remembers\nx = remembers.about()\n");
        write("reader", "import remembers\nx = remembers.about()\n");
        write("main", "import first, reader\n");
        String said = captured("main.py", "pass");
        assertTrue(said.contains("# not captured: reader: "), said);
        assertFalse(said.contains("# not captured: remembers"), said);
    }

    @Test
    void whatIsAsItWasOrWasNotRead() throws Exception {
        write("reader", "import base\nx = base.settings.level, base.name(1), base.slots.value\n");
        capture("main.py", "pass");
        for (String statements : List.of("base.settings.set(4); base.settings.set(3)", "base.add_name(7, 'seven')",
                "base.settings.remember(other=1)", "base.register(2)", "base.see(3)", "base.set(8)",
                "base.register_class(int)", "base.Settings.tick()", "base.remembers(1)", "base.nest(3)",
                "for i in range(200): base.add_name(i + 5, 'x')", "t = base.NAMES[1]; base.add_name(1, 't'); "
                        + "base.add_name(1, t)")) {
            String reasons = run("main.py", statements);
            assertFalse(reasons.contains("is executed: it has read"), statements + reasons);
        }
        // More keys than are kept apart.
        String reasons = run("main.py", "for i in range(300): base.add_name(i + 5, 'x')");
        assertTrue(reasons.contains("module reader is executed: it has read"), reasons);
    }

    @Test
    void whatWasCalledWhenItWasCapturedIsCompared() throws Exception {
        write("reader", "import base\nx = base.settings.level, base.name('b')\n");
        String calls = "base.settings.set(4); base.add_name('b', 'B'); base.settings.remember(unread=5)";
        capture("main.py", calls);
        assertFalse(run("main.py", calls).contains("module reader is executed"));
        assertFalse(run("main.py", calls + "; base.settings.remember(unread=6)").contains("module reader is executed"));
        assertTrue(run("main.py", calls + "; base.settings.set(5)").contains("module reader is executed"));
        assertTrue(run("main.py", "pass").contains("module reader is executed"));
    }

    /** Nothing tells what of it there was when the module was executed: it stays code. */
    @Test
    void whatWasChangedWhenItWasCapturedAndCannotBeCompared() throws Exception {
        String[][] ways = {
            {"[*base.PLUGINS]", "base.PLUGINS.append(2)", "base.register(2)", "base.PLUGINS[0] = 5"},
            {"len(base.SEEN)", "base.SEEN.clear()", "base.see(2)"},
            {"base.slots.value", "base.slots.value = 2", "base.slots.set(3)"},
            {"hasattr(base.settings, 'level')", "del base.settings.level"},
            {"base.name(1)", "del base.NAMES[1]", "base.forget()"},
            {"base.get()", "base.set(3)"},
            {"base.queue[0]", "base.turn()"},
        };
        for (String[] way : ways) {
            write("reader", "import base\nx = " + way[0] + "\n");
            for (int i = 1; i < way.length; i++) {
                String said = captured("main.py", way[i]);
                assertTrue(said.contains("# not captured: reader: reads what the program has stored in an object of"
                        + " base"), way[i] + said);
                assertFalse(said.contains("# not captured: unconcerned"), said);
                run("main.py", "pass");
            }
        }
        write("reader", "import base\nx = base.name('a')\n");
        capture("main.py", "del base.NAMES[1]; t = base.NAMES.pop('a'); base.NAMES['a'] = t; base.register(3)");
    }

    @Test
    void theLibrary() throws Exception {
        write("base", "import logging, warnings, threading, re, enum, typing, functools, json, unittest.mock\n");
        write("unconcerned", "import logging, re\nlog = logging.getLogger('u'); log.addHandler(logging.NullHandler())\n"
                + "p = re.compile('u+', re.I | re.S)\n");
        write("reader", "import logging\nlog = logging.getLogger('r.s')\n"
                + "x = log.isEnabledFor(logging.DEBUG), logging.getLevelName(15), log.parent.name\n");
        capture("main.py", "pass");
        for (String statements : List.of("base.logging.basicConfig(level=10)", "base.logging.addLevelName(15, 'F')",
                "base.logging.getLogger('r')", "base.logging.disable(20)")) {
            String reasons = run("main.py", statements);
            assertTrue(reasons.contains("module reader is executed: it has read what has changed since of an object of"
                    + " module logging"),
                    statements + reasons);
            assertFalse(reasons.contains("module unconcerned is executed"), statements + reasons);
        }
        String usual = run("main.py", "base.logging.basicConfig(); base.logging.getLogger('main').warning('x')\n"
                + "base.re.compile('x+', base.re.I | base.re.X | base.re.M); base.json.dumps({1: 2})\n"
                + "t = base.threading.Thread(target=print); t.start(); t.join(); base.typing.List[int]");
        assertFalse(usual.contains("is executed"), usual);
    }

    /** What units have done to what others read is there, or is not, as it was. */
    @Test
    void theOrderOfModules() throws Exception {
        write("adder", "import base\nbase.add_name('added', 1); base.settings.set(7)\n");
        write("reader", "import base\nx = base.NAMES.get('added'), base.settings.level\n");
        write("main", "import importlib, sys\nfor m in sys.argv[1].split(','): importlib.import_module(m)\n"
                + "print(sys.modules['reader'].x)\n");
        capture("main.py", "base,adder,reader,unconcerned");
        assertFalse(run("main.py", "adder,reader").contains("module reader is executed"));
        String alone = run("main.py", "reader,adder");
        assertTrue(alone.contains("module reader is executed: it has read what module adder had changed, which is not"
                + " there"), alone);
        capture("main.py", "reader,adder");
        assertFalse(run("main.py", "reader").contains("module reader is executed"));
        String later = run("main.py", "adder,reader");
        assertTrue(later.contains("module reader is executed: it has read what module adder had not changed yet"),
                later);
    }

    /** What modules do that stay code counts as the program's doing: elsewhere they may do it otherwise. */
    @Test
    void modulesThatStayCode() throws Exception {
        write("mode", "import base, os\n__krait_snapshot__ = 'code'\nbase.settings.set(len(os.environ['MODE']))\n"
                + "base.name(1)\n");
        write("reader", "import base\nx = base.settings.level\n");
        write("main", "import mode, reader\nprint(reader.x)\n");
        capture("main.py", "pass");
        assertFalse(run("main.py", "four").contains("module reader is executed"));
        assertTrue(run("main.py", "longer").contains("module reader is executed"));
    }
}
