package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** What a program changes of restored modules is seen by those that are imported afterwards. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapStoresTest extends FolderTest {
    private static final String BASE = """
            LEVEL = 1
            class Meta(type):
                pass
            class Settings(metaclass=Meta):
                attribute = 1
            class Slots:
                __slots__ = 'value',
            class Code(str):
                pass
            settings, slots, code = Settings(), Slots(), Code('code')
            settings.value = slots.value = code.value = 1
            table, items, some, numbers = {'a': 1, 'c': 2}, [1, 2], {1}, {1: 1}
            def function(a=1):
                return a
            function.value = 1
            def keyword(*, a=1):
                return a
            def bump():
                global LEVEL
                LEVEL = 2
            def variable():
                value = 1
                return lambda: value
            variable = variable()
            """;
    private static final String READER = """
            import base
            from base import Settings as S, settings
            x = (base.LEVEL, S.attribute, settings.attribute, settings.value, base.slots.value, base.code.value,
                 base.table.get('a'), [*base.table], base.items, len(base.some), base.numbers[1], base.function(),
                 base.function.value, base.keyword(), base.variable(), S.__name__, [b.__name__ for b in S.__mro__],
                 type(base.slots).__name__, len(base.__dict__))
            x = str(x)
            """;
    private static final String MAIN = """
            import sys, base, other
            exec(sys.argv[1])
            import reader, unconcerned
            print(reader.x)
            """;

    @BeforeEach
    void program() throws Exception {
        write("base", BASE);
        write("other", "class Other:\n    value = 1\n");
        write("reader", READER);
        write("unconcerned", "import other\nx = other.Other.value\n");
        write("main", MAIN);
    }

    private KraitCommand.Result command(String... args) throws Exception {
        return command().run(args);
    }

    private void capture(String statements) throws Exception {
        KraitCommand.Result captured = command("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py",
                statements);
        assertEquals(0, captured.status(), captured.err());
        assertFalse(captured.err().contains("# not captured: reader"), captured.err());
    }

    /** What the program prints after some statements, as if all modules were executed. */
    private KraitCommand.Result run(String statements) throws Exception {
        KraitCommand.Result expected = command("--snapshot-level=code", "main.py", statements);
        assertEquals(0, expected.status(), expected.err());
        KraitCommand.Result got = command("-v", "--snapshot=app.kimg", "main.py", statements);
        assertEquals(expected.out(), got.out(), statements);
        assertFalse(got.err().contains("module unconcerned is executed"), got.err());
        return got;
    }

    private void isExecuted(String why, String... ways) throws Exception {
        for (String statements : ways) {
            KraitCommand.Result got = run(statements);
            assertTrue(got.err().contains("module reader is executed: " + why), statements + "\n" + got.err());
        }
    }

    private void isRestored(String... ways) throws Exception {
        for (String statements : ways) {
            KraitCommand.Result got = run(statements);
            assertFalse(got.err().contains("module reader is executed"), statements + "\n" + got.err());
        }
    }

    @Test
    void globalVariables() throws Exception {
        capture("pass");
        isRestored("pass");
        isExecuted("it reads base.LEVEL, which the program has set", "base.LEVEL = 3", "base.bump()",
                "vars(base)['LEVEL'] = 3", "base.__dict__.update(LEVEL=3)", "base.bump.__globals__['LEVEL'] = 3",
                "vars(base).pop('LEVEL'); base.LEVEL = 4", "exec('LEVEL = 3', vars(base))",
                "setattr(base, 'LEVEL', 3)");
        isRestored("level = base.LEVEL; base.bump(); base.LEVEL = level");
    }

    @Test
    void objects() throws Exception {
        capture("pass");
        isExecuted("the program has changed an object of module base: ", "base.Settings.attribute = 2",
                "setattr(base.Settings, 'attribute', 2)", "base.Settings.attribute = property(id); base.Settings."
                        + "attribute = 3", "base.Settings.__name__ = 'Other'", "base.settings.value = 2",
                "base.settings.attribute = 2", "vars(base.settings)['value'] = 2",
                "base.settings.__dict__ = {'value': 3}",
                "base.slots.value = 2", "base.code.value = 2", "base.table['a'] = 2", "base.table.update(b=1)",
                "base.table.clear()",
                "for i in range(1000): base.table[i] = 1\nfor i in range(1000): del base.table[i]",
                "base.table['a'] = base.table.pop('a')",
                "base.table.setdefault('b', 1)", "base.table |= {'a': 3}", "base.numbers[1] = 2",
                "base.items[0] = 3", "base.items.append(3)", "base.items.sort(reverse=True)", "del base.items[0]",
                "base.items[:] = [5]", "base.items += [3]", "base.items.pop()", "[base.items.append(i) for i in 'a']",
                "import heapq; heapq.heappush(base.items, 0)", "base.some.add(2)", "base.some |= {3}",
                "base.some.clear()", "base.function.__defaults__ = (2,)", "base.function.value = 2",
                "base.function.__code__ = (lambda a: 3).__code__", "base.keyword.__kwdefaults__['a'] = 2",
                "base.keyword.__kwdefaults__ = {'a': 2}", "base.variable.__closure__[0].cell_contents = 2",
                "class Sub(base.Slots): __slots__ = ()\nbase.slots.__class__ = Sub",
                "for i in range(5000): base.items[i % 2] = i", "for i in range(5000): base.settings.value = i",
                "for i in range(5000): base.items.append(i)");
    }

    /** Of what code out of an archive does, what it does to others counts. */
    @Test
    void codeThatChangesObjectsOfOthers() throws Exception {
        write("patches", "import base\ndef patch(o, name, value):\n    setattr(o, name, value)\n"
                + "def cache():\n    global made\n    made = {}\n    made['x'] = 1\nmade = None\n");
        write("main", MAIN.replace("base, other", "base, other, patches, unittest.mock"));
        capture("pass");
        isRestored("patches.cache()", "patches.patch(patches.patch, 'x', 1)",
                "with unittest.mock.patch.object(base.Settings, 'attribute', 2): pass",
                "with unittest.mock.patch.dict(base.table, a=2, b=3): pass");
        String start = "unittest.mock.patch";
        isExecuted("the program has changed an object of module base: ", "patches.patch(base.Settings, 'attribute', 2)",
                start + ".object(base.Settings, 'attribute', 2).start()", start + ".dict(base.table, a=2).start()",
                start + ".object(base.settings, 'value', 2).start()");
        isExecuted("it reads base.LEVEL, which the program has set", start + "('base.LEVEL', 2).start()",
                "patches.patch(base, 'LEVEL', 3)");
    }

    @Test
    void variablesOfTheLibrary() throws Exception {
        write("reader", "import logging, mimetypes, json\nx = (type(logging.getLogger('r')).__name__,\n"
                + "    mimetypes.guess_type('a.krait'), json.dumps([1, 2]), logging.raiseExceptions)\n");
        write("main", MAIN.replace("base, other", "logging, mimetypes, json.encoder, other"));
        capture("pass");
        isRestored("pass", "logging.basicConfig(); logging.getLogger('a').setLevel(3); json.dumps({1: 2})");
        // What a function has made when the program called it cannot be told from what the program wants.
        isExecuted("it reads mimetypes._db", "mimetypes.guess_type('a.txt')");
        isExecuted("it reads logging._loggerClass", "class Own(logging.Logger): pass\nlogging.setLoggerClass(Own)");
        isExecuted("it reads logging.raiseExceptions", "logging.raiseExceptions = False");
        isExecuted("the program has changed an object of module mimetypes: .krait",
                "mimetypes.types_map['.krait'] = 'a/b'");
        isExecuted("the program has changed an object of module json.encoder: ",
                "json.JSONEncoder.item_separator = ';'",
                "json.encoder.JSONEncoder.__init__.__kwdefaults__['indent'] = 1");
    }

    @Test
    void whatIsAsItWas() throws Exception {
        capture("pass");
        isRestored("old = base.Settings.attribute; base.Settings.attribute = 2; base.Settings.attribute = old",
                "base.Settings.new = 1; del base.Settings.new",
                "old = base.settings.value; base.settings.value = 2; base.settings.value = old",
                "base.table['b'] = 2; del base.table['b']",
                "for i in range(100): base.table[i] = 1; base.table[i] = 2\nfor i in range(100): del base.table[i]",
                "base.table['c'] = base.table.pop('c')",
                "old = dict(base.table); base.table.clear(); base.table.update(old)",
                "old = base.numbers[1]; base.numbers[1] = 2; base.numbers[1] = old",
                "class Sub(base.Settings): attribute = 5", "base.Settings().value = 3",
                "items = list(base.items); items.append(4)", "other.Unread = 1");
    }

    /** The archive knows what the units that were executed after the same change have read. */
    @Test
    void whatWasChangedWhenItWasCapturedIsCompared() throws Exception {
        capture("base.settings.value = base.settings.unread = base.Settings.attribute = base.table['b'] = 3\n"
                + "base.numbers[2] = 3");
        String same = "base.settings.value = base.Settings.attribute = base.table['b'] = base.numbers[2] = 3\n";
        isRestored(same, same + "base.settings.unread = 7", same + "base.numbers[2] = 7");
        isExecuted("the program has not stored the same in an object of module base: value",
                same + "base.settings.value = 4");
        isExecuted("the program has changed an object of module base: ", same + "base.settings.other = 4",
                same + "base.numbers[3] = 3", same + "base.items.append(3)");
    }
}
