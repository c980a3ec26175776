package org.krait.language.compile;

import java.util.ArrayList;
import java.util.HashSet;
import org.krait.language.compile.Symbol.Place;
import org.krait.language.syntax.SyntaxException;

/**
 * Decides where each name lives; the second pass of CPython's symtable.c.
 *
 * <p>Variables of an inlined comprehension get registers of their own in the unit around it, so its block keeps its
 * symbols and is not merged into the block around.
 */
final class ScopeAnalysis {
    private final String fileName;

    ScopeAnalysis(String fileName) {
        this.fileName = fileName;
    }

    void analyze(Scope top) {
        analyze(top, null, new HashSet<>(), new HashSet<>(), new HashSet<>(), null);
    }

    private void analyze(Scope scope, HashSet<String> bound, HashSet<String> free, HashSet<String> global,
            HashSet<String> typeParams, Scope classScope) {
        HashSet<String> local = new HashSet<>();
        HashSet<String> newBound = new HashSet<>();
        HashSet<String> newGlobal = new HashSet<>();
        HashSet<String> newFree = new HashSet<>();
        boolean isClass = scope.kind == Scope.Kind.CLASS;
        if (isClass) {
            newGlobal.addAll(global);
            if (bound != null) {
                newBound.addAll(bound);
            }
        }
        for (var entry : scope.symbols.entrySet()) {
            place(scope, entry.getKey(), entry.getValue(), bound, local, free, global, typeParams, classScope);
        }
        if (isClass) {
            newBound.add("__class__");
            newBound.add("__classdict__");
        } else {
            if (scope.isFunctionLike()) {
                newBound.addAll(local);
            }
            if (bound != null) {
                newBound.addAll(bound);
            }
            newGlobal.addAll(global);
        }
        for (int i = 0; i < scope.children.size(); i++) {
            Scope child = scope.children.get(i);
            Scope seen = null;
            if (child.seesClass) {
                seen = isClass ? scope : classScope;
            }
            HashSet<String> childFree = new HashSet<>();
            analyze(child, new HashSet<>(newBound), childFree, new HashSet<>(newGlobal), new HashSet<>(typeParams),
                    seen);
            if (child.isComprehension() && !child.generator && !scope.seesClass) {
                inline(scope, child, childFree);
                child.inlined = true;
            }
            newFree.addAll(childFree);
        }
        spliceInlined(scope);
        if (scope.isFunctionLike()) {
            makeCells(scope, newFree);
        } else if (isClass) {
            scope.needsClassCell = newFree.remove("__class__");
            scope.needsClassDict = newFree.remove("__classdict__");
        }
        recordFree(scope, bound, newFree, isClass || scope.seesClass);
        free.addAll(newFree);
    }

    private void place(Scope scope, String name, Symbol symbol, HashSet<String> bound, HashSet<String> local,
            HashSet<String> free, HashSet<String> global, HashSet<String> typeParams, Scope classScope) {
        if (symbol.has(Symbol.DEF_GLOBAL)) {
            if (symbol.has(Symbol.DEF_NONLOCAL)) {
                throw atDirective(scope, name, "name '" + name + "' is nonlocal and global");
            }
            symbol.place = Place.GLOBAL_EXPLICIT;
            global.add(name);
            if (bound != null) {
                bound.remove(name);
            }
            return;
        }
        if (symbol.has(Symbol.DEF_NONLOCAL)) {
            if (bound == null) {
                throw atDirective(scope, name, "nonlocal declaration not allowed at module level");
            }
            if (!bound.contains(name)) {
                throw atDirective(scope, name, "no binding for nonlocal '" + name + "' found");
            }
            if (typeParams.contains(name)) {
                throw atDirective(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
            }
            symbol.place = Place.FREE;
            free.add(name);
            return;
        }
        if (symbol.has(Symbol.DEF_BOUND)) {
            symbol.place = Place.LOCAL;
            local.add(name);
            global.remove(name);
            if (symbol.has(Symbol.DEF_TYPE_PARAM)) {
                typeParams.add(name);
            } else {
                typeParams.remove(name);
            }
            return;
        }
        if (classScope != null) {
            int flags = classScope.flags(name);
            if ((flags & Symbol.DEF_GLOBAL) != 0) {
                symbol.place = Place.GLOBAL_EXPLICIT;
                return;
            }
            if ((flags & Symbol.DEF_BOUND) != 0 && (flags & Symbol.DEF_NONLOCAL) == 0) {
                symbol.place = Place.GLOBAL_IMPLICIT;
                return;
            }
        }
        if (bound != null && bound.contains(name)) {
            symbol.place = Place.FREE;
            free.add(name);
            return;
        }
        symbol.place = Place.GLOBAL_IMPLICIT;
    }

    private SyntaxException atDirective(Scope scope, String name, String message) {
        for (Scope.Directive d : scope.directives) {
            if (d.name().equals(name)) {
                return CompileErrors.ofSymbols(fileName, d.span(), message);
            }
        }
        return CompileErrors.ofSymbols(fileName, ScopeBuilder.START, message);
    }

    /** What a comprehension takes from the locals around it needs no cell once it is inlined. */
    private static void inline(Scope scope, Scope comprehension, HashSet<String> free) {
        boolean inClass = scope.kind == Scope.Kind.CLASS;
        for (var entry : comprehension.symbols.entrySet()) {
            String name = entry.getKey();
            Symbol symbol = entry.getValue();
            if (symbol.has(Symbol.DEF_PARAM)) {
                continue;
            }
            Symbol outer = scope.symbols.get(name);
            if (outer == null) {
                if (symbol.place == Place.FREE && inClass && name.equals("__class__")) {
                    symbol.place = Place.GLOBAL_IMPLICIT;
                    free.remove(name);
                }
            } else if (outer.has(Symbol.DEF_BOUND) && !inClass && !isFreeInChild(comprehension, name)) {
                free.remove(name);
            }
        }
    }

    private static boolean isFreeInChild(Scope comprehension, String name) {
        for (Scope child : comprehension.children) {
            if (child.place(name) == Place.FREE) {
                return true;
            }
        }
        return false;
    }

    private static void spliceInlined(Scope scope) {
        ArrayList<Scope> children = scope.children;
        for (int i = children.size() - 1; i >= 0; i--) {
            Scope child = children.get(i);
            if (child.inlined) {
                children.remove(i);
                children.addAll(i, child.children);
                scope.comprehensions.add(child);
            }
        }
    }

    private static void makeCells(Scope scope, HashSet<String> free) {
        for (var entry : scope.symbols.entrySet()) {
            if (entry.getValue().place == Place.LOCAL && free.remove(entry.getKey())) {
                entry.getValue().place = Place.CELL;
            }
        }
    }

    private static void recordFree(Scope scope, HashSet<String> bound, HashSet<String> free, boolean classLike) {
        for (String name : free) {
            Symbol symbol = scope.symbols.get(name);
            if (symbol != null) {
                if (classLike) {
                    symbol.flags |= Symbol.DEF_FREE_CLASS;
                }
            } else if (bound == null || bound.contains(name)) {
                symbol = new Symbol(0);
                symbol.place = Place.FREE;
                scope.symbols.put(name, symbol);
            }
        }
    }
}
