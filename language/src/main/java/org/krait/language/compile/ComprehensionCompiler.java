package org.krait.language.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import org.krait.language.compile.Symbol.Place;
import org.krait.language.syntax.Comprehension;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Span;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyTuple;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;

/** Compiles comprehensions, those of lists, sets and dicts into the code around them (PEP 709). */
final class ComprehensionCompiler {
    private final ModuleCompiler c;

    ComprehensionCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** What a comprehension makes of each element; {@code build} is null for a generator. */
    private record Plan(Expr node, List<Comprehension> generators, Expr element, Expr value, Opcode build,
            Opcode add) {}

    int list(Expr.ListComp e) {
        return compile(new Plan(e, e.generators(), e.elt(), null, Opcode.BUILD_LIST, Opcode.LIST_APPEND));
    }

    int set(Expr.SetComp e) {
        return compile(new Plan(e, e.generators(), e.elt(), null, Opcode.BUILD_SET, Opcode.SET_ADD));
    }

    int dict(Expr.DictComp e) {
        return compile(new Plan(e, e.generators(), e.key(), e.value(), Opcode.BUILD_MAP, Opcode.MAP_ADD));
    }

    int generator(Expr.GeneratorExp e) {
        return compile(new Plan(e, e.generators(), e.elt(), null, null, null));
    }

    private int compile(Plan plan) {
        Scope scope = c.scope(plan.node);
        boolean async = scope.coroutine && plan.build != null;
        if (async && !c.unit.asyncFunction && !c.unit.scope.isComprehension() && !c.isTopLevelAwait()) {
            throw c.error(plan.node.span(), "asynchronous comprehension outside of an asynchronous function");
        }
        return scope.inlined ? inline(plan, scope) : callFunction(plan, scope, async);
    }

    private int inline(Plan plan, Scope scope) {
        CodeUnit unit = c.unit;
        int dst = unit.newTemp();
        int mark = unit.hiddenTop();
        Comprehension first = plan.generators.getFirst();
        int iterator = iterator(first, plan.node.span());
        HashMap<String, Integer> registers = new HashMap<>();
        ArrayList<Integer> added = new ArrayList<>();
        for (var entry : scope.symbols.entrySet()) {
            Symbol symbol = entry.getValue();
            if (!symbol.has(Symbol.DEF_PARAM) && (symbol.place == Place.LOCAL || symbol.place == Place.CELL)) {
                boolean cell = symbol.place == Place.CELL;
                int register = unit.addComprehensionLocal(entry.getKey(), cell);
                registers.put(entry.getKey(), register);
                added.add(register);
                if (cell) {
                    unit.asm.emit(Opcode.MAKE_CELL, register);
                }
            }
        }
        unit.comprehensions.add(new CodeUnit.InlinedComprehension(scope, registers));
        BitSet state = unit.saveBound();
        unit.at(plan.node.span());
        unit.asm.emit(plan.build, dst, dst, 0);
        generate(plan, 0, iterator, dst);
        unit.comprehensions.removeLast();
        unit.bound = state;
        unit.at(plan.node.span());
        for (int i = added.size() - 1; i >= 0; i--) {
            unit.asm.emit(Opcode.CLEAR_LOCAL, added.get(i));
            unit.giveBackComprehensionLocal(added.get(i));
        }
        unit.freeHidden(mark);
        return dst;
    }

    private int callFunction(Plan plan, Scope scope, boolean async) {
        CodeUnit outer = c.unit;
        int dst = outer.newTemp();
        int mark = outer.hiddenTop();
        Span span = plan.node.span();
        Comprehension first = plan.generators.getFirst();
        int iterator = iterator(first, span);
        c.enterUnit(scope, scope.name, span.line());
        c.unit.argCount = 1;
        int local = c.unit.newHidden();
        c.unit.at(span);
        c.unit.asm.emit(Opcode.STORE_LOCAL, local, 0);
        int result = -1;
        if (plan.build != null) {
            result = c.unit.newTemp();
            c.unit.asm.emit(plan.build, result, result, 0);
        }
        generate(plan, 0, local, result);
        if (plan.build != null) {
            c.unit.at(span);
            c.unit.asm.emit(Opcode.RETURN, result);
            c.operands.free(result);
        }
        CodeObject code = c.finishUnit();
        outer.at(span);
        int function = c.definitions.makeFunction(code, 0, -1);
        int argument = outer.newTemp();
        outer.asm.emit(Opcode.MOVE, argument, iterator);
        outer.asm.emit(Opcode.CALL, dst, function, argument, 1, 0);
        outer.asm.emit(Opcode.CLEAR_LOCAL, iterator);
        outer.freeHidden(mark);
        outer.freeTemps(dst + 1);
        return async ? c.suspensions.awaitValue(dst, 0) : dst;
    }

    /** Evaluates an iterable and makes its iterator, in a new hidden local. */
    private int iterator(Comprehension generator, Span span) {
        int iterable = iterable(generator.iter());
        int iterator = c.unit.newHidden();
        c.unit.at(span);
        c.unit.asm.emit(generator.isAsync() ? Opcode.GET_ASYNC_ITER : Opcode.GET_ITER, iterator, iterable);
        c.operands.free(iterable);
        return iterator;
    }

    /** An iterable that is only iterated: a display of constants becomes a constant. */
    int iterable(Expr e) {
        PyObject constant = null;
        if (e instanceof Expr.List l) {
            constant = c.folder.foldItems(l.elts());
        } else if (e instanceof Expr.Set s) {
            PyTuple items = c.folder.foldItems(s.elts());
            PySet set = items == null ? null : Constants.frozenSet(items.items);
            constant = set;
        }
        return constant != null ? c.operands.constant(constant) : c.expressions.operand(e);
    }

    private void generate(Plan plan, int index, int iterator, int result) {
        Comprehension generator = plan.generators.get(index);
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        int head = asm.newLabel();
        int next = asm.newLabel();
        int end = asm.newLabel();
        int mark = unit.hiddenTop();
        AsyncLoop loop = null;
        asm.bind(head);
        int item;
        if (generator.isAsync()) {
            loop = new AsyncLoop(c);
            unit.at(plan.node.span());
            item = loop.next(iterator);
        } else {
            item = unit.newTemp();
            unit.at(plan.node.span());
            asm.emit(Opcode.FOR_ITER, item, iterator, end);
        }
        c.statements.targets.store(generator.target(), item);
        for (Expr condition : generator.ifs()) {
            c.conditions.jumpIf(condition, next, false);
        }
        if (index + 1 < plan.generators.size()) {
            int inner = iterator(plan.generators.get(index + 1), plan.node.span());
            generate(plan, index + 1, inner, result);
        } else {
            element(plan, result);
        }
        asm.bind(next);
        asm.emit(Opcode.JUMP_BACK, head);
        asm.bind(end);
        if (loop != null) {
            unit.at(plan.node.span());
            loop.end(iterator);
        }
        unit.freeHidden(mark);
    }

    private void element(Plan plan, int result) {
        if (plan.build == null) {
            int value = c.expressions.operand(plan.element);
            c.unit.at(plan.element.span());
            int sent = c.suspensions.yieldValue(value);
            c.unit.asm.emit(Opcode.DROP, sent);
            c.operands.free(sent);
        } else if (plan.value != null) {
            c.expressions.mapAdd(result, plan.element, plan.value, plan.element.span().to(plan.value.span()));
        } else {
            int value = c.expressions.operand(plan.element);
            c.unit.at(plan.element.span());
            c.unit.asm.emit(plan.add, result, value);
            c.operands.free(value);
        }
    }
}
