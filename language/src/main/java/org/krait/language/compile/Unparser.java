package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Arg;
import org.krait.language.syntax.Arguments;
import org.krait.language.syntax.BoolOperator;
import org.krait.language.syntax.CompareOperator;
import org.krait.language.syntax.Comprehension;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Keyword;
import org.krait.language.syntax.Operator;
import org.krait.language.syntax.UnaryOperator;

/** Writes expressions as text, as {@code from __future__ import annotations} stores them (CPython's ast_unparse.c). */
final class Unparser {
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARE = 5;
    private static final int EXPR = 6;
    private static final int BIT_OR = EXPR;
    private static final int BIT_XOR = 7;
    private static final int BIT_AND = 8;
    private static final int SHIFT = 9;
    private static final int ARITHMETIC = 10;
    private static final int TERM = 11;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    String unparse(Expr e) {
        out.setLength(0);
        write(e, TEST);
        return out.toString();
    }

    private void write(Expr e, int level) {
        if (e instanceof Expr.Name n) {
            out.append(n.id());
        } else if (e instanceof Expr.Constant c) {
            constant(c);
        } else if (e instanceof Expr.Attribute a) {
            attribute(a);
        } else if (e instanceof Expr.Subscript s) {
            write(s.value(), ATOM);
            out.append('[');
            write(s.slice(), TUPLE);
            out.append(']');
        } else if (e instanceof Expr.Tuple t) {
            tuple(t, level);
        } else if (e instanceof Expr.BinOp o) {
            binary(o, level);
        } else if (e instanceof Expr.List l) {
            out.append('[');
            list(l.elts(), TEST);
            out.append(']');
        } else if (e instanceof Expr.Call c) {
            call(c);
        } else if (e instanceof Expr.BoolOp o) {
            boolOp(o, level);
        } else if (e instanceof Expr.UnaryOp o) {
            unary(o, level);
        } else if (e instanceof Expr.Compare c) {
            compare(c, level);
        } else if (e instanceof Expr.Dict d) {
            dict(d);
        } else if (e instanceof Expr.Set s) {
            out.append('{');
            list(s.elts(), TEST);
            out.append('}');
        } else {
            rare(e, level);
        }
    }

    private void rare(Expr e, int level) {
        if (e instanceof Expr.JoinedStr j) {
            FormattedText text = new FormattedText();
            text.body(j.values());
            out.append('f').append(Literals.repr(text.toString()));
        } else if (e instanceof Expr.FormattedValue f) {
            FormattedText text = new FormattedText();
            text.field(f);
            out.append('f').append(Literals.repr(text.toString()));
        } else if (e instanceof Expr.Lambda l) {
            lambda(l, level);
        } else if (e instanceof Expr.IfExp i) {
            open(level > TEST);
            write(i.body(), TEST + 1);
            out.append(" if ");
            write(i.test(), TEST + 1);
            out.append(" else ");
            write(i.orelse(), TEST);
            close(level > TEST);
        } else if (e instanceof Expr.ListComp c) {
            out.append('[');
            write(c.elt(), TEST);
            comprehensions(c.generators());
            out.append(']');
        } else if (e instanceof Expr.SetComp c) {
            out.append('{');
            write(c.elt(), TEST);
            comprehensions(c.generators());
            out.append('}');
        } else if (e instanceof Expr.GeneratorExp c) {
            out.append('(');
            write(c.elt(), TEST);
            comprehensions(c.generators());
            out.append(')');
        } else if (e instanceof Expr.DictComp c) {
            out.append('{');
            write(c.key(), TEST);
            out.append(": ");
            write(c.value(), TEST);
            comprehensions(c.generators());
            out.append('}');
        } else if (e instanceof Expr.Starred s) {
            out.append('*');
            write(s.value(), EXPR);
        } else if (e instanceof Expr.Slice s) {
            slice(s);
        } else if (e instanceof Expr.NamedExpr n) {
            open(level > TUPLE);
            write(n.target(), ATOM);
            out.append(" := ");
            write(n.value(), ATOM);
            close(level > TUPLE);
        } else if (e instanceof Expr.Await a) {
            open(level > AWAIT);
            out.append("await ");
            write(a.value(), ATOM);
            close(level > AWAIT);
        } else if (e instanceof Expr.Yield y) {
            out.append(y.value() == null ? "(yield" : "(yield ");
            if (y.value() != null) {
                write(y.value(), TEST);
            }
            out.append(')');
        } else if (e instanceof Expr.YieldFrom y) {
            out.append("(yield from ");
            write(y.value(), TEST);
            out.append(')');
        } else {
            throw new IllegalStateException("no such expression: " + e);
        }
    }

