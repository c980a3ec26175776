package org.krait.language.compile;

import java.util.IdentityHashMap;
import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.SyntaxWarningListener;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;

/**
 * Compiles a tree to a code object: {@link #compile}. It holds what the compilers of the single constructs share:
 * options, blocks and the unit being written.
 */
public final class ModuleCompiler {
    final String fileName;
    final CompileOptions options;
    final SyntaxWarningListener listener;
    final boolean interactive;
    final ConstantFolder folder;
    final Names names = new Names(this);
    final Operands operands = new Operands(this);
    final ExpressionCompiler expressions = new ExpressionCompiler(this);
    final Conditions conditions = new Conditions(this);
    final CallCompiler calls = new CallCompiler(this);
    final ComprehensionCompiler comprehensions = new ComprehensionCompiler(this);
    final Suspensions suspensions = new Suspensions(this);
    final StatementCompiler statements = new StatementCompiler(this);
    final Blocks blocks = new Blocks(this);
    final DefinitionCompiler definitions = new DefinitionCompiler(this);
    final ClassCompiler classes = new ClassCompiler(this);
    final TypeParameters typeParameters = new TypeParameters(this);

    /** What is being written. */
    CodeUnit unit;
    private final PyStr filename;
    private final int futureFlags;
    /** The line of the last {@code from __future__ import}, or -1. */
    final int lastFutureLine;
    private IdentityHashMap<Object, Scope> scopes;
    private int depth;

    private ModuleCompiler(Mod mod, String fileName, CompileOptions options, SyntaxWarningListener listener) {
        this.fileName = fileName;
        this.options = options;
        this.listener = listener;
        filename = PyStr.of(fileName);
        interactive = mod instanceof Mod.Interactive;
        folder = new ConstantFolder(options.optimize() == 0);
        FutureFeatures future = FutureFeatures.of(mod, fileName);
        futureFlags = options.futureFlags() | future.flags();
        lastFutureLine = future.lastLine();
    }

    /**
     * Compiles a tree.
     *
     * @param fileName what the code object and errors call the source
     * @param listener hears of SyntaxWarnings; null for nobody
     * @throws SyntaxException for what is not a program, and for a tree that is too deep
     */
    public static CodeObject compile(Mod mod, String fileName, CompileOptions options,
            SyntaxWarningListener listener) {
        try {
            return compileHere(mod, fileName, options, listener);
        } catch (StackOverflowError e) {
            return DeepCompilation.run(mod, fileName, options, listener);
        }
    }

    /** Compiles on the stack there is. */
    static CodeObject compileHere(Mod mod, String fileName, CompileOptions options, SyntaxWarningListener listener) {
        return new ModuleCompiler(mod, fileName, options, listener).run(mod);
    }

    private CodeObject run(Mod mod) {
        ScopeBuilder builder = new ScopeBuilder(fileName, futureAnnotations());
        Scope top = builder.build(mod);
        scopes = builder.scopes;
        unit = new CodeUnit(top, null, "<module>", "<module>", 1, options.columns());
        unit.at(new Span(1, 0, 1, 0));
        unit.prologue();
        if (mod instanceof Mod.Module m) {
            statements.moduleBody(m.body());
        } else if (mod instanceof Mod.Interactive m) {
            interactiveBody(m.body());
        } else if (mod instanceof Mod.Expression m) {
            int value = expressions.operand(m.body());
            unit.at(m.body().span());
            unit.asm.emit(Opcode.RETURN, value);
            operands.free(value);
        } else {
            throw new IllegalArgumentException("a function type cannot be compiled");
        }
        return finishUnit();
    }

    private void interactiveBody(List<Stmt> body) {
        if (SetupAnnotations.isNeeded(body)) {
            unit.asm.emit(Opcode.SETUP_ANNOTATIONS);
        }
        statements.visitAll(body);
    }

    boolean futureAnnotations() {
        return (futureFlags & CodeObject.FUTURE_ANNOTATIONS) != 0;
    }

    Scope scope(Object key) {
        return scopes.get(key);
    }

    SyntaxException error(Span span, String message) {
        return CompileErrors.at(fileName, span, message);
    }

