package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.snapshot.UnitConditions;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/** Conditions of units that are damaged, though all checksums are right, send modules to their code. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapDamageTest extends FolderTest {
    private static final int NOWHERE = 1 << 20;

    private Archive archive;
    private byte[] bytes;

    @BeforeEach
    void capture() throws Exception {
        write("base.py", "import itertools\nflag, serial, table = 0, itertools.count(), {}\n");
        write("reader.py", "import base, time\nx = base.flag, time.monotonic, base.table.get(1)\n");
        write("drawer.py", "import base\nx = next(base.serial)\n");
        write("main.py", """
                import sys, base, time
                base.flag = 'of {}'.format(len(sys.argv))
                base.table[2] = 2
                if len(sys.argv) > 1:
                    time.sleep = time.monotonic
                import reader, drawer
                print(reader.x[0], reader.x[1].__name__, drawer.x)
                """);
        command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py").cleanOut();
        archive = Archive.open(folder.resolve("app.kimg").toString());
        bytes = Files.readAllBytes(folder.resolve("app.kimg"));
    }

    private int unit(String module) throws Exception {
        return archive.find(module).unit();
    }

    private void isUnused(String what, String why, String... arguments) throws Exception {
        Files.write(folder.resolve("app.kimg"), bytes);
        String[] all = new String[arguments.length + 3];
        all[0] = "-v";
        all[1] = "--snapshot=app.kimg";
        all[2] = "main.py";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        KraitCommand.Result result = command().run(all);
        assertEquals("of " + (arguments.length + 1) + " monotonic 0\n", result.out(), result.err());
        assertTrue(result.err().lines().anyMatch(line -> line.contains(what) && line.contains(why)), result.err());
    }

    @Test
    void theNamesThatItReads() throws Exception {
        int unit = unit("reader");
        ArchiveBytes.loseObject(bytes, unit, archive.describeUnit(unit).reads());
        isUnused("module reader is executed: ", "offset of an object is " + Integer.MAX_VALUE, "sets another");
    }

    @Test
    void whatTheProgramHasStored() throws Exception {
        int unit = unit("reader");
        UnitConditions.Stored stored = archive.describeUnit(unit).conditions().stored().getFirst();
        ArchiveBytes.loseObject(bytes, unit, stored.description());
        isUnused("module reader is executed: ", "offset of an object is " + Integer.MAX_VALUE);
    }

    @Test
    void theCounterThatItDrewFrom() throws Exception {
        changeDraw(4, NOWHERE);
        isUnused("module drawer is executed: ", "object number is " + NOWHERE);
    }

    @Test
    void theUnitOfTheCounter() throws Exception {
        changeDraw(0, -1);
        isUnused(": not used any more", "unit -1 of 4 is asked for");
    }

    @Test
    void whoHasReadWhat() throws Exception {
        ArchiveBytes.Part readers = ArchiveBytes.unit(bytes, unit("base"), ArchiveBytes.UnitPart.READERS);
        bytes[readers.offset()] ^= 1;
        isUnused(": not used any more", "who has read of unit " + unit("base"));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(readers.offset(), NOWHERE);
        ArchiveBytes.mendUnit(bytes, unit("base"));
        isUnused(": not used any more", "who has read of unit " + unit("base") + ": ends in the middle of a list");
    }

    private void changeDraw(int offset, int number) throws Exception {
        int unit = unit("drawer");
        UnitConditions.Draw draw = archive.describeUnit(unit).conditions().draws().getFirst();
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ArchiveBytes.Part description = ArchiveBytes.unit(bytes, unit, ArchiveBytes.UnitPart.DESCRIPTION);
        int at = description.offset();
        while (all.getInt(at) != draw.unit() || all.getInt(at + 4) != draw.number()
                || all.getLong(at + 8) != draw.first() || all.getLong(at + 24) != draw.to()) {
            at++;
        }
        all.putInt(at + offset, number);
        ArchiveBytes.mendUnit(bytes, unit);
    }
}
