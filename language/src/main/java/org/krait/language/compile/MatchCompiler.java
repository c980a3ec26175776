package org.krait.language.compile;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.MatchCase;
import org.krait.language.syntax.Pattern;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.PyInt;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/**
 * Compiles match statements. The subject and what is taken out of it stand in hidden locals; captured names are
 * bound when the whole pattern has matched.
 */
final class MatchCompiler {
    private final ModuleCompiler c;
    private final MappingPatterns structures;

    MatchCompiler(ModuleCompiler compiler) {
        this.c = compiler;
        structures = new MappingPatterns(compiler, this);
    }

    /** Names that the pattern of a case captures, with the registers of their values. */
    static final class Captures extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;
        /** A pattern that always matches may stand here. */
        boolean irrefutableAllowed;
    }

    void compile(Stmt.Match m) {
        Assembler asm = c.unit.asm;
        boolean isLast = c.statements.isLast();
        int mark = c.unit.hiddenTop();
        int end = asm.newLabel();
        int value = c.expressions.operand(m.subject());
        c.unit.at(m.subject().span());
        int subject = c.operands.toHidden(value);
        BitSet state = c.unit.saveBound();
        BitSet joined = null;
        for (int i = 0; i < m.cases().size(); i++) {
            MatchCase one = m.cases().get(i);
            int fail = asm.newLabel();
            Captures captures = new Captures();
            captures.irrefutableAllowed = one.guard() != null || i == m.cases().size() - 1;
            int watch = c.unit.beginWatch();
            pattern(one.pattern(), subject, fail, captures);
            int used = c.unit.endWatch(watch);
            c.unit.at(one.pattern().span());
            for (var capture : captures.entrySet()) {
                c.names.store(capture.getKey(), capture.getValue(), one.pattern().span());
            }
            clear(subject + 1, Assembler.HIDDEN + used);
            c.unit.freeHidden(subject + 1 - Assembler.HIDDEN);
            if (one.guard() != null) {
                c.conditions.jumpIf(one.guard(), fail, false);
            }
            c.unit.atNowhere();
            asm.emit(Opcode.CLEAR_LOCAL, subject);
            c.statements.visitAll(one.body(), isLast);
            joined = c.statements.join(joined);
            c.statements.endWay(end, isLast);
            asm.bind(fail);
            c.unit.atNowhere();
            c.unit.bound = (BitSet) state.clone();
            clear(subject + 1, Assembler.HIDDEN + used);
        }
        c.unit.at(m.cases().getLast().pattern().span());
        asm.emit(Opcode.CLEAR_LOCAL, subject);
        joined = c.statements.join(joined);
        asm.bind(end);
        if (joined != null) {
            c.unit.bound = joined;
        }
        c.unit.freeHidden(mark);
    }

    private void clear(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, i);
        }
    }

    /** Matches a pattern against the value of a hidden local: goes on, or to {@code fail}. */
    void pattern(Pattern p, int subject, int fail, Captures captures) {
        c.descend();
        Assembler asm = c.unit.asm;
        if (p instanceof Pattern.MatchAs a) {
            as(a, subject, fail, captures);
        } else if (p instanceof Pattern.MatchValue v) {
            if (!(v.value() instanceof Expr.Attribute) && !c.isConstant(v.value())) {
                throw c.error(p.span(), "patterns may only match literals and attribute lookups");
            }
            int value = c.expressions.operand(v.value());
            c.unit.at(p.span());
            asm.emit(Opcode.JUMP_IF_NOT_COMPARE, subject, value, CompareOp.EQ.ordinal(), fail);
            c.operands.free(value);
        } else if (p instanceof Pattern.MatchSingleton s) {
            singleton(s, subject, fail);
        } else if (p instanceof Pattern.MatchSequence s) {
            sequence(s, subject, fail, captures);
        } else if (p instanceof Pattern.MatchMapping m) {
            structures.mapping(m, subject, fail, captures);
        } else if (p instanceof Pattern.MatchClass k) {
            structures.classPattern(k, subject, fail, captures);
        } else if (p instanceof Pattern.MatchOr o) {
            or(o, subject, fail, captures);
        } else {
            throw c.error(p.span(), "can't use starred pattern here");
        }
        c.ascend();
    }

    /** A pattern inside another: it may always match. */
    void inner(Pattern p, int subject, int fail, Captures captures) {
        boolean allowed = captures.irrefutableAllowed;
        captures.irrefutableAllowed = true;
        pattern(p, subject, fail, captures);
        captures.irrefutableAllowed = allowed;
    }

    void capture(String name, int value, Span span, Captures captures) {
        if (name == null) {
            return;
        }
        if (name.equals("__debug__")) {
            throw c.error(span, "cannot assign to __debug__");
        }
        if (captures.containsKey(name)) {
            throw c.error(span, "multiple assignments to name '" + name + "' in pattern");
        }
        captures.put(name, value);
    }

    static boolean isWildcard(Pattern p) {
        return p instanceof Pattern.MatchAs a && a.pattern() == null && a.name() == null;
    }

    private void as(Pattern.MatchAs a, int subject, int fail, Captures captures) {
        if (a.pattern() == null) {
            if (!captures.irrefutableAllowed) {
                throw c.error(a.span(), a.name() == null
                        ? "wildcard makes remaining patterns unreachable"
                        : "name capture '" + a.name() + "' makes remaining patterns unreachable");
            }
            c.unit.at(a.span());
            c.unit.asm.emit(Opcode.NOP);
        } else {
            pattern(a.pattern(), subject, fail, captures);
        }
        capture(a.name(), subject, a.span(), captures);
    }

    private void singleton(Pattern.MatchSingleton s, int subject, int fail) {
        c.unit.at(s.span());
        if (s.value() == ConstantValue.Singleton.NONE) {
            c.unit.asm.emit(Opcode.JUMP_IF_NOT_NONE, subject, fail);
            return;
        }
        int same = c.unit.newTemp();
        c.unit.asm.emit(Opcode.IS, same, subject, c.operands.constant(Constants.of(s.value())), 0);
        c.unit.asm.emit(Opcode.JUMP_IF_FALSE, same, fail);
        c.operands.free(same);
    }

    private void sequence(Pattern.MatchSequence s, int subject, int fail, Captures captures) {
        List<Pattern> patterns = s.patterns();
        int n = patterns.size();
        int star = -1;
        boolean onlyWildcards = true;
        boolean starWildcard = false;
        for (int i = 0; i < n; i++) {
            Pattern p = patterns.get(i);
            if (p instanceof Pattern.MatchStar one) {
                if (star >= 0) {
                    throw c.error(s.span(), "multiple starred names in sequence pattern");
                }
                star = i;
                starWildcard = one.name() == null;
                onlyWildcards &= starWildcard;
            } else {
                onlyWildcards &= isWildcard(p);
            }
        }
        Assembler asm = c.unit.asm;
        c.unit.at(s.span());
        int answer = c.unit.newTemp();
        asm.emit(Opcode.MATCH_SEQUENCE, answer, subject);
        asm.emit(Opcode.JUMP_IF_FALSE, answer, fail);
        c.operands.free(answer);
        if (star < 0) {
            checkLength(subject, n, CompareOp.EQ, fail);
        } else if (n > 1) {
            checkLength(subject, n - 1, CompareOp.GE, fail);
        }
        if (onlyWildcards) {
            return;
        }
        if (starWildcard) {
            byIndex(patterns, star, subject, fail, captures);
            return;
        }
        int base = c.unit.nextTemp();
        for (int i = 0; i < n; i++) {
            c.unit.newTemp();
        }
        if (star < 0) {
            asm.emit(Opcode.UNPACK, base, subject, n);
        } else {
            asm.emit(Opcode.UNPACK_EX, base, subject, star, n - star - 1);
        }
        parts(patterns, base, fail, captures);
    }

    void checkLength(int subject, int length, CompareOp op, int fail) {
        int actual = c.unit.newTemp();
        c.unit.asm.emit(Opcode.GET_LENGTH, actual, subject);
        c.unit.asm.emit(Opcode.JUMP_IF_NOT_COMPARE, actual, c.operands.constant(PyInt.of(length)), op.ordinal(), fail);
        c.operands.free(actual);
    }

    /** Matches patterns against neighbouring temporaries, which go into hidden locals first. */
    void parts(List<Pattern> patterns, int base, int fail, Captures captures) {
        int n = patterns.size();
        int[] registers = new int[n];
        for (int i = 0; i < n; i++) {
            if (isWildcard(patterns.get(i))) {
                registers[i] = -1;
                c.unit.asm.emit(Opcode.DROP, base + i);
            } else {
                registers[i] = c.unit.newHidden();
                c.unit.asm.emit(Opcode.STORE_LOCAL, registers[i], base + i);
            }
        }
        c.unit.freeTemps(base);
        for (int i = 0; i < n; i++) {
            if (patterns.get(i) instanceof Pattern.MatchStar star) {
                capture(star.name(), registers[i], star.span(), captures);
            } else if (registers[i] >= 0) {
                inner(patterns.get(i), registers[i], fail, captures);
            }
        }
    }

    /** With {@code *_} in the middle only the wanted items are looked at. */
    private void byIndex(List<Pattern> patterns, int star, int subject, int fail, Captures captures) {
        int n = patterns.size();
        Assembler asm = c.unit.asm;
        for (int i = 0; i < n; i++) {
            Pattern p = patterns.get(i);
            if (i == star || isWildcard(p)) {
                continue;
            }
            c.unit.at(p.span());
            int item = c.unit.newTemp();
            if (i < star) {
                asm.emit(Opcode.LOAD_ITEM, item, subject, c.operands.constant(PyInt.of(i)));
            } else {
                asm.emit(Opcode.GET_LENGTH, item, subject);
                asm.emit(Opcode.BINARY_OP, item, item, c.operands.constant(PyInt.of(n - i)),
                        BinaryOp.SUBTRACT.ordinal());
                asm.emit(Opcode.LOAD_ITEM, item, subject, item);
            }
            int part = c.operands.toHidden(item);
            inner(p, part, fail, captures);
        }
    }

    private void or(Pattern.MatchOr o, int subject, int fail, Captures captures) {
        Assembler asm = c.unit.asm;
        int end = asm.newLabel();
        int n = o.patterns().size();
        Captures shared = null;
        for (int i = 0; i < n; i++) {
            Pattern p = o.patterns().get(i);
            boolean last = i == n - 1;
            int next = last ? fail : asm.newLabel();
            Captures own = new Captures();
            own.irrefutableAllowed = last && captures.irrefutableAllowed;
            pattern(p, subject, next, own);
            if (shared == null) {
                shared = new Captures();
                for (String name : own.keySet()) {
                    shared.put(name, c.unit.newHidden());
                }
            } else if (!shared.keySet().equals(own.keySet())) {
                throw c.error(o.span(), "alternative patterns bind different names");
            }
            for (var capture : own.entrySet()) {
                asm.emit(Opcode.STORE_LOCAL, shared.get(capture.getKey()), capture.getValue());
            }
            if (!last) {
                asm.emit(Opcode.JUMP, end);
                asm.bind(next);
            }
        }
        asm.bind(end);
        for (var capture : shared.entrySet()) {
            capture(capture.getKey(), capture.getValue(), o.span(), captures);
        }
    }
}
