package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses statements and whole sources. */
final class StatementParser extends ExpressionParser {
    private int statementStart;

    StatementParser(Source source, Mode mode, ParseOptions options, SyntaxWarningListener warnings) {
        super(source, mode, options, warnings);
    }

    Mod file() {
        begin();
        List<Stmt> body = new ArrayList<>();
        while (kind != Token.ENDMARKER) {
            statementStart = index;
            statement(body);
        }
        return new Mod.Module(body, typeIgnores);
    }

    Mod interactive() {
        begin();
        List<Stmt> body = new ArrayList<>(1);
        if (kind == Token.NEWLINE) {
            Span span = spanOf(0);
            body.add(new Stmt.Pass(span));
        } else if (!compoundStatement(body)) {
            simpleStatements(body);
        } else if (kind != Token.NEWLINE) {
            throw new ParseFailure();
        }
        return new Mod.Interactive(body);
    }

    /** The first token of the statement of a file that was parsed last. */
    int statementStart() {
        return statementStart;
    }

    /** Whether more than white space and comments follows the statement that was parsed. */
    boolean hasMoreText() {
        byte[] text = source.text();
        int i = tokenizer.pos;
        while (i < source.length()) {
            byte c = text[i];
            if (c == '#') {
                while (i < source.length() && text[i] != '\n') {
                    i++;
                }
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
                i++;
            } else {
                return true;
            }
        }
        return false;
    }

    Mod eval() {
        begin();
        Expr body = expressions();
        skipNewlines();
        return new Mod.Expression(body);
    }

    Mod functionType() {
        begin();
        expect(Token.LPAR);
        List<Expr> argtypes = new ArrayList<>();
        while (kind != Token.RPAR) {
            // The stars of *args and **kwargs are dropped.
            boolean keywords = accept(Token.DOUBLESTAR);
            boolean star = !keywords && accept(Token.STAR);
            argtypes.add(expression());
            if (kind == Token.RPAR) {
                break;
            }
            expect(Token.COMMA);
            if (keywords || kind == Token.RPAR || star && kind != Token.DOUBLESTAR) {
                throw new ParseFailure();
            }
        }
        advance();
        expect(Token.RARROW);
        Expr returns = expression();
        skipNewlines();
        return new Mod.FunctionType(argtypes, returns);
    }

    private void skipNewlines() {
        while (kind == Token.NEWLINE) {
            advance();
        }
        if (kind != Token.ENDMARKER) {
            throw new ParseFailure();
        }
    }

    /** {@code expressions}: no stars, unlike in {@link #starExpressions}. */
    private Expr expressions() {
        int first = index;
        Expr expr = expression();
        if (kind != Token.COMMA) {
            return expr;
        }
        List<Expr> items = new ArrayList<>();
        items.add(expr);
        while (accept(Token.COMMA) && startsExpression(kind)) {
            items.add(expression());
        }
        return new Expr.Tuple(items, ExprContext.LOAD, spanFrom(first));
    }

    private void statement(List<Stmt> into) {
        if (!compoundStatement(into)) {
            simpleStatements(into);
            advance();
        }
    }

    /** Parses the statements of a line; the newline stays. */
    private void simpleStatements(List<Stmt> into) {
        into.add(simpleStatement());
        while (accept(Token.SEMI)) {
            if (kind == Token.NEWLINE) {
                break;
            }
            into.add(simpleStatement());
        }
        if (kind != Token.NEWLINE) {
            throw new ParseFailure();
        }
    }

