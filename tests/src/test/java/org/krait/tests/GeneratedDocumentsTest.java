package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/** The documents made from tables say what the tables say; {@code ./dev bless} writes them anew. */
final class GeneratedDocumentsTest {
    private static final boolean BLESS = Boolean.getBoolean("krait.bless");

    @Test
    void opcodes() throws IOException {
        check("docs/opcodes.md", opcodesDocument());
    }

    private static void check(String name, String text) throws IOException {
        Path file = KraitCommand.root().resolve(name);
        if (BLESS) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.exists(file) ? Files.readString(file) : "", name + " is stale: run ./dev bless");
    }

    private static String opcodesDocument() {
        StringBuilder out = new StringBuilder();
        out.append("# The instructions\n\nMade from `org.krait.objects.code.Opcode` by `./dev bless`.\n\n");
        out.append("An instruction is its number and its operands, one int each. `a[n]` are n neighbouring "
                + "registers.\n");
        out.append("Fingerprint of the table: `").append(Integer.toHexString(Opcode.FINGERPRINT)).append("`.\n\n");
        out.append("## Operands\n\n| operand | meaning |\n|---|---|\n");
        for (Operand operand : Operand.values()) {
            out.append("| ").append(operand).append(" | ").append(cell(operand.meaning)).append(" |\n");
        }
        out.append("\n## Instructions\n\n| number | instruction | operands | meaning |\n|---|---|---|---|\n");
        for (Opcode op : Opcode.values()) {
            out.append("| ").append(op.ordinal()).append(" | ").append(op).append(" | ");
            for (int i = 0; i < op.operandCount(); i++) {
                out.append(i == 0 ? "" : ", ").append(op.operand(i));
            }
            out.append(" | ").append(cell(op.meaning)).append(" |\n");
        }
        return out.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("__", "\\_\\_");
    }
}
