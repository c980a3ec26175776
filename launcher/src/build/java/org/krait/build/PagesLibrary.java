package org.krait.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The library that {@code bin/krait} has the dynamic linker load before all others. The JVM maps the writable part of
 * the AOT cache, 8 MB, and writes to nearly all of its pages: a fault and a copy each. Here the mapping becomes memory
 * of large pages, into which the file is read. docs/design/0005-startup.md says what that gains.
 */
final class PagesLibrary {
    private static final List<String> IMPORTS = List.of("syscall", "environ");

    /**
     * {@code mmap(address, length, prot, flags, fd, offset)}. Private, writable mappings of a file at a given place, 2
     * to 64 MB, are what the JVM does with the AOT cache: they become anonymous memory (MADV_HUGEPAGE) into which the
     * file is read. All others, and those for which that fails, are the system's.
     */
    private static final String MAP_AMD64 = """
            4889f0 48c1e815 48ffc8      mov rax, rsi; shr rax, 21; dec rax
            4883f81e 7762               cmp rax, 30; ja plain
            89c8 83e032 83f812 7558     mov eax, ecx; and eax, 0x32; cmp eax, 0x12; jne plain
            f6c202 7453                 test dl, PROT_WRITE; je plain
            52 51 4150 4151             push rdx; push rcx; push r8; push r9
            4189ca 4183ca20             mov r10d, ecx; or r10d, MAP_ANONYMOUS
            4983c8ff 4531c9             or r8, -1; xor r9d, r9d
            6a09 58 0f05                push 9; pop rax; syscall (mmap)
            4839f8 752f                 cmp rax, rdi; jne saved
            6a0e 5a 6a1c 58 0f05        push 14; pop rdx; push 28; pop rax; syscall (madvise)
            4889f2 4889fe               mov rdx, rsi; mov rsi, rdi
            488b7c2408 4c8b1424         mov rdi, [rsp + 8]; mov r10, [rsp]
            6a11 58 0f05                push 17; pop rax; syscall (pread64)
            4889f7 4889d6               mov rdi, rsi; mov rsi, rdx
            4839f0 7508                 cmp rax, rsi; jne saved
            4883c420 4889f8 c3          add rsp, 32; mov rax, rdi; ret
            4159 4158 59 5a             saved: pop r9; pop r8; pop rcx; pop rdx
            4151 4d63c8 4189c8          plain: push r9; movsxd r9, r8d; mov r8d, ecx
            89d1 4889f2 4889fe          mov ecx, edx; mov rdx, rsi; mov rsi, rdi
            6a09 5f ff15 IMPORT0        push 9; pop rdi; call [rip + IMPORT0]
            59 c3                       pop rcx; ret
            """;
    private static final String MAP_AARCH64 = """
            d355fc29 d1000529           lsr x9, x1, #21; sub x9, x9, #1
            f100793f 540004e8           cmp x9, #30; b.hi plain
            5280064a 0a0a0069           mov w10, #0x32; and w9, w3, w10
            7100493f 54000461           cmp w9, #0x12; b.ne plain
            36080442                    tbz w2, #1, plain
            aa0003e9 aa0103ea aa0203eb  mov x9, x0; mov x10, x1; mov x11, x2
            aa0303ec aa0403ed aa0503ee  mov x12, x3; mov x13, x4; mov x14, x5
            b27b0063 92800004 d2800005  orr x3, x3, #MAP_ANONYMOUS; mov x4, #-1; mov x5, #0
            d2801bc8 d4000001           mov x8, #222; svc #0 (mmap)
            eb09001f 540001e1           cmp x0, x9; b.ne saved
            aa0a03e1 d28001c2           mov x1, x10; mov x2, #14
            d2801d28 d4000001           mov x8, #233; svc #0 (madvise)
            aa0d03e0 aa0903e1           mov x0, x13; mov x1, x9
            aa0a03e2 aa0e03e3           mov x2, x10; mov x3, x14
            d2800868 d4000001           mov x8, #67; svc #0 (pread64)
            eb0a001f aa0903e0           cmp x0, x10; mov x0, x9
            54000041 d65f03c0           b.ne saved; ret
            aa0903e0 aa0a03e1           saved: mov x0, x9; mov x1, x10
            aa0b03e2 aa0c03e3           mov x2, x11; mov x3, x12
            aa0d03e4 aa0e03e5           mov x4, x13; mov x5, x14
            aa0503e6 93407c85 aa0303e4  plain: mov x6, x5; sxtw x5, w4; mov x4, x3
            aa0203e3 aa0103e2 aa0003e1  mov x3, x2; mov x2, x1; mov x1, x0
            d2801bc0 IMPORT0            mov x0, #222; adr x9, IMPORT0
            f9400129 d61f0120           ldr x9, [x9]; br x9
            """;

    /** Takes LD_PRELOAD out of the environment, which is this library's alone: no other program is to have it. */
    private static final String INIT_AMD64 = """
            488b05 IMPORT1 488b00       mov rax, [rip + IMPORT1]; mov rax, [rax]
            48ba 4c445f505245           mov rdx, "LD_PRE
            4c4f                                         LO"
            4885c0 742a                 test rax, rax; je end
            488b08 4883c008             next: mov rcx, [rax]; add rax, 8
            4885c9 741e                 test rcx, rcx; je end
            483911 75ef                 cmp [rcx], rdx; jne next
            817907 4f41443d 75e6        cmp dword [rcx + 7], "OAD="; jne next
            488b08 488948f8             shift: mov rcx, [rax]; mov [rax - 8], rcx
            4883c008 4885c9             add rax, 8; test rcx, rcx
            75f0 c3                     jne shift; end: ret
            """;
    private static final String INIT_AARCH64 = """
            IMPORT1 f9400129 f9400129   adr x9, IMPORT1; ldr x9, [x9]; ldr x9, [x9]
            b4000269                    cbz x9, end
            d288898a f2aa0bea           mov x10, "LD"; movk x10, "_P", lsl #16
            f2c8aa4a f2e9e98a           movk x10, "RE", lsl #32; movk x10, "LO", lsl #48
            528829eb 72a7a88b           mov w11, "OA"; movk w11, "D=", lsl #16
            f840852c b400016c           next: ldr x12, [x9], #8; cbz x12, end
            f940018d eb0a01bf 54ffff81  ldr x13, [x12]; cmp x13, x10; b.ne next
            b840718d 6b0b01bf 54ffff21  ldur w13, [x12, #7]; cmp w13, w11; b.ne next
            f940012c f81f812c 91002129  shift: ldr x12, [x9]; stur x12, [x9, #-8]; add x9, x9, #8
            b5ffffac d65f03c0           cbnz x12, shift; end: ret
            """;

    private PagesLibrary() {}

    /** Writes the library into a folder, if there is one for the machine that builds. */
    static void write(Path folder) throws IOException {
        SharedObject.Processor processor = SharedObject.Processor.current();
        if (processor != null) {
            SharedObject library = new SharedObject(processor, IMPORTS);
            library.function(processor.choose(MAP_AMD64, MAP_AARCH64), "mmap", "mmap64");
            library.initializer(processor.choose(INIT_AMD64, INIT_AARCH64));
            library.write(folder, "kraitpages");
        }
    }
}
