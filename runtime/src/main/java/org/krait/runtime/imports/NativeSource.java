package org.krait.runtime.imports;

import java.util.Arrays;
import java.util.HashMap;
import org.krait.objects.DictSource;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Restorer;
import org.krait.snapshot.Heap;

/** The content of a native module that nobody has looked at, and what restored modules did to it. */
final class NativeSource implements DictSource {
    private final ThreadState starter;
    private final String name;
    private final PyModule module = new PyModule();
    private Heap heap;
    /** Pairs of a unit and the number of an effect. */
    private int[] effects = {};

    private NativeSource(ThreadState starter, String name) {
        this.starter = starter;
        this.name = name;
        module.dict.setSource(this);
    }

    /** Puts a native module into sys.modules whose content is made when somebody looks at it. */
    static NativeSource bind(ThreadState ts, String name) {
        NativeSource source = new NativeSource(ts, name);
        ts.interp.modules.put(name, source.module);
        ts.interp.nativeModules.put(name, source.module);
        return source;
    }

    /** Has an effect repeated as soon as the content is there; false when it is there already. */
    boolean defer(Heap from, int unit, int effect) {
        if (!module.dict.isUntouched()) {
            return false;
        }
        heap = from;
        int n = effects.length;
        effects = Arrays.copyOf(effects, n + 2);
        effects[n] = unit;
        effects[n + 1] = effect;
        if (starter.interp.awaited == null) {
            starter.interp.awaited = new HashMap<>();
        }
        starter.interp.awaited.put(name, module);
        return true;
    }

    @Override
    public void fill(PyDict dict) {
        ThreadState ts = ThreadState.current() == null ? starter : ThreadState.current();
        PathSearch.fillBuiltin(ts, name, module, false);
        for (int i = 0; i < effects.length; i += 2) {
            Restorer.repeat(ts, heap, effects[i], effects[i + 1]);
        }
    }
}