    private void open(boolean needed) {
        if (needed) {
            out.append('(');
        }
    }

    private void close(boolean needed) {
        if (needed) {
            out.append(')');
        }
    }

    private void list(List<Expr> elements, int level) {
        for (int i = 0; i < elements.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            write(elements.get(i), level);
        }
    }

    private void constant(Expr.Constant c) {
        if (c.value() == ConstantValue.Singleton.ELLIPSIS) {
            out.append("...");
            return;
        }
        if ("u".equals(c.kind())) {
            out.append('u');
        }
        out.append(Literals.repr(Constants.of(c.value())));
    }

    private void attribute(Expr.Attribute a) {
        write(a.value(), ATOM);
        boolean integer = a.value() instanceof Expr.Constant c
                && (c.value() instanceof ConstantValue.Int || c.value() instanceof ConstantValue.BigInt);
        out.append(integer ? " ." : ".").append(a.attr());
    }

    private void tuple(Expr.Tuple t, int level) {
        if (t.elts().isEmpty()) {
            out.append("()");
            return;
        }
        open(level > TUPLE);
        list(t.elts(), TEST);
        out.append(t.elts().size() == 1 ? "," : "");
        close(level > TUPLE);
    }

    private void binary(Expr.BinOp o, int level) {
        int own = level(o.op());
        boolean rightAssociative = o.op() == Operator.POW;
        open(level > own);
        write(o.left(), own + (rightAssociative ? 1 : 0));
        out.append(symbol(o.op()));
        write(o.right(), own + (rightAssociative ? 0 : 1));
        close(level > own);
    }

    private static int level(Operator op) {
        return switch (op) {
            case ADD, SUB -> ARITHMETIC;
            case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
            case POW -> POWER;
            case L_SHIFT, R_SHIFT -> SHIFT;
            case BIT_OR -> BIT_OR;
            case BIT_XOR -> BIT_XOR;
            case BIT_AND -> BIT_AND;
        };
    }

    private static String symbol(Operator op) {
        return switch (op) {
            case ADD -> " + ";
            case SUB -> " - ";
            case MULT -> " * ";
            case MAT_MULT -> " @ ";
            case DIV -> " / ";
            case MOD -> " % ";
            case POW -> " ** ";
            case L_SHIFT -> " << ";
            case R_SHIFT -> " >> ";
            case BIT_OR -> " | ";
            case BIT_XOR -> " ^ ";
            case BIT_AND -> " & ";
            case FLOOR_DIV -> " // ";
        };
    }

    private void boolOp(Expr.BoolOp o, int level) {
        boolean and = o.op() == BoolOperator.AND;
        int own = and ? AND : OR;
        open(level > own);
        for (int i = 0; i < o.values().size(); i++) {
            out.append(i == 0 ? "" : and ? " and " : " or ");
            write(o.values().get(i), own + 1);
        }
        close(level > own);
    }

    private void unary(Expr.UnaryOp o, int level) {
        int own = o.op() == UnaryOperator.NOT ? NOT : FACTOR;
        open(level > own);
        out.append(switch (o.op()) {
            case INVERT -> "~";
            case NOT -> "not ";
            case U_ADD -> "+";
            case U_SUB -> "-";
        });
        write(o.operand(), own);
        close(level > own);
    }

    private void compare(Expr.Compare c, int level) {
        open(level > COMPARE);
        write(c.left(), COMPARE + 1);
        for (int i = 0; i < c.ops().size(); i++) {
            out.append(symbol(c.ops().get(i)));
            write(c.comparators().get(i), COMPARE + 1);
        }
        close(level > COMPARE);
    }

    private static String symbol(CompareOperator op) {
        return switch (op) {
            case EQ -> " == ";
            case NOT_EQ -> " != ";
            case LT -> " < ";
            case LT_E -> " <= ";
            case GT -> " > ";
            case GT_E -> " >= ";
            case IS -> " is ";
            case IS_NOT -> " is not ";
            case IN -> " in ";
            case NOT_IN -> " not in ";
        };
    }

    private void dict(Expr.Dict d) {
        out.append('{');
        for (int i = 0; i < d.keys().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (d.keys().get(i) == null) {
                out.append("**");
                write(d.values().get(i), EXPR);
            } else {
                write(d.keys().get(i), TEST);
                out.append(": ");
                write(d.values().get(i), TEST);
            }
        }
        out.append('}');
    }

