package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Modules that take something of one that stays code: what that has is another in each process. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapUncapturedTest extends FolderTest {
    private static final String STAYS = """
            import collections, enum, functools, time
            NAME = str(time.time_ns())
            class Kind:
                name = NAME
                @staticmethod
                def plain(): return 1
                def method(self): return 2
            class Made:
                def __init__(self): self.name = NAME
            made = Made()
            pair = (NAME, 1)
            many = [NAME]
            by_name = {'a': NAME}
            def default(x=NAME): return x
            def by_keyword(*, x=NAME): return x
            def constant(x=5, *, y=None): return x
            def closure(x):
                def inner(): return x
                return inner
            told = closure(NAME)
            def asks(): return NAME
            def calm(): return 1
            def wrap(f):
                @functools.wraps(f)
                def wrapper(*args): return f(*args)
                return wrapper
            wrapped = wrap(calm)
            part = functools.partial(asks)
            nothing = ()
            row = collections.namedtuple('Row', 'name')(NAME)
            class Text(str): pass
            text = Text(NAME)
            Choice = enum.Enum('Choice', {'one': NAME})
            error = ValueError(NAME)
            class Slots:
                __slots__ = 'name'
            slots = Slots()
            slots.name = NAME
            class ModuleSpec:
                def __init__(self): self.name = NAME
            spec = ModuleSpec()
            """;
    /** What modules take; each must be what the module that stays code has then. */
    private static final String[] VALUES = {
        "from stays import NAME as x", "import stays; x = stays.NAME; del stays", "from stays import *; x = pair[0]",
        "from stays import Kind; x = Kind.name; del Kind", "from stays import Kind; x = vars(Kind)['name']; del Kind",
        "from stays import made; x = made.name; del made", "from stays import Made; x = Made().name; del Made",
        "from stays import pair; x = pair[0]; del pair", "from stays import many; x = many[0]; del many",
        "from stays import many; x = ''.join(many); del many",
        "from stays import by_name; x = by_name['a']; del by_name",
        "from stays import by_name; x = list(by_name.values())[0]; del by_name",
        "from stays import default; x = default(); del default",
        "from stays import by_keyword; x = by_keyword(); del by_keyword",
        "from stays import told; x = told(); del told", "from stays import asks; x = asks(); del asks",
        "from stays import row; x = row.name; del row", "from stays import text; x = text.upper(); del text",
        "from stays import nothing; x = not nothing; del nothing",
        "from stays import Choice; x = Choice.one.value; del Choice",
        "from stays import error; x = error.args[0]; del error", "from stays import slots; x = slots.name; del slots",
        "from stays import spec; x = spec.name; del spec",
        "from stays import part; x = part(); del part", "import sys; x = sys.modules['stays'].NAME",
        "import stays; x = getattr(stays, 'NAME'); del stays", "import stays; x = vars(stays)['NAME']; del stays",
        "import far; x = far.x; del far", "import gives; x = gives.name()", "import gives; x = gives.kept()",
    };
    /** What modules take that the source says: they come out of the heap as long as it is the same. */
    private static final String[] OF_SOURCE = {
        "from stays import calm; x = calm(); del calm", "from stays import Kind; x = Kind.plain(); del Kind",
        "from stays import Kind; x = Kind().method(); del Kind",
        "from stays import wrapped; x = wrapped(); del wrapped",
        "from stays import constant; x = constant(); del constant",
        "import stays; x = stays.__name__; del stays",
        "import gives; x = gives.calm()",
    };

    /** A program that prints, of modules that each take something, what that is or whether it is the right name. */
    private KraitCommand.Result capture(String[] modules) throws Exception {
        write("stays", STAYS);
        write("far", "from stays import NAME as x\n");
        write("gives", """
                import functools
                def name():
                    import stays
                    return stays.NAME
                def calm():
                    from stays import calm
                    return calm()
                @functools.cache
                def kept():
                    from stays import NAME
                    return NAME
                """);
        for (int i = 0; i < modules.length; i++) {
            write("takes" + i, modules[i] + "\n");
        }
        write("program", "import stays\nfor i in range(" + modules.length + "):\n"
                + "    x = __import__('takes%d' % i).x\n    print(x if isinstance(x, int) else x == stays.NAME)\n");
        return command().run("-v", "--snapshot-create=app.kimg", "program.py");
    }

    @Test
    void valuesOfAModuleThatStaysCode() throws Exception {
        String right = "True\n".repeat(VALUES.length);
        KraitCommand.Result captured = capture(VALUES);
        assertEquals(right, captured.out());
        for (int i = 0; i < VALUES.length; i++) {
            assertTrue(captured.err().contains("# not captured: takes" + i + ": "), VALUES[i] + captured.err());
        }
        assertEquals(right, command().run("--snapshot=app.kimg", "program.py").cleanOut());
    }

    @Test
    void whatItsSourceSays() throws Exception {
        String captured = capture(OF_SOURCE).out();
        KraitCommand.Result restored = command().run("-v", "--snapshot=app.kimg", "program.py");
        assertEquals(captured, restored.out());
        assertFalse(restored.err().contains("module takes"), restored.err());
        write("stays", STAYS.replace("def calm(): return 1", "def calm(): return 222222222222"));
        restored = command().run("-v", "--snapshot=app.kimg", "program.py");
        assertEquals(captured.replace("1\n1\n2\n1\n5\n", "222222222222\n1\n2\n222222222222\n5\n")
                .replaceFirst("1\n$", "222222222222\n"), restored.out());
        for (int i = 0; i < OF_SOURCE.length; i++) {
            boolean isExecuted = restored.err().contains("module takes" + i + " is executed: ");
            assertEquals(!OF_SOURCE[i].contains("__name__"), isExecuted, OF_SOURCE[i] + restored.err());
        }
    }
}
