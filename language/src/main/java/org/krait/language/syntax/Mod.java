package org.krait.language.syntax;

import java.util.List;

/** A whole parsed source, as {@code mod} of CPython's Python.asdl: one case for each {@link Mode}. */
public sealed interface Mod {

    /** A file: {@code compile(…, "exec")}. */
    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {}

    /** One statement typed at a prompt: {@code compile(…, "single")}. */
    record Interactive(List<Stmt> body) implements Mod {}

    /** One expression: {@code compile(…, "eval")}. */
    record Expression(Expr body) implements Mod {}

    /** A signature type comment: {@code ast.parse(…, mode="func_type")}. */
    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {}
}
