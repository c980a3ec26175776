package org.krait.launcher;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;

/** Makes the class file of {@code class Hello { main: System.out.println("hello"); }} without a compiler. */
final class HelloClass {
    private HelloClass() {}

    static void writeTo(Path folder) throws IOException {
        ClassDesc stream = ClassDesc.of("java.io.PrintStream");
        MethodTypeDesc main = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
        MethodTypeDesc println = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
        ClassFile.of().buildTo(folder.resolve("Hello.class"), ClassDesc.of("Hello"), builder -> builder
                .withFlags(ClassFile.ACC_PUBLIC)
                .withMethodBody("main", main, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code
                        .getstatic(ClassDesc.of("java.lang.System"), "out", stream)
                        .ldc("hello")
                        .invokevirtual(stream, "println", println)
                        .return_()));
    }
}
