package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.TypeParam;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;

/** Compiles type parameters and type aliases (PEP 695), whose scopes are functions that are called at once. */
final class TypeParameters {
    private final ModuleCompiler c;

    TypeParameters(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** Makes type parameters, binds their names, and leaves their tuple in the temporary that was next. */
    int make(List<TypeParam> params, Span span) {
        int base = c.unit.nextTemp();
        for (TypeParam p : params) {
            int param = one(p);
            int copy = c.unit.newTemp();
            c.unit.asm.emit(Opcode.MOVE, copy, param);
            c.names.store(p.name(), copy, p.span());
        }
        c.unit.at(span);
        c.unit.asm.emit(Opcode.BUILD_TUPLE, base, base, params.size());
        c.unit.freeTemps(base + 1);
        return base;
    }

    private int one(TypeParam p) {
        c.unit.at(p.span());
        int name = c.operands.constant(PyStr.interned(p.name()));
        int dst = c.unit.newTemp();
        if (p instanceof TypeParam.TypeVar v && v.bound() != null) {
            int bound = lazily(c.scope(v), v.name(), v.bound(), p.span());
            Intrinsic kind = v.bound() instanceof Expr.Tuple
                    ? Intrinsic.TYPEVAR_WITH_CONSTRAINTS
                    : Intrinsic.TYPEVAR_WITH_BOUND;
            c.unit.asm.emit(Opcode.INTRINSIC_2, dst, kind.ordinal(), name, bound);
            c.operands.free(bound);
        } else {
            Intrinsic kind = p instanceof TypeParam.TypeVar ? Intrinsic.TYPEVAR
                    : p instanceof TypeParam.ParamSpec ? Intrinsic.PARAMSPEC : Intrinsic.TYPEVARTUPLE;
            c.unit.asm.emit(Opcode.INTRINSIC, dst, kind.ordinal(), name);
        }
        return dst;
    }

    /** A function that computes an expression when it is asked. */
    private int lazily(Scope scope, String name, Expr e, Span span) {
        c.enterUnit(scope, name, span.line());
        c.unit.asm.constantIndex(PySingleton.NONE);
        int value = c.expressions.operand(e);
        c.unit.at(e.span());
        c.unit.asm.emit(Opcode.RETURN, value);
        c.operands.free(value);
        CodeObject code = c.finishUnit();
        c.unit.at(span);
        return c.definitions.makeFunction(code, 0, -1);
    }

    /** Calls the code of a scope without arguments; the result is in the temporary that was next. */
    int callScope(CodeObject code, Span span) {
        c.unit.at(span);
        int dst = c.definitions.makeFunction(code, 0, -1);
        c.unit.asm.emit(Opcode.CALL, dst, dst, dst + 1, 0, 0);
        return dst;
    }

    /** A function with type parameters; its defaults are in the temporaries from {@code base} on. */
    int function(DefinitionCompiler.Definition d, int defaults, int base, int firstLine) {
        Span span = d.node().span();
        int count = Integer.bitCount(defaults);
        c.enterUnit(c.scope(d.typeParams()), "<generic parameters of " + d.name() + ">", firstLine);
        c.unit.argCount = count;
        int params = make(d.typeParams(), span);
        int inner = c.unit.nextTemp();
        for (int i = 0; i < count; i++) {
            c.unit.asm.emit(Opcode.MOVE, c.unit.newTemp(), i);
        }
        int flags = defaults | c.definitions.annotations(d.args(), d.returns(), span);
        CodeObject code = c.definitions.body(d, firstLine);
        c.unit.at(span);
        int function = c.definitions.makeFunction(code, flags, inner);
        c.definitions.setTypeParams(params, function, params);
        c.unit.freeTemps(params + 1);
        c.unit.asm.emit(Opcode.RETURN, params);
        c.operands.free(params);
        CodeObject outer = c.finishUnit();
        c.unit.at(span);
        int made = c.definitions.makeFunction(outer, 0, -1);
        c.unit.asm.emit(Opcode.CALL, base, made, base, count, 0);
        c.unit.freeTemps(base);
        return c.unit.newTemp();
    }

    void alias(Stmt.TypeAlias t) {
        Span span = t.span();
        String name = ((Expr.Name) t.name()).id();
        boolean generic = !t.typeParams().isEmpty();
        if (generic) {
            c.enterUnit(c.scope(t.typeParams()), "<generic parameters of " + name + ">", span.line());
        }
        int base = c.unit.nextTemp();
        c.unit.at(span);
        c.operands.toTemp(c.operands.constant(PyStr.interned(name)));
        if (generic) {
            make(t.typeParams(), span);
        } else {
            c.operands.toTemp(c.operands.constant(PySingleton.NONE));
        }
        lazily(c.scope(t), name, t.value(), span);
        c.unit.asm.emit(Opcode.BUILD_TUPLE, base, base, 3);
        c.unit.freeTemps(base + 1);
        c.unit.asm.emit(Opcode.INTRINSIC, base, Intrinsic.TYPEALIAS.ordinal(), base);
        if (generic) {
            c.unit.asm.emit(Opcode.RETURN, base);
            c.operands.free(base);
            base = callScope(c.finishUnit(), span);
        }
        c.names.store(name, base, span);
    }
}
