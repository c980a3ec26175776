package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a polyglot context promises about Python: streams, places of errors, options, policies, its end. */
final class PolyglotContextTest {
    @TempDir
    Path folder;

    private static Context.Builder builder() {
        return Context.newBuilder("krait").option("engine.WarnInterpreterOnly", "false");
    }

    @Test
    void streamsAreTheBuildersOwn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream("first\nsecond\n".getBytes(StandardCharsets.UTF_8));
        try (Context context = builder().in(in).out(out).err(err).build()) {
            context.eval("krait", "import os, sys\nprint('a \u00e9', input())\nsys.stdout.flush()\n"
                    + "os.write(1, b'raw\\n')\nprint(sys.stdin.readline(), end='', file=sys.stderr)\n"
                    + "print(sys.stdout.isatty(), 'end')");
        }
        assertEquals("a \u00e9 first\nraw\nFalse end\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("second\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void exceptionsKnowTheirFramesAndPlaces() throws Exception {
        Path module = Files.writeString(folder.resolve("deep.py"), "def fail(x):\n    return 1 / x\n");
        try (Context context = builder().allowIO(IOAccess.ALL).option("krait.PythonPath", folder.toString()).build()) {
            Source source = Source.newBuilder("krait", "import deep\ndef f():\n    deep.fail(0)\n\nf()\n", "main.py")
                    .build();
            PolyglotException e = assertThrows(PolyglotException.class, () -> context.eval(source));
            List<String> frames = new ArrayList<>();
            for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
                if (frame.isGuestFrame()) {
                    frames.add(frame.getRootName() + " " + frame.getSourceLocation().getSource().getName() + ":"
                            + frame.getSourceLocation().getStartLine());
                }
            }
            assertEquals(List.of("fail deep.py:2", "f main.py:3", "<module> main.py:5"), frames);
            assertEquals("1 / x", e.getSourceLocation().getCharacters().toString());
            assertEquals(module.toString(), e.getSourceLocation().getSource().getPath());
            Value f = context.getBindings("krait").getMember("f");
            PolyglotException again = assertThrows(PolyglotException.class, f::execute);
            assertEquals("fail", again.getPolyglotStackTrace().iterator().next().getRootName());
        }
    }

    @Test
    void syntaxErrorsSayWhereAndWhetherMoreMayCome() {
        try (Context context = builder().build()) {
            PolyglotException wrong = assertThrows(PolyglotException.class,
                    () -> context.eval("krait", "x = 1\ny = = 2\n"));
            assertTrue(wrong.isSyntaxError());
            assertFalse(wrong.isIncompleteSource());
            assertEquals(2, wrong.getSourceLocation().getStartLine());
            assertEquals(5, wrong.getSourceLocation().getStartColumn());
            PolyglotException open = assertThrows(PolyglotException.class, () -> context.eval("krait", "f(1,\n"));
            assertTrue(open.isIncompleteSource());
        }
    }

    @Test
    void threadsOfPythonUseObjectsOfTheHost() {
        try (Context context = builder().allowHostAccess(HostAccess.ALL).build()) {
            context.getBindings("krait").putMember("double",
                    (ProxyExecutable) args -> args[0].execute().asInt() * 2);
            context.getBindings("krait").putMember("items", new ArrayList<>(List.of("a", "b")));
            context.eval("krait", "import threading\nseen = []\ndef work():\n    seen.append(double(lambda: 21))\n"
                    + "    seen.append(items[1] + str(len(items)) + str(bool(items)) + str(hash(items) != None))\n"
                    + "t = threading.Thread(target=work)\nt.start()\nt.join()");
            assertEquals("[42, 'b2TrueTrue']", context.getBindings("krait").getMember("seen").toString());
        }
    }

