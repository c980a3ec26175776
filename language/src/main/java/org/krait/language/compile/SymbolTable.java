package org.krait.language.compile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.TypeParam;
import org.krait.objects.code.CodeObject;

/**
 * What the module {@code symtable} shows of a block: a copy of the compiler's {@link Scope}.
 *
 * @param type TYPE_FUNCTION 0, TYPE_CLASS 1, TYPE_MODULE 2, then annotation, type variable bound, alias, parameters
 * @param line where the block starts; 0 for the outermost one
 * @param symbols by name: the flags of {@link Symbol}, and its place from bit {@link #SCOPE_OFF} on
 * @param parameters the names of a function's parameters
 * @param children the blocks inside, in the order of the source
 */
public record SymbolTable(String name, int type, int line, boolean nested, Map<String, Integer> symbols,
        List<String> parameters, List<SymbolTable> children) {
    /** The bit from which on a symbol's number holds its place. */
    public static final int SCOPE_OFF = 12;

    /**
     * The table of a tree's outermost block.
     *
     * @throws org.krait.language.syntax.SyntaxException when its names are not used as they must be
     */
    public static SymbolTable of(Mod mod, String fileName) {
        boolean annotations = (FutureFeatures.of(mod, fileName).flags() & CodeObject.FUTURE_ANNOTATIONS) != 0;
        ScopeBuilder builder = new ScopeBuilder(fileName, annotations);
        Scope top = builder.build(mod);
        IdentityHashMap<Scope, Integer> lines = new IdentityHashMap<>();
        builder.scopes.forEach((node, scope) -> lines.put(scope, line(node)));
        return of(top, lines);
    }

    private static int line(Object node) {
        if (node instanceof Stmt s) {
            return s.span().line();
        }
        if (node instanceof Expr e) {
            return e.span().line();
        }
        if (node instanceof TypeParam p) {
            return p.span().line();
        }
        return node instanceof List<?> list && !list.isEmpty() ? line(list.get(0)) : 0;
    }

    private static SymbolTable of(Scope scope, Map<Scope, Integer> lines) {
        LinkedHashMap<String, Integer> symbols = new LinkedHashMap<>();
        add(scope, symbols);
        List<SymbolTable> children = new ArrayList<>();
        for (Scope child : scope.children) {
            children.add(of(child, lines));
        }
        int type = switch (scope.kind) {
            case FUNCTION -> 0;
            case CLASS -> 1;
            case MODULE -> 2;
            case ANNOTATION -> 3;
            case TYPE_VAR_BOUND -> 4;
            case TYPE_ALIAS -> 5;
            case TYPE_PARAMETERS -> 6;
        };
        return new SymbolTable(scope.name, type, lines.getOrDefault(scope, 0), scope.nested, symbols,
                List.copyOf(scope.parameters), children);
    }

    /** Adds the symbols of a block, and of inlined comprehensions those that the block does not have itself. */
    private static void add(Scope scope, Map<String, Integer> symbols) {
        for (Map.Entry<String, Symbol> e : scope.symbols.entrySet()) {
            Symbol symbol = e.getValue();
            if (!scope.inlined || !symbol.has(Symbol.DEF_PARAM)) {
                int flags = symbol.flags & (1 << SCOPE_OFF) - 1;
                symbols.putIfAbsent(e.getKey(), flags | symbol.place.ordinal() << SCOPE_OFF);
            }
        }
        for (Scope comprehension : scope.comprehensions) {
            add(comprehension, symbols);
        }
    }
}
