package org.krait.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.language.syntax.SyntaxException;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Verifier;

/** The front end: any bytes are a syntax error or compile to code that the verifier accepts. */
final class ParserTarget implements Target {
    private static final Pattern TOKEN = Pattern.compile("\\n *|\\w+|\\s+|.", Pattern.DOTALL);
    private static final String[] INSERTED = {"(", ")", "[", "]", "{", "}", ":", ":=", "=", "*", "**", ",", ".", "->",
        "lambda ", "yield ", "await ", "async ", "for ", "if ", "else ", "in ", "not ", "is ", "f'{", "f\"\"\"", "'",
        "\"\"\"", "b'", "\\", "\n", "\n    ", "\t", "\f", "\0", "\u00e9", "\u20ac", "\ud83d\ude00", "0x", "1e", "1_",
        "..", "@", "match x:", "case _:", "type T = ", "nonlocal x", "global x", "del ", "except* ", "finally:",
        "try:", "return ", "class A[T]: ", "import ", "from . import *", "# coding: latin-1\n", "# type: ignore",
        "!r}", "{{", "%"};
    private static final int MAX_BYTES = 6000;

    private final Corpus corpus = Corpus.ofTests();
    private byte[] input = {};

    @Override
    public void round(ThreadState ts, Random random) throws Exception {
        byte[] source = corpus.any(random);
        int from = source.length <= MAX_BYTES ? 0 : random.nextInt(source.length - MAX_BYTES);
        source = Arrays.copyOfRange(source, from, Math.min(source.length, from + MAX_BYTES));
        input = random.nextInt(4) == 0 ? Mutation.of(source, random)
                : random.nextInt(10) == 0 ? deep(random)
                : tokens(source, random);
        CodeObject code;
        try {
            code = Corpus.compile(input);
        } catch (SyntaxException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a syntax error without a message");
            }
            return;
        }
        Verifier.verify(code);
    }

    /** A copy with tokens removed, repeated, exchanged and inserted. */
    private static byte[] tokens(byte[] source, Random random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(new String(source, StandardCharsets.UTF_8));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && !tokens.isEmpty(); i++) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.add(at, INSERTED[random.nextInt(INSERTED.length)]);
            }
        }
        return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** One piece of syntax very often. */
    private static byte[] deep(Random random) {
        String[] pieces = {"(", "[", "{", "lambda: ", "not ", "-", "a.b", "a(", "x if y else ", "*", "await ", "f'{",
            "if x:\n ", "a[", "a = ", "1 + ", "a < ", "a and ", "yield ", "(yield ", "{a: ", "[a for a in "};
        String piece = pieces[random.nextInt(pieces.length)];
        String end = random.nextBoolean() ? "x" : "x" + ")]}".substring(random.nextInt(3)).repeat(random.nextInt(99));
        return (piece.repeat(1 << random.nextInt(14)) + end + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] input() {
        return input;
    }
}
