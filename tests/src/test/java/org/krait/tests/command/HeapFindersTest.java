package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Modules come out of heaps whoever asks for them, whatever finders a program has put beside those of the start. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapFindersTest extends FolderTest {
    private static final String FINDER = """
            import sys
            class Finder:
                asked = []
                taken = ()
                def find_spec(self, name, path=None, target=None):
                    self.asked.append(name if path is None else (name, [p.rpartition('/')[2] for p in path]))
                    if name in self.taken:
                        from importlib.machinery import ModuleSpec
                        return ModuleSpec(name, self)
                def create_module(self, spec):
                    return None
                def exec_module(self, module):
                    module.x = 'of the finder'
            finder = Finder()
            """;

    @BeforeEach
    void modules() throws IOException {
        Files.createDirectory(folder.resolve("package"));
        write("package/__init__.py", "from . import part\ntry:\n    import nowhere\nexcept ImportError:\n    pass\n");
        write("package/part.py", "import leaf\nx = leaf.x\n");
        write("leaf.py", "import _csv\nx = 'of the file'\n");
        write("finding.py", FINDER);
    }

    private KraitCommand.Result run(String... arguments) throws Exception {
        return command().run(arguments);
    }

    private void capture(String program) throws Exception {
        write("app.py", program);
        KraitCommand.Result result = run("-v", "--snapshot-create=app.kimg", "app.py");
        assertEquals(0, result.status(), result.err());
    }

    /** The same program executes all modules and takes them out of the heap, but for those named. */
    private void isSame(String program, String... executed) throws Exception {
        write("app.py", program);
        KraitCommand.Result result = run("--snapshot=app.kimg", "--snapshot-explain", "app.py");
        assertEquals(run("--snapshot-level=code", "app.py").cleanOut(), result.out());
        for (String module : new String[] {"package", "package.part", "leaf"}) {
            boolean isRestored = result.err().lines().anyMatch(
                    line -> line.matches(".* " + module + " +heap of app.kimg"));
            assertEquals(!List.of(executed).contains(module), isRestored, result.err());
        }
    }

    @Test
    void importModuleFindsThem() throws Exception {
        String program = "import importlib\np = importlib.import_module('package.part')\nprint(p.x)\n";
        capture(program);
        isSame(program);
    }

    @Test
    void aModuleThatIsImportedByNameIsNeeded() throws Exception {
        write("package/part.py", "import importlib\nimportlib.import_module('leaf')\nx = 1\n");
        capture("import leaf, package\n");
        isSame("import package, sys\nprint('leaf' in sys.modules)\n");
    }

    @Test
    void aFinderBeforeThoseOfTheStartIsAskedForEach() throws Exception {
        String program = "import sys, finding\nsys.meta_path.insert(0, finding.finder)\nimport package\n"
                + "print([n for n in finding.Finder.asked if n != 'nowhere'], 'nowhere' in finding.Finder.asked)\n";
        capture(program);
        isSame(program);
    }

    @Test
    void anImportFunctionOfTheProgramIsCalledForEach() throws Exception {
        String program = """
                import builtins, sys
                asked, real = [], builtins.__import__
                def own(name, globals=None, locals=None, fromlist=(), level=0):
                    asked.append((name, fromlist, level))
                    return real(name, globals, locals, fromlist, level)
                builtins.__import__ = own
                import package
                builtins.__import__ = real
                print([a for a in asked if a[0] in ('', 'package', 'leaf', 'nowhere')])
                """;
        capture(program);
        isSame(program, "package", "package.part", "leaf");
    }

    @Test
    void aFinderThatHasAModuleGivesIt() throws Exception {
        String program = "import sys, finding\nsys.meta_path.insert(0, finding.finder)\nfinding.Finder.taken = NAMES\n"
                + "import package.part, leaf\nprint(package.part.x, leaf.x, 'nowhere' in sys.modules)\n"
                + "print([n for n in finding.Finder.asked if 'leaf' in n or n[0][:7] == 'package'])\n";
        capture(program.replace("NAMES", "()"));
        isSame(program.replace("NAMES", "()"));
        isSame(program.replace("NAMES", "('leaf',)"), "package", "package.part", "leaf");
        isSame(program.replace("NAMES", "('nowhere',)"), "package");
        isSame(program.replace("NAMES", "('package.part',)"), "package", "package.part");
    }

    @Test
    void aFinderBehindIsAskedForWhatWasMissing() throws Exception {
        String program = "import sys, finding\nsys.meta_path.append(finding.finder)\nfinding.Finder.taken = NAMES\n"
                + "import package\nprint('nowhere' in sys.modules, 'leaf' in finding.Finder.asked)\n";
        capture(program.replace("NAMES", "()"));
        isSame(program.replace("NAMES", "()"));
        isSame(program.replace("NAMES", "('nowhere',)"), "package");
    }

    @Test
    void searchingIsNoConditionOfTheModuleThatImports() throws Exception {
        capture("import sys, finding\nsys.meta_path.append(finding.finder)\nimport package\n");
        Files.createDirectory(folder.resolve("new"));
        write("app.py", "import package\nprint(package.part.x)\n");
        KraitCommand.Result result = run("-v", "--snapshot=app.kimg", "app.py");
        assertEquals("of the file\n", result.out());
        assertFalse(result.err().contains("package is executed"), result.err());
        String shown = run("--snapshot-inspect", "app.kimg:package").cleanOut();
        assertTrue(shown.contains("nowhere") && !shown.contains("sys.flags"), shown);
    }

    /** As setuptools does it with distutils: what the module needs is found by a finder that itself puts in place. */
    @Test
    void aModuleFindsWhatItNeedsByAFinderOfItsOwn() throws Exception {
        write("leaf.py", """
                import sys, finding
                finding.finder.taken = ['shimmed']
                sys.meta_path.insert(0, finding.finder)
                import shimmed
                sys.meta_path.remove(finding.finder)
                x = shimmed.x
                """);
        String program = "import package\nprint(package.part.x)\n";
        capture(program);
        isSame(program, "leaf", "package.part", "package");
    }

    /** A module that can do without another one that stays code goes on without it where that fails. */
    @Test
    void aModuleThatCannotBeImportedAnyMoreIsMissedByTheModuleItself() throws Exception {
        write("timed.py", "import os, time\nstarted = time.time()\nif 'FAIL' in os.environ:\n    raise OSError\n");
        write("leaf.py", "try:\n    import timed\n    x = 'timed'\nexcept OSError:\n    x = 'not timed'\n");
        String program = "import package\nprint(package.part.x)\n";
        capture(program);
        assertEquals("timed\n", run("--snapshot=app.kimg", "app.py").cleanOut());
        assertEquals("not timed\n", command().with("FAIL", "1").run("--snapshot=app.kimg", "app.py").cleanOut());
    }

    /** As pkg_resources does it: modules of one package under the names of another, and others found below these. */
    @Test
    void aLoaderGivesModulesOfOtherNames() throws Exception {
        Files.createDirectories(folder.resolve("vendored/inner"));
        write("vendored/__init__.py", "");
        write("vendored/inner/__init__.py", "");
        write("vendored/inner/deep.py", "x = 'deep'\n");
        write("leaf.py", """
                import importlib.util, sys
                class Loader:
                    def find_spec(self, name, path=None, target=None):
                        return importlib.util.spec_from_loader(name, self) if name.startswith('leaf.') else None
                    def create_module(self, spec):
                        name = spec.name.replace('leaf', 'vendored')
                        __import__(name)
                        sys.modules[spec.name] = sys.modules[name]
                        return sys.modules[name]
                    def exec_module(self, module):
                        pass
                __path__ = []
                sys.meta_path.append(Loader())
                import leaf.inner.deep
                x = leaf.inner.deep.x
                """);
        String program = "import package, sys\nimport leaf\nprint(package.part.x, leaf.inner.deep.x, "
                + "leaf.inner is sys.modules['vendored.inner'], leaf.inner.deep.__name__)\n";
        capture(program);
        isSame(program);
    }
}
