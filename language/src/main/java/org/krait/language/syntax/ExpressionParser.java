package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses expressions, by recursive descent and operator precedence. */
class ExpressionParser extends TokenStream {
    /** As deep as the compiler can follow. */
    private static final int MAX_DEPTH = 2900;

    private static final long STARTS_LOW = 1L << Token.NAME | 1L << Token.NUMBER | 1L << Token.STRING
            | 1L << Token.FSTRING_START | 1L << Token.LPAR | 1L << Token.LSQB | 1L << Token.LBRACE
            | 1L << Token.ELLIPSIS | 1L << Token.PLUS | 1L << Token.MINUS | 1L << Token.TILDE | 1L << Token.FALSE
            | 1L << Token.NONE;
    private static final long STARTS_HIGH = 1L << Token.TRUE - 64 | 1L << Token.AWAIT - 64 | 1L << Token.NOT - 64
            | 1L << Token.LAMBDA - 64;

    private int depth;
    /** The parse failed because of depth. */
    boolean tooDeep;
    private StringLiterals strings;

    ExpressionParser(Source source, Mode mode, ParseOptions options, SyntaxWarningListener warnings) {
        super(source, mode, options, warnings);
    }

    final void enter() {
        if (++depth > MAX_DEPTH) {
            tooDeep = true;
            throw new ParseFailure();
        }
    }

    final void leave() {
        depth--;
    }

    /** Checks the depth of a node with {@code links} nodes to its left, one in the other. */
    private void checkChain(int links) {
        if (depth + links > MAX_DEPTH) {
            throw new SyntaxException(SyntaxException.Kind.RECURSION_ERROR,
                    "maximum recursion depth exceeded during compilation", source.fileName(), -1, -1, -1, -1, null);
        }
    }

    final int depth() {
        return depth;
    }

    /** Goes back to a mark set outside of any expression that failed. */
    final void resetDepth(int oldDepth) {
        depth = oldDepth;
    }

    /** Fails if the source is to be of an older version of Python. */
    final void requireVersion(int minor) {
        if (options.featureVersion() < minor) {
            throw new ParseFailure();
        }
    }

    static boolean startsExpression(int kind) {
        return ((kind < 64 ? STARTS_LOW >>> kind : STARTS_HIGH >>> kind - 64) & 1) != 0;
    }

    final Expr starExpressions() {
        int first = index;
        Expr expr = starExpression();
        if (kind != Token.COMMA) {
            return expr;
        }
        List<Expr> items = new ArrayList<>();
        items.add(expr);
        while (accept(Token.COMMA)) {
            if (kind != Token.STAR && !startsExpression(kind)) {
                break;
            }
            items.add(starExpression());
        }
        return new Expr.Tuple(items, ExprContext.LOAD, spanFrom(first));
    }

    final Expr starExpression() {
        return kind == Token.STAR ? starred() : expression();
    }

    private Expr starred() {
        int first = index;
        advance();
        Expr value = binary(1);
        return new Expr.Starred(value, ExprContext.LOAD, spanFrom(first));
    }

    final Expr starNamedExpression() {
        return kind == Token.STAR ? starred() : namedExpression();
    }

    final Expr namedExpression() {
        int first = index;
        Expr expr = expression();
        if (kind == Token.COLONEQUAL && index == first + 1 && expr instanceof Expr.Name name) {
            advance();
            Expr target = new Expr.Name(name.id(), ExprContext.STORE, name.span());
            Expr value = expression();
            requireVersion(8);
            return new Expr.NamedExpr(target, value, spanFrom(first));
        }
        return expr;
    }

    final Expr yieldOrStarExpressions() {
        return kind == Token.YIELD ? yieldExpression() : starExpressions();
    }

    final Expr yieldExpression() {
        int first = index;
        advance();
        if (accept(Token.FROM)) {
            Expr value = expression();
            return new Expr.YieldFrom(value, spanFrom(first));
        }
        Expr value = kind == Token.STAR || startsExpression(kind) ? starExpressions() : null;
        return new Expr.Yield(value, spanFrom(first));
    }

    final Expr expression() {
        enter();
        int first = index;
        Expr expr;
        if (kind == Token.LAMBDA) {
            expr = lambda();
        } else {
            expr = disjunction();
            if (kind == Token.IF) {
                advance();
                Expr test = disjunction();
                expect(Token.ELSE);
                Expr orelse = expression();
                expr = new Expr.IfExp(test, expr, orelse, spanFrom(first));
            }
        }
        leave();
        return expr;
    }

    private Expr lambda() {
        int first = index;
        advance();
        Arguments args = new ParameterParser(this, true).parse();
        expect(Token.COLON);
        Expr body = expression();
        return new Expr.Lambda(args, body, spanFrom(first));
    }