    /** Parses a compound statement, if one begins here. */
    private boolean compoundStatement(List<Stmt> into) {
        switch (kind) {
            case Token.IF -> into.add(ifStatement());
            case Token.DEF -> into.add(functionDefinition(index, false, List.of()));
            case Token.CLASS -> into.add(classDefinition(List.of()));
            case Token.FOR -> into.add(forStatement(index, false));
            case Token.WITH -> into.add(withStatement(index, false));
            case Token.TRY -> into.add(new TryParser(this).parse());
            case Token.WHILE -> into.add(whileStatement());
            case Token.AT -> into.add(decorated());
            case Token.ASYNC -> into.add(async());
            case Token.NAME -> {
                if (!isWord("match")) {
                    return false;
                }
                Stmt match = new PatternParser(this).matchStatement();
                if (match == null) {
                    return false;
                }
                into.add(match);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The statements behind a colon. */
    List<Stmt> block() {
        List<Stmt> body = new ArrayList<>(2);
        if (kind != Token.NEWLINE) {
            simpleStatements(body);
            advance();
            return body;
        }
        advance();
        expect(Token.INDENT);
        do {
            statement(body);
        } while (kind != Token.DEDENT);
        advance();
        return body;
    }

    List<Stmt> elseBlock() {
        if (!accept(Token.ELSE)) {
            return List.of();
        }
        expect(Token.COLON);
        return block();
    }

    private Stmt ifStatement() {
        int first = index;
        advance();
        Expr test = namedExpression();
        expect(Token.COLON);
        List<Stmt> body = block();
        List<Stmt> orelse;
        if (kind == Token.ELIF) {
            enter();
            orelse = new ArrayList<>(1);
            orelse.add(ifStatement());
            leave();
        } else {
            orelse = elseBlock();
        }
        return new Stmt.If(test, body, orelse, spanFrom(first));
    }

    private Stmt whileStatement() {
        int first = index;
        advance();
        Expr test = namedExpression();
        expect(Token.COLON);
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        return new Stmt.While(test, body, orelse, spanFrom(first));
    }

    private Stmt async() {
        int first = index;
        advance();
        return switch (kind) {
            case Token.DEF -> functionDefinition(first, true, List.of());
            case Token.FOR -> forStatement(first, true);
            case Token.WITH -> withStatement(first, true);
            default -> throw new ParseFailure();
        };
    }

    private Stmt forStatement(int first, boolean async) {
        advance();
        Expr target = starTargets();
        expect(Token.IN);
        Expr iter = starExpressions();
        expect(Token.COLON);
        String typeComment = typeComment();
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        if (async) {
            requireVersion(5);
            return new Stmt.AsyncFor(target, iter, body, orelse, typeComment, spanFrom(first));
        }
        return new Stmt.For(target, iter, body, orelse, typeComment, spanFrom(first));
    }

    private Stmt withStatement(int first, boolean async) {
        advance();
        boolean parenthesized = false;
        List<WithItem> items = null;
        if (kind == Token.LPAR) {
            items = parenthesizedWithItems();
            parenthesized = items != null;
        }
        if (items == null) {
            items = new ArrayList<>(1);
            do {
                items.add(withItem());
            } while (accept(Token.COMMA));
            expect(Token.COLON);
        }
        String typeComment = typeComment();
        List<Stmt> body = block();
        if (async) {
            requireVersion(5);
            return new Stmt.AsyncWith(items, body, typeComment, spanFrom(first));
        }
        if (parenthesized) {
            requireVersion(9);
        }
        return new Stmt.With(items, body, typeComment, spanFrom(first));
    }

    /** Tries {@code (item, …):}; null if the parenthesis is the beginning of an expression. */
    private List<WithItem> parenthesizedWithItems() {
        int mark = index;
        int depth = depth();
        try {
            advance();
            List<WithItem> items = new ArrayList<>(2);
            do {
                items.add(withItem());
            } while (accept(Token.COMMA) && kind != Token.RPAR);
            expect(Token.RPAR);
            expect(Token.COLON);
            if (kind == Token.TYPE_COMMENT) {
                throw new ParseFailure();
            }
            return items;
        } catch (ParseFailure e) {
            reset(mark);
            resetDepth(depth);
            return null;
        }
    }

    private WithItem withItem() {
        Expr expr = expression();
        return new WithItem(expr, accept(Token.AS) ? starTarget() : null);
    }

    private String typeComment() {
        if (kind != Token.TYPE_COMMENT) {
            return null;
        }
        String comment = text(starts[index], stops[index]);
        advance();
        return comment;
    }

    private Stmt decorated() {
        List<Expr> decorators = new ArrayList<>(2);
        while (accept(Token.AT)) {
            decorators.add(namedExpression());
            expect(Token.NEWLINE);
        }
        int first = index;
        return switch (kind) {
            case Token.CLASS -> classDefinition(decorators);
            case Token.DEF -> functionDefinition(first, false, decorators);
            case Token.ASYNC -> {
                advance();
                yield functionDefinition(first, true, decorators);
            }
            default -> throw new ParseFailure();
        };
    }

    private Stmt classDefinition(List<Expr> decorators) {
        int first = index;
        advance();
        String name = name();
        List<TypeParam> typeParams = typeParams();
        ArgumentParser arguments = new ArgumentParser(this);
        if (accept(Token.LPAR)) {
            arguments.parse(index - 1, false);
        }
        expect(Token.COLON);
        List<Stmt> body = block();
        return new Stmt.ClassDef(name, arguments.args, arguments.keywords, body, decorators, typeParams,
                spanFrom(first));
    }

    private Stmt functionDefinition(int first, boolean async, List<Expr> decorators) {
        expect(Token.DEF);
        String name = name();
        List<TypeParam> typeParams = typeParams();
        expect(Token.LPAR);
        Arguments args = new ParameterParser(this, false).parse();
        expect(Token.RPAR);
        Expr returns = accept(Token.RARROW) ? expression() : null;
        expect(Token.COLON);
        String typeComment;
        if (kind == Token.NEWLINE && options.typeComments() && peek() == Token.TYPE_COMMENT) {
            advance();
            typeComment = typeComment();
            if (kind != Token.NEWLINE || peek() != Token.INDENT) {
                throw new ParseFailure();
            }
        } else {
            typeComment = typeComment();
        }
        List<Stmt> body = block();
        if (async) {
            requireVersion(5);
            return new Stmt.AsyncFunctionDef(name, args, body, decorators, returns, typeComment, typeParams,
                    spanFrom(first));
        }
        return new Stmt.FunctionDef(name, args, body, decorators, returns, typeComment, typeParams, spanFrom(first));
    }

    private List<TypeParam> typeParams() {
        if (kind != Token.LSQB) {
            return List.of();
        }
        advance();
        List<TypeParam> params = new ArrayList<>(1);
        do {
            params.add(typeParam());
        } while (accept(Token.COMMA) && kind != Token.RSQB);
        expect(Token.RSQB);
        requireVersion(12);
        return params;
    }

    private TypeParam typeParam() {
        int first = index;
        if (accept(Token.STAR)) {
            String name = name();
            return new TypeParam.TypeVarTuple(name, spanFrom(first));
        }
        if (accept(Token.DOUBLESTAR)) {
            String name = name();
            return new TypeParam.ParamSpec(name, spanFrom(first));
        }
        String name = name();
        Expr bound = accept(Token.COLON) ? expression() : null;
        return new TypeParam.TypeVar(name, bound, spanFrom(first));
    }

    private Stmt simpleStatement() {
        int first = index;
        switch (kind) {
            case Token.RETURN -> {
                advance();
                Expr value = kind == Token.STAR || startsExpression(kind) ? starExpressions() : null;
                return new Stmt.Return(value, spanFrom(first));
            }
            case Token.IMPORT, Token.FROM -> {
                return new ImportParser(this).parse();
            }
            case Token.RAISE -> {
                return raise();
            }
            case Token.PASS -> {
                advance();
                return new Stmt.Pass(spanOf(first));
            }
            case Token.BREAK -> {
                advance();
                return new Stmt.Break(spanOf(first));
            }
            case Token.CONTINUE -> {
                advance();
                return new Stmt.Continue(spanOf(first));
            }
            case Token.DEL -> {
                return delete();
            }
            case Token.ASSERT -> {
                advance();
                Expr test = expression();
                Expr msg = accept(Token.COMMA) ? expression() : null;
                return new Stmt.Assert(test, msg, spanFrom(first));
            }
            case Token.GLOBAL -> {
                List<String> names = names();
                return new Stmt.Global(names, spanFrom(first));
            }
            case Token.NONLOCAL -> {
                List<String> names = names();
                return new Stmt.Nonlocal(names, spanFrom(first));
            }
            default -> {
                if (isWord("type") && peek() == Token.NAME) {
                    return typeAlias();
                }
                return expressionStatement();
            }
        }
    }

    private Stmt raise() {
        int first = index;
        advance();
        Expr exc = null;
        Expr cause = null;
        if (startsExpression(kind)) {
            exc = expression();
            cause = accept(Token.FROM) ? expression() : null;
        }
        return new Stmt.Raise(exc, cause, spanFrom(first));
    }

    private Stmt delete() {
        int first = index;
        advance();
        List<Expr> targets = new ArrayList<>(1);
        do {
            targets.add(Targets.delete(primary()));
        } while (accept(Token.COMMA) && startsExpression(kind));
        return new Stmt.Delete(targets, spanFrom(first));
    }

    private List<String> names() {
        advance();
        List<String> names = new ArrayList<>(1);
        do {
            names.add(name());
        } while (accept(Token.COMMA));
        return names;
    }

    private Stmt typeAlias() {
        int first = index;
        advance();
        int nameToken = index;
        Expr name = new Expr.Name(name(), ExprContext.STORE, spanOf(nameToken));
        List<TypeParam> typeParams = typeParams();
        expect(Token.EQUAL);
        Expr value = expression();
        requireVersion(12);
        return new Stmt.TypeAlias(name, typeParams, value, spanFrom(first));
    }

    /** An expression, or an assignment, whose targets only show as such at the equals sign. */
    private Stmt expressionStatement() {
        int first = index;
        boolean yield = kind == Token.YIELD;
        Expr expr = yieldOrStarExpressions();
        if (kind == Token.NEWLINE || kind == Token.SEMI) {
            return new Stmt.ExprStmt(expr, spanFrom(first));
        }
        if (yield) {
            throw new ParseFailure();
        }
        if (kind == Token.EQUAL) {
            return assignment(first, expr);
        }
        if (kind == Token.COLON) {
            return annotated(first, expr);
        }
        if (kind >= Token.PLUSEQUAL && kind <= Token.DOUBLESLASHEQUAL) {
            Operator op = operator(kind - Token.PLUSEQUAL);
            if (op == Operator.MAT_MULT) {
                requireVersion(5);
            }
            Expr target = Targets.storeSingle(expr);
            advance();
            Expr value = yieldOrStarExpressions();
            return new Stmt.AugAssign(target, op, value, spanFrom(first));
        }
        throw new ParseFailure();
    }

    private Stmt assignment(int first, Expr firstTarget) {
        List<Expr> targets = new ArrayList<>(1);
        Expr value = firstTarget;
        while (kind == Token.EQUAL) {
            targets.add(Targets.store(value));
            advance();
            if (kind == Token.YIELD) {
                value = yieldExpression();
                break;
            }
            value = starExpressions();
        }
        String typeComment = typeComment();
        return new Stmt.Assign(targets, value, typeComment, spanFrom(first));
    }

    private Stmt annotated(int first, Expr expr) {
        Expr target = Targets.storeSingle(expr);
        boolean parenthesized = kinds[first] == Token.LPAR;
        boolean simple = target instanceof Expr.Name && !parenthesized;
        advance();
        Expr annotation = expression();
        Expr value = accept(Token.EQUAL) ? yieldOrStarExpressions() : null;
        requireVersion(6);
        return new Stmt.AnnAssign(target, annotation, value, simple, spanFrom(first));
    }
}
