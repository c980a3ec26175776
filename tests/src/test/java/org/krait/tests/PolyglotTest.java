package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Python through the polyglot API: evaluation, values in both directions, exceptions, threads. */
final class PolyglotTest {
    private Context context;

    @BeforeEach
    void open() {
        context = Context.newBuilder("krait").allowHostAccess(HostAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false").build();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Value eval(String source) {
        return context.eval("krait", source);
    }

    @Test
    void plainValues() {
        assertEquals(42, eval("6 * 7").asInt());
        assertEquals(1L << 40, eval("1 << 40").asLong());
        assertEquals(BigInteger.TEN.pow(30), eval("10 ** 30").asBigInteger());
        assertEquals(0.5, eval("1 / 2").asDouble());
        assertTrue(eval("1 < 2").asBoolean());
        assertEquals("h\u00e9", eval("'h\\xe9'").asString());
        assertTrue(eval("None").isNull());
        assertTrue(eval("x = 1").isNull());
    }

    @Test
    void containers() {
        Value list = eval("[1, 'a', (2.5,)]");
        assertEquals(3, list.getArraySize());
        assertEquals(2.5, list.getArrayElement(2).getArrayElement(0).asDouble());
        list.setArrayElement(3, "end");
        assertEquals("[1, 'a', (2.5,), 'end']", list.toString());
        Value dict = eval("{'a': 1, 2: None}");
        assertEquals(1, dict.getHashValue("a").asInt());
        assertTrue(dict.getHashValue(2).isNull());
        assertFalse(dict.hasHashEntry("b"));
        dict.putHashEntry("b", 3);
        assertEquals(3, dict.getHashSize());
        assertEquals(3, dict.as(Map.class).get("b"));
        Value items = eval("(i * i for i in range(3))").getIterator();
        List<Integer> seen = new ArrayList<>();
        while (items.hasIteratorNextElement()) {
            seen.add(items.getIteratorNextElement().asInt());
        }
        assertEquals(List.of(0, 1, 4), seen);
    }

    @Test
    void bindingsFunctionsAndObjects() {
        eval("def add(a, b=1): return a + b\nclass P:\n    def __init__(self, x): self.x = x\n"
                + "    def twice(self): return 2 * self.x\n");
        Value names = context.getBindings("krait");
        assertEquals(5, names.getMember("add").execute(4).asInt());
        assertEquals("xy", names.getMember("add").execute("x", "y").asString());
        Value point = names.getMember("P").newInstance(21);
        assertEquals(42, point.invokeMember("twice").asInt());
        point.putMember("x", 4);
        assertEquals(4, point.getMember("x").asInt());
        assertNull(point.getMember("y"));
        names.putMember("given", 7);
        assertEquals(8, eval("given + 1").asInt());
        assertTrue(names.removeMember("given"));
        assertFalse(names.hasMember("given"));
    }

    @Test
    void hostObjects() {
        Value names = context.getBindings("krait");
        List<Object> list = new ArrayList<>(List.of(1, 2, 3));
        names.putMember("items", list);
        names.putMember("table", new java.util.HashMap<>(Map.of("k", 5)));
        names.putMember("twice", (ProxyExecutable) args -> args[0].asInt() * 2);
        assertEquals(6, eval("sum(items)").asInt());
        assertEquals(3, eval("items[-1]").asInt());
        assertEquals(3, eval("len(items)").asInt());
        assertEquals(5, eval("table['k']").asInt());
        assertEquals(42, eval("twice(21)").asInt());
        eval("items.add('four')\nitems[0] = [1]");
        assertEquals("four", list.get(3));
        assertEquals(list, eval("items").asHostObject());
        assertEquals("caught", eval("(lambda: 'caught')()").asString());
        eval("try:\n    items[9]\nexcept IndexError as e:\n    out = 'index'\n");
        assertEquals("index", names.getMember("out").asString());
        eval("try:\n    table['none']\nexcept KeyError as e:\n    out = e.args[0]\n");
        assertEquals("none", names.getMember("out").asString());
        names.putMember("fail", (ProxyExecutable) args -> {
            throw new IllegalStateException("no");
        });
        eval("try:\n    fail()\nexcept RuntimeError as e:\n    out = str(e)\n");
        assertEquals("no", names.getMember("out").asString());
        eval("def back(f): return f(20) + 1");
        names.putMember("inner", (ProxyExecutable) args -> names.getMember("back").execute(args[0]).asInt());
        assertEquals(41, eval("inner(twice)").asInt());
    }

    @Test
    void exceptions() {
        PolyglotException e = assertThrows(PolyglotException.class, () -> eval("int('x')"));
        assertTrue(e.isGuestException(), e.toString());
        assertEquals("ValueError: invalid literal for int() with base 10: 'x'", e.getMessage());
        assertEquals("x", eval("'x'").asString());
        PolyglotException syntax = assertThrows(PolyglotException.class, () -> eval("x ="));
        assertTrue(syntax.isSyntaxError(), syntax.toString());
        assertEquals("SyntaxError: invalid syntax (Unnamed, line 1)", syntax.getMessage());
        PolyglotException exit = assertThrows(PolyglotException.class, () -> eval("raise SystemExit(3)"));
        assertTrue(exit.isExit());
        assertEquals(3, exit.getExitStatus());
        PolyglotException own = assertThrows(PolyglotException.class,
                () -> eval("class E(Exception): pass\ne = E('a')\ne.code = 9\nraise e"));
        assertEquals(9, own.getGuestObject().getMember("code").asInt());
    }

    @Test
    void otherThreadsAndTheLibrary() throws InterruptedException {
        eval("import json, collections\ncount = 0\ndef up():\n    global count\n"
                + "    for i in range(1000): count += 1\n");
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> context.getBindings("krait").getMember("up").execute());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(eval("count").asInt() >= 1000);
        assertEquals("{\"a\": [1, 2]}", eval("json.dumps({'a': [1, 2]})").asString());
    }

    @Test
    void contextsAreSeparate() {
        eval("mine = 1");
        try (Context other = Context.newBuilder("krait").option("engine.WarnInterpreterOnly", "false").build()) {
            assertFalse(other.getBindings("krait").hasMember("mine"));
            assertEquals(3, other.eval("krait", "1 + 2").asInt());
        }
        assertEquals(1, eval("mine").asInt());
    }
}