    final Expr disjunction() {
        int first = index;
        Expr expr = conjunction();
        if (kind != Token.OR) {
            return expr;
        }
        List<Expr> values = new ArrayList<>();
        values.add(expr);
        while (accept(Token.OR)) {
            values.add(conjunction());
        }
        return new Expr.BoolOp(BoolOperator.OR, values, spanFrom(first));
    }

    private Expr conjunction() {
        int first = index;
        Expr expr = inversion();
        if (kind != Token.AND) {
            return expr;
        }
        List<Expr> values = new ArrayList<>();
        values.add(expr);
        while (accept(Token.AND)) {
            values.add(inversion());
        }
        return new Expr.BoolOp(BoolOperator.AND, values, spanFrom(first));
    }

    private Expr inversion() {
        if (kind != Token.NOT) {
            return comparison();
        }
        int first = index;
        advance();
        enter();
        Expr operand = inversion();
        leave();
        return new Expr.UnaryOp(UnaryOperator.NOT, operand, spanFrom(first));
    }

    private Expr comparison() {
        int first = index;
        Expr left = binary(1);
        CompareOperator op = compareOperator();
        if (op == null) {
            return left;
        }
        List<CompareOperator> ops = new ArrayList<>(1);
        List<Expr> comparators = new ArrayList<>(1);
        while (op != null) {
            ops.add(op);
            comparators.add(binary(1));
            op = compareOperator();
        }
        return new Expr.Compare(left, ops, comparators, spanFrom(first));
    }

    private CompareOperator compareOperator() {
        CompareOperator op;
        switch (kind) {
            case Token.EQEQUAL -> op = CompareOperator.EQ;
            case Token.LESS -> op = CompareOperator.LT;
            case Token.LESSEQUAL -> op = CompareOperator.LT_E;
            case Token.GREATER -> op = CompareOperator.GT;
            case Token.GREATEREQUAL -> op = CompareOperator.GT_E;
            case Token.IN -> op = CompareOperator.IN;
            case Token.NOTEQUAL -> {
                if ((source.text()[starts[index]] == '<') != options.barryAsFlufl()) {
                    return null;
                }
                op = CompareOperator.NOT_EQ;
            }
            case Token.IS -> {
                advance();
                if (kind != Token.NOT) {
                    return CompareOperator.IS;
                }
                op = CompareOperator.IS_NOT;
            }
            case Token.NOT -> {
                advance();
                if (kind != Token.IN) {
                    throw new ParseFailure();
                }
                op = CompareOperator.NOT_IN;
            }
            default -> {
                return null;
            }
        }
        advance();
        return op;
    }

    /** How tightly a binary operator binds; 0 for other tokens. */
    private static int precedence(int kind) {
        return switch (kind) {
            case Token.VBAR -> 1;
            case Token.CIRCUMFLEX -> 2;
            case Token.AMPER -> 3;
            case Token.LEFTSHIFT, Token.RIGHTSHIFT -> 4;
            case Token.PLUS, Token.MINUS -> 5;
            case Token.STAR, Token.SLASH, Token.PERCENT, Token.AT, Token.DOUBLESLASH -> 6;
            default -> 0;
        };
    }

    /** An expression of binary operators that bind at least as tightly as {@code min}; 1 takes all. */
    final Expr binary(int min) {
        int first = index;
        Expr left = unary();
        int links = 0;
        while (true) {
            int precedence = precedence(kind);
            if (precedence < min) {
                return left;
            }
            checkChain(++links);
            Operator op = operator(kind - Token.PLUS);
            advance();
            Expr right = binary(precedence + 1);
            left = new Expr.BinOp(left, op, right, spanFrom(first));
            if (op == Operator.MAT_MULT) {
                requireVersion(5);
            }
        }
    }

    static Operator operator(int ordinal) {
        return switch (ordinal) {
            case 0 -> Operator.ADD;
            case 1 -> Operator.SUB;
            case 2 -> Operator.MULT;
            case 3 -> Operator.MAT_MULT;
            case 4 -> Operator.DIV;
            case 5 -> Operator.MOD;
            case 6 -> Operator.POW;
            case 7 -> Operator.L_SHIFT;
            case 8 -> Operator.R_SHIFT;
            case 9 -> Operator.BIT_OR;
            case 10 -> Operator.BIT_XOR;
            case 11 -> Operator.BIT_AND;
            default -> Operator.FLOOR_DIV;
        };
    }

    private Expr unary() {
        UnaryOperator op;
        switch (kind) {
            case Token.PLUS -> op = UnaryOperator.U_ADD;
            case Token.MINUS -> op = UnaryOperator.U_SUB;
            case Token.TILDE -> op = UnaryOperator.INVERT;
            default -> {
                return power();
            }
        }
        int first = index;
        advance();
        enter();
        Expr operand = unary();
        leave();
        return new Expr.UnaryOp(op, operand, spanFrom(first));
    }

