package org.krait.language.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Pattern;
import org.krait.objects.CompareOp;
import org.krait.objects.PyBool;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.ConstantPool;
import org.krait.objects.code.Opcode;

/** Compiles mapping and class patterns. */
final class MappingPatterns {
    private final ModuleCompiler c;
    private final MatchCompiler matches;

    MappingPatterns(ModuleCompiler compiler, MatchCompiler matches) {
        this.c = compiler;
        this.matches = matches;
    }

    void mapping(Pattern.MatchMapping m, int subject, int fail, MatchCompiler.Captures captures) {
        Assembler asm = c.unit.asm;
        int n = m.keys().size();
        c.unit.at(m.span());
        int answer = c.unit.newTemp();
        asm.emit(Opcode.MATCH_MAPPING, answer, subject);
        asm.emit(Opcode.JUMP_IF_FALSE, answer, fail);
        c.operands.free(answer);
        if (n > 0) {
            matches.checkLength(subject, n, CompareOp.GE, fail);
        }
        if (n == 0 && m.rest() == null) {
            return;
        }
        checkKeys(m);
        int keys = c.expressions.operand(new Expr.Tuple(m.keys(), ExprContext.LOAD, m.span()));
        if (CodeUnit.isTemp(keys)) {
            keys = c.operands.toHidden(keys);
        }
        c.unit.at(m.span());
        int values = c.unit.newTemp();
        asm.emit(Opcode.MATCH_KEYS, values, subject, keys);
        int found = c.operands.toHidden(values);
        asm.emit(Opcode.JUMP_IF_NONE, found, fail);
        unpack(m.patterns(), found, fail, captures);
        if (m.rest() != null) {
            rest(m, subject, keys, captures);
        }
    }

    private void unpack(List<Pattern> patterns, int tuple, int fail, MatchCompiler.Captures captures) {
        int n = patterns.size();
        if (n == 0) {
            return;
        }
        int base = c.unit.nextTemp();
        for (int i = 0; i < n; i++) {
            c.unit.newTemp();
        }
        c.unit.asm.emit(Opcode.UNPACK, base, tuple, n);
        matches.parts(patterns, base, fail, captures);
    }

    /** {@code **rest}: a dict of the subject without the keys. */
    private void rest(Pattern.MatchMapping m, int subject, int keys, MatchCompiler.Captures captures) {
        Assembler asm = c.unit.asm;
        c.unit.at(m.span());
        int dict = c.unit.newTemp();
        asm.emit(Opcode.BUILD_MAP, dict, dict, 0);
        asm.emit(Opcode.DICT_UPDATE, dict, subject);
        int rest = c.operands.toHidden(dict);
        int n = m.keys().size();
        if (keys < 0) {
            PyTuple constant = (PyTuple) asm.constantOf(keys);
            for (PyObject key : constant.items) {
                asm.emit(Opcode.DELETE_ITEM, rest, c.operands.constant(key));
            }
        } else {
            int base = c.unit.nextTemp();
            for (int i = 0; i < n; i++) {
                c.unit.newTemp();
            }
            asm.emit(Opcode.UNPACK, base, keys, n);
            for (int i = 0; i < n; i++) {
                asm.emit(Opcode.DELETE_ITEM, rest, base + i);
            }
            c.unit.freeTemps(base);
        }
        matches.capture(m.rest(), rest, m.span(), captures);
    }

    private void checkKeys(Pattern.MatchMapping m) {
        ConstantPool seen = new ConstantPool();
        int count = 0;
        for (Expr key : m.keys()) {
            PyObject constant = c.folder.fold(key);
            if (constant != null) {
                if (seen.index(number(constant)) < count) {
                    throw c.error(m.span(),
                            "mapping pattern checks duplicate key (" + Literals.repr(constant) + ")");
                }
                count++;
            } else if (!(key instanceof Expr.Attribute)) {
                throw c.error(m.span(), "mapping pattern keys may only match literals and attribute lookups");
            }
        }
    }

    /** One object for numbers that are equal. */
    private static PyObject number(PyObject constant) {
        if (constant instanceof PyBool b) {
            return PyInt.of(b.value);
        }
        if (constant instanceof PyComplex z && z.imag == 0) {
            return number(new PyFloat(z.real));
        }
        if (constant instanceof PyFloat f && f.value == Math.rint(f.value) && !Double.isInfinite(f.value)) {
            return PyInt.of(new BigDecimal(f.value).toBigInteger());
        }
        return constant;
    }

    void classPattern(Pattern.MatchClass k, int subject, int fail, MatchCompiler.Captures captures) {
        HashSet<String> seen = new HashSet<>();
        PyObject[] names = new PyObject[k.kwdAttrs().size()];
        for (int i = 0; i < names.length; i++) {
            String attribute = k.kwdAttrs().get(i);
            if (attribute.equals("__debug__")) {
                throw c.error(k.kwdPatterns().get(i).span(), "cannot assign to __debug__");
            }
            if (!seen.add(attribute)) {
                throw c.error(k.kwdPatterns().get(i).span(),
                        "attribute name repeated in class pattern: " + attribute);
            }
            names[i] = PyStr.interned(attribute);
        }
        int type = c.expressions.operand(k.cls());
        c.unit.at(k.span());
        c.operands.free(type);
        int values = c.unit.newTemp();
        c.unit.asm.emit(Opcode.MATCH_CLASS, values, subject, type, k.patterns().size(),
                c.unit.asm.constantIndex(PyTuple.constant(names)));
        int found = c.operands.toHidden(values);
        c.unit.asm.emit(Opcode.JUMP_IF_NONE, found, fail);
        ArrayList<Pattern> all = new ArrayList<>(k.patterns());
        all.addAll(k.kwdPatterns());
        unpack(all, found, fail, captures);
    }
}
