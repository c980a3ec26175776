package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** What alternatives of the diagnosing grammar do: raise errors, and check what the grammar can't. */
final class PegActions {
    private final PegParser p;
    private final PegAlternative alternative;
    private final PegNode[] nodes;
    private final int first;

    private PegActions(PegParser p, PegAlternative alternative, PegNode[] nodes, int first) {
        this.p = p;
        this.alternative = alternative;
        this.nodes = nodes;
        this.first = first;
    }

    /** Runs an alternative's action; the node that it makes, or {@link PegNode#GIVE_UP}. */
    static PegNode run(PegParser p, PegAlternative alternative, PegNode[] nodes, int first) {
        PegActions actions = new PegActions(p, alternative, nodes, first);
        return alternative.message() != null ? actions.raise() : actions.check();
    }

    private PegNode argument(int i) {
        return nodes[alternative.slots()[i]];
    }

    private PegNode raise() {
        String message = alternative.message();
        switch (alternative.action()) {
            case "at" -> throw range(argument(0), argument(0), named(message, argument(0)));
            case "range" -> throw range(argument(0), argument(1), named(message, argument(0)));
            case "from" -> throw from(argument(0), message);
            case "last" -> throw Problems.atLastToken(p, SyntaxException.Kind.SYNTAX_ERROR, message);
            case "next" -> throw next(message);
            case "indent" -> throw Problems.atLastToken(p, SyntaxException.Kind.INDENTATION_ERROR, message);
            case "block" -> throw Problems.atLastToken(p, SyntaxException.Kind.INDENTATION_ERROR,
                    "expected an indented block after " + message + " on line " + p.lines[argument(0).first]);
            case "key" -> {
                Span span = span(argument(0));
                throw Problems.atColumns(p.tokenizer, SyntaxException.Kind.SYNTAX_ERROR, message, span.line(),
                        span.endColumn(), span.endLine(), 0);
            }
            case "bound" -> throw from(argument(0), "cannot use "
                    + ("Tuple".equals(argument(1).kind) ? "constraints" : "bound") + " with " + message);
            case "target_star" -> invalidTarget(false, false);
            case "target_for" -> invalidTarget(true, false);
            case "target_del" -> invalidTarget(false, true);
            case "legacy" -> legacyStatement();
            case "comma" -> missingComma();
            case "generator" -> throw range(argument(0), lastOfComprehension(argument(1)), message);
            case "generator_argument" -> generatorArgument(message);
            case "positional" -> positionalArgument();
            default -> throw new AssertionError(alternative.action());
        }
        return PegNode.GIVE_UP;
    }

    private SyntaxException range(PegNode from, PegNode to, String message) {
        Span start = span(from);
        Span end = span(to);
        return Problems.atColumns(p.tokenizer, SyntaxException.Kind.SYNTAX_ERROR, message, start.line(),
                start.column() + 1, end.endLine(), end.endColumn() + 1);
    }

    /** From a node to where the tokenizer is. */
    private SyntaxException from(PegNode node, String message) {
        Span start = span(node);
        Tokenizer t = p.tokenizer;
        return Problems.atColumns(t, SyntaxException.Kind.SYNTAX_ERROR, message, start.line(), start.column() + 1,
                t.line, t.pos - t.lineStart());
    }

    /** At the token to be parsed next. */
    private SyntaxException next(String message) {
        if (p.index == p.size) {
            p.fillTo(p.index);
            if (p.kinds[p.index] == Token.ERRORTOKEN) {
                return Diagnosis.tokenizerFailure(p);
            }
        }
        return Problems.atToken(p, p.index, SyntaxException.Kind.SYNTAX_ERROR, message);
    }

    private Span span(PegNode node) {
        int last = node.end - 1;
        if (!node.isToken()) {
            while (last > node.first && (p.kinds[last] >= Token.NEWLINE && p.kinds[last] <= Token.DEDENT
                    || p.kinds[last] == Token.ENDMARKER)) {
                last--;
            }
        }
        return new Span(p.lines[node.first], p.column(node.first), p.endLines[last], p.endColumn(last));
    }

    /** Fills in the name of what a node is. */
    private String named(String message, PegNode node) {
        int at = message.indexOf("%s");
        return at < 0 ? message : message.substring(0, at) + describe(node) + message.substring(at + 2);
    }

