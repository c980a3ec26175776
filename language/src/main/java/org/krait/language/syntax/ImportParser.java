package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses {@code import} and {@code from … import}. */
final class ImportParser {
    private final StatementParser p;

    ImportParser(StatementParser parser) {
        p = parser;
    }

    Stmt parse() {
        int first = p.index;
        if (p.accept(Token.IMPORT)) {
            List<Alias> names = new ArrayList<>(1);
            do {
                int alias = p.index;
                String name = dottedName();
                names.add(alias(name, alias));
            } while (p.accept(Token.COMMA));
            return new Stmt.Import(names, p.spanFrom(first));
        }
        p.advance();
        int level = 0;
        while (p.kind == Token.DOT || p.kind == Token.ELLIPSIS) {
            level += p.kind == Token.DOT ? 1 : 3;
            p.advance();
        }
        String module = level > 0 && p.kind == Token.IMPORT ? null : dottedName();
        p.expect(Token.IMPORT);
        List<Alias> names = targets();
        return new Stmt.ImportFrom(module, names, level, p.spanFrom(first));
    }

    private List<Alias> targets() {
        List<Alias> names = new ArrayList<>(2);
        int first = p.index;
        if (p.accept(Token.STAR)) {
            names.add(new Alias("*", null, p.spanFrom(first)));
            return names;
        }
        boolean parenthesized = p.accept(Token.LPAR);
        do {
            int alias = p.index;
            String name = p.name();
            names.add(alias(name, alias));
        } while (p.accept(Token.COMMA) && !(parenthesized && p.kind == Token.RPAR));
        if (parenthesized) {
            p.expect(Token.RPAR);
        }
        return names;
    }

    private Alias alias(String name, int first) {
        String asname = p.accept(Token.AS) ? p.name() : null;
        return new Alias(name, asname, p.spanFrom(first));
    }

    private String dottedName() {
        String name = p.name();
        if (p.kind != Token.DOT) {
            return name;
        }
        StringBuilder dotted = new StringBuilder(name);
        while (p.accept(Token.DOT)) {
            dotted.append('.').append(p.name());
        }
        return dotted.toString();
    }
}
