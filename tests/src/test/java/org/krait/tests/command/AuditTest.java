package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.runtime.Configuration;
import org.krait.runtime.audit.AuditPlan;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/** Audits of reference counts: they find what is wrong, and find nothing wrong in the scripts. */
final class AuditTest {
    @TempDir
    Path folder;

    /** What is done with a list that {@code __main__} has under a name. */
    private interface Damage {
        void to(PyList list);
    }

    private String reportOf(Damage damage) throws Exception {
        Path report = folder.resolve("report");
        Configuration c = PythonContext.configuration();
        c.audit = AuditPlan.parse("file=" + report);
        new PythonContext(c, new PythonCompiler()).call(ts -> {
            PyList list = new PyList();
            list.append(PyTuple.of(new PyList()));
            ((PyModule) ts.interp.modules.get("__main__")).dict.put("x", list);
            damage.to(list);
            return null;
        });
        return Files.readString(report);
    }

    @Test
    void wrongCountsAreFound() throws Exception {
        String right = reportOf(list -> { });
        assertTrue(right.startsWith("audit-refs: 0 mismatches in 1 audits of up to "), right);
        String high = reportOf(Refs::incRef);
        assertTrue(high.contains("count too high: <list: 1 items @") && high.contains("2 counted, 1 expected"), high);
        assertTrue(high.contains("  referred to by <dict: "), high);
        String low = reportOf(Refs::release);
        assertTrue(low.contains("count too low: <list: 1 items @") && low.contains("0 counted, 1 expected"), low);
        String dead = reportOf(Refs::decRef);
        assertTrue(dead.contains("destroyed too early: <list: "), dead);
    }

    @Test
    void badOptionsAreRefused() throws Exception {
        KraitCommand.Result bad = KraitCommand.ofDistribution().run("-X", "audit-refs=exit,sometimes", "-c", "1");
        assertEquals(2, bad.status());
        assertTrue(bad.err().startsWith("-X audit-refs: expected exit, statement, line, call, a number of "
                + "instructions, java or file=PATH, found 'exit,sometimes'\n"), bad.err());
    }

    /** Scripts of what counts most, one after the other in one process; {@code ./dev audit} runs all. */
    @Test
    void scriptsLeaveNothingBehind() throws Exception {
        Path log = folder.resolve("log");
        List<String> line = new ArrayList<>(List.of("-X", "audit-refs=exit,file=" + log,
                KraitCommand.root().resolve("tests/audit/together.py").toString()));
        for (String name : new String[] {"classes", "lifetime", "collections", "functools", "itertools", "language"}) {
            try (Stream<Path> files = Files.list(KraitCommand.root().resolve("tests/scripts").resolve(name))) {
                files.map(Path::toString).filter(file -> file.endsWith(".py")).filter(file -> !endsItsProcess(file))
                        .sorted().forEach(line::add);
            }
        }
        KraitCommand.Result run = KraitCommand.ofDistribution().run(line.toArray(new String[0]));
        String report = Files.readString(log);
        assertTrue(report.startsWith("audit-refs: 0 mismatches in 1 audits"), report);
        assertEquals(0, run.status(), run.err());
    }

    /** Scripts about the exit or about threads need a process of their own. */
    private static boolean endsItsProcess(String file) {
        return file.contains("/exit_") || file.contains("/threads");
    }

    @Test
    void linesThatAreExecutedOftenAreAuditedSeldom() throws Exception {
        int audits = 0;
        for (int times : new int[] {100, 200}) {
            Path log = folder.resolve("log" + times);
            KraitCommand.ofDistribution().run("-X", "audit-refs=line,file=" + log, "-c",
                    "for i in range(" + times + "):\n    x = [i]\n    x.append(x)\n").cleanOut();
            String[] words = Files.readString(log).split(" ");
            assertEquals("0", words[1]);
            int now = Integer.parseInt(words[4]);
            // Three lines: each once more.
            assertTrue(audits == 0 ? now > 3 * 8 : now == audits + 3, now + " after " + audits);
            audits = now;
        }
    }

    @Test
    void scriptsAreCountedRightlyAtEachStatement() throws Exception {
        for (String script : new String[] {"classes/references.py", "classes/slots.py", "gc/exit.py"}) {
            Path log = folder.resolve("log");
            String path = KraitCommand.root().resolve("tests/scripts").resolve(script).toString();
            KraitCommand.Result run = KraitCommand.ofDistribution()
                    .run("-X", "audit-refs=statement,call,file=" + log, path);
            String report = Files.readString(log);
            assertTrue(report.startsWith("audit-refs: 0 mismatches in "), script + "\n" + report);
            assertTrue(run.status() < 2, run.err());
            Files.delete(log);
        }
    }
}