    private String describe(PegNode node) {
        if (node.kind == null) {
            return p.text(p.starts[node.first], p.stops[node.first]);
        }
        return switch (node.kind) {
            case "Attribute" -> "attribute";
            case "Subscript" -> "subscript";
            case "Starred" -> "starred";
            case "Name" -> "name";
            case "List" -> "list";
            case "Tuple" -> "tuple";
            case "Lambda" -> "lambda";
            case "Call" -> "function call";
            case "BoolOp", "BinOp", "UnaryOp" -> "expression";
            case "GeneratorExp" -> "generator expression";
            case "Yield", "YieldFrom" -> "yield expression";
            case "Await" -> "await expression";
            case "ListComp" -> "list comprehension";
            case "SetComp" -> "set comprehension";
            case "DictComp" -> "dict comprehension";
            case "Dict" -> "dict literal";
            case "Set" -> "set display";
            case "JoinedStr" -> "f-string expression";
            case "Constant" -> switch (p.kinds[node.first]) {
                case Token.NONE -> "None";
                case Token.TRUE -> "True";
                case Token.FALSE -> "False";
                case Token.ELLIPSIS -> "ellipsis";
                default -> "literal";
            };
            case "Compare" -> "comparison";
            case "IfExp" -> "conditional expression";
            case "NamedExpr" -> "named expression";
            default -> throw new AssertionError(node.kind);
        };
    }

    private void invalidTarget(boolean loop, boolean delete) {
        PegNode bad = badTarget(argument(0), loop, delete);
        if (bad != null) {
            throw range(bad, bad, (delete ? "cannot delete " : "cannot assign to ") + describe(bad));
        }
    }

    /** The first part of an expression that can't be assigned to or deleted, or null. */
    private PegNode badTarget(PegNode node, boolean loop, boolean delete) {
        if (node.kind == null) {
            for (PegNode child : node.children == null ? new PegNode[0] : node.children) {
                PegNode bad = child == null ? null : badTarget(child, loop, delete);
                if (bad != null) {
                    return bad;
                }
            }
            return null;
        }
        switch (node.kind) {
            case "Name", "Attribute", "Subscript" -> {
                return null;
            }
            case "List", "Tuple" -> {
                return badTarget(new PegNode(null, node.first, node.end, node.children), loop, delete);
            }
            case "Starred" -> {
                return delete ? node : badTarget(node.children[1], loop, false);
            }
            case "Compare" -> {
                if (!loop) {
                    return node;
                }
                PegNode left = node.children[0];
                return p.kinds[node.children[1].first] == Token.IN ? badTarget(left, true, delete) : null;
            }
            default -> {
                return node;
            }
        }
    }

    private boolean isLegacy(PegNode node) {
        if (!"Name".equals(node.kind)) {
            return false;
        }
        String name = p.nameAt(node.first);
        return name.equals("print") || name.equals("exec");
    }