    void warn(Span span, String message) {
        if (listener != null && !listener.warn("SyntaxWarning", message, fileName, span.line())) {
            throw error(span, message);
        }
    }

    void descend() {
        if (++depth > ScopeBuilder.MAX_DEPTH) {
            throw CompileErrors.tooDeep(fileName);
        }
    }

    void ascend() {
        depth--;
    }

    /** Begins a code object inside the current one; its prologue comes when the arguments are known. */
    void enterUnit(Scope scope, String name, int firstLine) {
        unit = new CodeUnit(scope, unit, name, qualifiedName(scope, name), firstLine, options.columns());
        unit.asm.at(firstLine, 0, firstLine, 0);
        unit.prologue();
    }

    /** {@code __qualname__}: with {@code <locals>} after functions, without the blocks of type parameters. */
    private String qualifiedName(Scope scope, String name) {
        CodeUnit outer = unit;
        if (outer.parent == null) {
            return name;
        }
        if (outer.scope.kind == Scope.Kind.TYPE_PARAMETERS || outer.scope.kind == Scope.Kind.TYPE_VAR_BOUND) {
            outer = outer.parent;
            if (outer.parent == null) {
                return name;
            }
        }
        boolean named = scope.kind == Scope.Kind.CLASS || scope.kind == Scope.Kind.TYPE_ALIAS
                || scope.kind == Scope.Kind.FUNCTION && !scope.isComprehension();
        if (named && outer.scope.place(PrivateNames.mangle(outer.privateName, name)) == Symbol.Place.GLOBAL_EXPLICIT) {
            return name;
        }
        boolean locals = outer.scope.kind == Scope.Kind.TYPE_ALIAS
                || outer.scope.kind == Scope.Kind.FUNCTION && !outer.scope.isComprehension();
        return outer.qualifiedName + (locals ? ".<locals>." : ".") + name;
    }

    /** Ends the current code object, which returns None where it runs over its end. */
    CodeObject finishUnit() {
        CodeUnit done = unit;
        boolean suspendable = done.scope.generator || done.scope.coroutine;
        if (done.asm.isReachable()) {
            done.asm.emit(Opcode.RETURN, done.asm.constant(PySingleton.NONE));
        }
        done.flags |= flags(done.scope);
        if ((done.flags & CodeObject.SUSPENDABLE) != 0 && suspendable) {
            suspensions.guardStopIteration(done);
        }
        unit = done.parent;
        return done.finish(filename);
    }

    private int flags(Scope scope) {
        int flags = futureFlags & 0x1ffe000;
        if (scope.isFunctionLike()) {
            flags |= CodeObject.NEWLOCALS | CodeObject.OPTIMIZED;
            if (scope.nested) {
                flags |= CodeObject.NESTED;
            }
            if (scope.generator && !scope.coroutine) {
                flags |= CodeObject.GENERATOR;
            } else if (!scope.generator && scope.coroutine) {
                flags |= CodeObject.COROUTINE;
            } else if (scope.generator) {
                flags |= CodeObject.ASYNC_GENERATOR;
            }
            if (scope.varArgs) {
                flags |= CodeObject.VARARGS;
            }
            if (scope.varKeywords) {
                flags |= CodeObject.VARKEYWORDS;
            }
        } else if (scope.kind == Scope.Kind.MODULE && options.topLevelAwait() && scope.coroutine) {
            flags |= CodeObject.COROUTINE;
        }
        return flags;
    }

    /** True where {@code await}, {@code async for} and {@code async with} may stand. */
    boolean isAsyncAllowed() {
        return unit.asyncFunction || isTopLevelAwait();
    }

    boolean isTopLevelAwait() {
        return options.topLevelAwait() && unit.scope.kind == Scope.Kind.MODULE;
    }

    /** True when a name is bound at module level. */
    boolean moduleDefines(String name) {
        CodeUnit top = unit;
        while (top.parent != null) {
            top = top.parent;
        }
        Symbol symbol = top.scope.symbols.get(name);
        return symbol != null && symbol.has(Symbol.DEF_BOUND | Symbol.DEF_GLOBAL);
    }

    /** True when an expression is the literal or name of a constant. */
    boolean isConstant(Expr e) {
        return folder.fold(e) != null;
    }
}
