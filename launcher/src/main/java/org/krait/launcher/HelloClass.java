package org.krait.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes {@code class Hello { main: System.out.println("hello"); }} without a compiler. */
final class HelloClass {
    private HelloClass() {}

    /** Writes the class into a jar: an AOT cache knows no class of a folder. */
    static void writeTo(Path jar) throws IOException {
        ClassDesc stream = ClassDesc.of("java.io.PrintStream");
        MethodTypeDesc main = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
        MethodTypeDesc println = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
        byte[] bytes = ClassFile.of().build(ClassDesc.of("Hello"), builder -> builder
                .withFlags(ClassFile.ACC_PUBLIC)
                .withMethodBody("main", main, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code
                        .getstatic(ClassDesc.of("java.lang.System"), "out", stream)
                        .ldc("hello")
                        .invokevirtual(stream, "println", println)
                        .return_()));
        try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(jar.toFile()))) {
            out.putNextEntry(new ZipEntry("Hello.class"));
            out.write(bytes);
            out.closeEntry();
        }
    }
}