    @Test
    void hostExceptionsGoThroughAndCanBeCaught() {
        try (Context context = builder().allowHostAccess(HostAccess.ALL).build()) {
            context.getBindings("krait").putMember("fail", (ProxyExecutable) args -> {
                throw new IllegalStateException("no");
            });
            PolyglotException e = assertThrows(PolyglotException.class, () -> context.eval("krait", "fail()"));
            assertTrue(e.isHostException());
            assertEquals("no", e.asHostException().getMessage());
            context.eval("krait", "try:\n    fail()\nexcept RuntimeError as e:\n    seen = str(e), e.foreign");
            Value seen = context.getBindings("krait").getMember("seen");
            assertEquals("no", seen.getArrayElement(0).asString());
            assertTrue(seen.getArrayElement(1).isException());
        }
    }

    @Test
    void interruptingRaisesInTheRunningCode() throws Exception {
        try (Context context = builder().build()) {
            CountDownLatch running = new CountDownLatch(1);
            context.getBindings("krait").putMember("started", (ProxyExecutable) args -> {
                running.countDown();
                return null;
            });
            AtomicReference<PolyglotException> seen = new AtomicReference<>();
            Thread thread = new Thread(() -> seen.set(assertThrows(PolyglotException.class,
                    () -> context.eval("krait", "started()\nwhile True:\n    pass\n"))));
            thread.start();
            assertTrue(running.await(60, TimeUnit.SECONDS));
            context.interrupt(Duration.ofSeconds(60));
            thread.join(60_000);
            assertTrue(seen.get().isInterrupted(), seen.get().toString());
            assertEquals(3, context.eval("krait", "1 + 2").asInt());
        }
    }

    @Test
    void closingCancelsLoopsAndSleeps() throws Exception {
        for (String program : List.of("started()\nwhile True:\n    pass\n", "started()\nimport time\n"
                + "time.sleep(1000)\n", "started()\nwhile True:\n    try:\n        while True: pass\n"
                + "    except BaseException:\n        pass\n")) {
            Context context = builder().build();
            CountDownLatch running = new CountDownLatch(1);
            context.getBindings("krait").putMember("started", (ProxyExecutable) args -> {
                running.countDown();
                return null;
            });
            AtomicReference<PolyglotException> seen = new AtomicReference<>();
            Thread thread = new Thread(() -> seen.set(assertThrows(PolyglotException.class,
                    () -> context.eval("krait", program))));
            thread.start();
            assertTrue(running.await(60, TimeUnit.SECONDS));
            context.close(true);
            assertFalse(Thread.currentThread().isInterrupted(), program);
            thread.join(60_000);
            assertTrue(seen.get().isCancelled(), program);
        }
    }

