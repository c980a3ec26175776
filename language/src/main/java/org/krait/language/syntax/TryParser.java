package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses {@code try} statements. */
final class TryParser {
    private final StatementParser p;

    TryParser(StatementParser parser) {
        p = parser;
    }

    Stmt parse() {
        int first = p.index;
        p.advance();
        p.expect(Token.COLON);
        List<Stmt> body = p.block();
        boolean star = p.kind == Token.EXCEPT && p.peek() == Token.STAR;
        List<ExceptHandler> handlers = List.of();
        List<Stmt> orelse = List.of();
        if (p.kind == Token.EXCEPT) {
            handlers = new ArrayList<>(1);
            do {
                handlers.add(handler(star));
            } while (p.kind == Token.EXCEPT);
            orelse = p.elseBlock();
        } else if (p.kind != Token.FINALLY) {
            throw new ParseFailure();
        }
        List<Stmt> finalbody = List.of();
        if (p.accept(Token.FINALLY)) {
            p.expect(Token.COLON);
            finalbody = p.block();
        }
        if (star) {
            p.requireVersion(11);
            return new Stmt.TryStar(body, handlers, orelse, finalbody, p.spanFrom(first));
        }
        return new Stmt.Try(body, handlers, orelse, finalbody, p.spanFrom(first));
    }

    private ExceptHandler handler(boolean star) {
        int first = p.index;
        p.advance();
        if (star) {
            p.expect(Token.STAR);
        }
        Expr type = null;
        String name = null;
        if (star || p.kind != Token.COLON) {
            type = p.expression();
            name = p.accept(Token.AS) ? p.name() : null;
        }
        p.expect(Token.COLON);
        List<Stmt> body = p.block();
        return new ExceptHandler(type, name, body, p.spanFrom(first));
    }
}
