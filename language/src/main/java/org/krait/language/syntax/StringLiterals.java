package org.krait.language.syntax;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parses string literals and f-strings that stand beside each other, which are one value. */
final class StringLiterals {
    private final ExpressionParser p;

    StringLiterals(ExpressionParser parser) {
        p = parser;
    }

    Expr parse() {
        int first = p.index;
        if (p.kind == Token.STRING) {
            Expr.Constant string = StringDecoder.constant(p, first);
            p.advance();
            if (p.kind != Token.STRING && p.kind != Token.FSTRING_START) {
                return string;
            }
            return several(first, string);
        }
        return several(first, null);
    }

    private Expr several(int first, Expr.Constant string) {
        List<Expr> pieces = new ArrayList<>();
        boolean joined = false;
        boolean bytes = false;
        if (string != null) {
            pieces.add(string);
            bytes = string.value() instanceof ConstantValue.Bytes;
        }
        while (true) {
            boolean more = true;
            if (p.kind == Token.STRING) {
                Expr.Constant constant = StringDecoder.constant(p, p.index);
                pieces.add(constant);
                p.advance();
                more = constant.value() instanceof ConstantValue.Bytes;
            } else if (p.kind == Token.FSTRING_START) {
                fString(pieces);
                joined = true;
                more = false;
            } else {
                break;
            }
            if (pieces.size() == 1 && !joined) {
                bytes = more;
            } else if (more != bytes) {
                throw new ParseFailure();
            }
        }
        if (bytes) {
            return joinedBytes(pieces, p.spanFrom(first));
        }
        List<Expr> values = merged(pieces, joined);
        if (!joined) {
            return values.get(0);
        }
        return new Expr.JoinedStr(values, p.spanFrom(first));
    }

    static Expr joinedBytes(List<Expr> pieces, Span span) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Expr piece : pieces) {
            byte[] value = ((ConstantValue.Bytes) ((Expr.Constant) piece).value()).value();
            out.write(value, 0, value.length);
        }
        return new Expr.Constant(new ConstantValue.Bytes(out.toByteArray()), null, span);
    }

    /** The pieces with neighbouring constants made one; empty ones are dropped from an f-string. */
    static List<Expr> merged(List<Expr> pieces, boolean dropEmpty) {
        List<Expr> values = new ArrayList<>(pieces.size());
        int i = 0;
        while (i < pieces.size()) {
            Expr piece = pieces.get(i++);
            if (piece instanceof Expr.Constant constant) {
                int from = i - 1;
                while (i < pieces.size() && pieces.get(i) instanceof Expr.Constant) {
                    i++;
                }
                if (i > from + 1) {
                    constant = concatenated(pieces.subList(from, i));
                    piece = constant;
                }
                if (dropEmpty && ((ConstantValue.Str) constant.value()).value().isEmpty()) {
                    continue;
                }
            }
            values.add(piece);
        }
        return values;
    }

    private static Expr.Constant concatenated(List<Expr> constants) {
        StringBuilder text = new StringBuilder();
        boolean surrogates = false;
        for (Expr piece : constants) {
            ConstantValue.Str str = (ConstantValue.Str) ((Expr.Constant) piece).value();
            text.append(str.value());
            surrogates |= str.codePoints() != null;
        }
        int[] codePoints = null;
        if (surrogates) {
            codePoints = new int[0];
            for (Expr piece : constants) {
                ConstantValue.Str str = (ConstantValue.Str) ((Expr.Constant) piece).value();
                int[] more = str.codePoints() != null ? str.codePoints() : str.value().codePoints().toArray();
                int n = codePoints.length;
                codePoints = Arrays.copyOf(codePoints, n + more.length);
                System.arraycopy(more, 0, codePoints, n, more.length);
            }
        }
        Expr.Constant first = (Expr.Constant) constants.get(0);
        Span span = first.span().to(constants.get(constants.size() - 1).span());
        return new Expr.Constant(new ConstantValue.Str(text.toString(), codePoints), first.kind(), span);
    }

    /** Parses an f-string into its text and replacement fields. */
    private void fString(List<Expr> pieces) {
        boolean raw = isRaw(p.source.text(), p.starts[p.index]);
        p.advance();
        while (p.kind != Token.FSTRING_END) {
            piece(pieces, raw);
        }
        p.advance();
    }

    static boolean isRaw(byte[] text, int start) {
        return (text[start] | 0x20) == 'r' || (text[start + 1] | 0x20) == 'r';
    }

    private void piece(List<Expr> pieces, boolean raw) {
        if (p.kind == Token.FSTRING_MIDDLE) {
            pieces.add(StringDecoder.middle(p, p.index, raw));
            p.advance();
        } else if (p.kind == Token.LBRACE) {
            replacementField(pieces);
        } else {
            throw new ParseFailure();
        }
    }

    private void replacementField(List<Expr> pieces) {
        int first = p.index;
        p.advance();
        p.enter();
        Expr value = p.yieldOrStarExpressions();
        p.leave();
        int debugEnd = -1;
        boolean debug = p.kind == Token.EQUAL;
        if (debug) {
            p.advance();
            debugEnd = p.index;
        }
        int conversion = -1;
        if (p.kind == Token.EXCLAMATION) {
            conversion = conversion();
        }
        Expr specification = null;
        if (p.kind == Token.COLON) {
            specification = specification();
        } else if (debug && conversion < 0) {
            conversion = 'r';
        }
        p.expect(Token.RBRACE);
        Span span = p.spanFrom(first);
        Expr field = new Expr.FormattedValue(value, conversion, specification, span);
        if (debug) {
            // The text goes up to the exclamation mark, colon or brace behind the equals sign.
            int start = p.stops[first];
            Span text = debugSpan(first, debugEnd);
            pieces.add(new Expr.Constant(StringDecoder.debugText(p.source.text(), start, p.starts[debugEnd]), null,
                    text));
        }
        pieces.add(field);
    }

    private Span debugSpan(int first, int end) {
        int column = p.column(end);
        return new Span(p.lines[first], p.column(first) + 1, p.lines[end], column);
    }

    private int conversion() {
        int mark = p.index;
        p.advance();
        int token = p.index;
        String name = p.name();
        char c = name.charAt(0);
        if (p.lines[mark] != p.lines[token] || p.stops[mark] != p.starts[token] || name.length() > 1
                || c != 's' && c != 'r' && c != 'a') {
            throw new ParseFailure();
        }
        return c;
    }

    private Expr specification() {
        int first = p.index;
        p.advance();
        List<Expr> pieces = new ArrayList<>();
        while (p.kind != Token.RBRACE) {
            piece(pieces, false);
        }
        if (pieces.size() == 1 && isEmpty(pieces.get(0))) {
            pieces.clear();
        }
        return new Expr.JoinedStr(pieces, p.spanFrom(first));
    }

    private static boolean isEmpty(Expr piece) {
        return piece instanceof Expr.Constant constant && ((ConstantValue.Str) constant.value()).value().isEmpty();
    }
}
