package org.krait.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The native methods of {@code org.krait.runtime.posix.StubCalls}, some thirty instructions. docs/design/0003-posix.md
 * says what they gain.
 */
final class CallsLibrary {
    private static final String PREFIX = "Java_org_krait_runtime_posix_StubCalls_";
    private static final List<String> METHODS = List.of("call", "find", "address", "at");
    private static final List<String> IMPORTS = List.of("__errno_location", "dlsym");

    private static final List<String> AMD64 = List.of(
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
            """);

    private static final List<String> AARCH64 = List.of(
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
            """);

    private CallsLibrary() {}

    /** Writes the library into a folder, if there is one for the machine that builds. */
    static void write(Path folder) throws IOException {
        SharedObject.Processor processor = SharedObject.Processor.current();
        if (processor != null) {
            SharedObject library = new SharedObject(processor, IMPORTS);
            for (int i = 0; i < METHODS.size(); i++) {
                library.function(processor.choose(AMD64, AARCH64).get(i), PREFIX + METHODS.get(i));
            }
            library.write(folder, "kraitcalls");
        }
    }
}
