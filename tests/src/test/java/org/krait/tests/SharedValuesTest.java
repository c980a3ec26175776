package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Frames;
import org.krait.runtime.imports.SourceCompiler;

/** Contexts share immortal values, which no context ever writes. */
final class SharedValuesTest {
    /** Stores what contexts share everywhere where references are counted, lets go of it, and collects. */
    private static final String USE = """
            import gc
            class Plain:
                pass
            shared = [x for x in vars(__builtins__).values()]
            for cls in [x for x in shared if isinstance(x, type)]:
                shared += vars(cls).values()
            shared += [None, True, ..., NotImplemented, (), '', b'', 'shared', *range(-5, 257)]
            def function(a, *args, b=None, **kwargs):
                def inner():
                    return a, args, kwargs
                return inner
            for i in range(3):
                kept = []
                for x in shared:
                    o = Plain()
                    o.x = o.o = x
                    kept.append([o, (x, o), {x if x.__hash__ else 0: x}, function(x, x, b=x, c=x), (y for y in [x])])
                    kept[-1].append(kept)
                gc.collect()
                del kept, o
                gc.collect()
            try:
                raise ValueError(shared)
            except ValueError as e:
                e.__context__ = None
            gc.freeze()
            gc.unfreeze()
            """;

    private static int run(ThreadState ts) {
        PyDict names = new PyDict();
        names.put("__builtins__", ts.interp.modules.get("builtins"));
        CodeObject code = SourceCompiler.of(ts.interp).compileFile(ts, USE.getBytes(StandardCharsets.UTF_8), "<use>",
                0);
        Frames.run(ts, code, names, names, null);
        return ts.interp.builtins.size();
    }

    private static void add(Map<PyObject, Integer> headers, Field refs, PyObject o) throws IllegalAccessException {
        if (Refs.isImmortal(o) && headers.put(o, refs.getInt(o)) == null && o instanceof PyType type) {
            PyDict namespace = type.namespace();
            for (int i = namespace.nextEntry(0); i >= 0; i = namespace.nextEntry(i + 1)) {
                add(headers, refs, namespace.values[i]);
            }
        }
    }

    @Test
    void immortalValuesAreNeverWritten() throws Exception {
        Field refs = PyObject.class.getDeclaredField("refs");
        refs.setAccessible(true);
        Map<PyObject, Integer> headers = new IdentityHashMap<>();
        PythonContext.ofDistribution().call(ts -> {
            PyDict builtins = ts.interp.builtins;
            for (int i = builtins.nextEntry(0); i >= 0; i = builtins.nextEntry(i + 1)) {
                add(headers, refs, builtins.values[i]);
            }
            return null;
        });
        for (int i = -5; i <= 256; i++) {
            add(headers, refs, PyInt.of(i));
        }
        add(headers, refs, PyStr.interned("shared"));
        assertTrue(headers.size() > 1000, "only " + headers.size());
        Callable<Integer> context = () -> PythonContext.ofDistribution().call(SharedValuesTest::run);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Integer> sizes = new ArrayList<>();
            for (Future<Integer> end : both.invokeAll(List.of(context, context))) {
                sizes.add(end.get());
            }
            assertEquals(sizes.get(0), sizes.get(1));
        }
        for (Map.Entry<PyObject, Integer> entry : headers.entrySet()) {
            assertEquals(entry.getValue(), refs.getInt(entry.getKey()), () -> "header of " + entry.getKey());
        }
    }
}
