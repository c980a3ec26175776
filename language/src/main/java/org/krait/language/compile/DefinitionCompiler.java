package org.krait.language.compile;

import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.Arg;
import org.krait.language.syntax.Arguments;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.TypeParam;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;

/** Compiles functions and lambdas: defaults, annotations, body, decorators. */
final class DefinitionCompiler {
    static final int DEFAULTS = 1;
    static final int KEYWORD_DEFAULTS = 2;
    static final int ANNOTATIONS = 4;
    static final int CLOSURE = 8;

    private final ModuleCompiler c;

    DefinitionCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** What a def statement says, async or not. */
    record Definition(Stmt node, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns,
            List<TypeParam> typeParams, boolean async) {}

    void function(Stmt.FunctionDef f) {
        define(new Definition(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false));
    }

    void asyncFunction(Stmt.AsyncFunctionDef f) {
        define(new Definition(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), true));
    }

    private void define(Definition d) {
        checkParameters(d.args);
        int mark = c.unit.hiddenTop();
        ArrayList<Integer> decorators = decorators(d.decorators);
        int firstLine = d.decorators.isEmpty() ? d.node.span().line() : d.decorators.getFirst().span().line();
        Span span = d.node.span();
        int base = c.unit.nextTemp();
        int flags = defaults(d.args, span);
        int function;
        if (d.typeParams.isEmpty()) {
            flags |= annotations(d.args, d.returns, span);
            CodeObject code = body(d, firstLine);
            c.unit.at(span);
            function = makeFunction(code, flags, base);
        } else {
            function = c.typeParameters.function(d, flags, base, firstLine);
        }
        decorate(decorators, d.decorators, function, mark);
        c.names.store(d.name, function, span);
    }

    private static void refuseDebug(ModuleCompiler c, Arg arg) {
        if (arg != null && arg.arg().equals("__debug__")) {
            throw c.error(arg.span(), "cannot assign to __debug__");
        }
    }

    private void checkParameters(Arguments args) {
        for (Arg arg : args.posonlyargs()) {
            refuseDebug(c, arg);
        }
        for (Arg arg : args.args()) {
            refuseDebug(c, arg);
        }
        refuseDebug(c, args.vararg());
        for (Arg arg : args.kwonlyargs()) {
            refuseDebug(c, arg);
        }
        refuseDebug(c, args.kwarg());
    }

    // Decorators

    /** Evaluates decorators into hidden locals, in order. */
    ArrayList<Integer> decorators(List<Expr> decorators) {
        ArrayList<Integer> hidden = new ArrayList<>(decorators.size());
        for (Expr e : decorators) {
            int value = c.expressions.operand(e);
            c.unit.at(e.span());
            hidden.add(c.operands.toHidden(value));
        }
        return hidden;
    }

    /** Applies decorators to a temporary, the last one first, and gives their hidden locals back. */
    void decorate(ArrayList<Integer> hidden, List<Expr> decorators, int value, int mark) {
        for (int i = hidden.size() - 1; i >= 0; i--) {
            c.unit.at(decorators.get(i).span());
            c.unit.asm.emit(Opcode.CALL, value, hidden.get(i), value, 1, 0);
            c.operands.clearBut(value, hidden.get(i), 1);
        }
        c.unit.freeHidden(mark);
    }

    // Defaults and annotations

    /** Puts defaults and keyword defaults into the next temporaries; the answer says which there are. */
    int defaults(Arguments args, Span span) {
        int flags = 0;
        if (!args.defaults().isEmpty()) {
            c.expressions.temp(new Expr.Tuple(args.defaults(), ExprContext.LOAD, span));
            flags |= DEFAULTS;
        }
        ArrayList<PyObject> names = new ArrayList<>();
        ArrayList<Expr> values = new ArrayList<>();
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            Expr value = args.kwDefaults().get(i);
            if (value != null) {
                names.add(PyStr.interned(c.names.stored(args.kwonlyargs().get(i).arg())));
                values.add(value);
            }
        }
        if (!values.isEmpty()) {
            boolean runs = Effects.anyRunsCode(values);
            int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
            Group group = new Group(c, runs);
            for (Expr value : values) {
                group.add(value);
            }
            c.unit.at(span);
            group.end();
            int keys = c.unit.asm.constantIndex(PyTuple.constant(names.toArray(new PyObject[0])));
            c.unit.asm.emit(Opcode.BUILD_MAP_CONST, dst, group.base(), values.size(), keys);
            c.unit.freeTemps(dst);
            c.unit.newTemp();
            flags |= KEYWORD_DEFAULTS;
        }
        return flags;
    }

    /** Puts the tuple of names and annotations into the next temporary; the answer says whether there are any. */
    int annotations(Arguments args, Expr returns, Span span) {
        ArrayList<String> names = new ArrayList<>();
        ArrayList<Expr> values = new ArrayList<>();
        collect(args.args(), names, values);
        collect(args.posonlyargs(), names, values);
        collect(args.vararg(), names, values);
        collect(args.kwonlyargs(), names, values);
        collect(args.kwarg(), names, values);
        if (returns != null) {
            names.add("return");
            values.add(returns);
        }
        if (values.isEmpty()) {
            return 0;
        }
        boolean runs = Effects.anyRunsCode(values);
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        for (int i = 0; i < values.size(); i++) {
            c.operands.toTemp(c.operands.constant(PyStr.interned(c.names.stored(names.get(i)))));
            Expr value = values.get(i);
            if (value instanceof Expr.Starred star && !c.futureAnnotations()) {
                group.beforeCode();
                int tuple = c.expressions.operand(star.value());
                c.operands.free(tuple);
                int item = c.unit.newTemp();
                c.unit.asm.emit(Opcode.UNPACK, item, tuple, 1);
                group.markOwned();
            } else {
                group.add(c.statements.annotation(value));
            }
        }
        c.unit.at(span);
        group.end();
        c.unit.asm.emit(Opcode.BUILD_TUPLE, dst, group.base(), values.size() * 2);
        c.unit.freeTemps(dst);
        c.unit.newTemp();
        return ANNOTATIONS;
    }

    private static void collect(List<Arg> args, ArrayList<String> names, ArrayList<Expr> values) {
        for (Arg arg : args) {
            collect(arg, names, values);
        }
    }

    private static void collect(Arg arg, ArrayList<String> names, ArrayList<Expr> values) {
        if (arg != null && arg.annotation() != null) {
            names.add(arg.arg());
            values.add(arg.annotation());
        }
    }

    // Bodies

    /** The code of a function's body. */
    CodeObject body(Definition d, int firstLine) {
        Scope scope = c.scope(d.node);
        enterFunction(scope, d.name, firstLine, d.args);
        c.unit.asyncFunction = d.async;
        ConstantValue.Str doc = c.options.optimize() < 2 ? StatementCompiler.docstring(d.body) : null;
        c.unit.asm.constantIndex(doc == null ? PySingleton.NONE : Constants.text(doc));
        c.statements.visitAll(doc == null ? d.body : d.body.subList(1, d.body.size()), true);
        return c.finishUnit();
    }

    private void enterFunction(Scope scope, String name, int firstLine, Arguments args) {
        c.enterUnit(scope, name, firstLine);
        c.unit.positionalOnlyCount = args.posonlyargs().size();
        c.unit.argCount = args.args().size() + c.unit.positionalOnlyCount;
        c.unit.keywordOnlyCount = args.kwonlyargs().size();
    }

    int lambda(Expr.Lambda l) {
        checkParameters(l.args());
        int base = c.unit.nextTemp();
        int flags = defaults(l.args(), l.span());
        enterFunction(c.scope(l), "<lambda>", l.span().line(), l.args());
        c.unit.asm.constantIndex(PySingleton.NONE);
        c.statements.returnValue(l.body(), l.body().span());
        CodeObject code = c.finishUnit();
        c.unit.at(l.span());
        return makeFunction(code, flags, base);
    }

    /**
     * Makes a function of a code object, in the temporary {@code base}, from where on the parts that the flags name
     * stand; a base of -1 is the next temporary.
     */
    int makeFunction(CodeObject code, int parts, int base) {
        CodeUnit unit = c.unit;
        int dst = base < 0 ? unit.nextTemp() : base;
        int flags = parts;
        if (code.freeCount > 0) {
            int cells = unit.nextTemp();
            int first = code.variables.length - code.freeCount;
            for (int i = 0; i < code.freeCount; i++) {
                int cell = c.names.cellRegister(code.variables[first + i].toString());
                unit.asm.emit(Opcode.MOVE, unit.newTemp(), cell);
            }
            unit.asm.emit(Opcode.BUILD_TUPLE, cells, cells, code.freeCount);
            unit.freeTemps(cells);
            unit.newTemp();
            flags |= CLOSURE;
        }
        unit.freeTemps(dst);
        unit.newTemp();
        unit.asm.emit(Opcode.MAKE_FUNCTION, dst, unit.asm.constantIndex(code), dst, flags);
        return dst;
    }

    /** Puts the type parameters on a function: {@code dst} becomes the function. */
    void setTypeParams(int dst, int function, int typeParams) {
        c.unit.asm.emit(Opcode.INTRINSIC_2, dst, Intrinsic.SET_FUNCTION_TYPE_PARAMS.ordinal(), function, typeParams);
    }
}