    @Test
    void withoutPermissionFilesSocketsAndProgramsAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "x");
        String tries = "import os, socket, subprocess, json\nresult = []\n"
                + "for f in (lambda: open(r'" + file + "'), lambda: os.listdir('.'), lambda: os.stat(r'" + file + "'),"
                + " lambda: os.remove(json.__file__), lambda: open(json.__file__, 'a'), lambda: socket.socket(),"
                + " lambda: os.system('true'), lambda: subprocess.run(['true']), lambda: os._exit(3)):\n"
                + "    try:\n        f()\n        result.append('done')\n    except PermissionError as e:\n"
                + "        result.append(e.errno)\n";
        try (Context context = builder().allowIO(IOAccess.NONE).build()) {
            context.eval("krait", tries);
            assertEquals("[1, 1, 1, 1, 1, 1, 1, 1, 1]", context.eval("krait", "repr(result)").asString());
            assertTrue(context.eval("krait", "len(open(json.__file__).read()) > 100").asBoolean());
        }
        try (Context context = builder().allowIO(IOAccess.ALL).build()) {
            assertEquals("x", context.eval("krait", "open(r'" + file + "').read()").asString());
        }
        assertTrue(Files.exists(file));
    }

    @Test
    void optionsAndArgumentsReachSys() {
        try (Context context = builder().arguments("krait", new String[] {"a", "b"}).option("krait.Optimize", "2")
                .option("krait.Warnings", "error::UserWarning").option("krait.IntMaxStrDigits", "1000").build()) {
            assertEquals("['', 'a', 'b'] 2 1000", context.eval("krait",
                    "__import__('sys').argv.__repr__() + f' {__import__(\"sys\").flags.optimize}"
                            + " {__import__(\"sys\").flags.int_max_str_digits}'").asString());
            PolyglotException e = assertThrows(PolyglotException.class,
                    () -> context.eval("krait", "import warnings\nwarnings.warn('w')"));
            assertEquals("UserWarning: w", e.getMessage());
        }
        try (Engine engine = Engine.newBuilder("krait").option("engine.WarnInterpreterOnly", "false").build()) {
            engine.getLanguages().get("krait").getOptions().forEach(
                    option -> assertTrue(option.getHelp().endsWith("."), option.getName()));
        }
    }

    @Test
    void contextsOfOneEngineShareNothing() {
        try (Engine engine = Engine.newBuilder("krait").option("engine.WarnInterpreterOnly", "false").build();
                Context one = Context.newBuilder("krait").engine(engine).build();
                Context two = Context.newBuilder("krait").engine(engine).build()) {
            one.eval("krait", "import sys, builtins, json\nbuiltins.mine = 1\nsys.path.append('here')\n"
                    + "json.extra = 1\nsys.flag = []");
            two.eval("krait", "import sys, builtins, json");
            assertFalse(two.eval("krait", "hasattr(builtins, 'mine') or 'here' in sys.path or hasattr(json, 'extra')"
                    + " or hasattr(sys, 'flag')").asBoolean());
            assertEquals(5, two.eval("krait", "2 + 3").asInt());
        }
    }

    @Test
    void closingFinalizes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Context context = builder().out(out).build()) {
            context.eval("krait", "import atexit\natexit.register(print, 'bye')\nclass D:\n"
                    + "    def __del__(self): print('gone')\nd = D()\nprint('open', end=' ')");
        }
        assertEquals("open bye\ngone\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void buffersAndClasses() {
        try (Context context = builder().allowHostAccess(HostAccess.ALL).build()) {
            Value bytes = context.eval("krait", "b'\\x01\\x02\\x03\\xff'");
            assertEquals(4, bytes.getBufferSize());
            assertEquals((byte) 0xff, bytes.readBufferByte(3));
            assertEquals(0x01020304 + 0xfb, bytes.readBufferInt(ByteOrder.BIG_ENDIAN, 0));
            assertFalse(bytes.isBufferWritable());
            Value array = context.eval("krait", "bytearray(4)");
            array.writeBufferShort(ByteOrder.LITTLE_ENDIAN, 1, (short) 0x0201);
            byte[] copy = new byte[4];
            array.readBuffer(0, copy, 0, 4);
            assertArrayEquals(new byte[] {0, 1, 2, 0}, copy);
            context.getBindings("krait").putMember("host", new byte[] {1, -1});
            assertEquals("b'\\x01\\xff'", context.eval("krait", "repr(bytes(host))").asString());
            Value cls = context.eval("krait", "int");
            assertTrue(cls.isMetaObject());
            assertEquals("int", cls.getMetaQualifiedName());
            assertTrue(cls.isMetaInstance(5));
            assertEquals("dict", context.eval("krait", "{}").getMetaObject().getMetaSimpleName());
        }
    }

    @Test
    void hostContainersBehaveAsPythons() {
        try (Context context = builder().allowHostAccess(HostAccess.ALL).build()) {
            Value names = context.getBindings("krait");
            List<Object> list = new ArrayList<>(List.of(1, 2, 3));
            Map<String, Object> map = new HashMap<>(Map.of("k", 5));
            names.putMember("items", list);
            names.putMember("table", map);
            assertEquals("True False True False", context.eval("krait",
                    "f\"{2 in items} {9 in items} {'k' in table} {'z' in table}\"").asString());
            context.eval("krait", "del items[0]\ntable['n'] = 1\ndel table['k']");
            assertEquals(List.of(2, 3), list);
            assertEquals(Map.of("n", 1), map);
            assertTrue(context.eval("krait", "'add' in dir(items) and bool(items) and items == items").asBoolean());
            assertEquals(List.of(2, 3).toString(), context.eval("krait", "str(items)").asString());
        }
    }
}