    private void legacyStatement() {
        if (isLegacy(argument(0))) {
            String name = p.nameAt(argument(0).first);
            throw range(argument(0), argument(1),
                    "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
        }
    }

    private void missingComma() {
        if (!isLegacy(argument(0)) && p.levels[p.index - 1] != 0) {
            throw range(argument(0), argument(1), "invalid syntax. Perhaps you forgot a comma?");
        }
    }

    /** The last condition, or else the iterable, of the last clause of a comprehension. */
    private static PegNode lastOfComprehension(PegNode clauses) {
        PegNode clause = clauses.children[clauses.children.length - 1];
        PegNode conditions = clause.children[clause.children.length - 1];
        if (conditions.children.length > 0) {
            PegNode condition = conditions.children[conditions.children.length - 1];
            return condition.children[1];
        }
        return clause.children[clause.children.length - 2];
    }

    private void generatorArgument(String message) {
        List<PegNode> positional = new ArrayList<>();
        collectArguments(argument(0), positional, new ArrayList<>());
        if (positional.size() > 1) {
            throw range(positional.get(positional.size() - 1), lastOfComprehension(argument(1)), message);
        }
    }

    private void positionalArgument() {
        List<PegNode> keywords = new ArrayList<>();
        collectArguments(argument(0), new ArrayList<>(), keywords);
        boolean unpacking = false;
        for (PegNode keyword : keywords) {
            unpacking |= p.kinds[keyword.first] == Token.DOUBLESTAR;
        }
        throw Problems.atLastToken(p, SyntaxException.Kind.SYNTAX_ERROR, unpacking
                ? "positional argument follows keyword argument unpacking"
                : "positional argument follows keyword argument");
    }

    private static void collectArguments(PegNode node, List<PegNode> positional, List<PegNode> keywords) {
        if (node == PegNode.NOTHING || node.isToken() && node.kind == null) {
            return;
        }
        if ("keyword".equals(node.kind)) {
            keywords.add(node);
        } else if (node.kind == null) {
            for (PegNode child : node.children) {
                collectArguments(child, positional, keywords);
            }
        } else {
            positional.add(node);
        }
    }

    private PegNode check() {
        switch (alternative.action()) {
            case "keyword" -> {
                return new PegNode("keyword", first, p.index, nodes);
            }
            case "real", "imaginary" -> {
                boolean complex = NumberLiterals.value(p, argument(0).first) instanceof ConstantValue.Complex;
                if (complex != alternative.action().equals("imaginary")) {
                    throw range(argument(0), argument(0), alternative.action()
                            + " number required in complex literal");
                }
                return argument(0);
            }
            case "not_equal" -> {
                return notEqual();
            }
            case "string" -> {
                decode(argument(0).first, false);
                return new PegNode("Constant", first, p.index, nodes);
            }
            case "strings" -> {
                return strings();
            }
            case "fstring" -> {
                boolean raw = StringLiterals.isRaw(p.source.text(), p.starts[first]);
                for (PegNode part : argument(1).children) {
                    if (part.isToken()) {
                        decode(part.first, raw);
                    }
                }
                return new PegNode("JoinedStr", first, p.index, nodes);
            }
            case "middle" -> {
                decode(argument(0).first, false);
                return argument(0);
            }
            case "adjacent" -> {
                if (p.lines[argument(0).first] != p.lines[argument(1).first]
                        || p.stops[argument(0).first] != p.starts[argument(1).first]) {
                    throw range(argument(0), argument(1),
                            "f-string: conversion type must come right after the exclamanation mark");
                }
                return argument(1);
            }
            case "conversion" -> {
                return conversion();
            }
            default -> throw new AssertionError(alternative.action());
        }
    }

    private PegNode notEqual() {
        boolean angles = p.source.text()[p.starts[first]] == '<';
        if (p.options.barryAsFlufl() && !angles) {
            throw Problems.atLastToken(p, SyntaxException.Kind.SYNTAX_ERROR,
                    "with Barry as BDFL, use '<>' instead of '!='");
        }
        return angles == p.options.barryAsFlufl() ? argument(0) : PegNode.GIVE_UP;
    }

    private void decode(int token, boolean raw) {
        try {
            if (p.kinds[token] == Token.STRING) {
                StringDecoder.constant(p, token);
            } else {
                StringDecoder.middle(p, token, raw);
            }
        } catch (LiteralException e) {
            throw Problems.atLastToken(p, SyntaxException.Kind.SYNTAX_ERROR, e.getMessage());
        } catch (NonAsciiBytes e) {
            throw Problems.atTokens(p, token, token, "bytes can only contain ASCII literal characters");
        }
    }

    private PegNode strings() {
        boolean bytes = false;
        boolean text = false;
        boolean joined = false;
        for (PegNode string : nodes[0].children) {
            joined |= string.kind.equals("JoinedStr");
            boolean isBytes = string.kind.equals("Constant") && isBytes(string.first);
            bytes |= isBytes;
            text |= !isBytes;
        }
        if (bytes && text) {
            throw Problems.atLastToken(p, SyntaxException.Kind.SYNTAX_ERROR,
                    "cannot mix bytes and nonbytes literals");
        }
        return new PegNode(joined ? "JoinedStr" : "Constant", first, p.index, nodes);
    }

    private boolean isBytes(int token) {
        byte[] source = p.source.text();
        int start = p.starts[token];
        return (source[start] | 0x20) == 'b' || (source[start + 1] | 0x20) == 'b' && (source[start] | 0x20) == 'r';
    }

    private PegNode conversion() {
        PegNode conversion = argument(0);
        if (conversion != PegNode.NOTHING) {
            String name = p.nameAt(conversion.first);
            if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
                throw range(conversion, conversion, "f-string: invalid conversion character '" + name
                        + "': expected 's', 'r', or 'a'");
            }
        }
        return new PegNode("FormattedValue", first, p.index, nodes);
    }
}
