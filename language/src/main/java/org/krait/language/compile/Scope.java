package org.krait.language.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.krait.language.syntax.Span;

/** A block of a source and its names: a module, class, function, comprehension or annotation scope. */
final class Scope {
    /** What a block is. */
    enum Kind {
        MODULE, CLASS, FUNCTION, ANNOTATION, TYPE_VAR_BOUND, TYPE_ALIAS, TYPE_PARAMETERS
    }

    /** What sort of comprehension a function block is. */
    enum Comprehension {
        NONE, LIST, SET, DICT, GENERATOR
    }

    /** Where a global or nonlocal declaration stands. */
    record Directive(String name, Span span) {}

    final Kind kind;
    final String name;
    /** By name as it is stored, in the order of their first mention. */
    final LinkedHashMap<String, Symbol> symbols = new LinkedHashMap<>();
    final ArrayList<String> parameters = new ArrayList<>();
    final ArrayList<Scope> children = new ArrayList<>();
    final ArrayList<Directive> directives = new ArrayList<>(0);
    /** The comprehensions that were inlined and so are no children any more. */
    final ArrayList<Scope> comprehensions = new ArrayList<>(0);
    boolean nested;
    boolean generator;
    boolean coroutine;
    boolean varArgs;
    boolean varKeywords;
    Comprehension comprehension = Comprehension.NONE;
    /** Compiled into the code around it. */
    boolean inlined;
    /** Names look into the namespace of the class around. */
    boolean seesClass;
    boolean needsClassCell;
    boolean needsClassDict;
    /** While its iteration targets are visited. */
    boolean inTarget;
    /** How many iterable expressions of comprehensions are being visited. */
    int iterableDepth;
    /** The name of the innermost class around, for private names; null for none. */
    String privateName;

    Scope(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** True for blocks whose names live in registers. */
    boolean isFunctionLike() {
        return kind == Kind.FUNCTION || kind == Kind.TYPE_VAR_BOUND || kind == Kind.TYPE_ALIAS
                || kind == Kind.TYPE_PARAMETERS;
    }

    boolean isComprehension() {
        return comprehension != Comprehension.NONE;
    }

    /** The flags of a stored name, 0 for none. */
    int flags(String stored) {
        Symbol symbol = symbols.get(stored);
        return symbol == null ? 0 : symbol.flags;
    }

    Symbol.Place place(String stored) {
        Symbol symbol = symbols.get(stored);
        return symbol == null ? Symbol.Place.UNKNOWN : symbol.place;
    }
}
