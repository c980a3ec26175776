package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.runtime.snapshot.Conditions;
import org.krait.snapshot.UnitConditions;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/** What a module asked of its surroundings while it was executed must be the same where it is restored. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapConditionsTest extends FolderTest {
    /** A module and the script {@code asks.py}, which prints its {@code x}, captured. */
    private KraitCommand.Result capture(String module) throws Exception {
        write("tells.py", module);
        write("asks.py", "import tells\nprint(tells.x)\n");
        return command().run("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py");
    }

    private KraitCommand.Result restored(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("-v", "--snapshot=app.kimg"));
        all.addAll(List.of(options));
        return command().run(all.toArray(new String[0]));
    }

    private void isRestored(String expected, String... options) throws Exception {
        KraitCommand.Result result = restored(options);
        assertEquals(expected, result.out());
        assertFalse(result.err().contains("module tells is"), result.err());
    }

    private void isExecuted(String expected, String why, String... options) throws Exception {
        KraitCommand.Result result = restored(options);
        assertEquals(expected, result.out());
        assertTrue(result.err().contains("module tells is executed: " + why), result.err());
    }

    private void staysCode(String module, String why) throws Exception {
        KraitCommand.Result captured = capture(module);
        assertTrue(captured.err().contains("# not captured: tells: " + why), captured.err());
    }

    @Test
    void whatTheProgramsOwnModuleHas() throws Exception {
        capture("import __main__\nx = hasattr(__main__, 'MODE'), getattr(__main__, '__file__', '')[-7:]\n");
        isRestored("(False, 'asks.py')\n", "asks.py");
        write("other.py", "MODE = 1\nimport tells\nprint(tells.x)\n");
        isExecuted("(True, 'ther.py')\n", "__main__.MODE was not there", "other.py");
    }

    @Test
    void whatTheProgramsOwnModuleHasThatNoTextDescribes() throws Exception {
        staysCode("import __main__\nx = __main__.__loader__ is None\n",
                "looks into the program's own module: __loader__");
        staysCode("import __main__\nx = len(vars(__main__)) > 1\n",
                "looks into the program's own module: all of it");
    }

    @Test
    void aFileThatWasRead() throws Exception {
        write("data.txt", "one");
        capture("with open('data.txt') as f:\n    x = f.read()\n");
        isRestored("one\n", "asks.py");
        write("data.txt", "other");
        isExecuted("other\n", "data.txt has changed", "asks.py");
    }

    @Test
    void aFileThatWasNotThere() throws Exception {
        capture("import os\nx = os.path.exists('data.txt')\n");
        isRestored("False\n", "asks.py");
        write("data.txt", "");
        isExecuted("True\n", "data.txt did not exist", "asks.py");
    }

    @Test
    void whatAPathIsAndNotWhatItHolds() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        write("text.txt", "one");
        capture("import os, pathlib\nx = os.path.isdir('data') and pathlib.Path('text.txt').is_file()\n");
        write("data/new.txt", "");
        write("text.txt", "longer");
        isRestored("True\n", "asks.py");
        Files.delete(folder.resolve("text.txt"));
        isExecuted("False\n", "text.txt has changed", "asks.py");
    }

    @Test
    void aFolderThatWasListed() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.setLastModifiedTime(folder.resolve("data"), FileTime.fromMillis(1000));
        capture("import os\nx = os.listdir('data')\n");
        isRestored("[]\n", "asks.py");
        write("data/new.txt", "");
        isExecuted("['new.txt']\n", "data has changed", "asks.py");
    }

    @Test
    void aLinkThatWasFollowed() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/a"));
        capture("import os\nx = os.readlink('link')\n");
        isRestored("/a\n", "asks.py");
        Files.delete(folder.resolve("link"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/b"));
        isExecuted("/b\n", "link has changed", "asks.py");
    }

    @Test
    void theWorkingFolder() throws Exception {
        capture("import os\nx = os.getcwd() == '" + folder + "'\n");
        isRestored("True\n", "asks.py");
        Path other = Files.createDirectory(folder.resolve("other"));
        KraitCommand.Result moved = command().in(other).run("-v", "--snapshot=../app.kimg", "../asks.py");
        assertEquals("False\n", moved.out());
        assertTrue(moved.err().contains("module tells is executed: posix.getcwd() was"), moved.err());
    }

    @Test
    void optionsThatWereRead() throws Exception {
        capture("import sys\nx = sys.flags.utf8_mode, sys.argv[1:], sys.warnoptions\n");
        isRestored("(0, [], [])\n", "asks.py");
        isExecuted("(1, [], [])\n", "sys.flags.utf8_mode was 0", "-X", "utf8", "asks.py");
        isExecuted("(0, ['a'], [])\n", "sys.argv was ['asks.py']", "asks.py", "a");
        isExecuted("(0, [], ['ignore'])\n", "sys.warnoptions was []", "-W", "ignore", "asks.py");
    }

    @Test
    void optionsThatWereNotReadDoNotMatter() throws Exception {
        capture("import sys\nx = 1\n");
        isRestored("1\n", "-X", "dev", "asks.py", "argument");
        isRestored("1\n", "-W", "error", "-X", "utf8", "asks.py");
    }

    @Test
    void aWarningThatAFilterIgnored() throws Exception {
        capture("import warnings\nwarnings.warn('old', DeprecationWarning)\nx = 1\n");
        isRestored("1\n", "asks.py");
        KraitCommand.Result shown = restored("-W", "default", "asks.py");
        assertEquals("1\n", shown.out());
        assertTrue(shown.err().contains("DeprecationWarning: old"), shown.err());
    }

    @Test
    void aWarningThatItsImporterGets() throws Exception {
        write("between.py", "import tells\n");
        write("tells.py", "import warnings\nwarnings.warn('old', DeprecationWarning, stacklevel=2)\nx = 1\n");
        write("asks.py", "import between\nprint(between.tells.x)\n");
        command().run("--snapshot-create=app.kimg", "asks.py").cleanOut();
        // Not shown in the name of a module that is not the main one.
        isRestored("1\n", "asks.py");
        write("direct.py", "import tells\nprint(tells.x)\n");
        KraitCommand.Result shown = restored("direct.py");
        assertEquals("1\n", shown.out());
        assertTrue(shown.err().contains("direct.py:1: DeprecationWarning: old"), shown.err());
    }

    @Test
    void whatIsNewInEachProcessStaysCode() throws Exception {
        staysCode("x = open('out.txt', 'w').close()\n", "writes the file out.txt");
        staysCode("import warnings\nwarnings.warn('seen')\nx = 1\n", "gives the warning seen");
        staysCode("import datetime\nx = datetime.datetime.now()\n", "asks for the time (_datetime.datetime.now)");
        staysCode("import time\nx = time.strftime('%H')\n", "asks for the time (time.strftime)");
        staysCode("import random\nx = random.Random().random()\n", "draws random numbers (_random.Random)");
        staysCode("x = open('/dev/zero', 'rb').read(1)\n", "reads the device /dev/zero");
        KraitCommand.Result fixed = capture("import random, time\nx = random.Random(1).random(), time.gmtime(0)[0]\n");
        assertFalse(fixed.err().contains("# not captured: tells"), fixed.err());
    }

    @Test
    void hashesAndIdentitiesAreOfTheProcess() throws Exception {
        capture("""
                class Key:
                    def __init__(self, name):
                        self.name = name
                        self.kept = None
                    def __hash__(self):
                        if self.kept is None:
                            self.kept = hash((self.name,))
                        return self.kept
                    def __eq__(self, other):
                        return self.name == other.name
                table = {Key('k'): 1}
                text, number, it = hash('text'), id(table), table
                x = 1
                """);
        write("asks.py", "import tells\nprint(tells.text == hash('text'), tells.number == id(tells.it), "
                + "tells.table[tells.Key('k')])\n");
        isRestored("True True 1\n", "asks.py");
    }

    @Test
    void filtersOfTheCommandLineLeaveWarningsInTheHeap() throws Exception {
        capture("import warnings\nx = sorted(n for n in vars(warnings) if 'warn' in n)[0]\n");
        for (String option : new String[] {"error", "ignore::DeprecationWarning", "always:a text:UserWarning:tells:3",
            "default"}) {
            isRestored("_formatwarning_orig\n", "-W", option, "asks.py");
            write("filters.py", "import tells, warnings\nprint(warnings.filters, tells.x)\n");
            KraitCommand.Result executed = command().run("-W", option, "--snapshot-level=code", "filters.py");
            isRestored(executed.out(), "-W", option, "filters.py");
            isRestored(executed.out(), "-W", option, "-c", Files.readString(folder.resolve("filters.py")));
        }
        KraitCommand.Result wrong = restored("-W", "nothing", "asks.py");
        assertTrue(wrong.err().contains("Invalid -W option ignored: invalid action: 'nothing'"), wrong.err());
    }

    @Test
    void aWarningThatItsImporterDoesNotGet() throws Exception {
        write("between.py", "import tells\nx = tells.x\n");
        write("tells.py", "import warnings\nwarnings.warn('old', DeprecationWarning, stacklevel=2)\nx = 1\n");
        write("asks.py", "import between\nprint(between.x)\n");
        command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py").cleanOut();
        isRestored("1\n", "asks.py");
        write("told.py", "import tells\nprint(tells.x)\n");
        KraitCommand.Result told = restored("told.py");
        assertEquals("1\n", told.out());
        assertTrue(told.err().contains("told.py:1: DeprecationWarning: old"), told.err());
    }

    @Test
    void aWarningThatAFilterOfItsImporterIgnores() throws Exception {
        write("kinds.py", "class Mine(Warning):\n    pass\n");
        write("part.py", "import warnings, kinds\nwarnings.warn('own', kinds.Mine)\nx = 1\n");
        capture("import warnings, kinds\nwarnings.simplefilter('ignore', kinds.Mine)\nimport part\nx = part.x\n");
        isRestored("1\n", "asks.py");
        // It comes before whatever filters there are.
        write("strict.py", "import warnings\nwarnings.simplefilter('error')\nimport tells\n"
                + "print(tells.x, [f[0] for f in warnings.filters[:2]])\n");
        isRestored("1 ['ignore', 'error']\n", "strict.py");
        // Without that importer there is no such filter, and a later one comes before it.
        write("alone.py", "import part\nprint(part.x)\n");
        KraitCommand.Result alone = restored("alone.py");
        assertEquals("1\n", alone.out());
        assertTrue(alone.err().contains("module part is executed: it has read what module tells had changed"),
                alone.err());
        assertTrue(alone.err().contains("part.py:2: Mine: own"), alone.err());
    }

    @Test
    void aWarningThatAFilterOfItsOwnIgnores() throws Exception {
        capture("import warnings\nwarnings.simplefilter('ignore', UserWarning)\nwarnings.warn('own')\nx = 1\n");
        write("strict.py", "import warnings\nwarnings.simplefilter('error')\nimport tells\nprint(tells.x)\n");
        isRestored("1\n", "strict.py");
    }

    @Test
    void aWarningThatAFilterOfAnotherModuleIgnores() throws Exception {
        write("kinds.py", "import warnings\nclass Mine(Warning):\n    pass\nwarnings.simplefilter('ignore', Mine)\n");
        capture("import warnings, kinds\nwarnings.warn('own', kinds.Mine)\nx = 1\n");
        write("strict.py", "import warnings, kinds\nwarnings.simplefilter('error')\n"
                + "try:\n    import tells\nexcept kinds.Mine as e:\n    print(e)\n");
        isExecuted("own\n", "_warnings.filters was [('ignore'", "strict.py");
    }

    @Test
    void whatTheCompilerWarnsOf() throws Exception {
        KraitCommand.Result captured = capture("x = '\\s'\n");
        assertTrue(captured.err().contains("SyntaxWarning"), captured.err());
        isRestored("\\s\n", "asks.py");
    }

    @Test
    void oneFieldOfWhatTheSystemIs() throws Exception {
        capture("import platform\nx = platform.system() == 'Windows'\n");
        String shown = command().run("--snapshot-inspect", "app.kimg:tells").cleanOut();
        assertTrue(shown.contains("posix.uname().sysname == 'Linux'"), shown);
        assertFalse(shown.contains("nodename"), shown);
        isRestored("False\n", "asks.py");
    }

    @Test
    void whetherAPathIsALink() throws Exception {
        capture("import os\nx = os.path.realpath('data/text.txt') == os.path.abspath('data/text.txt')\n");
        isRestored("True\n", "asks.py");
        Files.createDirectory(folder.resolve("data"));
        write("data/text.txt", "");
        isRestored("True\n", "asks.py");
        Files.delete(folder.resolve("data/text.txt"));
        Files.createSymbolicLink(folder.resolve("data/text.txt"), Path.of("/"));
        isExecuted("False\n", "data/text.txt has changed", "asks.py");
    }

    @Test
    void theWorkingFolderWhereEachProcessAsksForIt() throws Exception {
        capture("import multiprocessing.process as p\nx = p.ORIGINAL_DIR\n");
        isRestored(folder + "\n", "asks.py");
        Path other = Files.createDirectory(folder.resolve("other"));
        KraitCommand.Result result = command().in(other).run("-v", "--snapshot=../app.kimg", "-c",
                "import multiprocessing.process as p; print(p.ORIGINAL_DIR)");
        assertEquals(other + "\n", result.out());
        assertFalse(result.err().contains("module multiprocessing.process is"), result.err());
    }

    @Test
    void theWholeEnvironmentWhereEachProcessReadsIt() throws Exception {
        capture("import wsgiref.handlers as w\nx = 1\n");
        write("asks.py", "import tells, os\nos.environ['LATER'] = ''\nown = tells.w.BaseHandler.os_environ\n"
                + "print(own['EARLY'], own['HOME'], 'LATER' in own)\n");
        KraitCommand.Result result = command().with("EARLY", "e").with("HOME", "/elsewhere")
                .run("-v", "--snapshot=app.kimg", "asks.py");
        assertEquals("e /elsewhere False\n", result.out());
        assertFalse(result.err().contains("wsgiref.handlers is executed"), result.err());
        staysCode("import os\nx = dict(os.environ)\n", "asks for all environment variables");
    }

    /** Constants are rounded as the context of the thread says. */
    @Test
    void theDecimalContext() throws Exception {
        capture("import decimal\nx = decimal.Decimal(1) / 3, decimal.Context().prec\n");
        String usual = "(Decimal('0.3333333333333333333333333333'), 28)\n";
        isRestored(usual, "asks.py");
        write("set.py", "import decimal\ndecimal.getcontext().prec = 3\nimport asks\n");
        isExecuted("(Decimal('0.333'), 28)\n", "_decimal.context was ", "set.py");
        write("template.py", "import decimal\ndecimal.DefaultContext.prec = 3\nimport asks\n");
        isExecuted("(Decimal('0.333'), 3)\n", "_decimal.context was ", "template.py");
        write("flagged.py", "import decimal\ndecimal.Decimal(2) / 3\nimport asks\n");
        isRestored(usual, "flagged.py");
        capture("import decimal\nwith decimal.localcontext() as c:\n    c.prec = 3\n    x = decimal.Decimal(1) / 3\n");
        isRestored("0.333\n", "asks.py");
        for (String changes : List.of("getcontext().prec = 3", "DefaultContext.prec = 3",
                "setcontext(decimal.Context(prec=3))", "BasicContext.traps[decimal.Inexact] = True",
                "ExtendedContext.clear_traps()")) {
            staysCode("import decimal\ndecimal." + changes + "\n", changes.contains("setcontext")
                    || changes.contains("getcontext") ? "asks for or sets the decimal context of a thread"
                            : "changes what is shared (_decimal.Context)");
        }
    }

    @Test
    void goingOnWithAnIteratorOfAnother() throws Exception {
        write("base.py", """
                def counting():
                    number = 0
                    while True:
                        yield number
                        number += 1
                numbers, items = counting(), [1]
                next(numbers)
                iterator = iter(items)
                next(iterator)
                """);
        staysCode("import base\nx = next(base.numbers)\n", "changes an object of type generator of base");
        // It stands where it stood, but has come to its end.
        staysCode("import base\nx = next(base.iterator, None)\n", "changes an object of type list_iterator of base");
        isRestored("None\n", "-c", "import base; print(next(base.iterator, None))");
    }

    /** The options for warnings are read by a module, which is captured with all that leads to it. */
    @Test
    void optionsForWarningsOfTheCapture() throws Exception {
        write("tells.py", "import typing, warnings\nx = warnings.filters[0][0], typing.List[int]\n");
        write("asks.py", "import tells\nprint(tells.x)\n");
        KraitCommand.Result captured = command().run("-W", "error", "-v", "--snapshot-create=app.kimg", "asks.py");
        assertFalse(captured.err().contains("not captured"), captured.err());
        isRestored("('error', typing.List[int])\n", "-W", "error", "asks.py");
        isExecuted("('default', typing.List[int])\n", "sys.warnoptions was ['error']", "asks.py");
        capture("import typing\nx = typing.List[int]\n");
        isRestored("typing.List[int]\n", "-W", "error", "asks.py");
    }

    @Test
    void aVariableOfTheThreadsContext() throws Exception {
        write("base.py", "import contextvars\nvariable = contextvars.ContextVar('variable', default=1)\n");
        capture("import base\nx = base.variable.get(), base.variable.get(0)\n");
        isRestored("(1, 0)\n", "asks.py");
        write("set.py", "import base\nbase.variable.set(2)\nimport asks\n");
        isExecuted("(2, 2)\n", "the program has changed an object of module base", "set.py");
        write("changes.py", "import base\ndef change():\n    base.variable.set(6)\n");
        write("asks.py", "import base, changes, tells\nprint(tells.x)\n");
        assertEquals("(1, 0)\n",
                command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "asks.py").cleanOut());
        write("calls.py", "import changes\nchanges.change()\nimport asks\n");
        isExecuted("(6, 6)\n", "it has read what has changed since", "calls.py");
        capture("""
                import base
                token = base.variable.set(3)
                x = base.variable.get()
                base.variable.reset(token)
                del token
                """);
        isRestored("3\n", "asks.py");
        staysCode("import base\nbase.variable.set(4)\nx = None\n", "sets the context variable variable");
        write("asks.py", "import base, tells\nprint(base.variable.get())\n");
        assertEquals("4\n", restored("asks.py").out());
        write("sets.py", "import base\nbase.variable.set(5)\n");
        String asks = "asks for a variable of the thread's context";
        staysCode("import base, sets\nx = base.variable.get()\n", asks);
        // Between what it sets and takes back again another module has set it.
        write("timed.py", "import base, time\ntime.time()\nbase.variable.set(7)\n");
        staysCode("import base\nt = base.variable.set(6)\nimport timed\nx = base.variable.get()\n"
                + "base.variable.reset(t)\n", asks);
        // What the function remembers is of what the module has set.
        staysCode("import base, functools\nremembered = functools.cache(lambda: base.variable.get())\n"
                + "t = base.variable.set(8)\nx = remembered()\nbase.variable.reset(t)\n", asks);
    }

    @Test
    void codecsThatOthersRegister() throws Exception {
        capture("""
                import codecs
                x = []
                for ask in (lambda: codecs.lookup('zork').name, lambda: b'a\\xff'.decode('ascii', 'zork'),
                            lambda: 'a'.encode('utf-16-le'), lambda: b'\\xff'.decode('ascii', 'replace')):
                    try:
                        x.append(ask())
                    except LookupError as e:
                        x.append(str(e))
                """);
        String none = "['unknown encoding: zork', \"unknown error handler name 'zork'\", b'a\\x00', '\ufffd']\n";
        isRestored(none, "asks.py");
        write("search.py", """
                import codecs
                codecs.register(lambda name: codecs.lookup('utf-8') if name == 'zork' else None)
                import asks
                """);
        isExecuted(none.replace("unknown encoding: zork", "utf-8"), "_codecs.search_functions was ''", "search.py");
        write("handler.py", """
                import codecs
                codecs.register_error('zork', lambda e: ('?', e.end))
                import asks
                """);
        isExecuted(none.replace("\"unknown error handler name 'zork'\"", "'a?'"), "_codecs.error_handler('zork) was ''",
                "handler.py");
        capture("x = 'a'.encode('utf-16-le'), b'\\xff'.decode('cp1252', 'replace')\n");
        isRestored("(b'a\\x00', '\u00ff')\n", "search.py");
    }

    @Test
    void aNativeModuleThatTheProgramReplaces() throws Exception {
        capture("import gc\ntry:\n    x = gc.isenabled()\nexcept AttributeError as e:\n    x = e\n");
        isRestored("True\n", "asks.py");
        write("replaces.py", "import sys\nsys.modules['gc'] = object()\nimport asks\n");
        assertEquals("'object' object has no attribute 'isenabled'\n", restored("replaces.py").out());
    }

    /** As damaged archives have them; whatever they ask, it is an answer or none. */
    @Test
    void questionsThatNobodyAsks() throws Exception {
        List<String> whys = PythonContext.ofDistribution().call(ts -> {
            List<String> found = new ArrayList<>();
            for (String[] q : new String[][] {{"nosuch", "x", null}, {"gc", "isenabled", "no number"},
                {"gc", "nosuch", ""}, {"_codecs", "error_handler", null}, {"_codecs", "error_handler", ""},
                {"sys", "modules", null}, {"gc", "", "."}}) {
                found.add(Conditions.whyNot(ts, new UnitConditions.Answer(q[0], q[1], q[2], "text")));
            }
            return found;
        });
        assertEquals(List.of("nosuch.x was text", "gc.isenabled(no number) was text", "gc.nosuch() was text",
                "_codecs.error_handler was text", "_codecs.error_handler() was text", "sys.modules was text",
                "gc.(). was text"), whys);
    }
}