    private Expr power() {
        int first = index;
        Expr base;
        if (accept(Token.AWAIT)) {
            Expr value = primary();
            base = new Expr.Await(value, spanFrom(first));
            requireVersion(5);
        } else {
            base = primary();
        }
        if (kind != Token.DOUBLESTAR) {
            return base;
        }
        advance();
        enter();
        Expr exponent = unary();
        leave();
        return new Expr.BinOp(base, Operator.POW, exponent, spanFrom(first));
    }

    /** An atom with attributes, calls and subscripts behind it. */
    final Expr primary() {
        int first = index;
        Expr expr = atom();
        int links = 0;
        while (true) {
            checkChain(++links);
            switch (kind) {
                case Token.DOT -> {
                    advance();
                    String attr = name();
                    expr = new Expr.Attribute(expr, attr, ExprContext.LOAD, spanFrom(first));
                }
                case Token.LPAR -> expr = new ArgumentParser(this).call(expr, first);
                case Token.LSQB -> {
                    advance();
                    Expr slice = slices();
                    expect(Token.RSQB);
                    expr = new Expr.Subscript(expr, slice, ExprContext.LOAD, spanFrom(first));
                }
                default -> {
                    return expr;
                }
            }
        }
    }

    private Expr slices() {
        int first = index;
        boolean star = kind == Token.STAR;
        Expr item = star ? starredArgument() : slice();
        if (kind != Token.COMMA && !star) {
            return item;
        }
        List<Expr> items = new ArrayList<>();
        items.add(item);
        while (accept(Token.COMMA) && kind != Token.RSQB) {
            items.add(kind == Token.STAR ? starredArgument() : slice());
        }
        return new Expr.Tuple(items, ExprContext.LOAD, spanFrom(first));
    }

    /** {@code *expression}, as in calls and subscripts. */
    final Expr starredArgument() {
        int first = index;
        advance();
        Expr value = expression();
        return new Expr.Starred(value, ExprContext.LOAD, spanFrom(first));
    }

    private Expr slice() {
        int first = index;
        Expr lower = null;
        if (kind != Token.COLON) {
            lower = namedExpression();
            if (kind != Token.COLON || lower instanceof Expr.NamedExpr && kinds[first] == Token.NAME) {
                return lower;
            }
        }
        advance();
        Expr upper = startsExpression(kind) ? expression() : null;
        Expr step = accept(Token.COLON) && startsExpression(kind) ? expression() : null;
        return new Expr.Slice(lower, upper, step, spanFrom(first));
    }

    /** A name, literal or display, without anything behind it. */
    final Expr atom() {
        int first = index;
        switch (kind) {
            case Token.NAME -> {
                String id = name();
                return new Expr.Name(id, ExprContext.LOAD, spanOf(first));
            }
            case Token.NUMBER -> {
                ConstantValue value = NumberLiterals.value(this, first);
                advance();
                return new Expr.Constant(value, null, spanOf(first));
            }
            case Token.STRING, Token.FSTRING_START -> {
                if (strings == null) {
                    strings = new StringLiterals(this);
                }
                return strings.parse();
            }
            case Token.LPAR -> {
                return new DisplayParser(this).parenthesized();
            }
            case Token.LSQB -> {
                return new DisplayParser(this).list();
            }
            case Token.LBRACE -> {
                return new DisplayParser(this).braces();
            }
            case Token.TRUE -> {
                return singleton(ConstantValue.Singleton.TRUE);
            }
            case Token.FALSE -> {
                return singleton(ConstantValue.Singleton.FALSE);
            }
            case Token.NONE -> {
                return singleton(ConstantValue.Singleton.NONE);
            }
            case Token.ELLIPSIS -> {
                return singleton(ConstantValue.Singleton.ELLIPSIS);
            }
            default -> throw new ParseFailure();
        }
    }

    private Expr singleton(ConstantValue value) {
        int token = index;
        advance();
        return new Expr.Constant(value, null, spanOf(token));
    }

    /** One or more assignment targets, as in {@code for … in}. */
    final Expr starTargets() {
        int first = index;
        Expr target = starTarget();
        if (kind != Token.COMMA) {
            return target;
        }
        List<Expr> items = new ArrayList<>();
        items.add(target);
        while (accept(Token.COMMA)) {
            if (kind != Token.STAR && !startsExpression(kind)) {
                break;
            }
            items.add(starTarget());
        }
        return new Expr.Tuple(items, ExprContext.STORE, spanFrom(first));
    }

    final Expr starTarget() {
        if (kind != Token.STAR) {
            return Targets.store(primary());
        }
        int first = index;
        advance();
        Expr value = Targets.store(primary());
        return new Expr.Starred(value, ExprContext.STORE, spanFrom(first));
    }
}
