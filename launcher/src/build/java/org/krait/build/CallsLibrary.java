package org.krait.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The native methods of {@code org.krait.runtime.posix.StubCalls}: a shared object of some thirty instructions, written
 * here because a machine that builds Krait need not have a C compiler. docs/design/0003-posix.md says what it gains.
 *
 * <p>The file is what the System V ABI calls a shared object: headers, symbols, two relocations, code, and where it can
 * be written the dynamic section and the addresses of {@code __errno_location} and {@code dlsym}.
 */
final class CallsLibrary {
    private static final String PREFIX = "Java_org_krait_runtime_posix_StubCalls_";
    private static final List<String> METHODS = List.of("call", "find", "address", "at");
    private static final List<String> IMPORTS = List.of("__errno_location", "dlsym");
    private static final int HEADER_SIZE = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int SYMBOL_SIZE = 24;
    private static final int RELOCATION_SIZE = 24;
    private static final int DYNAMIC_SIZE = 16 * 9;
    /** What can be written is that much further in memory than in the file: on pages of its own, of any size. */
    private static final int DATA_SHIFT = 0x10000;
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;

    /**
     * What differs between processors.
     *
     * @param machine the processor, as the header names it
     * @param relocation stores the address of a symbol
     * @param isWords whether instructions are words of 4 bytes
     * @param code by method, its instructions in hexadecimal digits; IMPORT0 and IMPORT1 stand for what leads to an
     *     imported address
     */
    private record Processor(int machine, int relocation, boolean isWords, List<String> code) {}

    private static final Processor AMD64 = new Processor(62, 6, false, List.of(
            // (env, class, function, errno, a, b, c, d, e, f): keeps errno, moves the arguments, calls
            """
            53 4154 4883ec08            push rbx; push r12; sub rsp, 8
            4889cb 4989d3               mov rbx, rcx; mov r11, rdx
            4c89c7 4c89ce               mov rdi, r8; mov rsi, r9
            488b542420 488b4c2428       mov rdx, [rsp + 32]; mov rcx, [rsp + 40]
            4c8b442430 4c8b4c2438       mov r8, [rsp + 48]; mov r9, [rsp + 56]
            31c0 41ffd3 4989c4          xor eax, eax; call r11; mov r12, rax
            ff15 IMPORT0                call [rip + IMPORT0]
            8b08 890b 4c89e0            mov ecx, [rax]; mov [rbx], ecx; mov rax, r12
            4883c408 415c 5b c3         add rsp, 8; pop r12; pop rbx; ret
            """,
            // (env, class, name): dlsym(RTLD_DEFAULT, name)
            """
            4889d6 31ff                 mov rsi, rdx; xor edi, edi
            ff25 IMPORT1                jmp [rip + IMPORT1]
            """,
            // (env, class, buffer): GetDirectBufferAddress(env, buffer)
            """
            4889d6 488b07               mov rsi, rdx; mov rax, [rdi]
            ffa030070000                jmp [rax + 8 * 230]
            """,
            // (env, class, address, size): NewDirectByteBuffer(env, address, size)
            """
            4889d6 4889ca 488b07        mov rsi, rdx; mov rdx, rcx; mov rax, [rdi]
            ffa028070000                jmp [rax + 8 * 229]
            """));

    private static final Processor AARCH64 = new Processor(183, 1025, true, List.of(
            """
            a9be7bfd 910003fd           stp x29, x30, [sp, #-32]!; mov x29, sp
            a90153f3                    stp x19, x20, [sp, #16]
            aa0303f3 aa0203e9           mov x19, x3; mov x9, x2
            aa0403e0 aa0503e1           mov x0, x4; mov x1, x5
            aa0603e2 aa0703e3           mov x2, x6; mov x3, x7
            a94217a4                    ldp x4, x5, [x29, #32]
            d63f0120 aa0003f4           blr x9; mov x20, x0
            IMPORT0 f9400129 d63f0120   adr x9, IMPORT0; ldr x9, [x9]; blr x9
            b9400009 b9000269 aa1403e0  ldr w9, [x0]; str w9, [x19]; mov x0, x20
            a94153f3 a8c27bfd d65f03c0  ldp x19, x20, [sp, #16]; ldp x29, x30, [sp], #32; ret
            """,
            """
            aa0203e1 aa1f03e0           mov x1, x2; mov x0, xzr
            IMPORT1 f9400129 d61f0120   adr x9, IMPORT1; ldr x9, [x9]; br x9
            """,
            """
            f9400009 aa0203e1           ldr x9, [x0]; mov x1, x2
            f9439929 d61f0120           ldr x9, [x9, #8 * 230]; br x9
            """,
            """
            f9400009 aa0203e1 aa0303e2  ldr x9, [x0]; mov x1, x2; mov x2, x3
            f9439529 d61f0120           ldr x9, [x9, #8 * 229]; br x9
            """));

    private final Processor processor;
    private final ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    private CallsLibrary(Processor processor) {
        this.processor = processor;
    }

    /** Writes the library for the machine that builds into a folder, if there is one for it. */
    static void write(Path folder) throws IOException {
        if (System.getProperty("os.name").equals("Linux")) {
            Processor processor = switch (System.getProperty("os.arch")) {
                case "amd64" -> AMD64;
                case "aarch64" -> AARCH64;
                default -> null;
            };
            if (processor != null) {
                Files.write(folder.resolve(System.mapLibraryName("kraitcalls")), new CallsLibrary(processor).bytes());
            }
        }
    }

