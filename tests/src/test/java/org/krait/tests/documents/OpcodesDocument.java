package org.krait.tests.documents;

import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/** {@code docs/opcodes.md}: the table of instructions. */
final class OpcodesDocument {
    private OpcodesDocument() {}

    static String text() {
        StringBuilder out = new StringBuilder();
        out.append("# The instructions\n\nMade from `org.krait.objects.code.Opcode` by `./dev bless`.\n\n");
        out.append("An instruction is its number and its operands, one int each. `a[n]` are n neighbouring "
                + "registers.\n");
        out.append("Fingerprint of the table: `").append(Integer.toHexString(Opcode.FINGERPRINT)).append("`.\n\n");
        out.append("## Operands\n\n| operand | meaning |\n|---|---|\n");
        for (Operand operand : Operand.values()) {
            out.append("| ").append(operand).append(" | ").append(Markdown.cell(operand.meaning)).append(" |\n");
        }
        out.append("\n## Instructions\n\n| number | instruction | operands | meaning |\n|---|---|---|---|\n");
        for (Opcode op : Opcode.values()) {
            out.append("| ").append(op.ordinal()).append(" | ").append(op).append(" | ");
            for (int i = 0; i < op.operandCount(); i++) {
                out.append(i == 0 ? "" : ", ").append(op.operand(i));
            }
            out.append(" | ").append(Markdown.cell(op.meaning)).append(" |\n");
        }
        return out.toString();
    }
}
