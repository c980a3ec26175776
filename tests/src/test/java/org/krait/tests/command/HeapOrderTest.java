package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Modules that read what others change come out of an archive only where they would have read the same. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapOrderTest extends FolderTest {
    @BeforeEach
    void base() throws IOException {
        write("base", """
                import functools
                LEVEL, items, table = 1, [1], {}
                class Holder:
                    pass
                holder = Holder()
                def swap():
                    global items
                    items = items + ['swapped']
                @functools.lru_cache
                def level(x):
                    return LEVEL + x
                """);
    }

    private KraitCommand.Result run(String option, String imports, String shown) throws Exception {
        write("program", "import " + imports + "\nprint(" + shown + ")\n");
        return command().run(option, "program.py");
    }

    /** Captures a program that imports modules, and runs others out of the archive and with all executed. */
    private void check(String shown, String captured, String... others) throws Exception {
        run("--snapshot-create=app.kimg", captured, shown).cleanOut();
        String first = run("--snapshot-level=code", captured, shown).cleanOut();
        assertEquals(first, run("--snapshot=app.kimg", captured, shown).cleanOut(), captured);
        boolean isAnother = false;
        for (String other : others) {
            String expected = run("--snapshot-level=code", other, shown).cleanOut();
            assertEquals(expected, run("--snapshot=app.kimg", other, shown).cleanOut(), other);
            isAnother |= !expected.equals(first);
        }
        assertTrue(isAnother, "the order does not matter here");
    }

    @Test
    void whatAModuleChangedThatIsStillExecuted() throws Exception {
        write("changer", "import base\nbase.LEVEL = 5\nimport reader\n");
        write("reader", "import base\nx = base.LEVEL\n");
        check("reader.x", "changer, reader", "reader", "reader, changer");
    }

    @Test
    void whatAModuleChangedThatStaysCode() throws Exception {
        write("changer", "import base, time\nnow = time.time()\nbase.LEVEL = 5\nimport reader\n");
        write("reader", "import base\nx = base.LEVEL\n");
        check("reader.x", "changer, reader", "reader");
    }

    @Test
    void whatOthersOfTheSameImportChangeFirst() throws Exception {
        write("reader", "import base\nx = str(base.items)\n");
        write("changer", "import base\nbase.items.append(2)\n");
        write("both", "import changer, reader\n");
        check("reader.x", "reader, changer, both", "both, reader", "changer, reader");
    }

    @Test
    void whatAModuleReadsBeforeItImportsWhoChangesIt() throws Exception {
        write("changer", "import base\nbase.table['a'] = 1\n");
        write("reader", "import base\nx = str(base.table)\nimport changer\n");
        check("reader.x", "changer, reader", "reader");
        check("reader.x", "reader", "changer, reader");
        write("changer", "import base\nbase.items.append(2)\n");
        write("reader", "import base\nx = str(base.items)\nimport changer\n");
        check("reader.x", "changer, reader", "reader");
        check("reader.x", "reader", "changer, reader");
    }

    /** To add to a list reads nothing of it, but what stands before and behind that is read later. */
    @Test
    void whatAModuleReadsOfAListToWhichItHadAdded() throws Exception {
        write("changer", "import base\nbase.items.append(2)\n");
        write("reader", "import base\nbase.items.append(4)\nimport changer\nx = str(base.items)\n");
        check("reader.x", "changer, reader", "reader");
        check("reader.x", "reader", "changer, reader");
    }

    /** What a module has executed itself is executed in the same order everywhere: that needs no condition. */
    @Test
    void whatAModuleImportsBeforeItReads() throws Exception {
        write("changer", "import base\nbase.table['a'] = 1\n");
        write("other", "import changer\n");
        write("reader", "import changer, base\nx = str(base.table)\nimport other\n");
        run("--snapshot-create=app.kimg", "reader", "reader.x").cleanOut();
        KraitCommand.Result result = command()
                .run("--snapshot=app.kimg", "--snapshot-explain", "program.py");
        assertEquals("{'a': 1}\n", result.out());
        assertTrue(result.err().matches("(?s).* reader +heap of app.kimg\n.*"), result.err());
    }

    /** A module refers to another's object without having imported that one: it was executed before. */
    @Test
    void whatAModuleHasOfOneThatItDidNotImport() throws Exception {
        write("maker", "import base\nbase.table['list'] = [1]\nbase.holder.f = lambda: 'maker'\n");
        write("reader", """
                import base
                base.table.setdefault('list', []).append(2)
                x = getattr(base.holder, 'f', None), base.table
                x = [x[0] and x[0]()], x[1]
                f = getattr(base.holder, 'f', None)
                """);
        check("reader.x", "maker, reader", "reader", "reader, maker", "base, reader");
        write("reader", "import base\nx = [base.table['list']] if base.table else None\n");
        check("reader.x", "maker, reader", "reader", "reader, maker");
        write("last", "import reader\nx = reader.x\n");
        check("last.x", "maker, last", "last", "reader, maker, last");
    }

    /** All ways to look at a dict as a whole are told, also where there is nothing in it. */
    @Test
    void dictsThatAreEmpty() throws Exception {
        write("changer", "import base\nbase.table['a'] = 1\n");
        String reader = "import base, json, copy, pickle\ndef f(**k):\n    return k\nd = base.table\nx = ''\n";
        String[] reads = {"str(d)", "len(d)", "d == {'a': 1}", "dict(d)", "d.copy()", "{**d}", "len(d.keys())",
            "len(d.values())", "d | {}", "{} | d", "not d", "[*reversed(d)]", "json.dumps(d)", "set(d)", "f(**d)",
            "next(iter(d), 3)", "copy.copy(d)", "pickle.dumps(d)"};
        for (String read : reads) {
            write("reader", reader + "x = str(" + read + ")\nimport changer\n");
            check("reader.x", "reader", "changer, reader");
        }
    }

    @Test
    void whatAModuleReadsAndReplaces() throws Exception {
        write("changer", "import base\nbase.items[:1] = [7]\n");
        write("reader", "import base\nbase.swap()\n");
        check("reader.base.items", "changer, reader", "reader");
    }

    @Test
    void entriesThatTheProgramHasAdded() throws Exception {
        for (String read : new String[] {"len(base.table)", "str(base.table)", "list(base.table)", "base.table.keys()",
            "len(base.table.keys())", "'p' in base.table", "bool(base.table)", "base.table == {}", "{**base.table}"}) {
            write("reader", "import base\nx = str(" + read + ")\n");
            check("reader.x", "base; base.table['p'] = 1; import reader", "reader");
            write("reader", "import base\nx = str(" + read.replace("'p'", "1") + ")\n");
            check("reader.x", "base; base.table[1] = 1; import reader", "reader");
        }
    }

    /** What a module does before it imports another that does something to the same object stays before that. */
    @Test
    void whatAModuleDoesBeforeAndBehindAnImport() throws Exception {
        String second = """
                import base, atexit
                base.table['second'] = base.table['both'] = 2
                base.items.append('second')
                base.LEVEL = base.holder.x = 2
                atexit.register(print, 'second')
                """;
        write("second", second);
        write("first", """
                import base, atexit
                base.table['first'] = base.table['both'] = 1
                base.items.append('first')
                base.LEVEL = base.holder.x = 1
                atexit.register(print, 'first')
                import second
                base.table['third'] = base.table['both'] = 3
                base.items.append('third')
                base.LEVEL = base.holder.x = 3
                atexit.register(print, 'third')
                """);
        String shown = "first.base.table, first.base.items, first.base.LEVEL, vars(first.base.holder)";
        check(shown, "first", "second, first", "first, second");
        check(shown, "second, first", "first", "base; base.items[0]; import first");
        write("second", second.concat("import time\nnow = time.time()\n"));
        String table = "sorted(first.base.table.items()), first.base.items, first.base.LEVEL";
        check(table, "first", "second, first", "first, second");
    }

    /** Of modules that import each other, too. */
    @Test
    void whatModulesThatAreOneUnitDo() throws Exception {
        write("last", "import base\nbase.items.append('last')\n");
        write("second", "import base, first\nbase.items.append('second')\nimport last\nbase.items.append('second')\n");
        write("first", "import base\nbase.items.append('first')\nimport second\nbase.items.append('first')\n");
        check("first.base.items", "first", "second, first", "last, first");
    }

    /** Also where the first of them has failed, and its importer went on. */
    @Test
    void whatAModuleDidThatFailed() throws Exception {
        write("last", "import base\nbase.items.append('last')\n");
        write("failing", "import base\nbase.items.append('failing')\nimport last\nbase.items.append('failing')\n1/0\n");
        write("first", """
                import base
                base.items.append('first')
                try:
                    import failing
                except ArithmeticError:
                    base.items.append('failed')
                """);
        check("first.base.items", "first", "last, first");
    }

    @Test
    void whatACachedFunctionFoundOutBeforeAModuleChangedIt() throws Exception {
        write("first", "import base\nx = base.level(1)\n");
        write("second", "import base\nbase.LEVEL = 10\nx = base.level(1)\n");
        check("second.x", "first, second", "second");
    }

    /** The object that a cached function has given is the one that it gives to all others. */
    @Test
    void whatCachedFunctionsHaveGiven() throws Exception {
        write("caches", """
                import functools
                calls = []
                @functools.cache
                def settings(name='x', *, mode=1):
                    calls.append(name)
                    return {'name': name}
                @functools.lru_cache(2)
                def bounded(key):
                    return [key]
                class Maker:
                    @functools.lru_cache
                    def make(self, key):
                        return [key]
                def plain(): pass
                maker, own = Maker(), settings()
                first = bounded(plain)
                """);
        write("user", """
                import caches
                mine = caches.settings()
                mine['user'] = 1
                other = caches.settings('y', mode=2)
                two = caches.bounded(2)
                made = caches.maker.make((1, 'a'))
                """);
        write("clears", "import caches\ncaches.settings.cache_clear()\nagain = caches.settings()\n");
        String same = "caches.settings() is caches.own, caches.settings(), caches.calls, caches.bounded(2), "
                + "caches.bounded(caches.plain) is caches.first, caches.bounded(3), caches.bounded.cache_info()[2:]";
        check(same, "caches, user", "caches", "caches, clears", "caches, clears, user", "caches, user, clears");
        write("third", "import caches\nmade, other = caches.maker.make((1, 'a')), caches.settings('y', mode=2)\n");
        String made = "[(n, m.other is caches.settings('y', mode=2), m.made is caches.maker.make((1, 'a'))) "
                + "for n in ('third', 'user') if (m := sys.modules.get(n))], caches.calls";
        check(made, "sys, caches, user, third", "sys, third, caches", "third, caches, user, sys", "user, sys, caches");
        check("[clears.again, caches.settings() is clears.again, caches.own, caches.calls, caches.own is user.mine]",
                "caches, clears, user", "clears, user, caches", "user, clears, caches");
    }

    /** Also where the program has called the function first. */
    @Test
    void whatTheProgramHadOfCachedFunctions() throws Exception {
        write("caches", """
                import functools
                @functools.cache
                def pair(*keys): return list(keys)
                @functools.lru_cache(3)
                def one(key): return [key]
                """);
        write("user", "import caches\nx, y, z = caches.pair(1, 'b'), caches.pair('a'), caches.one('k')\n");
        String shown = "[user.x is caches.pair(1, 'b'), user.y is caches.pair('a'), user.z is caches.one('k'), "
                + "caches.pair.cache_info()[2:], caches.one.cache_info()[2:], user.x, user.z]";
        String called = "caches; caches.pair(1, 'c'); caches.one(%s); import user";
        check(shown, "caches, user", "caches; caches.pair(1, 'b').append(7); import user",
                "caches; caches.one('k').append(7); import user", called.formatted(5), called.formatted("'k'"));
        check(shown, called.formatted("'k'") + ";user.z.append(1)", called.formatted("'k'"), "caches, user");
        for (String other : new String[] {"caches, user", called.formatted(5)}) {
            run("--snapshot-create=app.kimg", "caches, user", shown).cleanOut();
            write("program", "import " + other + "\n");
            String from = command()
                    .run("--snapshot=app.kimg", "--snapshot-explain", "program.py").err();
            assertTrue(from.matches("(?s).* user +heap of app.kimg\n.*"), other + from);
        }
    }

    /** A module that comes out of an archive while the function is called has had other results of it. */
    @Test
    void whatACachedFunctionImports() throws Exception {
        write("caches", """
                import functools
                @functools.lru_cache(8)
                def loads(key):
                    if key == 1:
                        import filler
                    return [key]
                loads(0)
                """);
        write("filler", "import caches\ngot = caches.loads(2)\n");
        check("[filler.got is caches.loads(2), caches.loads.cache_info().currsize]", "caches, filler",
                "caches; caches.loads(1); import filler", "caches; caches.loads(0); caches.loads(1); import filler");
    }

    @Test
    void theAttributesOfAnothersObjectAreTheSameDict() throws Exception {
        write("keeper", "import base\nkept = vars(base.holder)\n");
        write("changer", "import base\nbase.holder.late = 1\n");
        check("keeper.kept", "keeper", "keeper, changer", "keeper as k, changer, keeper");
    }
}