    private byte[] bytes() {
        List<byte[]> code = new ArrayList<>();
        int codeSize = 0;
        for (String method : processor.code) {
            byte[] instructions = new byte[size(method)];
            code.add(instructions);
            codeSize += instructions.length;
        }
        StringBuilder names = new StringBuilder("\0");
        List<Integer> offsets = new ArrayList<>();
        for (String name : IMPORTS) {
            offsets.add(names.length());
            names.append(name).append('\0');
        }
        for (String name : METHODS) {
            offsets.add(names.length());
            names.append(PREFIX).append(name).append('\0');
        }
        int symbolTable = HEADER_SIZE + 4 * SEGMENT_SIZE;
        int relocations = symbolTable + SYMBOL_SIZE * (1 + offsets.size());
        int hashTable = relocations + RELOCATION_SIZE * IMPORTS.size();
        int nameTable = hashTable + 4 * (4 + offsets.size());
        int text = aligned(nameTable + names.length());
        int data = aligned(text + codeSize);
        int imports = data + DYNAMIC_SIZE + DATA_SHIFT;
        int end = data + DYNAMIC_SIZE + 8 * IMPORTS.size();

        header();
        segment(1, READ | EXECUTE, 0, 0, data, DATA_SHIFT);
        segment(1, READ | WRITE, data, DATA_SHIFT, end - data, DATA_SHIFT);
        segment(2, READ | WRITE, data, DATA_SHIFT, DYNAMIC_SIZE, 8);
        segment(0x6474e551, READ | WRITE, 0, 0, 0, 16);

        symbol(0, 0, 0);
        for (int i = 0; i < IMPORTS.size(); i++) {
            symbol(offsets.get(i), 0, 0);
        }
        int address = text;
        for (int i = 0; i < METHODS.size(); i++) {
            symbol(offsets.get(IMPORTS.size() + i), address, code.get(i).length);
            address += code.get(i).length;
        }
        for (int i = 0; i < IMPORTS.size(); i++) {
            file.putLong(imports + 8L * i).putLong((long) (1 + i) << 32 | processor.relocation).putLong(0);
        }
        // One bucket: the chain of all symbols.
        file.putInt(1).putInt(1 + offsets.size()).putInt(1).putInt(0);
        for (int i = 1; i <= offsets.size(); i++) {
            file.putInt(i == offsets.size() ? 0 : i + 1);
        }
        file.put(names.toString().getBytes(StandardCharsets.US_ASCII));
        file.position(text);
        for (String method : processor.code) {
            instructions(method, imports);
        }
        file.position(data);
        int[] dynamic = {4, hashTable, 5, nameTable, 6, symbolTable, 10, names.length(), 11, SYMBOL_SIZE,
            7, relocations, 8, RELOCATION_SIZE * IMPORTS.size(), 9, RELOCATION_SIZE, 0, 0};
        for (int value : dynamic) {
            file.putLong(value);
        }
        byte[] bytes = new byte[end];
        file.get(0, bytes);
        return bytes;
    }

    private static int aligned(int offset) {
        return offset + 15 & -16;
    }

    private void header() {
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        file.putShort((short) 3).putShort((short) processor.machine).putInt(1);
        file.putLong(0).putLong(HEADER_SIZE).putLong(0).putInt(0);
        file.putShort((short) HEADER_SIZE).putShort((short) SEGMENT_SIZE).putShort((short) 4);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private void segment(int type, int flags, int offset, int shift, int size, int alignment) {
        file.putInt(type).putInt(flags).putLong(offset).putLong(offset + shift).putLong(offset + shift);
        file.putLong(size).putLong(size).putLong(alignment);
    }

    /** A symbol: a global function, of some section of this file if it has an address. */
    private void symbol(int name, int address, int size) {
        file.putInt(name).put((byte) (name == 0 ? 0 : 0x12)).put((byte) 0);
        file.putShort((short) (address == 0 ? 0 : 1)).putLong(address).putLong(size);
    }

    /** The instructions of a method, without what is to the right of them. */
    private static List<String> digits(String method) {
        List<String> digits = new ArrayList<>();
        for (String line : method.split("\n")) {
            digits.addAll(List.of(line.substring(0, 27).trim().split(" ")));
        }
        return digits;
    }

    private static int size(String method) {
        int size = 0;
        for (String d : digits(method)) {
            size += d.startsWith("IMPORT") ? 4 : d.length() / 2;
        }
        return size;
    }

    private void instructions(String method, int imports) {
        for (String d : digits(method)) {
            if (d.startsWith("IMPORT")) {
                int distance = imports + 8 * Integer.parseInt(d.substring(6)) - file.position();
                // From the end of the instruction, or as the two parts of an adr's operand.
                file.putInt(!processor.isWords ? distance - 4
                        : 0x10000009 | (distance & 3) << 29 | (distance >> 2 & 0x7ffff) << 5);
            } else if (processor.isWords) {
                file.putInt(Integer.parseUnsignedInt(d, 16));
            } else {
                file.put(HexFormat.of().parseHex(d));
            }
        }
    }
}
