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
 * A shared object of a few functions, as the System V ABI describes it: headers, symbols, relocations, code, and where
 * it can be written the dynamic section and the addresses of what is imported. It is written here because a machine
 * that builds Krait need not have a C compiler.
 *
 * <p>Code is text: in the first 27 columns of a line the instructions in hexadecimal digits, to the right of them what
 * they are. {@code IMPORT0}, {@code IMPORT1} ... lead to the imported addresses.
 */
final class SharedObject {
    private static final int CODE_COLUMNS = 27;
    private static final int HEADER_SIZE = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int SYMBOL_SIZE = 24;
    private static final int RELOCATION_SIZE = 24;
    /** What can be written is that much further in memory than in the file: on pages of its own, of any size. */
    private static final int DATA_SHIFT = 0x10000;
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;

    /** A processor that there is code for. */
    enum Processor {
        AMD64(62, 6),
        AARCH64(183, 1025);

        /** The processor, as the header names it. */
        private final int machine;
        /** The relocation that stores the address of a symbol. */
        private final int relocation;

        Processor(int machine, int relocation) {
            this.machine = machine;
            this.relocation = relocation;
        }

        /** That of the machine that builds; null when it is another, or another system. */
        static Processor current() {
            return !System.getProperty("os.name").equals("Linux") ? null : switch (System.getProperty("os.arch")) {
                case "amd64" -> AMD64;
                case "aarch64" -> AARCH64;
                default -> null;
            };
        }

        <T> T choose(T amd64, T aarch64) {
            return this == AMD64 ? amd64 : aarch64;
        }
    }

    /** A name under which code at an offset from the first instruction is known. */
    private record Symbol(String name, int offset, int size) {}

    private final Processor processor;
    private final List<String> imports;
    private final List<Symbol> exports = new ArrayList<>();
    /** The instructions so far, as the text has them. */
    private final List<String> code = new ArrayList<>();
    private int codeSize;
    private int initializer = -1;
    private final ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    SharedObject(Processor processor, List<String> imports) {
        this.processor = processor;
        this.imports = imports;
    }

    /** Adds a function. */
    void function(String text, String... names) {
        int start = codeSize;
        add(text);
        for (String name : names) {
            exports.add(new Symbol(name, start, codeSize - start));
        }
    }

    /** Adds what runs as the object is loaded. */
    void initializer(String text) {
        initializer = codeSize;
        add(text);
    }

    private void add(String text) {
        for (String line : text.split("\n")) {
            for (String part : line.substring(0, CODE_COLUMNS).trim().split(" ")) {
                code.add(part);
                codeSize += isImport(part) ? 4 : part.length() / 2;
            }
        }
    }

    private static boolean isImport(String part) {
        return part.startsWith("IMPORT");
    }

    /** Writes the file into a folder. */
    void write(Path folder, String name) throws IOException {
        Files.write(folder.resolve(System.mapLibraryName(name)), bytes());
    }

    private byte[] bytes() {
        StringBuilder names = new StringBuilder("\0");
        int symbolCount = 1 + imports.size() + exports.size();
        int symbolTable = HEADER_SIZE + 4 * SEGMENT_SIZE;
        int relocations = symbolTable + SYMBOL_SIZE * symbolCount;
        int hashTable = relocations + RELOCATION_SIZE * imports.size();
        int nameTable = hashTable + 4 * (3 + symbolCount);
        file.position(symbolTable);
        int nameSize = 1;
        for (String name : imports) {
            nameSize += name.length() + 1;
        }
        for (Symbol symbol : exports) {
            nameSize += symbol.name.length() + 1;
        }
        int text = aligned(nameTable + nameSize);
        int data = aligned(text + codeSize);
        int[] dynamic = {4, hashTable, 5, nameTable, 6, symbolTable, 10, nameSize, 11, SYMBOL_SIZE,
            7, relocations, 8, RELOCATION_SIZE * imports.size(), 9, RELOCATION_SIZE,
            initializer < 0 ? 0 : 12, initializer < 0 ? 0 : text + initializer, 0, 0};
        int dynamicSize = 8 * dynamic.length;
        int addresses = data + dynamicSize + DATA_SHIFT;
        int end = data + dynamicSize + 8 * imports.size();

        symbol(names, "", 0, 0);
        for (String name : imports) {
            symbol(names, name, 0, 0);
        }
        for (Symbol symbol : exports) {
            symbol(names, symbol.name, text + symbol.offset, symbol.size);
        }
        for (int i = 0; i < imports.size(); i++) {
            file.putLong(addresses + 8L * i).putLong((long) (1 + i) << 32 | processor.relocation).putLong(0);
        }
        // One bucket: the chain of all symbols.
        file.putInt(1).putInt(symbolCount).putInt(1).putInt(0);
        for (int i = 1; i < symbolCount; i++) {
            file.putInt(i == symbolCount - 1 ? 0 : i + 1);
        }
        file.put(names.toString().getBytes(StandardCharsets.US_ASCII));
        file.position(text);
        for (String part : code) {
            instruction(part, addresses);
        }
        file.position(data);
        for (int value : dynamic) {
            file.putLong(value);
        }
        file.position(0);
        header();
        segment(1, READ | EXECUTE, 0, 0, data, DATA_SHIFT);
        segment(1, READ | WRITE, data, DATA_SHIFT, end - data, DATA_SHIFT);
        segment(2, READ | WRITE, data, DATA_SHIFT, dynamicSize, 8);
        segment(0x6474e551, READ | WRITE, 0, 0, 0, 16);
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
    private void symbol(StringBuilder names, String name, int address, int size) {
        int offset = name.isEmpty() ? 0 : names.length();
        if (offset != 0) {
            names.append(name).append('\0');
        }
        file.putInt(offset).put((byte) (offset == 0 ? 0 : 0x12)).put((byte) 0);
        file.putShort((short) (address == 0 ? 0 : 1)).putLong(address).putLong(size);
    }

    private void instruction(String part, int addresses) {
        if (isImport(part)) {
            int distance = addresses + 8 * Integer.parseInt(part.substring("IMPORT".length())) - file.position();
            // From the end of the instruction, or as the two parts of an adr's operand.
            file.putInt(processor == Processor.AMD64 ? distance - 4
                    : 0x10000009 | (distance & 3) << 29 | (distance >> 2 & 0x7ffff) << 5);
        } else if (processor == Processor.AMD64) {
            file.put(HexFormat.of().parseHex(part));
        } else {
            file.putInt(Integer.parseUnsignedInt(part, 16));
        }
    }
}