    private void slice(Expr.Slice s) {
        if (s.lower() != null) {
            write(s.lower(), TEST);
        }
        out.append(':');
        if (s.upper() != null) {
            write(s.upper(), TEST);
        }
        if (s.step() != null) {
            out.append(':');
            write(s.step(), TEST);
        }
    }

    private void call(Expr.Call c) {
        write(c.func(), ATOM);
        if (c.args().size() == 1 && c.keywords().isEmpty() && c.args().getFirst() instanceof Expr.GeneratorExp g) {
            write(g, TEST);
            return;
        }
        out.append('(');
        list(c.args(), TEST);
        boolean first = c.args().isEmpty();
        for (Keyword k : c.keywords()) {
            out.append(first ? "" : ", ");
            first = false;
            out.append(k.arg() == null ? "**" : k.arg() + "=");
            write(k.value(), TEST);
        }
        out.append(')');
    }

    private void comprehensions(List<Comprehension> generators) {
        for (Comprehension g : generators) {
            out.append(g.isAsync() ? " async for " : " for ");
            write(g.target(), TUPLE);
            out.append(" in ");
            write(g.iter(), TEST + 1);
            for (Expr condition : g.ifs()) {
                out.append(" if ");
                write(condition, TEST + 1);
            }
        }
    }

    private void lambda(Expr.Lambda l, int level) {
        open(level > TEST);
        Arguments a = l.args();
        // CPython leaves the space out before a star.
        out.append(a.posonlyargs().isEmpty() && a.args().isEmpty() ? "lambda" : "lambda ");
        arguments(a);
        out.append(": ");
        write(l.body(), TEST);
        close(level > TEST);
    }

    private void arguments(Arguments a) {
        boolean first = true;
        int positionalOnly = a.posonlyargs().size();
        int positional = positionalOnly + a.args().size();
        for (int i = 0; i < positional; i++) {
            first = comma(first);
            argument(i < positionalOnly ? a.posonlyargs().get(i) : a.args().get(i - positionalOnly));
            int withDefault = i - positional + a.defaults().size();
            if (withDefault >= 0) {
                out.append('=');
                write(a.defaults().get(withDefault), TEST);
            }
            if (i + 1 == positionalOnly) {
                out.append(", /");
            }
        }
        if (a.vararg() != null || !a.kwonlyargs().isEmpty()) {
            first = comma(first);
            out.append('*');
            if (a.vararg() != null) {
                argument(a.vararg());
            }
        }
        for (int i = 0; i < a.kwonlyargs().size(); i++) {
            first = comma(first);
            argument(a.kwonlyargs().get(i));
            if (a.kwDefaults().get(i) != null) {
                out.append('=');
                write(a.kwDefaults().get(i), TEST);
            }
        }
        if (a.kwarg() != null) {
            comma(first);
            out.append("**");
            argument(a.kwarg());
        }
    }

    private boolean comma(boolean first) {
        out.append(first ? "" : ", ");
        return false;
    }

    private void argument(Arg arg) {
        out.append(arg.arg());
        if (arg.annotation() != null) {
            out.append(": ");
            write(arg.annotation(), TEST);
        }
    }

    /** The text between the quotes of a formatted string. */
    private static final class FormattedText {
        private final StringBuilder text = new StringBuilder();

        void body(List<Expr> values) {
            for (Expr e : values) {
                if (e instanceof Expr.Constant c && c.value() instanceof ConstantValue.Str s) {
                    text.append(s.value().replace("{", "{{").replace("}", "}}"));
                } else if (e instanceof Expr.JoinedStr j) {
                    body(j.values());
                } else if (e instanceof Expr.FormattedValue f) {
                    field(f);
                }
            }
        }

        void field(Expr.FormattedValue f) {
            String value = new Unparser().formatted(f.value());
            text.append(value.startsWith("{") ? "{ " : "{").append(value);
            if (f.conversion() > 0) {
                text.append('!').append((char) f.conversion());
            }
            if (f.formatSpec() != null) {
                text.append(':');
                FormattedText inner = new FormattedText();
                if (f.formatSpec() instanceof Expr.JoinedStr j) {
                    inner.body(j.values());
                } else {
                    inner.body(List.of(f.formatSpec()));
                }
                text.append(inner);
            }
            text.append('}');
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private String formatted(Expr e) {
        write(e, TEST + 1);
        return out.toString();
    }
}
